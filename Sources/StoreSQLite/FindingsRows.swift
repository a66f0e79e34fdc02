import Briefings
import GRDB

/// Reads findings back as they were stored.
struct FindingsRows {
  private let db: Database
  private let fields: FieldTexts

  init(_ db: Database) {
    self.db = db
    fields = FieldTexts(db)
  }

  /// The findings of one article, or `nil` when there is no such article.
  func findings(of id: BriefingID) throws -> Findings? {
    let find = try db.cachedStatement(
      sql: "SELECT key, findings_version, findings_language FROM article WHERE id = ?")
    guard let row = try Row.fetchOne(find, arguments: [id.text]) else { return nil }
    let key: Int64 = row[0]
    var statements: [Briefings.Statement] = []
    var signatures: [StatementSignature] = []
    let select = try db.cachedStatement(
      sql: "SELECT \(Self.statementColumns) FROM \(Self.statementTables) WHERE t.article = ? ORDER BY t.id")
    for row in try Row.fetchAll(select, arguments: [key]) {
      statements.append(try statement(row))
      signatures.append(Self.signature(row))
    }
    return Findings(
      version: row[1], language: row[2], entities: try entities(of: key), statements: statements,
      signatures: signatures)
  }

  private func entities(of key: Int64) throws -> [Entity] {
    let select = try db.cachedStatement(
      sql: """
        SELECT f.form, e.type, u.english, u.origin FROM article_entity u
        JOIN entity e ON e.id = u.entity JOIN form f ON f.id = u.canonical
        WHERE u.article = ? ORDER BY u.position
        """)
    var entities = try Row.fetchAll(select, arguments: [key]).map { row in
      Entity(
        canonical: row[0], type: EntityType(rawValue: row[1]) ?? .organization, english: row[2], mentions: [],
        origin: Origin(rawValue: row[3]) ?? .analyzed)
    }
    let mentions = try db.cachedStatement(
      sql: """
        SELECT m.position, f.form, m.field, m.first, m.last FROM mention m JOIN form f ON f.id = m.form
        WHERE m.article = ? ORDER BY m.position, m.number
        """)
    for row in try Row.fetchAll(mentions, arguments: [key]) {
      let position: Int = row[0]
      guard entities.indices.contains(position), let place = Self.place(row[2], row[3], row[4]) else { continue }
      entities[position].mentions.append(Mention(form: row[1], place: place))
    }
    return entities
  }

  /// The tables that `statementColumns` come from.
  static let statementTables = """
    statement t LEFT JOIN name n ON n.id = t.speaker LEFT JOIN name m ON m.id = t.speaker_entity
    LEFT JOIN name tn ON tn.id = t.target LEFT JOIN name tm ON tm.id = t.target_entity
    """

  /// The columns that `statement` and `signature` read.
  static let statementColumns = """
    t.field, t.first, t.last, t.article, n.name, t.speaker_field, t.speaker_first, t.speaker_last, m.name, t.cue,
    t.cue_field, t.cue_first, t.cue_last, t.cue_class, t.kind, t.polarity, t.confidence, t.origin, t.stems, t.numbers,
    t.is_negated, t.entities, tn.name, t.target_field, t.target_first, t.target_last, tm.name
    """

  /// The number of those columns.
  static let statementColumnCount = 27

  /// A statement, from `statementColumns` that begin at `at`.
  func statement(_ row: Row, at: Int = 0) throws -> Briefings.Statement {
    let place = Self.place
    let words = place(row[at], row[at + 1], row[at + 2]) ?? Place(.text, TextSpan(0..<0))
    return Briefings.Statement(
      speaker: row[at + 4], speakerPlace: place(row[at + 5], row[at + 6], row[at + 7]), speakerEntity: row[at + 8],
      cue: row[at + 9], cuePlace: place(row[at + 10], row[at + 11], row[at + 12]),
      cueClass: CueClass(rawValue: row[at + 13]) ?? .say, target: row[at + 22],
      targetPlace: place(row[at + 23], row[at + 24], row[at + 25]), targetEntity: row[at + 26],
      content: try fields.words(of: row[at + 3], at: words), place: words,
      kind: Statement.Kind(rawValue: row[at + 14]) ?? .indirect,
      polarity: Statement.Polarity(rawValue: row[at + 15]) ?? .affirm, confidence: row[at + 16],
      origin: Origin(rawValue: row[at + 17]) ?? .analyzed)
  }

  /// A signature, from `statementColumns` that begin at `at`.
  static func signature(_ row: Row, at: Int = 0) -> StatementSignature {
    StatementSignature(
      stems: Encoding.list(row[at + 18]), numbers: Encoding.list(row[at + 19]), isNegated: row[at + 20],
      entities: Encoding.list(row[at + 21]))
  }

  private static func place(_ field: Int?, _ first: Int?, _ last: Int?) -> Place? {
    // A damaged row must not stop the reader; `verify` reports it.
    guard let field, let first, let last, 0 <= first, first <= last else { return nil }
    return Place(BriefingField(number: field), TextSpan(first..<last))
  }

  private typealias Statement = Briefings.Statement
}
