/// The extent of a screen or a part of it, in cells.
public struct Size: Hashable, Sendable {
  /// From left to right, 0 or more.
  public var columns: Int
  /// From top to bottom, 0 or more.
  public var rows: Int

  /// Creates a size; negative numbers count as 0.
  public init(columns: Int, rows: Int) {
    self.columns = max(0, columns)
    self.rows = max(0, rows)
  }
}
