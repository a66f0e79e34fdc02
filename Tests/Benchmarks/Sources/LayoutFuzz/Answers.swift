import CReferences
import UnicodeText

/// What a library says of the order of a text.
struct Order: Equatable {
  var baseLevel: Int
  /// The level of each scalar.
  var levels: [UInt8]
  /// The scalars from left to right.
  var order: [Int]

  /// FriBidi's or ICU's answer.
  init?(
    _ text: FuzzText,
    by library: (UnsafePointer<UInt32>?, Int32, Int32, UnsafeMutablePointer<UInt8>?, UnsafeMutablePointer<Int32>?) ->
      Int32
  ) {
    var levels = [UInt8](repeating: 0, count: text.scalars.count)
    var order = [Int32](repeating: 0, count: text.scalars.count)
    let base = library(text.scalars, Int32(text.scalars.count), Int32(text.base), &levels, &order)
    guard base >= 0 else { return nil }
    baseLevel = Int(base)
    self.levels = levels
    self.order = order.map(Int.init)
  }

  init(_ plain: PlainBidi) {
    baseLevel = Int(plain.baseLevel)
    levels = plain.levels
    order = plain.order
  }

  init(_ answer: OurAnswer) {
    baseLevel = answer.baseLevel
    levels = answer.scalars.map(\.level)
    order = answer.order
  }

  /// Without what X9 removes, which may stand anywhere at any level.
  func without(_ removed: [Bool]) -> Order {
    var result = self
    result.levels = zip(levels, removed).filter { !$0.1 }.map(\.0)
    result.order = order.filter { !removed[$0] }
    return result
  }
}

/// Everything the product says of one text.
struct OurAnswer {
  let scalars: [AnalyzedScalar]
  let baseLevel: Int
  /// The scalars from left to right, as one line.
  let order: [Int]
  let bytes: [UInt8]
  /// Where words begin, in bytes.
  let words: Set<Int>
  /// Where lines may or must end, by `lineBreaks`.
  let lines: [Int: LineBreakKind]

  init(_ text: FuzzText) {
    var string = String.UnicodeScalarView()
    for value in text.scalars { string.append(Unicode.Scalar(value) ?? "\u{FFFD}") }
    bytes = Array(String(string).utf8)
    let base: BidiBase = text.base == 0 ? .leftToRight : text.base == 1 ? .rightToLeft : .automatic
    var words: Set<Int> = []
    var lines: [Int: LineBreakKind] = [:]
    let analyzed = bytes.withUnsafeBufferPointer { bytes in
      wordBoundaries(bytes) { words.insert($0) }
      UnicodeText.lineBreaks(bytes) { lines[$0] = $1 }
      return AnalyzedText(bytes, base: base)
    }
    self.words = words
    self.lines = lines
    scalars = analyzed.scalars
    baseLevel = Int(analyzed.paragraphs.first?.level ?? 0)
    var runs: [BidiLevelRun] = []
    for (place, scalar) in scalars.enumerated() {
      if let last = runs.last, last.level == scalar.level {
        runs[runs.count - 1].end = place + 1
      } else {
        runs.append(BidiLevelRun(start: place, end: place + 1, level: scalar.level))
      }
    }
    order = visualOrder(runs).flatMap { run in
      run.isRightToLeft ? Array((run.start..<run.end).reversed()) : Array(run.start..<run.end)
    }
  }
}

/// What a check found out about one text.
enum Finding: Equatable {
  case agrees
  /// A disagreement that a named defect of the other side explains.
  case explained(String)
  /// Anything else.
  case unexplained(String)
}

/// One comparison.
struct Check: Sendable {
  let name: String
  let find: @Sendable (FuzzText, OurAnswer) -> Finding
}
