import Cells

/// A screen as a text that people read and programs compare: the content of a `.screen` file.
///
/// - Shape: `size`, `cursor`, then the letters of each row between bars, then one letter of style for each column, then
///   what the style letters mean. Rows of letters are in visual order and stand inside a left-to-right override, so
///   that editors which order bidirectional text leave them as they are.
public struct ScreenFile: Hashable, Sendable {
  /// The whole text.
  public let text: String

  /// Wraps the text of a file.
  public init(text: String) { self.text = text }

  /// Describes a frame.
  ///
  /// - Complexity: O(*c*) in the cells of the frame.
  public init(_ frame: Frame, legend: StyleLegend = StyleLegend()) {
    let (letters, meanings) = legend.letters(for: frame)
    var lines = ["size \(frame.size.columns)x\(frame.size.rows)"]
    lines.append(frame.cursor.map { "cursor column \($0.column) row \($0.row)" } ?? "cursor hidden")
    lines.append("")
    for row in 0..<frame.size.rows {
      lines.append("\u{202D}|" + frame.row(row).map(\.text).joined() + "|\u{202C}")
    }
    lines.append("")
    for row in 0..<frame.size.rows {
      lines.append("|" + String(frame.row(row).map { letters[$0.style] ?? "?" }) + "|")
    }
    lines.append("")
    text = (lines + meanings).joined(separator: "\n") + "\n"
  }

  /// The lines of the file, the overrides left out.
  var lines: [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      String(String.UnicodeScalarView(line.unicodeScalars.filter { $0 != "\u{202D}" && $0 != "\u{202C}" }))
    }
  }
}

/// What differs between two screens, for a person: the rows that differ one above the other, then cell by cell where.
///
/// - Parameter limit: The most cells listed.
/// - Returns: `nil` where nothing differs.
/// - Complexity: O(*n*) in the length of both.
public func difference(expected: ScreenFile, found: ScreenFile, limit: Int = 20) -> String? {
  guard expected.text != found.text else { return nil }
  let (old, new) = (expected.lines, found.lines)
  var report: [String] = []
  var cells: [String] = []
  // Both blocks of rows have the rows' numbers of the screen, counted from the bar at their begin.
  var numbers: [(row: Int, block: String)] = []
  var row = 0
  var block = "letters"
  for line in new {
    if row > 0, !line.hasPrefix("|") { block = "styles" }
    row = line.hasPrefix("|") ? row + 1 : 0
    numbers.append((row - 1, block))
  }
  for index in 0..<max(old.count, new.count) {
    let a = index < old.count ? old[index] : "(nothing)"
    let b = index < new.count ? new[index] : "(nothing)"
    guard a != b else { continue }
    let (number, block) = index < numbers.count ? numbers[index] : (-1, "")
    report.append(number < 0 ? "line \(index + 1)" : "row \(number), \(block)")
    report.append("  expected \(a)")
    report.append("  found    \(b)")
    guard number >= 0 else { continue }
    let (expectedCells, foundCells) = (columns(of: a), columns(of: b))
    for column in 0..<max(expectedCells.count, foundCells.count) {
      let e = column < expectedCells.count ? expectedCells[column] : ""
      let f = column < foundCells.count ? foundCells[column] : ""
      if e != f { cells.append("  row \(number) column \(column): expected \(named(e)) found \(named(f))") }
    }
  }
  let more = cells.count > limit ? ["  … and \(cells.count - limit) more cells"] : []
  return (report + ["cell by cell:"] + cells.prefix(limit) + more).joined(separator: "\n")
}

/// The columns of a row of a file, its bars left out: a character with its marks, and nothing for the second column of
/// a wide one.
private func columns(of line: String) -> [String] {
  guard line.hasPrefix("|") else { return [line] }
  var columns: [String] = []
  for scalar in line.unicodeScalars.dropFirst().dropLast() {
    switch scalar.properties.generalCategory {
    case .nonspacingMark,
      .enclosingMark where !columns.isEmpty:
      columns[columns.count - 1].unicodeScalars.append(scalar)
    default:
      columns.append(String(scalar))
      if Cells.columns(of: String(scalar)) == 2 { columns.append("") }
    }
  }
  return columns
}

/// A cell's text with its code points, since letters that look alike are the usual difference.
private func named(_ text: String) -> String {
  let points = text.unicodeScalars.map { scalar in
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
  return points.isEmpty ? "nothing" : "'\(text)' (\(points.joined(separator: " ")))"
}
