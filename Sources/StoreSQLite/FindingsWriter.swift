import Briefings
import GRDB

/// Writes the findings of articles, inside one transaction; sums counters up until `finish`.
struct FindingsWriter {
  private let db: Database
  private let insertEntityUse: GRDB.Statement
  private let insertMention: NumberStatement
  private let insertStatement: GRDB.Statement
  private let insertSignature: NumberStatement
  private let findEntity: GRDB.Statement
  private let findForm: GRDB.Statement
  private let findStem: NumberStatement
  private var entities: [EntityKey: Int64] = [:]
  private var forms: [FormKey: Int64] = [:]
  private var names: [ByteKey: Int64] = [:]
  private var stemCounts: [Int64: Int] = [:]
  private var stemChanges: [Int64: Int] = [:]
  private var entityChanges: [Int64: (briefings: Int, mentions: Int)] = [:]
  private var formChanges: [Int64: Int] = [:]

  private struct EntityKey: Hashable {
    let folded: ByteKey
    let type: EntityType
    let english: ByteKey?
  }

  private struct FormKey: Hashable {
    let entity: Int64
    let form: ByteKey
  }

  /// How many stems of a statement it can be found by.
  static let longestSignature = 16

  /// A stem that more statements share says nothing, and is not looked statements up by.
  static let commonest = 5_000

  init(_ db: Database) throws {
    self.db = db
    insertEntityUse = try db.cachedStatement(
      sql: """
        INSERT INTO article_entity (article, position, entity, canonical, english, origin, mentions)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """)
    insertMention = try NumberStatement(
      db, sql: "INSERT INTO mention (article, position, number, form, field, first, last) VALUES (?, ?, ?, ?, ?, ?, ?)")
    insertStatement = try db.cachedStatement(
      sql: """
        INSERT INTO statement (article, field, first, last, content, speaker, speaker_field, speaker_first,
          speaker_last, speaker_entity, cue, cue_field, cue_first, cue_last, cue_class, kind, polarity, confidence,
          origin, stems, numbers, is_negated, entities)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    insertSignature = try NumberStatement(db, sql: "INSERT OR IGNORE INTO sig (stem, statement) VALUES (?, ?)")
    findEntity = try db.cachedStatement(
      sql: """
        INSERT INTO entity (type, canonical, folded, english, english_folded) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (folded, type) DO UPDATE SET english = coalesce(english, excluded.english),
          english_folded = coalesce(english_folded, excluded.english_folded)
        RETURNING id
        """)
    findForm = try db.cachedStatement(
      sql: """
        INSERT INTO form (entity, form, folded) VALUES (?, ?, ?)
        ON CONFLICT (entity, form) DO UPDATE SET folded = excluded.folded
        RETURNING id
        """)
    findStem = try NumberStatement(db, sql: "SELECT statements FROM stem WHERE hash = ?")
  }

  /// Stores the findings of an article that has none.
  mutating func insert(_ findings: Findings, article: Int64) throws {
    try insertEntities(findings, article: article)
    for (index, statement) in findings.statements.enumerated() {
      let signature =
        index < findings.signatures.count ? findings.signatures[index] : StatementSignature(stems: [])
      try insert(statement, signature, article: article)
    }
  }

  private mutating func insertEntities(_ findings: Findings, article: Int64) throws {
    var named: Set<Int64> = []
    for (position, entity) in findings.entities.enumerated() {
      let id = try entityID(entity)
      try insertEntityUse.execute(arguments: [
        article, position, id, try formID(entity.canonical, of: id), entity.english, entity.origin.rawValue,
        entity.mentions.count,
      ])
      for (number, mention) in entity.mentions.enumerated() {
        let form = try formID(mention.form, of: id)
        formChanges[form, default: 0] += 1
        try insertMention.execute(
          article, Int64(position), Int64(number), form, Int64(mention.place.field.number),
          Int64(mention.place.span.start), Int64(mention.place.span.end))
      }
      change(entity: id, briefings: named.insert(id).inserted ? 1 : 0, mentions: entity.mentions.count)
    }
  }

  /// Gives an article other entities, and its statements other speakers and topics; all else about the statements stays.
  ///
  /// - Precondition: `findings` has the statements that are stored, in their order.
  mutating func replaceEntities(with findings: Findings, article: Int64) throws {
    try removeEntities(article: article)
    try insertEntities(findings, article: article)
    let numbers = try Int64.fetchAll(
      db.cachedStatement(sql: "SELECT id FROM statement WHERE article = ? ORDER BY id"), arguments: [article])
    let update = try db.cachedStatement(sql: "UPDATE statement SET speaker_entity = ?, entities = ? WHERE id = ?")
    for (index, number) in numbers.enumerated() where index < findings.statements.count {
      let names = index < findings.signatures.count ? findings.signatures[index].entities : []
      try update.execute(arguments: [
        try findings.statements[index].speakerEntity.map { try nameID($0) }, Encoding.text(names), number,
      ])
    }
  }

  private mutating func insert(
    _ statement: Briefings.Statement, _ signature: StatementSignature, article: Int64
  ) throws {
    let place = statement.place
    try insertStatement.execute(arguments: [
      article, place.field.number, place.span.start, place.span.end, statement.content,
      try statement.speaker.map { try nameID($0) }, statement.speakerPlace?.field.number,
      statement.speakerPlace?.span.start, statement.speakerPlace?.span.end,
      try statement.speakerEntity.map { try nameID($0) }, statement.cue, statement.cuePlace?.field.number,
      statement.cuePlace?.span.start, statement.cuePlace?.span.end, statement.cueClass.rawValue,
      statement.kind.rawValue, statement.polarity.rawValue, statement.confidence, statement.origin.rawValue,
      Encoding.text(signature.stems), Encoding.text(signature.numbers), signature.isNegated,
      Encoding.text(signature.entities),
    ])
    let id = db.lastInsertedRowID
    var rarest: [(hash: Int64, count: Int)] = []
    for hash in Set(signature.stems.map { Encoding.hash($0) }) {
      let count = try stemCount(hash) + stemChanges[hash, default: 0]
      stemChanges[hash, default: 0] += 1
      if count <= Self.commonest { rarest.append((hash, count)) }
    }
    rarest.sort { ($0.count, $0.hash) < ($1.count, $1.hash) }
    for stem in rarest.prefix(Self.longestSignature) {
      try insertSignature.execute(stem.hash, id)
    }
  }

  /// Removes the findings of an article.
  mutating func remove(article: Int64) throws {
    try removeEntities(article: article)
    let statements = try Row.fetchAll(
      db.cachedStatement(sql: "SELECT id, stems FROM statement WHERE article = ?"), arguments: [article])
    let deleteSignature = try db.cachedStatement(sql: "DELETE FROM sig WHERE stem = ? AND statement = ?")
    for row in statements {
      for hash in Set(Encoding.list(row[1]).map { Encoding.hash($0) }) {
        stemChanges[hash, default: 0] -= 1
        try deleteSignature.execute(arguments: [hash, row[0] as Int64])
      }
    }
    try db.cachedStatement(sql: "DELETE FROM statement WHERE article = ?").execute(arguments: [article])
  }

  private mutating func removeEntities(article: Int64) throws {
    let uses = try Row.fetchAll(
      db.cachedStatement(sql: "SELECT entity, mentions FROM article_entity WHERE article = ?"), arguments: [article])
    var named: Set<Int64> = []
    for row in uses {
      let entity: Int64 = row[0]
      change(entity: entity, briefings: named.insert(entity).inserted ? -1 : 0, mentions: -(row[1] as Int))
    }
    let mentions = try Row.fetchAll(
      db.cachedStatement(sql: "SELECT form, count(*) FROM mention WHERE article = ? GROUP BY form"),
      arguments: [article])
    for row in mentions { formChanges[row[0], default: 0] -= row[1] as Int }
    for table in ["mention", "article_entity"] {
      try db.cachedStatement(sql: "DELETE FROM \(table) WHERE article = ?").execute(arguments: [article])
    }
  }

  /// Writes the counters.
  mutating func finish() throws {
    let changeEntity = try NumberStatement(
      db, sql: "UPDATE entity SET briefings = briefings + ?, mentions = mentions + ? WHERE id = ?")
    for (id, change) in entityChanges where change != (0, 0) {
      try changeEntity.execute(Int64(change.briefings), Int64(change.mentions), id)
    }
    let changeForm = try NumberStatement(db, sql: "UPDATE form SET mentions = mentions + ? WHERE id = ?")
    for (id, change) in formChanges where change != 0 { try changeForm.execute(Int64(change), id) }
    let changeStem = try NumberStatement(
      db,
      sql: """
        INSERT INTO stem (hash, statements) VALUES (?, ?)
        ON CONFLICT (hash) DO UPDATE SET statements = statements + excluded.statements
        """)
    // In the order of the keys, so that neighbours are written together.
    for (hash, change) in stemChanges.sorted(by: { $0.key < $1.key }) where change != 0 {
      try changeStem.execute(hash, Int64(change))
    }
    (entityChanges, formChanges, stemChanges) = ([:], [:], [:])
    stemCounts = [:]
  }

  private mutating func change(entity: Int64, briefings: Int, mentions: Int) {
    let known = entityChanges[entity, default: (0, 0)]
    entityChanges[entity] = (known.briefings + briefings, known.mentions + mentions)
  }

  private mutating func entityID(_ entity: Entity) throws -> Int64 {
    let folded = Encoding.folded(entity.canonical)
    let key = EntityKey(
      folded: ByteKey(folded), type: entity.type, english: entity.english.map { ByteKey($0) })
    if let known = entities[key] { return known }
    let id = try fetchID(
      findEntity,
      [
        entity.type.rawValue, entity.canonical, folded, entity.english,
        entity.english.map { Encoding.folded($0) },
      ])
    entities[key] = id
    return id
  }

  private mutating func formID(_ form: String, of entity: Int64) throws -> Int64 {
    let key = FormKey(entity: entity, form: ByteKey(form))
    if let known = forms[key] { return known }
    let id = try fetchID(findForm, [entity, form, Encoding.folded(form)])
    forms[key] = id
    return id
  }

  private func fetchID(_ statement: GRDB.Statement, _ arguments: StatementArguments) throws -> Int64 {
    guard let id = try Int64.fetchOne(statement, arguments: arguments) else {
      throw DatabaseError(resultCode: .SQLITE_INTERNAL, message: "an inserted row returned no id")
    }
    return id
  }

  private mutating func nameID(_ name: String) throws -> Int64 {
    if let known = names[ByteKey(name)] { return known }
    let id: Int64
    let find = try db.cachedStatement(sql: "SELECT id FROM name WHERE name = ?")
    if let known = try Int64.fetchOne(find, arguments: [name]) {
      id = known
    } else {
      try db.cachedStatement(sql: "INSERT INTO name (name, folded) VALUES (?, ?)").execute(
        arguments: [name, Encoding.folded(name)])
      id = db.lastInsertedRowID
    }
    names[ByteKey(name)] = id
    return id
  }

  private mutating func stemCount(_ hash: Int64) throws -> Int {
    if let known = stemCounts[hash] { return known }
    let count = Int(try findStem.number(hash) ?? 0)
    stemCounts[hash] = count
    return count
  }
}
