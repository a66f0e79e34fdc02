import DevTables
import Testing

@testable import UnicodeText

/// BidiTest.txt and BidiCharacterTest.txt, whole: levels and visual order.
@Suite(UnicodeData.isInstalled)
struct BidiConformanceTests {
  /// Marks a character without a level, `x` in the files.
  private static let none: UInt8 = 255

  @Test("BidiTest.txt: 770,241 cases")
  func classes() throws {
    let file = try readFile(UnicodeData.folder + "/BidiTest.txt")
    var cases = 0
    var failures: [String] = []
    let names = try classNumbers()
    file.withUnsafeBufferPointer { bytes in
      var scanner = ByteScanner(bytes)
      var checker = BidiChecker()
      while !scanner.isAtEnd {
        if scanner.skip("@Levels:") {
          readLevels(&scanner, into: &checker.levels)
        } else if scanner.skip("@Reorder:") {
          readNumbers(&scanner, into: &checker.order)
        } else if scanner.byte != UInt8(ascii: "#"), scanner.byte != UInt8(ascii: "@"), scanner.byte != 10 {
          var classes: [BidiClass] = []
          while scanner.byte != UInt8(ascii: ";") {
            var name = 0
            while scanner.byte >= 65 {
              name = name << 8 | Int(scanner.byte)
              scanner.advance()
            }
            if let value = names[name] { classes.append(value) }
            scanner.skipBlanks()
          }
          scanner.advance()
          scanner.skipBlanks()
          let bases = scanner.number(radix: 16) ?? 0
          for (bit, base) in [(1, BidiBase.automatic), (2, .leftToRight), (4, .rightToLeft)]
          where bases & UInt32(bit) != 0 {
            cases += 1
            if !checker.check(classes, base: base), failures.count < 20 {
              failures.append("line \(scanner.line), \(base): \(checker.found)")
            }
          }
        }
        scanner.skipLine()
      }
    }
    #expect(failures == [])
    #expect(cases == 770_241)
  }

  @Test("BidiCharacterTest.txt: 91,707 cases")
  func characters() throws {
    let file = try readFile(UnicodeData.folder + "/BidiCharacterTest.txt")
    var cases = 0
    var failures: [String] = []
    file.withUnsafeBufferPointer { bytes in
      var scanner = ByteScanner(bytes)
      var checker = BidiChecker()
      var text: [UInt8] = []
      var starts: [Int] = []
      while !scanner.isAtEnd {
        if scanner.byte != UInt8(ascii: "#"), scanner.byte != 10 {
          text.removeAll(keepingCapacity: true)
          starts.removeAll(keepingCapacity: true)
          while let scalar = scanner.number(radix: 16) {
            starts.append(text.count)
            appendUTF8(scalar, to: &text)
            scanner.skipBlanks()
          }
          scanner.advance()
          let base: BidiBase =
            switch scanner.number() {
            case 0: .leftToRight
            case 1: .rightToLeft
            default: .automatic
            }
          scanner.advance()
          let baseLevel = scanner.number()
          scanner.advance()
          readLevels(&scanner, into: &checker.levels)
          scanner.advance()
          readNumbers(&scanner, into: &checker.order)
          cases += 1
          if !checker.check(text, starts: starts, base: base, baseLevel: baseLevel), failures.count < 20 {
            failures.append("line \(scanner.line): \(checker.found)")
          }
        }
        scanner.skipLine()
      }
    }
    #expect(failures == [])
    #expect(cases == 91_707)
  }

  /// The classes by their short names, the letters of which make a number.
  private func classNumbers() throws -> [Int: BidiClass] {
    var numbers: [Int: BidiClass] = [:]
    for (value, name) in zip(BidiClass.allCases, PropertyValues.bidiClass) {
      numbers[name.short.utf8.reduce(0) { $0 << 8 | Int($1) }] = value
    }
    return numbers
  }

  private func readLevels(_ scanner: inout ByteScanner, into levels: inout [UInt8]) {
    levels.removeAll(keepingCapacity: true)
    while true {
      scanner.skipBlanks()
      if scanner.byte == UInt8(ascii: "x") {
        levels.append(Self.none)
        scanner.advance()
      } else if let level = scanner.number() {
        levels.append(UInt8(level))
      } else {
        return
      }
    }
  }

  private func readNumbers(_ scanner: inout ByteScanner, into numbers: inout [Int]) {
    numbers.removeAll(keepingCapacity: true)
    while true {
      scanner.skipBlanks()
      guard let number = scanner.number() else { return }
      numbers.append(Int(number))
    }
  }

  /// Resolves one case and compares it with what the file expects.
  private struct BidiChecker: ~Copyable {
    var levels: [UInt8] = []
    var order: [Int] = []
    private(set) var found = ""
    private var resolver = BidiResolver()
    private var runs: [BidiLevelRun] = []

    mutating func check(_ classes: [BidiClass], base: BidiBase) -> Bool {
      runs.removeAll(keepingCapacity: true)
      var runs = self.runs
      resolver.resolve(classes, base: base) { runs.append($0) }
      return compare(runs)
    }

    mutating func check(_ text: [UInt8], starts: [Int], base: BidiBase, baseLevel: UInt32?) -> Bool {
      var runs: [BidiLevelRun] = []
      text.withUnsafeBufferPointer { bytes in
        resolver.resolve(bytes, 0..<bytes.count, base: base) { runs.append($0) }
      }
      guard UInt32(resolver.baseLevel) == baseLevel else {
        found = "paragraph level \(resolver.baseLevel)"
        return false
      }
      // From bytes to places in the case's list of characters.
      var at = 0
      for index in runs.indices {
        runs[index].start = at
        while at < starts.count, starts[at] < runs[index].end { at += 1 }
        runs[index].end = at
      }
      return compare(runs)
    }

    private mutating func compare(_ runs: [BidiLevelRun]) -> Bool {
      var place = 0
      for run in runs {
        guard run.start == place, run.start < run.end, run.end <= levels.count else {
          found = "runs do not follow each other: \(runs)"
          return false
        }
        while place < run.end {
          if levels[place] != BidiConformanceTests.none, levels[place] != run.level {
            found = "levels \(runs), expected \(levels)"
            return false
          }
          place += 1
        }
      }
      var next = 0
      for run in visualOrder(runs) {
        var at = run.isRightToLeft ? run.end - 1 : run.start
        let step = run.isRightToLeft ? -1 : 1
        for _ in run.start..<run.end {
          if levels[at] != BidiConformanceTests.none {
            guard next < order.count, order[next] == at else {
              found = "order of \(runs), expected \(order)"
              return false
            }
            next += 1
          }
          at += step
        }
      }
      found = "\(place) characters, \(next) in order"
      return place == levels.count && next == order.count
    }
  }
}
