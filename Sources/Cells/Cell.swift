/// One column of a terminal row: what stands in it, how it looks, and which bytes of the text it shows.
///
/// - Shape: a cluster of width 2 takes one cell of width 2 and, right of it, one cell of width 0 with empty text.
public struct Cell: Hashable, Sendable {
  /// A base character with its marks, ready to be shown; one blank for an empty column, empty for the right half of a
  /// wide cluster. Never a control, never a zero-width character alone.
  public var text: String

  /// How it looks.
  public var style: Style

  /// The number of columns the text takes: 1, 2, or 0 for the right half of a wide cluster.
  public var width: Int

  /// The bytes of the laid out text that the cell shows, or `nil` for what is not text (borders, padding).
  public var source: Range<Int>?

  /// Creates a cell.
  public init(_ text: String, style: Style = .plain, width: Int = 1, source: Range<Int>? = nil) {
    self.text = text
    self.style = style
    self.width = width
    self.source = source
  }

  /// An empty column.
  public static let blank = Cell(" ")

  /// An empty column of a style.
  public static func blank(_ style: Style) -> Cell { Cell(" ", style: style) }
}
