import Briefings
import Cells
import Glibc
import Testing

@testable import Reader

/// Keys, clicks, pastes, answers and sizes in any order: no state may break a rule of frames.
@Suite struct RandomKeysTests {
  /// Pseudo-random numbers from a seed (splitmix64), so that a failure comes again.
  struct Numbers: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }

  private static let keys: [Key] =
    Keymap.standard.groups.flatMap(\.bindings).flatMap(\.keys)
    // Opening, moving and coming back more often than their share.
    + [
      "Enter", "Enter", "Enter", "j", "j", "j", "Space", "r", "t", "e", "n", "w", "c", "a", "i", "Backspace", "M-i",
      "s",
      "/",
    ]
    .compactMap { Key(label: $0) }
    + ["ا", "ل", "م", "a", "\"", ":", "*", "\u{64B}", "\u{202E}", "😀"].map { Key($0 as Unicode.Scalar) }
  private static let texts = ["الحصة", "loan", "بغداد ", "\u{1B}[2J\n\u{9B}", "中文", "date:2024", ""]

  private static func size(_ numbers: inout Numbers) -> Size {
    switch Int.random(in: 0..<4, using: &numbers) {
    case 0: Size(columns: .random(in: 0...42, using: &numbers), rows: .random(in: 0...12, using: &numbers))
    case 1: Size(columns: .random(in: 40...70, using: &numbers), rows: .random(in: 10...24, using: &numbers))
    case 2: Size(columns: .random(in: 60...120, using: &numbers), rows: .random(in: 10...40, using: &numbers))
    default: Size(columns: 80, rows: 24)
    }
  }

  private static func step(_ driver: inout Driver, _ numbers: inout Numbers) -> String {
    switch Int.random(in: 0..<100, using: &numbers) {
    case 0..<2:
      let size = size(&numbers)
      driver.resize(size.columns, size.rows)
      return "resize \(size.columns)x\(size.rows)"
    case 2..<7:
      let actions: [MouseEvent.Action] = [.click, .doubleClick, .wheelUp, .wheelDown, .drag, .drag, .release]
      let action = actions.randomElement(using: &numbers) ?? .click
      let column = Int.random(in: 0...max(0, driver.model.size.columns), using: &numbers)
      let row = Int.random(in: 0...max(0, driver.model.size.rows), using: &numbers)
      driver.click(action, column, row)
      return "\(action) \(column),\(row)"
    case 7..<9:
      let text = texts.randomElement(using: &numbers) ?? ""
      driver.send(.input(.paste(text)))
      return "paste"
    case 9:
      driver.send(.archiveChanged)
      return "changed"
    case 10:
      driver.send(.failed(request: Bool.random(using: &numbers) ? nil : driver.model.nextRequest - 1, "failed"))
      return "failed"
    case 11..<14:
      driver.isPrompt.toggle()
      return "prompt \(driver.isPrompt)"
    case 14..<22:
      driver.deliver()
      return "deliver"
    default:
      let key = keys.randomElement(using: &numbers) ?? Key("j")
      driver.send(.input(.key(key)))
      return key.label
    }
  }

  /// How many steps each seed makes: more on request, as before a release.
  private static let steps = getenv("MUJAZ_KEYS").flatMap { Int(String(cString: $0)) } ?? 5000

  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func anyKeysAtAnySize(seed: UInt64) {
    var numbers = Numbers(state: seed)
    let articles = [
      Sample.dam, Sample.mixed, Sample.farmers, Sample.hostile, Sample.bank, Sample.bare, Sample.crowded,
      Sample.longTitle, Sample.persian,
    ]
    var archive = Sample.archive
    archive.articles = articles + Sample.filler(250)
    archive.findsAnything = true
    var driver = Driver(archive)
    // Terminals differ in what they do themselves.
    switch seed {
    case 2: driver.model.options.layout = LayoutOptions(shaping: .none, marks: .strip, order: .logical)
    case 3: driver.model.options.layout = LayoutOptions(lamAlef: .twoCells, marks: .strip)
    default: break
    }
    var log: [String] = []
    for number in 0..<Self.steps {
      log.append(Self.step(&driver, &numbers))
      driver.effects = []
      let model = driver.model
      var problems: [String] = []
      if !model.library.rows.isEmpty, model.library.selectedRow == nil { problems.append("no row is chosen") }
      if let article = model.article, article.top > model.articleEnd || article.top < .first {
        problems.append("row \(article.top) of \(article.layout.last) stands at the top")
      }
      if (model.page != nil) != (model.focus == .page) { problems.append("keys go past the page") }
      if let page = model.page?.content, page.count > 0, !(0..<page.count ~= page.progress.choice.selected) {
        problems.append("thing \(page.progress.choice.selected) of \(page.count) is chosen")
      }
      if model.trail.depth > Trail.limit { problems.append("the trail is too long") }
      if model.isFrameChecked(number) {
        problems += brokenRules(view(model), of: model)
        if number % 50 == 0 { problems += spilledCells(of: model) }
      }
      guard !problems.isEmpty else { continue }
      Issue.record("seed \(seed), step \(number), \(model.size): \(problems.prefix(3)); \(log.suffix(12))")
      return
    }
  }
}

extension Model {
  /// Drawing is what takes the time: every sixth state, and every one on a small screen.
  fileprivate func isFrameChecked(_ number: Int) -> Bool { number % 6 == 0 || size.columns * size.rows < 500 }
}
