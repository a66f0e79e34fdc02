import Briefings
import GRDB
import Glibc
import Store

/// Finds statements that may be related to one.
///
/// - Source: the eight rarest stems find a statement again in which a third of the words was changed; a stem that more
///   than 5,000 statements share is skipped.
///
/// What several statements need is read once, so a value is made for one reading of the archive and few statements.
final class RelationCandidates {
  private let db: Database
  private let lists: FindingsLists
  private var records: [Int64: StatementRecord] = [:]
  /// The statements that share stems, by these stems' hashes.
  private var sharing: [[Int64]: [Int64]] = [:]
  /// The newest statements of speakers.
  private var newest: [SpeakerKey: [Int64]] = [:]

  private struct SpeakerKey: Hashable {
    var column: String
    var folded: String
    var limit: Int
  }

  init(_ db: Database) {
    self.db = db
    lists = FindingsLists(db)
  }

  /// How many rare stems are looked up, and after how many statements no more are: in a large archive the commoner of
  /// them cost most and tell least.
  private static let rarest = 10
  private static let enough = 12_000
  /// How many statements of the same article that stand nearest are looked at: denials and answers follow closely.
  private static let neighbours = 12

  /// Statements that stand near it, then those that share rare stems, most and rarest first, then the newest by the same
  /// speaker; never itself.
  ///
  /// A quarter of the room is kept for the speaker.
  func candidates(for record: StatementRecord, limit: Int) throws -> [StatementRecord] {
    guard limit > 0 else { return [] }
    let own = try numbers(of: record)
    let shared = try sharingStems(record.signature, except: own)
    let bySpeaker =
      try translatedSpeaker(record, limit: min(Self.neighbours, limit / 8))
      + sameSpeaker(record.statement, except: own, limit: limit)
    var chosen: [Int64] = []
    var seen: Set<Int64> = []
    func add(_ numbers: some Sequence<Int64>, upTo count: Int) {
      for number in numbers where chosen.count < count && seen.insert(number).inserted { chosen.append(number) }
    }
    add(try near(record, except: own), upTo: min(Self.neighbours, limit / 8))
    add(shared, upTo: limit - min(bySpeaker.count, limit / 4))
    add(bySpeaker, upTo: limit)
    add(shared, upTo: limit)
    let missing = chosen.filter { records[$0] == nil }
    for (number, record) in try lists.statements(numbered: missing) { records[number] = record }
    return chosen.compactMap { records[$0] }
  }

  /// In how many statements each stem occurs.
  func frequencies(of stems: [String]) throws -> StemFrequencies {
    var counts: [String: Int] = [:]
    for stem in Set(stems) {
      let count = try count(Encoding.hash(stem))
      if count > 0 { counts[stem] = count }
    }
    return StemFrequencies(counts: counts, total: try total())
  }

  /// How many statements there are, or were before some were removed: counting a million rows costs more than all else,
  /// and only the order of magnitude matters.
  private func total() throws -> Int {
    let statement = try db.cachedStatement(sql: "SELECT max(id) FROM statement")
    return try Int.fetchOne(statement) ?? 0
  }

  private func count(_ hash: Int64) throws -> Int {
    let statement = try db.cachedStatement(sql: "SELECT statements FROM stem WHERE hash = ?")
    return try Int.fetchOne(statement, arguments: [hash]) ?? 0
  }

  /// The numbers of the statements that have the record's name: one, or two where one came with the article.
  private func numbers(of record: StatementRecord) throws -> Set<Int64> {
    let place = record.statement.place
    let statement = try db.cachedStatement(
      sql: """
        SELECT t.id FROM statement t JOIN article a ON a.key = t.article
        WHERE a.id = ? AND t.field = ? AND t.first = ?
        """)
    return Set(
      try Int64.fetchAll(
        statement, arguments: [record.briefing.id.text, place.field.number, place.span.start]))
  }

  private func sharingStems(_ signature: StatementSignature, except own: Set<Int64>) throws -> [Int64] {
    var stems: [(stem: String, hash: Int64, count: Int)] = []
    let distinct = Set(signature.stems.map { ByteKey($0) }).map { ($0.text, Encoding.hash($0.text)) }
    let key = distinct.map(\.1).sorted()
    if let known = sharing[key] { return known.filter { !own.contains($0) } }
    let total = Double(try total())
    for (stem, hash) in distinct {
      let count = try count(hash)
      if 1...FindingsWriter.commonest ~= count { stems.append((stem, hash, count)) }
    }
    stems.sort { ($0.count, $0.hash) < ($1.count, $1.hash) }
    var scores: [Int64: Double] = [:]
    let find = try db.cachedStatement(sql: "SELECT rowid FROM statement_fts WHERE statement_fts MATCH ?")
    var read = 0
    for stem in stems.prefix(Self.rarest) where read == 0 || read + stem.count <= Self.enough {
      read += stem.count
      let weight = log(1 + total / Double(stem.count))
      let rows = try Int64.fetchCursor(find, arguments: [QueryCompiler.quoted(stem.stem)])
      while let number = try rows.next() {
        scores[number, default: 0] += weight
      }
    }
    let found = scores.sorted { $0.value == $1.value ? $0.key > $1.key : $0.value > $1.value }.map(\.key)
    sharing[key] = found
    return found.filter { !own.contains($0) }
  }

  /// The statements of the same article, the nearest first.
  ///
  /// - Complexity: O(log *n*) in the statements of the article.
  private func near(_ record: StatementRecord, except own: Set<Int64>) throws -> [Int64] {
    let place = record.statement.place
    let limit = Self.neighbours + own.count
    var found: [(distance: Int, number: Int64)] = []
    // Both ways along the index by place.
    for (condition, order) in [("<", "DESC"), (">=", "ASC")] {
      let find = try db.cachedStatement(
        sql: """
          SELECT t.first, t.id FROM statement t
          WHERE t.article = (SELECT key FROM article WHERE id = ?) AND t.field = ? AND t.first \(condition) ?
          ORDER BY t.first \(order), t.id LIMIT ?
          """)
      let rows = try Row.fetchCursor(
        find, arguments: [record.briefing.id.text, place.field.number, place.span.start, limit])
      while let row = try rows.next() { found.append((abs((row[0] as Int) - place.span.start), row[1])) }
    }
    found.sort { ($0.distance, $0.number) < ($1.distance, $1.number) }
    return found.prefix(limit).map(\.number).filter { !own.contains($0) }
  }

  /// Statements of the same speaker under his names in other languages, those that came next before and after it.
  private func translatedSpeaker(_ record: StatementRecord, limit: Int) throws -> [Int64] {
    guard limit > 0, let name = record.statement.speakerEntity else { return [] }
    let folded = Encoding.folded(name)
    let english = try db.cachedStatement(
      sql: "SELECT english_folded FROM entity WHERE folded = ? AND english_folded <> ''")
    guard let key = try String.fetchOne(english, arguments: [folded]) else { return [] }
    // The names of entities are indexed with their English ones, whole words in their order.
    let names = try db.cachedStatement(
      sql: """
        SELECT DISTINCT folded FROM entity WHERE english_folded = ?1 AND folded <> ?2 AND id IN (
          SELECT -rowid FROM entity_names WHERE entity_names MATCH ?3 AND rowid < 0) LIMIT 4
        """)
    let others = try String.fetchAll(names, arguments: [key, folded, QueryCompiler.quoted(key)])
    guard !others.isEmpty else { return [] }
    let place = try db.cachedStatement(sql: "SELECT key FROM article WHERE id = ?")
    let article = try Int64.fetchOne(place, arguments: [record.briefing.id.text]) ?? 0
    var found: [Int64] = []
    for (condition, order) in [("<=", "DESC"), (">", "ASC")] {
      let find = try db.cachedStatement(
        sql: """
          SELECT t.id FROM statement t WHERE t.speaker_entity IN (SELECT id FROM name WHERE folded = ?)
          AND t.article \(condition) ? ORDER BY t.article \(order), t.id LIMIT ?
          """)
      for other in others { found += try Int64.fetchAll(find, arguments: [other, article, max(1, limit / 2)]) }
    }
    return found
  }

  /// The newest statements of the same entity, or of the same words where no entity is known.
  private func sameSpeaker(_ statement: Briefings.Statement, except own: Set<Int64>, limit: Int) throws -> [Int64] {
    let column = statement.speakerEntity == nil ? "speaker" : "speaker_entity"
    guard let name = statement.speakerEntity ?? statement.speaker else { return [] }
    let key = SpeakerKey(column: column, folded: Encoding.folded(name), limit: limit + own.count)
    let found = try newest[key] ?? newestStatements(of: key)
    newest[key] = found
    return found.filter { !own.contains($0) }
  }

  /// The statements of the newest articles, in the order of each article.
  ///
  /// - Complexity: O(*limit* · log *n*) in the statements of the speaker, of whom an article may have thousands.
  private func newestStatements(of key: SpeakerKey) throws -> [Int64] {
    let names = try Int64.fetchAll(
      try db.cachedStatement(sql: "SELECT id FROM name WHERE folded = ?"), arguments: [key.folded])
    let latest = try db.cachedStatement(
      sql: "SELECT article, id FROM statement WHERE \(key.column) = ? ORDER BY article DESC, id DESC LIMIT ?")
    var found: [(article: Int64, number: Int64)] = []
    for name in names {
      let rows = try Row.fetchCursor(latest, arguments: [name, key.limit])
      while let row = try rows.next() { found.append((row[0], row[1])) }
    }
    found.sort { $0.article == $1.article ? $0.number < $1.number : $0.article > $1.article }
    guard found.count >= key.limit, let last = found.prefix(key.limit).last?.article else { return found.map(\.number) }
    // Of the last article the last ones were found, and the first ones are wanted.
    let whole = found.prefix { $0.article > last }.map(\.number)
    let first = try db.cachedStatement(
      sql: "SELECT id FROM statement WHERE \(key.column) = ? AND article = ? ORDER BY id LIMIT ?")
    let rest = try names.flatMap { try Int64.fetchAll(first, arguments: [$0, last, key.limit - whole.count]) }
    return whole + rest.sorted().prefix(key.limit - whole.count)
  }
}
