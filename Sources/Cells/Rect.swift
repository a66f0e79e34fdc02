/// A part of a screen, in cells, the origin at the top left.
public struct Rect: Hashable, Sendable {
  /// The leftmost column.
  public var column: Int
  /// The topmost row.
  public var row: Int
  /// The extent.
  public var size: Size

  /// Creates a rectangle; negative extents count as 0.
  public init(column: Int, row: Int, columns: Int, rows: Int) {
    self.column = column
    self.row = row
    size = Size(columns: columns, rows: rows)
  }

  /// Its columns.
  public var columns: Range<Int> { column..<column + size.columns }

  /// Its rows.
  public var rows: Range<Int> { row..<row + size.rows }

  /// Whether a position lies inside.
  public func contains(column: Int, row: Int) -> Bool { columns.contains(column) && rows.contains(row) }
}
