import Cells

/// The screen for screen readers and Braille: what the focused pane shows, line by line from the left edge, in the order
/// in which it is stored, without boxes, sides and styles; the cursor stands on what is chosen.
///
/// It is read off the screen that is drawn for eyes, so that nothing shown there can be missing here. A step changes only
/// the lines that say something else than before.
/// - Complexity: O(*c*) in the cells of the screen.
func plainView(_ model: Model) -> Frame {
  var drawn = model
  drawn.options.theme = .plain
  drawn.isRightToLeft = false
  drawn.isFlipped = false
  let source = drawnView(drawn)
  var frame = Frame(size: source.size)
  let all = Rect(column: 0, row: 0, columns: frame.size.columns, rows: frame.size.rows)
  var cursors: [(rank: Int, position: Frame.Position)] = []
  for row in 0..<source.size.rows {
    let line = PlainLine(source.row(row))
    frame.put(line.cells, column: 0, row: row, clip: all)
    if let cursor = source.cursor, cursor.row == row {
      cursors.append((0, Frame.Position(column: line.columns[cursor.column], row: row)))
    } else if let choice = line.choice {
      cursors.append((choice.rank, Frame.Position(column: choice.column, row: row)))
    } else if row > 0, !line.cells.isEmpty {
      // Where nothing is chosen, as in an article, reading begins below the bar.
      cursors.append((9, Frame.Position(column: 0, row: row)))
    }
  }
  frame.cursor = cursors.min { ($0.rank, $0.position.row) < ($1.rank, $1.position.row) }?.position
  return frame
}

/// One row of a drawn screen without what is only for eyes.
private struct PlainLine {
  /// What is left, from the left edge.
  var cells: [Cell] = []
  /// Where each column of the drawn row went.
  var columns: [Int] = []
  /// Where something chosen begins, and how surely it is what the cursor belongs on; 0 surest.
  var choice: (column: Int, rank: Int)?

  init(_ row: ArraySlice<Cell>) {
    var blanks = 0
    for cell in row {
      let isBlank = cell.text == " " || PlainLine.isSign(cell.text)
      guard !isBlank else {
        blanks += 1
        columns.append(cells.count + (cells.isEmpty ? 0 : min(blanks, 2)) - (cells.isEmpty ? 0 : 1))
        continue
      }
      if !cells.isEmpty { cells += Array(repeating: .blank, count: min(blanks, 2)) }
      blanks = 0
      if let rank = PlainLine.rank(cell.style), rank < choice?.rank ?? .max { choice = (cells.count, rank) }
      columns.append(cells.count)
      cells.append(Cell(cell.text, width: cell.width))
    }
    // A cursor behind the last letter stays right behind it, with the blanks that were typed.
    columns = columns.enumerated().map { min($0.offset, max($0.element, 0)) }
  }

  /// How surely something of a style is what the cursor belongs on.
  private static func rank(_ style: Style) -> Int? {
    if style.attributes.contains([.reverse, .bold]) { return 1 }
    if style.attributes.contains(.reverse) { return 2 }
    return style.attributes.contains(.underline) ? 3 : nil
  }

  /// Whether something is drawn for eyes only: lines, blocks, the mark of the active pane.
  private static func isSign(_ text: String) -> Bool {
    guard let scalar = text.unicodeScalars.first, text.unicodeScalars.count == 1 else { return false }
    return 0x2500...0x259F ~= scalar.value || scalar == "▸" || scalar == "◂"
  }
}

extension Theme {
  /// What `plainView` tells choices by; nothing of it is shown.
  static let plain = Theme([
    .selection: Style(.standard, on: .standard, .reverse),
    .inactiveSelection: Style(.standard, on: .standard, .reverse),
    .currentMatch: Style(.standard, on: .standard, [.reverse, .bold]),
    .statement: Style(.standard, on: .standard, .underline),
  ])
}

extension LayoutOptions {
  /// The options with letters in the order and shape in which they are stored: whatever reads the screen knows them.
  static func plain(_ options: LayoutOptions) -> LayoutOptions {
    var plain = options
    plain.order = .logical
    plain.shaping = .none
    plain.lamAlef = .twoCells
    plain.marks = .keep
    return plain
  }
}

extension Model {
  /// Whether the reader's own words, alone on a row, run from right to left on the screen.
  var isInterfaceRightToLeft: Bool { options.language.isRightToLeft && !options.isPlain }
}
