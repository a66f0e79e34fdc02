/// One table of the lexicon, read: its rows and what was wrong with the others.
///
/// - Shape: UTF-8, one entry a line, columns separated by one tab, the first line names the columns; empty lines and
///   lines that begin with `#` are skipped. The formats are described in `data/lexicon/README.md`.
public struct LexiconFile: Sendable {
  /// Which table it is; the raw value is the file's name without `.tsv`.
  public enum Kind: String, Sendable, CaseIterable {
    case persons, places, organizations, nationalities, titles
    case organizationHeads = "organization-heads"
    case nameParts = "name-parts"
    case cues, blocks
    case commonWords = "common-words"
    case topics
    case urduNames = "urdu-names"

    /// The columns, in the order the documentation names them.
    public var columns: [String] {
      switch self {
      case .persons: ["en", "ar", "short", "fa", "he", "gender", "country"]
      case .places: ["en", "ar", "fa", "he", "kind", "country"]
      case .organizations: ["en", "ar", "acronym", "fa", "he", "kind", "country"]
      case .nationalities: ["country", "ar", "fa", "he", "en"]
      case .titles: ["form", "language", "kind", "gender"]
      case .organizationHeads: ["form", "language", "kind", "strength"]
      case .nameParts: ["form", "language", "kind", "gender"]
      case .cues: ["form", "lemma", "class", "features", "complements", "weight", "language"]
      case .blocks, .commonWords: ["form", "language"]
      case .topics: ["en", "ar", "fa", "he", "kind"]
      case .urduNames: ["en", "ur", "type", "kind", "country"]
      }
    }
  }

  /// One row: the cells in the order of `Kind.columns`, whatever the order in the file.
  public struct Row: Sendable {
    /// The line it stands on, from 1.
    public let line: Int
    /// One cell for each column; an empty cell is an empty string.
    public let cells: [String]
  }

  /// Which table it is.
  public let kind: Kind

  /// The name it was handed in under.
  public let name: String

  /// The rows that could be read.
  public let rows: [Row]

  /// What was left out, and why.
  public let problems: [LexiconError]

  /// Reads a table.
  ///
  /// - Parameters:
  ///   - name: The file's name or path; its last part says which table it is (`persons.tsv`).
  ///   - contents: The bytes of the file.
  /// - Throws: `LexiconError` when the name is unknown, the bytes are not UTF-8 or the first line does not name the
  ///   columns. A bad row is no error: it is left out and stands in `problems`.
  /// - Complexity: O(*n*) in the bytes.
  public init(name: String, contents: [UInt8]) throws(LexiconError) {
    let last = name.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(name[name.utf8.index(after: $0)...]) } ?? name
    let stem = last.hasSuffix(".tsv") ? String(last.dropLast(4)) : last
    guard let kind = Kind(rawValue: stem) else {
      throw LexiconError(file: name, line: 1, problem: .unknownFile(known: Kind.allCases.map { $0.rawValue + ".tsv" }))
    }
    let columns = kind.columns
    var rows: [Row] = []
    var problems: [LexiconError] = []
    var order: [Int] = []
    var line = 0
    var start = 0
    // A byte order mark is common in files saved by spreadsheets.
    if contents.starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }
    while start < contents.count || line == 0 {
      line += 1
      var end = start
      while end < contents.count, contents[end] != 0x0A { end += 1 }
      var last = end
      if last > start, contents[last - 1] == 0x0D { last -= 1 }
      let bytes = contents[start..<last]
      start = end + 1
      if order.isEmpty, bytes.isEmpty || bytes.first == UInt8(ascii: "#"), start < contents.count { continue }
      if !order.isEmpty, bytes.isEmpty || bytes.first == UInt8(ascii: "#") { continue }
      guard let text = String(validating: bytes, as: UTF8.self) else {
        guard !order.isEmpty else { throw LexiconError(file: name, line: line, problem: .notUTF8) }
        problems.append(LexiconError(file: name, line: line, problem: .notUTF8))
        continue
      }
      let cells = text.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      if order.isEmpty {
        order = columns.compactMap { cells.firstIndex(of: $0) }
        guard order.count == columns.count, cells.count == columns.count else {
          throw LexiconError(file: name, line: line, problem: .header(found: cells, expected: columns))
        }
        continue
      }
      guard cells.count == columns.count else {
        let problem = LexiconError.Problem.columns(found: cells.count, expected: columns.count)
        problems.append(LexiconError(file: name, line: line, problem: problem))
        continue
      }
      let ordered = order.map { cells[$0] }
      if ordered[0].isEmpty {
        problems.append(LexiconError(file: name, line: line, problem: .empty(column: columns[0])))
        continue
      }
      rows.append(Row(line: line, cells: ordered))
    }
    self.kind = kind
    self.name = name
    self.rows = rows
    self.problems = problems
  }
}

/// The alternatives of one cell: separated by `|`, blanks around them left out, empty ones too.
func alternatives(_ cell: String) -> [String] {
  cell.split(separator: "|").map { $0.trimmingBlanks() }.filter { !$0.isEmpty }
}

extension Substring {
  fileprivate func trimmingBlanks() -> String {
    var view = utf8[...]
    while view.first == 0x20 { view = view.dropFirst() }
    while view.last == 0x20 { view = view.dropLast() }
    return String(Substring(view))
  }
}
