import GRDB
import GRDBSQLite
import Glibc

/// The full-text function that scores a row: BM25 over the words of the query, the forms of one word taken together.
///
/// FTS5's own `bm25` takes each form for a word of its own, so that a rare spelling outweighs a frequent one.
/// - Source: BM25 with k1 = 1.2 and b = 0.75; the headline counts three times, as in BM25F.
enum RankFunction {
  static let name = "mujaz_rank"

  /// The argument of the function: for each phrase of the match its word, its weight in thousandths, and whether its rarity
  /// is counted.
  static func argument(_ phrases: [RankedPhrase]) -> String {
    phrases.map { "\($0.word):\(Int(($0.weight * 1000).rounded())):\($0.isCounted ? 1 : 0)" }.joined(separator: ",")
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
  guard let api, count == 1, let argument = values?[0], let text = sqlite3_value_text(argument) else {
    return sqlite3_result_error_code(result, SQLITE_MISUSE)
  }
  let state: RankState
  if let known = api.pointee.xGetAuxdata(context, 0) {
    state = Unmanaged<RankState>.fromOpaque(known).takeUnretainedValue()
  } else {
    state = RankState(api, context, String(cString: text))
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
  private var rarity: [Double]
  private var averageLength = 1.0
  private var frequencies: [Double]

  private static let titleWeight = 3.0
  private static let saturation = 1.2
  private static let lengthWeight = 0.75

  init(_ api: UnsafePointer<Fts5ExtensionApi>, _ context: OpaquePointer?, _ argument: String) {
    let pairs = argument.split(separator: ",").map { $0.split(separator: ":").compactMap { Int($0) } }
    let count = min(pairs.count, Int(api.pointee.xPhraseCount(context)))
    words = pairs.prefix(count).map { $0.first ?? 0 }
    weights = pairs.prefix(count).map { Double($0.dropFirst().first ?? 0) / 1000 }
    let isCounted = pairs.prefix(count).map { $0.last == 1 }
    let wordCount = (words.max() ?? 0) + 1
    frequencies = Array(repeating: 0, count: wordCount)
    rarity = Array(repeating: 0, count: wordCount)
    var rows: sqlite3_int64 = 0
    _ = api.pointee.xRowCount(context, &rows)
    var tokens: sqlite3_int64 = 0
    _ = api.pointee.xColumnTotalSize(context, -1, &tokens)
    if rows > 0, tokens > 0 { averageLength = Double(tokens) / Double(rows) }
    // Only whole forms count; the form that was typed is among them already.
    for phrase in 0..<count where isCounted[phrase] {
      var found = 0
      _ = withUnsafeMutablePointer(to: &found) { pointer in
        api.pointee.xQueryPhrase(context, CInt(phrase), pointer) { _, _, pointer in
          pointer?.assumingMemoryBound(to: Int.self).pointee += 1
          return SQLITE_OK
        }
      }
      rarity[words[phrase]] += Double(found)
    }
    let counted = Set(words.indices.filter { isCounted[$0] }.map { words[$0] })
    for word in rarity.indices {
      // A word that was not counted is taken for a middling one.
      guard counted.contains(word) else {
        rarity[word] = 1
        continue
      }
      let found = min(rarity[word], Double(rows))
      rarity[word] = log(1 + (Double(rows) - found + 0.5) / (found + 0.5))
    }
  }

  /// The score of the current row.
  func score(_ api: UnsafePointer<Fts5ExtensionApi>, _ context: OpaquePointer?) -> Double {
    for word in frequencies.indices { frequencies[word] = 0 }
    for phrase in words.indices where weights[phrase] > 0 {
      var iterator = Fts5PhraseIter()
      var (column, offset): (CInt, CInt) = (0, 0)
      guard api.pointee.xPhraseFirst(context, CInt(phrase), &iterator, &column, &offset) == SQLITE_OK else { continue }
      while column >= 0 {
        frequencies[words[phrase]] += column == 0 ? weights[phrase] * Self.titleWeight : weights[phrase]
        api.pointee.xPhraseNext(context, &iterator, &column, &offset)
      }
    }
    var length: CInt = 0
    _ = api.pointee.xColumnSize(context, -1, &length)
    let norm = Self.saturation * (1 - Self.lengthWeight + Self.lengthWeight * Double(length) / averageLength)
    var score = 0.0
    for word in frequencies.indices where frequencies[word] > 0 {
      score += rarity[word] * frequencies[word] * (Self.saturation + 1) / (frequencies[word] + norm)
    }
    return score
  }
}
