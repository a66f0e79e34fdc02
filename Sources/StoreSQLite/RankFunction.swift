import GRDB
import GRDBSQLite
import Search

/// The full-text function that scores a row by `Ranking`.
///
/// FTS5's own `bm25` takes each form for a word of its own, so that a rare spelling outweighs a frequent one; it also goes
/// through all rows of a word to learn how rare it is, and looks the length of each article up in a table. Here rarity
/// comes with the query, from the vocabulary, and lengths come a thousand at a time.
enum RankFunction {
  static let name = "mujaz_rank"

  /// The argument of the function: for each phrase of the match its word, its weight, and the rarity of its word, the
  /// last two in thousandths.
  ///
  /// - Parameters:
  ///   - articles: How many articles there are.
  ///   - count: In how many of them a token stands.
  static func argument(
    _ phrases: [RankedPhrase], articles: Int, count: (String) throws -> Int
  ) rethrows -> String {
    var found: [Int: Int] = [:]
    for phrase in phrases where !phrase.tokens.isEmpty {
      // Words side by side stand in no more articles than the rarest of them.
      found[phrase.word, default: 0] += try phrase.tokens.map(count).min() ?? 0
    }
    func rarity(_ word: Int) -> Double {
      // A word that cannot be counted is taken for a middling one.
      guard let count = found[word] else { return 1 }
      return Ranking.rarity(found: count, articles: articles)
    }
    // Somebody else's archive may count whatever it likes.
    func thousandths(_ value: Double) -> Int { value.isFinite ? Int((min(max(value, 0), 1_000) * 1000).rounded()) : 0 }
    return phrases.map { "\($0.word):\(thousandths($0.weight)):\(thousandths(rarity($0.word)))" }
      .joined(separator: ",")
  }

  /// Makes the function known to a connection.
  static func register(_ db: Database) throws {
    let api = UnsafeMutablePointer(mutating: FTS5.api(db))
    let code = api.pointee.xCreateFunction(api, name, nil, { rank($0, $1, $2, $3, $4) }, nil)
    guard code == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
  }
}

/// Scores the current row of a search.
private func rank(
  _ api: UnsafePointer<Fts5ExtensionApi>?, _ context: OpaquePointer?, _ result: OpaquePointer?, _ count: CInt,
  _ values: UnsafeMutablePointer<OpaquePointer?>?
) {
  guard let api, count == 1, let argument = values?[0] else {
    return sqlite3_result_error_code(result, SQLITE_MISUSE)
  }
  let state: RankState
  if let known = api.pointee.xGetAuxdata(context, 0) {
    state = Unmanaged<RankState>.fromOpaque(known).takeUnretainedValue()
  } else {
    guard let text = sqlite3_value_text(argument) else { return sqlite3_result_error_code(result, SQLITE_MISUSE) }
    state = RankState(api, context, sqlite3_context_db_handle(result), String(cString: text))
    let owned = Unmanaged.passRetained(state).toOpaque()
    let code = api.pointee.xSetAuxdata(
      context, owned, { pointer in if let pointer { Unmanaged<RankState>.fromOpaque(pointer).release() } })
    guard code == SQLITE_OK else { return sqlite3_result_error_code(result, code) }
  }
  sqlite3_result_double(result, state.score(api, context))
}

/// What stays the same for all rows of one search.
private final class RankState {
  private let words: [Int]
  private let weights: [Double]
  private var ranking: Ranking
  /// The day of the newest match; rows come newest first.
  private var newestDay: Int64?
  /// What the length of an article makes of its frequencies, by the byte of `ArticleLengths`.
  private let norms: [Double]
  private var lengths: OpaquePointer?
  private var block: Int64 = -1
  private var blockBytes: [UInt8] = []

  init(
    _ api: UnsafePointer<Fts5ExtensionApi>, _ context: OpaquePointer?, _ db: OpaquePointer?, _ argument: String
  ) {
    let parts = argument.split(separator: ",").map { $0.split(separator: ":").compactMap { Int($0) } }
    let count = min(parts.count, Int(api.pointee.xPhraseCount(context)))
    words = parts.prefix(count).map { $0.first ?? 0 }
    weights = parts.prefix(count).map { Double($0.dropFirst().first ?? 0) / 1000 }
    let wordCount = (words.max() ?? 0) + 1
    var rarities = Array(repeating: 0.0, count: wordCount)
    for part in parts.prefix(count) where part.count == 3 { rarities[part[0]] = Double(part[2]) / 1000 }
    ranking = Ranking(rarities: rarities)
    var rows: sqlite3_int64 = 0
    _ = api.pointee.xRowCount(context, &rows)
    var (title, text): (sqlite3_int64, sqlite3_int64) = (0, 0)
    _ = api.pointee.xColumnTotalSize(context, 0, &title)
    _ = api.pointee.xColumnTotalSize(context, 1, &text)
    let average = rows > 0 && title + text > 0 ? Double(title + text) / Double(rows) : 1
    norms = (0...255).map { byte in
      let length = byte == 0 ? average : ArticleLengths.words(UInt8(byte))
      return Ranking.norm(length: length, average: average)
    }
    // Without the table every article counts as one of average length.
    _ = sqlite3_prepare_v2(db, ArticleLengths.select, -1, &lengths, nil)
  }

  deinit { sqlite3_finalize(lengths) }

  /// The score of the current row.
  func score(_ api: UnsafePointer<Fts5ExtensionApi>, _ context: OpaquePointer?) -> Double {
    ranking.begin()
    for phrase in words.indices where weights[phrase] > 0 {
      var iterator = Fts5PhraseIter()
      var (column, offset): (CInt, CInt) = (0, 0)
      guard api.pointee.xPhraseFirst(context, CInt(phrase), &iterator, &column, &offset) == SQLITE_OK else { continue }
      while column >= 0 {
        ranking.add(
          word: words[phrase], weight: weights[phrase], inTitle: column == 0, position: Int(offset))
        api.pointee.xPhraseNext(context, &iterator, &column, &offset)
      }
    }
    let key = api.pointee.xRowid(context)
    // Keys order by day; see Schema.
    let day = key >> 22
    let newest = newestDay ?? day
    newestDay = newest
    let age = day > 0 ? Double(newest - day) : 36_500
    return ranking.score(norm: norms[lengthByte(of: key)], age: age)
  }

  /// The length of an article as its byte; 0 where it is not known.
  private func lengthByte(of key: Int64) -> Int {
    let place = ArticleLengths.place(of: key)
    if place.block != block { read(place.block) }
    return place.index < blockBytes.count ? Int(blockBytes[place.index]) : 0
  }

  private func read(_ number: Int64) {
    block = number
    blockBytes.removeAll(keepingCapacity: true)
    guard let lengths else { return }
    defer { sqlite3_reset(lengths) }
    sqlite3_bind_int64(lengths, 1, number)
    guard sqlite3_step(lengths) == SQLITE_ROW, let bytes = sqlite3_column_blob(lengths, 0) else { return }
    blockBytes.append(
      contentsOf: UnsafeRawBufferPointer(start: bytes, count: Int(sqlite3_column_bytes(lengths, 0))))
  }
}
