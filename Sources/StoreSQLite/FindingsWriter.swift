import Briefings
import GRDB

/// Writes the findings of articles, inside one transaction; sums counters up until `finish`.
struct FindingsWriter {
  private let db: Database
  private let insertEntityUse: GRDB.Statement
  private let insertMention: NumberStatement
  private let insertStatement: GRDB.Statement
  private let findEntity: GRDB.Statement
  private let findForm: GRDB.Statement
  private var entities: [EntityKey: Int64] = [:]
  private var forms: [FormKey: Int64] = [:]
  private var names: [ByteKey: Int64] = [:]
  private var stemChanges: [Int64: Int] = [:]
  private var entityChanges: [Int64: (briefings: Int, mentions: Int)] = [:]
  private var formChanges: [Int64: Int] = [:]
  /// The stems of statements that the index has still to learn or to forget, by number: it gets them in order, at the end.
  private var addedStems: [Int64: String] = [:]
  private var removedStems: [Int64: String] = [:]
  /// The same for the names of entities.
  private var addedNames: [Int64: String] = [:]
  private var removedNames: [Int64: String] = [:]

  private struct EntityKey: Hashable {
    let folded: ByteKey
    let type: EntityType
    let english: ByteKey?
  }

  private struct FormKey: Hashable {
    let entity: Int64
    let form: ByteKey
  }

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
        INSERT INTO statement (article, field, first, last, content_check, speaker, speaker_field, speaker_first,
          speaker_last, speaker_entity, cue, cue_field, cue_first, cue_last, cue_class, kind, polarity, confidence,
          origin, stems, numbers, is_negated, entities, target, target_field, target_first, target_last, target_entity)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    findEntity = try db.cachedStatement(
      sql: "SELECT id, english_folded FROM entity WHERE folded = ? AND type = ?")
    findForm = try db.cachedStatement(sql: "SELECT id FROM form WHERE entity = ? AND form = ?")
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

  /// Gives an article other entities, and its statements other speakers, targets and topics; all else about the statements stays.
  ///
  /// - Precondition: `findings` has the statements that are stored, in their order.
  mutating func replaceEntities(with findings: Findings, article: Int64) throws {
    try removeEntities(article: article)
    try insertEntities(findings, article: article)
    let numbers = try Int64.fetchAll(
      db.cachedStatement(sql: "SELECT id FROM statement WHERE article = ? ORDER BY id"), arguments: [article])
    let update = try db.cachedStatement(
      sql: "UPDATE statement SET speaker_entity = ?, target_entity = ?, entities = ? WHERE id = ?")
    for (index, number) in numbers.enumerated() where index < findings.statements.count {
      let names = index < findings.signatures.count ? findings.signatures[index].entities : []
      try update.execute(arguments: [
        try findings.statements[index].speakerEntity.map { try nameID($0) },
        try findings.statements[index].targetEntity.map { try nameID($0) }, Encoding.text(names), number,
      ])
    }
  }

  private mutating func insert(
    _ statement: Briefings.Statement, _ signature: StatementSignature, article: Int64
  ) throws {
    let place = statement.place
    try insertStatement.execute(arguments: [
      article, place.field.number, place.span.start, place.span.end, Encoding.check(statement.content),
      try statement.speaker.map { try nameID($0) }, statement.speakerPlace?.field.number,
      statement.speakerPlace?.span.start, statement.speakerPlace?.span.end,
      try statement.speakerEntity.map { try nameID($0) }, statement.cue, statement.cuePlace?.field.number,
      statement.cuePlace?.span.start, statement.cuePlace?.span.end, statement.cueClass.rawValue,
      statement.kind.rawValue, statement.polarity.rawValue, statement.confidence, statement.origin.rawValue,
      Encoding.text(signature.stems), Encoding.text(signature.numbers), signature.isNegated,
      Encoding.text(signature.entities), try statement.target.map { try nameID($0) },
      statement.targetPlace?.field.number, statement.targetPlace?.span.start, statement.targetPlace?.span.end,
      try statement.targetEntity.map { try nameID($0) },
    ])
    let id = db.lastInsertedRowID
    for hash in Set(signature.stems.map { Encoding.hash($0) }) { stemChanges[hash, default: 0] += 1 }
    addedStems[id] = Encoding.text(signature.stems)
  }

  /// Removes the findings of an article.
  mutating func remove(article: Int64) throws {
    try removeEntities(article: article)
    let statements = try Row.fetchAll(
      db.cachedStatement(sql: "SELECT id, stems FROM statement WHERE article = ?"), arguments: [article])
    for row in statements {
      let (id, stems): (Int64, String) = (row[0], row[1])
      for hash in Set(Encoding.list(stems).map { Encoding.hash($0) }) { stemChanges[hash, default: 0] -= 1 }
      if addedStems.removeValue(forKey: id) == nil { removedStems[id] = stems }
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

  /// Writes the index of statements and the counters.
  mutating func finish() throws {
    try write("statement_fts", "stems", removed: removedStems, added: addedStems)
    try write("entity_names", "name", removed: removedNames, added: addedNames)
    (removedNames, addedNames) = ([:], [:])
    (addedStems, removedStems) = ([:], [:])
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
  }

  /// Lets an index forget rows and learn others, each in the order of the numbers.
  private func write(
    _ index: String, _ column: String, removed: [Int64: String], added: [Int64: String]
  ) throws {
    let forget = try db.cachedStatement(
      sql: "INSERT INTO \(index) (\(index), rowid, \(column)) VALUES ('delete', ?, ?)")
    for (id, text) in removed.sorted(by: { $0.key < $1.key }) { try forget.execute(arguments: [id, text]) }
    let learn = try db.cachedStatement(sql: "INSERT INTO \(index) (rowid, \(column)) VALUES (?, ?)")
    for (id, text) in added.sorted(by: { $0.key < $1.key }) { try learn.execute(arguments: [id, text]) }
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
    let english = entity.english.map { Encoding.folded($0) }
    let id: Int64
    if let known = try Row.fetchOne(findEntity, arguments: [folded, entity.type.rawValue]) {
      id = known[0]
      if let english, (known[1] as String?) == nil {
        try db.cachedStatement(sql: "UPDATE entity SET english = ?, english_folded = ? WHERE id = ?").execute(
          arguments: [entity.english, english, id])
        if addedNames[-id] == nil { removedNames[-id] = Self.names(folded, nil) }
        addedNames[-id] = Self.names(folded, english)
      }
    } else {
      try db.cachedStatement(
        sql: "INSERT INTO entity (type, canonical, folded, english, english_folded) VALUES (?, ?, ?, ?, ?)"
      ).execute(arguments: [entity.type.rawValue, entity.canonical, folded, entity.english, english])
      id = db.lastInsertedRowID
      addedNames[-id] = Self.names(folded, english)
    }
    entities[key] = id
    return id
  }

  /// The names of an entity as the index of names has them.
  private static func names(_ folded: String, _ english: String?) -> String { folded + "\n" + (english ?? "") }

  private mutating func formID(_ form: String, of entity: Int64) throws -> Int64 {
    let key = FormKey(entity: entity, form: ByteKey(form))
    if let known = forms[key] { return known }
    let id: Int64
    if let known = try Int64.fetchOne(findForm, arguments: [entity, form]) {
      id = known
    } else {
      let folded = Encoding.folded(form)
      try db.cachedStatement(sql: "INSERT INTO form (entity, form, folded) VALUES (?, ?, ?)").execute(
        arguments: [entity, form, folded])
      id = db.lastInsertedRowID
      addedNames[id] = folded
    }
    forms[key] = id
    return id
  }

  private mutating func nameID(_ name: String) throws -> Int64 {
    if let known = names[ByteKey(name)] { return known }
    let id: Int64
    let find = try db.cachedStatement(sql: "SELECT id FROM name WHERE name = ?")
    if let known = try Int64.fetchOne(find, arguments: [name]) {
      id = known
    } else {
      let folded = Encoding.folded(name)
      try db.cachedStatement(sql: "INSERT INTO name (name, folded) VALUES (?, ?)").execute(arguments: [name, folded])
      id = db.lastInsertedRowID
      try db.cachedStatement(sql: "INSERT INTO speaker_names (rowid, name) VALUES (?, ?)").execute(
        arguments: [id, folded])
    }
    names[ByteKey(name)] = id
    return id
  }
}
