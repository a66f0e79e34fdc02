import Cells

/// What curses can be given for a cell without getting out of step with the terminal.
///
/// - Source: ncursesw keeps one spacing character with up to four marks in a cell, draws a control as two columns, and
///   hangs a mark that stands alone on the cell before, even on the row above.
struct CellText: Equatable {
  /// The character and its marks, at most five scalars.
  var scalars: [UInt32]
  /// The columns that curses will count: 1 or 2.
  var columns: Int

  /// Stands in for what cannot be drawn.
  static let unknown = CellText(scalars: [0xFFFD], columns: 1)
  /// An empty column.
  static let blank = CellText(scalars: [0x20], columns: 1)
  /// An empty column that holds what follows it in the row in visual order: with a left-to-right override.
  static let margin = CellText(scalars: [0x20, 0x202D], columns: 1)

  /// Chooses what to draw for a cell.
  ///
  /// - Parameter width: The columns that curses gives a scalar.
  init(_ cell: Cell, width: (UInt32) -> Int) {
    let text = cell.text.unicodeScalars
    guard let first = text.first, cell.width > 0 else {
      self = .blank
      return
    }
    let columns = width(first.value)
    // Curses and the cell must agree on the columns, or the rest of the row would be shifted. A cell may be wider than
    // its character: a blank fills it up.
    if columns < 1 || columns > cell.width {
      self = .unknown
    } else {
      let marks = text.dropFirst().filter { !Self.isFormat($0) && width($0.value) == 0 }.prefix(4)
      self.init(scalars: [first.value] + marks.map(\.value), columns: columns)
    }
  }

  private init(scalars: [UInt32], columns: Int) {
    self.scalars = scalars
    self.columns = columns
  }

  /// Invisible characters that some terminals give a column of their own, or obey.
  private static func isFormat(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .format || scalar.properties.generalCategory == .control
  }
}
