import ArabicText
import GRDB
import Search

/// The words of the archive: in how many articles each stands, and which ones begin as asked.
struct Vocabulary {
  private let db: Database

  /// So many words a beginning is completed to; where more begin so, the commonest.
  static let completions = 24

  init(_ db: Database) { self.db = db }

  /// In how many articles a token of the index stands.
  func articles(_ token: String) throws -> Int {
    let statement = try db.cachedStatement(sql: "SELECT articles FROM vocabulary WHERE term = ?")
    let bytes = Array(token.utf8)
    let kept =
      bytes.count > ArabicTokenizer.longest
      ? String(decoding: bytes.prefix(ArabicTokenizer.kept(bytes)), as: UTF8.self) : token
    let counted: Int = try Row.fetchOne(statement, arguments: [kept])?[0] ?? 0
    return max(counted, 0)
  }

  /// The commonest tokens that begin with folded letters, and whether these are all of them.
  ///
  /// A word begins so as it is written or without what is attached to it.
  /// - Complexity: O(*n*) in the words that begin so.
  func completions(of start: String) throws -> (tokens: [String], areAll: Bool) {
    guard !start.isEmpty else { return ([], true) }
    let statement = try db.cachedStatement(
      sql: """
        SELECT term FROM (
          SELECT term, articles FROM vocabulary WHERE term >= ? AND term < ? AND articles > 0
          UNION ALL SELECT term, articles FROM vocabulary WHERE term >= ? AND term < ? AND articles > 0)
        ORDER BY articles DESC, term LIMIT ?
        """)
    let end = "\u{10FFFF}"
    let tokens = try String.fetchAll(
      statement, arguments: [start, start + end, "=" + start, "=" + start + end, Self.completions + 1])
    return (Array(tokens.prefix(Self.completions)), tokens.count <= Self.completions)
  }

  /// The completions of every beginning in a query, by folded beginning, and whether none was cut short.
  func completions(in query: Query) throws -> (tokens: [String: [String]], areAll: Bool) {
    var found: [String: [String]] = [:]
    var areAll = true
    for start in Self.beginnings(query) {
      let completed = try completions(of: start)
      found[start] = completed.tokens
      areAll = areAll && completed.areAll
    }
    return (found, areAll)
  }

  private static func beginnings(_ query: Query) -> Set<String> {
    switch query {
    case .prefix(let written): [folded(written)]
    case .title(let inner), .not(let inner): beginnings(inner)
    case .and(let parts), .or(let parts): parts.reduce(into: []) { $0.formUnion(beginnings($1)) }
    default: []
    }
  }
}
