import Testing

@testable import UnicodeText

/// The resolver against the plain reference, on random text that conformance files do not hold: long, deep, with
/// brackets, isolates, overrides and marks mixed.
struct BidiRandomTests {
  /// A small generator, so that a failure comes again.
  struct Random: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var value = state
      value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
      value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
      return value ^ value >> 31
    }
  }

  /// One scalar of each class, several of those with rules of their own.
  static let alphabet: [UInt32] = [
    0x61, 0x5D0, 0x628, 0x31, 0x2B, 0x24, 0x661, 0x2C, 0x300, 0xAD, 0x09, 0x20, 0x21, 0x202A, 0x202D, 0x202B, 0x202E,
    0x202C, 0x2066, 0x2067, 0x2068, 0x2069, 0x28, 0x29, 0x5B, 0x5D, 0x2329, 0x232A, 0x3008, 0x3009,
  ]

  struct Mixture: Sendable, CustomTestStringConvertible {
    let name: String
    let alphabet: [UInt32]
    let length: ClosedRange<Int>
    let count: Int
    var testDescription: String { name }
  }

  static let mixtures = [
    Mixture(name: "short, everything", alphabet: alphabet, length: 1...12, count: 12_000),
    Mixture(name: "long, everything", alphabet: alphabet, length: 40...120, count: 150),
    Mixture(
      name: "brackets and letters", alphabet: [0x61, 0x5D0, 0x28, 0x29, 0x5B, 0x5D, 0x31, 0x300, 0x20], length: 4...20,
      count: 6_000),
    Mixture(
      name: "isolates and letters", alphabet: [0x61, 0x5D0, 0x2066, 0x2067, 0x2068, 0x2069, 0x21], length: 4...20,
      count: 6_000),
    Mixture(
      name: "numbers", alphabet: [0x61, 0x5D0, 0x628, 0x31, 0x661, 0x2B, 0x2C, 0x24, 0x300, 0xAD], length: 4...16,
      count: 6_000),
    Mixture(
      name: "more open brackets than count", alphabet: [0x28, 0x28, 0x28, 0x28, 0x5B, 0x28, 0x29, 0x61, 0x5D0],
      length: 60...160, count: 150),
    Mixture(
      name: "deeper than levels go",
      alphabet: [0x202A, 0x202B, 0x202E, 0x2066, 0x2067, 0x2067, 0x61, 0x5D0, 0x2069, 0x202C],
      length: 150...400, count: 40),
  ]

  @Test("levels agree with the reference", arguments: mixtures)
  func levels(_ mixture: Mixture) {
    var random = Random(state: 20_260_101)
    var resolver = BidiResolver()
    var failures = 0
    for _ in 0..<mixture.count {
      let text = (0..<Int.random(in: mixture.length, using: &random)).map { _ in
        mixture.alphabet.randomElement(using: &random) ?? 0x20
      }
      let base = [BidiBase.automatic, .leftToRight, .rightToLeft].randomElement(using: &random) ?? .automatic
      let expected = BidiReference(text, base: base)
      let found = levels(text, base: base, with: &resolver)
      let agrees =
        expected.baseLevel == resolver.baseLevel
        && zip(expected.levels, found).allSatisfy { $0.0 == nil || $0.0 == $0.1 }
      if !agrees, failures < 5 {
        failures += 1
        Issue.record("\(text.map { String($0, radix: 16) }) \(base): \(found), expected \(expected.levels)")
      }
    }
  }

  private func levels(_ text: [UInt32], base: BidiBase, with resolver: inout BidiResolver) -> [UInt8] {
    var bytes: [UInt8] = []
    var starts: [Int] = []
    for scalar in text {
      starts.append(bytes.count)
      appendUTF8(scalar, to: &bytes)
    }
    var runs: [BidiLevelRun] = []
    bytes.withUnsafeBufferPointer { buffer in
      resolver.resolve(buffer, 0..<buffer.count, base: base) { runs.append($0) }
    }
    var run = 0
    return starts.map { start in
      while runs[run].end <= start { run += 1 }
      return runs[run].level
    }
  }

  @Test("visual order agrees with reversing level by level")
  func order() {
    var random = Random(state: 7)
    for _ in 0..<3_000 {
      let highest = UInt8.random(in: 1...9, using: &random)
      let levels = (0..<Int.random(in: 1...14, using: &random)).map { _ in UInt8.random(in: 0...highest, using: &random)
      }
      var runs: [BidiLevelRun] = []
      for (place, level) in levels.enumerated() {
        if let last = runs.last, last.level == level {
          runs[runs.count - 1].end += 1
        } else {
          runs.append(BidiLevelRun(start: place, end: place + 1, level: level))
        }
      }
      let found = visualOrder(runs).flatMap { run in
        run.isRightToLeft ? Array((run.start..<run.end).reversed()) : Array(run.start..<run.end)
      }
      #expect(found == Self.reversedByLevel(levels), "\(levels)")
    }
  }

  /// L2 as it is written.
  private static func reversedByLevel(_ levels: [UInt8]) -> [Int] {
    var order = Array(levels.indices)
    for level in stride(from: levels.max() ?? 0, to: 0, by: -1) {
      var start = 0
      while start < order.count {
        guard levels[order[start]] >= level else {
          start += 1
          continue
        }
        var end = start
        while end < order.count, levels[order[end]] >= level { end += 1 }
        order[start..<end].reverse()
        start = end
      }
    }
    return order
  }
}
