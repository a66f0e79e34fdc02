import Briefings
import GRDB
import Store

/// The user's decisions, and what of each article they changed.
struct DecisionRows {
  private let db: Database

  init(_ db: Database) { self.db = db }

  /// The decisions that hold, with their numbers.
  struct Book {
    private let numbers: [Int64]
    private let book: DecisionBook
    /// Whether no article was ever touched by a decision, so that there is nothing to clear away.
    let isUnused: Bool

    fileprivate init(_ rows: [DecisionRecord], isUnused: Bool) {
      self.isUnused = isUnused
      let active = rows.filter { !$0.isUndone }
      numbers = active.map(\.number)
      book = DecisionBook(active.map(\.decision)) { Encoding.folded($0) }
    }

    /// Findings with the decisions applied, and the numbers of those that changed something.
    func applied(to findings: Findings, of briefing: Briefing) -> (findings: Findings, effective: [Int64]) {
      guard !numbers.isEmpty else { return (findings, []) }
      let (decided, effective) = book.applied(to: findings, of: briefing)
      return (decided, effective.map { numbers[$0] })
    }
  }

  /// The decisions that hold.
  func book() throws -> Book {
    let isUsed =
      try Bool.fetchOne(
        db,
        sql:
          "SELECT EXISTS (SELECT 1 FROM decision) OR EXISTS (SELECT 1 FROM undecided) OR EXISTS (SELECT 1 FROM awaiting)"
      )
      ?? true
    return Book(isUsed ? try all(counting: false) : [], isUnused: !isUsed)
  }

  // MARK: The list

  /// All decisions, oldest first.
  func all(counting: Bool = true) throws -> [DecisionRecord] {
    let count = counting ? "(SELECT count(*) FROM decided WHERE decision = number)" : "0"
    return try Row.fetchAll(
      db,
      sql: """
        SELECT number, is_undone, \(count), kind, type, name, other_type, other_name, briefing, field, first, last, form
        FROM decision ORDER BY number
        """
    ).compactMap { row in
      Self.decision(row).map {
        DecisionRecord(number: row[0], decision: $0, isUndone: row[1], briefingCount: row[2])
      }
    }
  }

  /// Adds a decision behind all others; those that were taken back are forgotten.
  func add(_ decision: Decision) throws {
    try db.execute(sql: "DELETE FROM decision WHERE is_undone")
    try insert(decision)
    try awaitDecision(decision)
    try showName(of: decision)
  }

  /// Takes the newest decision back.
  func undo() throws -> DecisionRecord? {
    guard var record = try all().last(where: { !$0.isUndone }) else { return nil }
    try db.execute(
      sql: "INSERT OR IGNORE INTO awaiting (article) SELECT article FROM decided WHERE decision = ?",
      arguments: [record.number])
    try db.execute(sql: "UPDATE decision SET is_undone = 1 WHERE number = ?", arguments: [record.number])
    if let subject = record.decision.subject, let target = record.decision.target, isOneEntity(subject, target) {
      try show(subject)
    }
    record.isUndone = true
    return record
  }

  /// Takes up again what was taken back last.
  func redo() throws -> DecisionRecord? {
    guard var record = try all().first(where: \.isUndone) else { return nil }
    try db.execute(sql: "UPDATE decision SET is_undone = 0 WHERE number = ?", arguments: [record.number])
    try awaitDecision(record.decision)
    try showName(of: record.decision)
    record.isUndone = false
    return record
  }

  /// Marks the articles that a decision may change.
  private func awaitDecision(_ decision: Decision) throws {
    if let briefing = decision.briefing {
      try db.execute(
        sql: "INSERT OR IGNORE INTO awaiting (article) SELECT key FROM article WHERE id = ?",
        arguments: [briefing.text])
    }
    guard let subject = decision.subject else { return }
    let folded = Encoding.folded(subject.name)
    try db.execute(
      sql: """
        INSERT OR IGNORE INTO awaiting (article)
          SELECT u.article FROM entity e JOIN article_entity u ON u.entity = e.id WHERE e.folded = ? AND e.type = ?
          UNION SELECT article FROM statement WHERE speaker_entity IN (SELECT id FROM name WHERE folded = ?)
          UNION SELECT article FROM statement WHERE target_entity IN (SELECT id FROM name WHERE folded = ?)
        """, arguments: [folded, subject.type.rawValue, folded, folded])
  }

  /// Lets lists show the name as the decision writes it.
  private func showName(of decision: Decision) throws {
    if let target = decision.target { try show(target) }
  }

  private func show(_ name: EntityName) throws {
    try db.execute(
      sql: "UPDATE entity SET canonical = ? WHERE folded = ? AND type = ?",
      arguments: [name.name, Encoding.folded(name.name), name.type.rawValue])
  }

  private func isOneEntity(_ a: EntityName, _ b: EntityName) -> Bool {
    a.type == b.type && Encoding.folded(a.name) == Encoding.folded(b.name)
  }

  // MARK: Articles

  /// Articles that await their decisions, the newest first, but `first` before all others.
  func awaiting(limit: Int, first: BriefingID?) throws -> [BriefingID] {
    try String.fetchAll(
      db,
      sql: """
        SELECT a.id FROM awaiting w JOIN article a ON a.key = w.article ORDER BY a.id = ? DESC, a.key DESC LIMIT ?
        """, arguments: [first?.text, limit]
    ).map { BriefingID($0) }
  }

  /// How many articles await their decisions.
  func awaitingCount() throws -> Int { try Int.fetchOne(db, sql: "SELECT count(*) FROM awaiting") ?? 0 }

  /// The findings of an article before the decisions, or `nil` when there is no such article.
  func undecided(_ id: BriefingID) throws -> Findings? {
    guard let stored = try BriefingRows(db).stored(id), let findings = try FindingsRows(db).findings(of: id) else {
      return nil
    }
    let find = try db.cachedStatement(sql: "SELECT findings FROM undecided WHERE article = ?")
    guard let text = try String.fetchOne(find, arguments: [stored.key]) else { return findings }
    guard let kept = UndecidedFindings(text: text) else {
      throw StoreError.failed(
        doing: "reading findings", reason: "those of '\(id)' before the decisions are damaged; import it again")
    }
    return kept.restored(in: findings, of: stored.briefing)
  }

  /// Notes which decisions changed an article, which is in line with them now.
  func note(_ effective: [Int64], article: Int64, undecided: Findings) throws {
    for table in ["decided", "undecided", "awaiting"] {
      try db.cachedStatement(sql: "DELETE FROM \(table) WHERE article = ?").execute(arguments: [article])
    }
    guard !effective.isEmpty else { return }
    try db.cachedStatement(sql: "INSERT INTO undecided (article, findings) VALUES (?, ?)")
      .execute(arguments: [article, try UndecidedFindings(undecided).text])
    let insert = try NumberStatement(db, sql: "INSERT INTO decided (decision, article) VALUES (?, ?)")
    for number in effective { try insert.execute(number, article) }
  }
}

// MARK: - One row

extension DecisionRows {
  private func insert(_ decision: Decision) throws {
    var (kind, other, form): (String, EntityName?, String?)
    var marked: MarkedPlace?
    var subject = decision.subject
    switch decision {
    case .merge(_, let into): (kind, other, form) = ("merge", into, nil)
    case .split(let part, _): (kind, other, form) = ("split", nil, part)
    case .rename: (kind, other, form) = ("rename", decision.target, nil)
    case .retype: (kind, other, form) = ("retype", decision.target, nil)
    case .reject: (kind, other, form) = ("reject", nil, nil)
    case .rejectMention(let place): (kind, other, form, marked) = ("reject-mention", nil, place.form, place)
    case .addMention(let place, let entity):
      (kind, other, form, marked) = ("add-mention", nil, place.form, place)
      subject = entity
    }
    try db.execute(
      sql: """
        INSERT INTO decision (kind, type, name, other_type, other_name, briefing, field, first, last, form)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        kind, subject?.type.rawValue, subject?.name, other?.type.rawValue, other?.name, marked?.briefing.text,
        marked?.place.field.number, marked?.place.span.start, marked?.place.span.end, form,
      ])
  }

  /// The decision of a row; `nil` for a damaged one, or one that a newer version made.
  private static func decision(_ row: Row) -> Decision? {
    func name(_ at: Int) -> EntityName? {
      guard let type = (row[at] as String?).flatMap(EntityType.init), let name: String = row[at + 1] else { return nil }
      return EntityName(type, name)
    }
    let form: String? = row[12]
    let (field, first, last): (Int?, Int?, Int?) = (row[9], row[10], row[11])
    var marked: MarkedPlace?
    if let briefing: String = row[8], let field, let first, let last, 0 <= first, first <= last, let form {
      marked = MarkedPlace(
        briefing: BriefingID(briefing), place: Place(BriefingField(number: field), TextSpan(first..<last)), form: form)
    }
    switch (row[3] as String, name(4), name(6)) {
    case ("merge", let entity?, let other?): return .merge(entity, into: other)
    case ("split", let entity?, _): return form.map { .split(form: $0, from: entity) }
    case ("rename", let entity?, let other?): return .rename(entity, to: other.name)
    case ("retype", let entity?, let other?): return .retype(entity, as: other.type)
    case ("reject", let entity?, _): return .reject(entity)
    case ("reject-mention", _, _): return marked.map { .rejectMention($0) }
    case ("add-mention", let entity?, _): return marked.map { .addMention($0, of: entity) }
    default: return nil
    }
  }
}
