import Briefings
import Foundation
import Search
import Store

/// The numbers and shown names of entities, by folded name and type.
struct EntityNames {
  struct Key: Hashable {
    let type: EntityType
    let folded: String
  }

  private(set) var ids: [Key: EntityID] = [:]
  private(set) var shown: [Key: String] = [:]
  private(set) var english: [Key: String] = [:]

  static func key(_ name: String, _ type: EntityType) -> Key { Key(type: type, folded: comparable(name)) }

  mutating func note(_ findings: Findings) {
    for entity in findings.entities {
      let key = Self.key(entity.canonical, entity.type)
      if ids[key] == nil {
        ids[key] = EntityID(Int64(ids.count + 1))
        shown[key] = entity.canonical
      }
      if english[key] == nil { english[key] = entity.english }
    }
  }

  mutating func show(_ name: EntityName) { shown[Self.key(name.name, name.type)] = name.name }
}

extension MemoryState {
  /// Brings one article in line with the decisions.
  mutating func decide(_ article: inout MemoryArticle) {
    let active = decisions.filter { !$0.isUndone }
    let book = DecisionBook(active.map(\.decision)) { comparable($0) }
    let (decided, effective) = book.applied(to: article.undecided, of: article.shown)
    (article.decided, article.effective) = (decided, Set(effective.map { active[$0].number }))
    entityNames.note(decided)
  }

  /// The articles that are not in line with the decisions, `first` before all others.
  func awaiting(first: BriefingID?) -> [BriefingID] {
    var copy = self
    let found = ordered.filter { article in
      var other = article
      copy.decide(&other)
      return other.decided != article.decided || other.effective != article.effective
    }.map(\.given.id)
    return found.filter { $0 == first } + found.filter { $0 != first }
  }

  struct EntityRow {
    var key: EntityNames.Key
    var briefings: Set<BriefingID> = []
    var mentions = 0
    var forms: [(form: String, count: Int)] = []
  }

  /// The entities of articles, in the order of their numbers.
  func entityRows(_ articles: [MemoryArticle]) -> [EntityRow] {
    var rows: [EntityNames.Key: EntityRow] = [:]
    for article in articles.sorted(by: { $0.arrival < $1.arrival }) {
      for entity in article.decided.entities {
        let key = EntityNames.key(entity.canonical, entity.type)
        var row = rows[key] ?? EntityRow(key: key)
        row.briefings.insert(article.given.id)
        row.mentions += entity.mentions.count
        for mention in entity.mentions {
          if let index = row.forms.firstIndex(where: { $0.form == mention.form }) {
            row.forms[index].count += 1
          } else {
            row.forms.append((mention.form, 1))
          }
        }
        rows[key] = row
      }
    }
    func number(_ row: EntityRow) -> EntityID { entityNames.ids[row.key] ?? EntityID(0) }
    return rows.values.sorted { number($0) < number($1) }
  }

  func record(_ row: EntityRow, formsOf whole: EntityRow?) -> EntityRecord {
    // A sort that keeps equals in their order.
    let forms = (whole ?? row).forms.enumerated().sorted {
      ($1.element.count, $0.offset) < ($0.element.count, $1.offset)
    }
    return EntityRecord(
      id: entityNames.ids[row.key] ?? EntityID(0), canonical: entityNames.shown[row.key] ?? row.key.folded,
      type: row.key.type, english: entityNames.english[row.key], forms: forms.map(\.element.form),
      briefingCount: row.briefings.count, mentionCount: row.mentions)
  }

  func entities(_ filter: BriefingFilter) -> [EntityRecord] {
    let whole = Dictionary(uniqueKeysWithValues: entityRows(Array(articles.values)).map { ($0.key, $0) })
    return entityRows(passing(filter)).map { record($0, formsOf: whole[$0.key]) }.sorted {
      ($1.briefingCount, $1.mentionCount, $0.id) < ($0.briefingCount, $0.mentionCount, $1.id)
    }
  }

  /// The entities one of whose names holds words that begin as asked.
  func entitiesNamed(_ name: String) -> Set<EntityNames.Key> {
    let asked = " " + comparable(name)
    func holds(_ other: String) -> Bool { Array((" " + other).utf8).contains(Array(asked.utf8)) }
    return Set(
      entityRows(Array(articles.values)).filter { row in
        holds(row.key.folded) || entityNames.english[row.key].map { holds(comparable($0)) } ?? false
          || row.forms.contains { holds(comparable($0.form)) }
      }.map(\.key))
  }

  /// Whether somebody with that name speaks.
  func speaks(_ statement: Statement, _ name: String) -> Bool {
    let asked = Array((" " + comparable(name)).utf8)
    let folded = Set(entitiesNamed(name).map(\.folded))
    return [statement.speaker, statement.speakerEntity].compactMap { $0.map(comparable) }.contains {
      Array((" " + $0).utf8).contains(asked) || folded.contains($0)
    }
  }

  func statements(of article: MemoryArticle) -> [StatementRecord] {
    let summary = summary(article)
    let all = article.decided.statements.enumerated().map { index, statement in
      let signatures = article.decided.signatures
      return StatementRecord(
        id: StatementID(briefing: article.given.id, place: statement.place), briefing: summary, statement: statement,
        signature: signatures.indices.contains(index) ? signatures[index] : StatementSignature(stems: []))
    }
    return all.sorted {
      ($0.statement.place.field, $0.statement.place.span.start) < (
        $1.statement.place.field, $1.statement.place.span.start
      )
    }
  }

  func statements(of id: BriefingID) -> [StatementRecord] { articles[id].map { statements(of: $0) } ?? [] }

  func statements(_ filter: BriefingFilter) -> [StatementRecord] {
    var rest = filter
    rest.speaker = nil
    return passing(rest).flatMap { statements(of: $0) }.filter { record in
      filter.speaker.map { speaks(record.statement, $0) } ?? true
    }
  }

  func statements(by speaker: String) -> [StatementRecord] {
    let all = ordered.flatMap { statements(of: $0).reversed() }
    let own = all.filter { $0.statement.speakerEntity.map(comparable) == comparable(speaker) }
    guard own.isEmpty else { return own }
    return all.filter {
      $0.statement.speakerEntity == nil && $0.statement.speaker.map(comparable) == comparable(speaker)
    }
  }

  func frequencies(of stems: [String]) -> StemFrequencies {
    let all = articles.values.flatMap { statements(of: $0) }
    var counts: [String: Int] = [:]
    for stem in Set(stems) {
      let count = all.count { $0.signature.stems.contains(stem) }
      if count > 0 { counts[stem] = count }
    }
    return StemFrequencies(counts: counts, total: all.count)
  }

  func relationCandidates(for record: StatementRecord, limit: Int) -> [StatementRecord] {
    guard limit > 0 else { return [] }
    let others = ordered.flatMap { statements(of: $0) }.filter { $0.id != record.id }
    let frequencies = frequencies(of: record.signature.stems)
    func weight(_ other: StatementRecord) -> Double {
      Set(record.signature.stems).intersection(other.signature.stems).reduce(0) {
        $0 + log(1 + Double(frequencies.total) / Double(max(1, frequencies.counts[$1] ?? 1)))
      }
    }
    let shared = others.map { ($0, weight($0)) }.filter { $0.1 > 0 }.sorted { $0.1 > $1.1 }.map(\.0)
    let near = others.filter { $0.briefing.id == record.briefing.id }
    let (name, entity) = (record.statement.speaker, record.statement.speakerEntity)
    let bySpeaker = others.filter { other in
      if let entity { return other.statement.speakerEntity.map(comparable) == comparable(entity) }
      return name != nil && other.statement.speaker.map(comparable) == name.map(comparable)
    }
    var seen: Set<StatementID> = []
    var chosen: [StatementRecord] = []
    func add(_ some: [StatementRecord], upTo count: Int) {
      for one in some where chosen.count < count && seen.insert(one.id).inserted { chosen.append(one) }
    }
    add(near, upTo: limit / 8)
    add(shared, upTo: limit - min(bySpeaker.count, limit / 4))
    add(bySpeaker, upTo: limit)
    add(shared, upTo: limit)
    return chosen
  }
}

extension MemoryStore {
  func entities(_ filter: BriefingFilter, limit: Int) throws(StoreError) -> [EntityRecord] {
    try with { state throws(StoreError) in Array(state.entities(filter).prefix(limit)) }
  }

  func entities(named name: String) throws(StoreError) -> [EntityRecord] {
    let folded = comparable(name)
    return try with { state throws(StoreError) in
      let found = state.entities(BriefingFilter()).filter { record in
        comparable(record.canonical) == folded || record.english.map(comparable) == folded
          || record.forms.contains { comparable($0) == folded }
      }
      return found.filter { comparable($0.canonical) == folded } + found.filter { comparable($0.canonical) != folded }
    }
  }

  func statements(_ filter: BriefingFilter, limit: Int) throws(StoreError) -> [StatementRecord] {
    try with { state throws(StoreError) in Array(state.statements(filter).prefix(limit)) }
  }

  func statements(
    by speaker: String, limit: Int, after: Cursor?
  ) throws(StoreError) -> Page<StatementRecord> {
    try with { state throws(StoreError) in
      guard limit > 0 else { return Page(rows: [], next: after) }
      let all = state.statements(by: speaker)
      let start = all.firstIndex { $0.id.text == after?.text }.map { $0 + 1 } ?? 0
      let rows = Array(all.dropFirst(start).prefix(limit))
      return Page(rows: rows, next: start + rows.count < all.count ? rows.last.map { Cursor($0.id.text) } : nil)
    }
  }

  func statementMonths(by speaker: String) throws(StoreError) -> TimelineMonths {
    try with { state throws(StoreError) in TimelineMonths(of: state.statements(by: speaker)) }
  }

  func statement(_ id: StatementID) throws(StoreError) -> StatementRecord? {
    try with { state throws(StoreError) in
      guard let briefing = id.briefing else { return nil }
      let found = state.statements(of: briefing).filter { $0.id == id }
      return found.first { $0.statement.origin == .analyzed } ?? found.first
    }
  }

  func statements(of id: BriefingID) throws(StoreError) -> [StatementRecord] {
    try with { state throws(StoreError) in state.statements(of: id) }
  }

  func relationCandidates(for record: StatementRecord, limit: Int) throws(StoreError) -> [StatementRecord] {
    try with { state throws(StoreError) in state.relationCandidates(for: record, limit: limit) }
  }

  func statementFrequencies(of stems: [String]) throws(StoreError) -> StemFrequencies {
    try with { state throws(StoreError) in state.frequencies(of: stems) }
  }

  func undecidedFindings(of id: BriefingID) throws(StoreError) -> Findings? {
    try with { state throws(StoreError) in state.articles[id]?.undecided }
  }

  func decisions() throws(StoreError) -> [DecisionRecord] {
    try with { state throws(StoreError) in
      state.decisions.map { record in
        var record = record
        record.briefingCount = state.articles.values.count { $0.effective.contains(record.number) }
        return record
      }
    }
  }

  func add(_ decisions: [Decision]) throws(StoreError) -> Int {
    try with { state throws(StoreError) in
      for decision in decisions {
        state.decisions.removeAll(where: \.isUndone)
        let number = Int64(state.nextTurn())
        state.decisions.append(
          DecisionRecord(number: number, decision: decision, isUndone: false, briefingCount: 0))
        if let target = decision.target { state.entityNames.show(target) }
      }
      return state.awaiting(first: nil).count
    }
  }

  func undoDecision() throws(StoreError) -> DecisionRecord? {
    try with { state throws(StoreError) in
      guard let index = state.decisions.lastIndex(where: { !$0.isUndone }) else { return nil }
      state.decisions[index].isUndone = true
      let decision = state.decisions[index].decision
      if let subject = decision.subject, let target = decision.target, subject.type == target.type,
        comparable(subject.name) == comparable(target.name)
      {
        state.entityNames.show(subject)
      }
      return state.decisions[index]
    }
  }

  func redoDecision() throws(StoreError) -> DecisionRecord? {
    try with { state throws(StoreError) in
      guard let index = state.decisions.firstIndex(where: \.isUndone) else { return nil }
      state.decisions[index].isUndone = false
      if let target = state.decisions[index].decision.target { state.entityNames.show(target) }
      return state.decisions[index]
    }
  }

  func applyDecisions(limit: Int, first: BriefingID?) throws(StoreError) -> Int {
    try with { state throws(StoreError) in
      let awaiting = state.awaiting(first: first)
      for id in awaiting.prefix(limit) {
        guard var article = state.articles[id] else { continue }
        state.decide(&article)
        state.articles[id] = article
      }
      return max(0, awaiting.count - limit)
    }
  }
}
