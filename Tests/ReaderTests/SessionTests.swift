import Briefings
import Cells
import Glibc
import GoldenTesting
import Testing

@testable import Reader

/// Whole sessions: every folder in `Sessions` is a case.
///
/// `size` is the screen at the begin, `80x24`. `keys` is what happens, a step a line: `press Enter t C-o` (keys by their
/// labels), `type words`, `paste words`, `click COLUMN ROW`, also `double`, `drag`
/// and `release`, `resize 200x50`, `screen NAME` (compare
/// with `NAME.screen`), `quit` (the reader must have ended); `#` begins a remark.
@Suite struct SessionTests {
  static let names = folders(in: testFile("Sessions"))

  @Test func thereAreSessions() { #expect(Self.names.count >= 7) }

  @Test(arguments: names)
  func session(_ name: String) {
    let folder = testFile("Sessions/\(name)")
    guard let size = lines(of: folder + "/size").first.flatMap({ Size(reading: $0) }) else {
      Issue.record("\(name): no size")
      return
    }
    var driver = Driver(Sample.archive, size: size)
    var screens = 0
    for (number, line) in lines(of: folder + "/keys").enumerated() {
      let words = line.split(separator: " ").map(String.init)
      let rest = line.split(separator: " ", maxSplits: 1).dropFirst().first.map(String.init) ?? ""
      let here = "\(name)/keys:\(number + 1)"
      switch words.first {
      case nil, "#": continue
      case "press": driver.press(rest)
      case "type": driver.type(rest)
      case "paste": driver.send(.input(.paste(rest)))
      case "click", "double", "drag", "release":
        guard words.count == 3, let column = Int(words[1]), let row = Int(words[2]) else {
          Issue.record("\(here): a column and a row are missing")
          return
        }
        let actions: [String: MouseEvent.Action] = ["click": .click, "double": .doubleClick, "drag": .drag]
        driver.click(actions[words[0]] ?? .release, column, row)
      case "resize":
        guard let size = Size(reading: rest) else {
          Issue.record("\(here): '\(rest)' is no size")
          return
        }
        driver.resize(size.columns, size.rows)
      case "screen":
        screens += 1
        let frame = view(driver.model)
        #expect(brokenRules(frame, of: driver.model) == [], "\(here)")
        let outcome = compare(
          frame, withGolden: "\(folder)/\(rest).screen", legend: legend, isRecording: isRecording)
        #expect(outcome == .equal, Comment(rawValue: "\(here): \(outcome.problem ?? "")"))
      case "quit": #expect(driver.hasQuit, "\(here): the reader should have ended")
      default:
        Issue.record("\(here): '\(words[0])' is no step")
        return
      }
      if driver.hasQuit, words.first != "quit", words.first != "screen" {
        let next = lines(of: folder + "/keys").dropFirst(number + 1).first { !$0.isEmpty && !$0.hasPrefix("#") }
        #expect(next == "quit", "\(here): the reader has ended")
      }
    }
    #expect(screens > 0, "\(name) looks at no screen")
  }
}

extension Size {
  /// Reads `80x24`.
  fileprivate init?(reading text: String) {
    let numbers = text.split(separator: "x").map { Int($0) }
    guard numbers.count == 2, let columns = numbers[0], let rows = numbers[1] else { return nil }
    self.init(columns: columns, rows: rows)
  }
}

private func folders(in path: String) -> [String] {
  guard let folder = opendir(path) else { return [] }
  defer { closedir(folder) }
  var names: [String] = []
  while let entry = readdir(folder) {
    let name = withUnsafePointer(to: entry.pointee.d_name) { pointer in
      pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
    }
    if !name.hasPrefix(".") { names.append(name) }
  }
  return names.sorted()
}

private func lines(of path: String) -> [String] {
  guard let file = fopen(path, "r") else { return [] }
  defer { fclose(file) }
  var bytes: [UInt8] = []
  while true {
    let byte = fgetc(file)
    guard byte != EOF else { break }
    bytes.append(UInt8(truncatingIfNeeded: byte))
  }
  return String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    .map(String.init)
}
