/// What a line holds or does not hold as a whole: a cluster, or lam with its alef.
struct LayoutUnit {
  enum Kind {
    case text, space, tab, lineEnd
    /// Shows nothing, but parts what stands around it in the order: a bidirectional mark.
    case hidden
  }

  /// The unit's bytes, with what is hidden before the first and behind each unit.
  var start: Int
  var end: Int
  /// Its pieces, by their places in `LayoutUnits.pieces`.
  var pieces: Range<Int>
  /// The columns it takes.
  var width: Int
  /// Its embedding level, and its paragraph's.
  var level: UInt8
  var baseLevel: UInt8
  var kind: Kind
  /// Whether a line may end before it.
  var mayBreakBefore: Bool

  /// Whether it may hang over a line's end, and shows nothing there.
  var isBlank: Bool { kind == .space || kind == .tab }

  /// Whether it takes no room at a line's end.
  var mayHang: Bool { isBlank || kind == .hidden }
}

/// What one cell shows: a character with its marks.
struct LayoutPiece {
  /// The bytes it shows.
  var start: Int
  var end: Int
  /// The columns it takes, 1 or 2.
  var width: Int
  /// What is shown.
  var text: CellText
}

/// A character with at most four marks, ncurses' limit; a string is made of it only where it is shown.
struct CellText {
  /// More marks than this are not shown.
  static let maximumMarks = 4

  private var base: Unicode.Scalar
  private var marks: (Unicode.Scalar, Unicode.Scalar, Unicode.Scalar, Unicode.Scalar)
  private var count = 0

  init(_ base: Unicode.Scalar) {
    self.base = base
    marks = (base, base, base, base)
  }

  mutating func add(_ mark: Unicode.Scalar) {
    switch count {
    case 0: marks.0 = mark
    case 1: marks.1 = mark
    case 2: marks.2 = mark
    case 3: marks.3 = mark
    default: return
    }
    count += 1
  }

  mutating func mirror(_ image: Unicode.Scalar) { base = image }

  var string: String {
    var string = String.UnicodeScalarView()
    string.append(base)
    if count > 0 { string.append(marks.0) }
    if count > 1 { string.append(marks.1) }
    if count > 2 { string.append(marks.2) }
    if count > 3 { string.append(marks.3) }
    return String(string)
  }

}
