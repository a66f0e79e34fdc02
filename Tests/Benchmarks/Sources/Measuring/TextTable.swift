/// A table in plain text: the first column from the left, all others to the right.
public struct TextTable {
  private var rows: [[String]]

  /// Creates a table with its column titles.
  public init(_ titles: [String]) { rows = [titles] }

  /// Adds a row; missing cells stay empty.
  public mutating func add(_ row: [String]) { rows.append(row) }

  /// The table with a line under its titles, each row ended by a line feed.
  public var text: String {
    let columns = rows.map(\.count).max() ?? 0
    let widths = (0..<columns).map { column in
      rows.map { column < $0.count ? $0[column].unicodeScalars.count : 0 }.max() ?? 0
    }
    var lines: [String] = []
    for row in rows {
      var line = ""
      for column in 0..<columns {
        let cell = column < row.count ? row[column] : ""
        let padding = String(repeating: " ", count: widths[column] - cell.unicodeScalars.count)
        line += column == 0 ? cell + padding : "  " + padding + cell
      }
      while line.hasSuffix(" ") { line.removeLast() }
      lines.append(line)
    }
    lines.insert(String(repeating: "-", count: widths.reduce(0, +) + 2 * max(0, columns - 1)), at: 1)
    return lines.joined(separator: "\n") + "\n"
  }
}

/// A number with so many digits behind the point.
public func decimal(_ value: Double, _ digits: Int = 1) -> String {
  guard value.isFinite else { return "-" }
  let scale = (0..<digits).reduce(1.0) { scale, _ in scale * 10 }
  let rounded = Int64((abs(value) * scale).rounded())
  let whole = rounded / Int64(scale)
  let sign = value < 0 && rounded > 0 ? "-" : ""
  guard digits > 0 else { return "\(sign)\(whole)" }
  let rest = String(rounded % Int64(scale))
  return "\(sign)\(whole)." + String(repeating: "0", count: digits - rest.count) + rest
}
