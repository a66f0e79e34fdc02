/// A whole screen as a value: a grid of cells and where the cursor stands.
///
/// Pure data: it is what the reader's views return, what a display shows and what tests compare.
public struct Frame: Hashable, Sendable {
  /// A position on the screen.
  public struct Position: Hashable, Sendable {
    /// From the left, from 0.
    public var column: Int
    /// From the top, from 0.
    public var row: Int

    /// Creates a position.
    public init(column: Int, row: Int) {
      self.column = column
      self.row = row
    }
  }

  /// The extent.
  public let size: Size

  /// Where the cursor is shown, or `nil` when it is hidden.
  public var cursor: Position?

  private var cells: [Cell]

  /// Creates an empty screen.
  public init(size: Size, style: Style = .plain) {
    self.size = size
    cells = Array(repeating: .blank(style), count: size.columns * size.rows)
  }

  /// The cell at a position. Writing outside the frame does nothing; reading there gives a blank.
  public subscript(column: Int, row: Int) -> Cell {
    get {
      guard 0..<size.columns ~= column, 0..<size.rows ~= row else { return .blank }
      return cells[row * size.columns + column]
    }
    set {
      guard 0..<size.columns ~= column, 0..<size.rows ~= row else { return }
      cells[row * size.columns + column] = newValue
    }
  }

  /// The cells of one row, left to right.
  ///
  /// - Complexity: O(1).
  public func row(_ row: Int) -> ArraySlice<Cell> { cells[row * size.columns..<(row + 1) * size.columns] }

  /// Writes cells into a row from `column` on, inside `clip`; a wide cluster that does not fit whole becomes a blank.
  public mutating func put(_ line: some Sequence<Cell>, column: Int, row: Int, clip: Rect) {
    guard clip.rows.contains(row) else { return }
    var at = column
    for cell in line {
      defer { at += 1 }
      guard clip.columns.contains(at) else { continue }
      if cell.width == 2, !clip.columns.contains(at + 1) {
        self[at, row] = .blank(cell.style)
      } else if cell.width == 0, at == clip.column {
        self[at, row] = .blank(cell.style)
      } else {
        self[at, row] = cell
      }
    }
  }

  /// Fills a rectangle with one cell.
  public mutating func fill(_ rect: Rect, with cell: Cell) {
    for row in rect.rows {
      for column in rect.columns { self[column, row] = cell }
    }
  }

  /// The letters of the frame, one line a row, blanks at the right end left out: what golden files hold.
  public var text: String {
    (0..<size.rows).map { row in
      let line = self.row(row).map(\.text).joined()
      return String(line.reversed().drop { $0 == " " }.reversed())
    }.joined(separator: "\n")
  }
}
