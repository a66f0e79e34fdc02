import UnicodeText

/// A cell as plain numbers: what `LayoutBuffer` makes of a text, without strings and reference counts.
///
/// - Shape: one character, perhaps with marks that stand in the buffer's list; a cluster of width 2 is followed by a
///   cell of width 0 that shows nothing.
public struct PackedCell: BitwiseCopyable, Sendable {
  /// The scalar in bits 0–20, the columns in bits 21–22, the number of marks in bits 23–25.
  @usableFromInline var content: UInt32
  /// The place of its first mark in the list of marks.
  @usableFromInline var mark: UInt32
  /// The bytes it shows.
  @usableFromInline var start: UInt32
  @usableFromInline var end: UInt32
  /// Its style: see `Style.packed`.
  @usableFromInline var look: UInt32
  /// Its embedding level (UAX #9): odd ones are read from right to left.
  public internal(set) var level: UInt8
  /// See `Flag`.
  var flags: UInt8

  /// What a line must know of a cell before it is shown.
  enum Flag {
    /// The first cell of what a line holds or does not hold as a whole: of a cluster, or of lam with its alef.
    static let beginsUnit: UInt8 = 1
    /// A line may end before it.
    static let mayBreak: UInt8 = 2
    /// It may hang over a line's end, and shows nothing there.
    static let blank: UInt8 = 4
    /// It ends a line and shows nothing.
    static let lineEnd: UInt8 = 8
    /// It shows nothing, but parts what stands around it in the order: a bidirectional mark.
    static let hidden: UInt8 = 16
    /// A letter that is joined to the next one, and could be stretched.
    static let joinsNext: UInt8 = 32
    /// Its paragraph runs from right to left.
    static let rightToLeft: UInt8 = 128
  }

  /// More marks than this are not shown: ncurses' limit.
  static let maximumMarks = 4

  @inline(__always)
  init(_ content: UInt32, mark: UInt32, start: UInt32, end: UInt32, level: UInt8, flags: UInt8) {
    self.content = content
    self.mark = mark
    self.start = start
    self.end = end
    look = 0
    self.level = level
    self.flags = flags
  }

  @inline(__always)
  init(_ scalar: UInt32, width: UInt32 = 1, start: UInt32, end: UInt32, level: UInt8, flags: UInt8) {
    content = scalar | width << 21
    mark = 0
    self.start = start
    self.end = end
    look = 0
    self.level = level
    self.flags = flags
  }

  /// The character; U+0000 in the right half of a wide cluster.
  @inlinable
  public var scalar: Unicode.Scalar { Unicode.Scalar(content & 0x1FFFFF) ?? "\u{FFFD}" }

  /// The columns it takes: 1, 2, or 0 for the right half of a wide cluster.
  @inlinable
  public var width: Int { Int(content >> 21 & 3) }

  /// The bytes of the text that it shows.
  @inlinable
  public var source: Range<Int> { Int(start)..<Int(end) }

  /// How it looks.
  public var style: Style { Style(packed: look) }

  @inlinable
  var markCount: Int { Int(content >> 23 & 7) }

  @inline(__always)
  mutating func setScalar(_ scalar: UInt32) { content = content & ~0x1FFFFF | scalar }

  /// Whether it is the whole of a unit, shown in one column.
  var isSimple: Bool {
    content & 3 << 21 == 1 << 21 && flags & (Flag.beginsUnit | Flag.lineEnd | Flag.hidden) == Flag.beginsUnit
  }
  var isBlank: Bool { flags & Flag.blank != 0 }
  var mayHang: Bool { flags & (Flag.blank | Flag.hidden) != 0 }
  var beginsUnit: Bool { flags & Flag.beginsUnit != 0 }
  var mayBreakBefore: Bool { flags & Flag.mayBreak != 0 }
  var baseLevel: UInt8 { flags >> 7 }
}

extension Style {
  /// The style in bits: the foreground in 0–8, the background in 9–17, 0 for the terminal's own and else one more than
  /// the palette's number; the attributes from 18 on. 0 is `plain`.
  var packed: UInt32 { foreground.packed | background.packed << 9 | UInt32(attributes.rawValue) << 18 }

  init(packed: UInt32) {
    self.init(
      Color(packed: packed & 0x1FF), on: Color(packed: packed >> 9 & 0x1FF),
      Attributes(rawValue: UInt8(truncatingIfNeeded: packed >> 18)))
  }
}

extension Color {
  fileprivate var packed: UInt32 {
    switch self {
    case .standard: 0
    case .palette(let number): UInt32(number) + 1
    }
  }

  fileprivate init(packed: UInt32) {
    self = packed == 0 ? .standard : .palette(UInt8(truncatingIfNeeded: packed - 1))
  }
}
