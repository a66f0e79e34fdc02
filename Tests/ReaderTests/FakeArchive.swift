import Briefings
import Search

@testable import Reader

/// A tiny archive in memory: answers the reader's effects at once, as the real one does later.
struct FakeArchive {
  /// The articles, newest first.
  var articles: [LoadedBriefing]
  /// Which statements are related to one.
  var relations: [StatementID: [RelatedStatement]] = [:]
  /// Whether a search finds the first articles whatever it asks for, which is quick.
  var findsAnything = false
  /// Whether a search ranks only some of what matches at first.
  var ranksPartly = false
  /// What may have been meant by a query.
  var advice: [String: String] = [:]
  /// Articles that were opened.
  var readIDs: Set<BriefingID> = []
  /// Articles that were flagged.
  var flaggedIDs: Set<BriefingID> = []
  /// The tags that articles were given.
  var tags: [BriefingID: [String]] = [:]
  /// Articles that were deleted, with the numbers of their rows.
  var deleted: [(index: Int, article: LoadedBriefing)] = []
  /// What was decided.
  var decisions: [Decision] = []
  /// The saved searches, by name.
  var searches: [SavedSearch] = []
  /// How many articles have come, and how many of them were seen.
  var latestChange = ChangeNumber(5)
  var seenChange: ChangeNumber?
  /// The notes, as they were written.
  var notes: [Note] = []
  /// The files that were ordered.
  var orders: [ExportOrder] = []
  /// The texts that articles had before, oldest first.
  var versions: [BriefingID: [Briefing]] = [:]
  /// How lists are to be shown the next time.
  var keptView: String?
  /// The articles that tell the same, in groups.
  var stories: [[BriefingID]] = []
  /// Where articles were left.
  var positions: [BriefingID: Place] = [:]

  init(_ articles: [LoadedBriefing] = []) { self.articles = articles }

  func summary(_ briefing: Briefing) -> BriefingSummary {
    BriefingSummary(
      id: briefing.id, title: briefing.title, date: briefing.date, source: briefing.source, language: briefing.language,
      tags: briefing.tags + (tags[briefing.id] ?? []), isRead: readIDs.contains(briefing.id),
      isFlagged: flaggedIDs.contains(briefing.id), version: (versions[briefing.id]?.count ?? 0) + 1,
      reprintCount: max(0, (stories.first { $0.contains(briefing.id) }?.count ?? 0) - 1))
  }

  /// Says that two statements bear on each other.
  mutating func relate(_ from: StatementRecord, _ to: StatementRecord, _ relation: Relation, why: RelationReason) {
    relations[from.id, default: []].append(
      RelatedStatement(record: to, relation: relation, score: 0.5, reasons: [why]))
  }

  /// What comes of an effect, or `nil` where it is none of an archive or has no answer.
  mutating func answer(to effect: Effect) -> Message? {
    switch effect {
    case .loadList(let request, let filter, let order, let place, let limit):
      return .list(request: request, stretch(listed(filter, order), at: place, limit: limit))
    case .loadGroups(let request, let grouping, let filter):
      return .groups(request: request, groups(listed(filter, .newest), by: grouping))
    case .loadStory(let request, let filter): return .story(request: request, listed(filter, .newest))
    case .countList(let request, let filter): return .counted(request: request, listed(filter, .newest).count)
    case .loadArticle(let request, let id):
      var found = articles.first { $0.briefing.id == id }.map(decided)
      found?.position = positions[id]
      found?.version = (versions[id]?.count ?? 0) + 1
      found?.reprintCount = max(0, (stories.first { $0.contains(id) }?.count ?? 0) - 1)
      found?.notes = notes.filter { $0.target.briefing == id }
      return .article(request: request, found)
    case .findInArticle(let request, let wanted, let briefing):
      return .foundInArticle(request: request, wanted.places(in: briefing))
    case .search(let request, let query, let limit):
      return .found(request: request, found(query, limit: limit))
    case .searchMore(let request, let wanted): return .searched(request: request, answer(to: wanted))
    case .rememberQuery: return nil
    case .loadTags(let request, let limit):
      let all = articles.flatMap { summary($0.briefing).tags }
      let counts = Set(all).map { tag in TagCount(tag: tag, briefingCount: all.count { $0 == tag }) }
      return .tags(
        request: request,
        Array(counts.sorted { ($1.briefingCount, $0.tag) < ($0.briefingCount, $1.tag) }.prefix(limit)))
    case .keepView(let text):
      keptView = text
      return nil
    case .keep(let keeping, let isUndo): return .kept(keeping, inverse: keep(keeping), isUndo: isUndo)
    case .loadRelated(let request, let id): return .related(request: request, relations[id] ?? [])
    case .loadPage(let request, let wanted): return .page(request: request, answer(to: wanted))
    case .change(let change, let ids, let isUndo):
      return .changed(change, ids.filter { apply(change, to: $0) }, isUndo: isUndo)
    case .markRead(let id, let isRead):
      if isRead { readIDs.insert(id) } else { readIDs.remove(id) }
      return nil
    case .savePosition(let id, let place):
      positions[id] = place
      return nil
    case .decide(let decision, _):
      decisions.append(decision)
      return .decided(record(decision))
    case .undoDecision:
      return .decided(
        decisions.popLast().map { decision in
          var record = record(decision)
          record.isUndone = true
          return record
        })
    case .export(let order): return .exported(export(order))
    case .copy, .openLink, .edit, .redraw, .suspend, .quit: return nil
    }
  }

  /// Changes an article; answers whether that was another state of it.
  private mutating func apply(_ change: ArticleChange, to id: BriefingID) -> Bool {
    switch change {
    case .read(true): return readIDs.insert(id).inserted
    case .read(false): return readIDs.remove(id) != nil
    case .flagged(true): return flaggedIDs.insert(id).inserted
    case .flagged(false): return flaggedIDs.remove(id) != nil
    case .tagged(let tag, let isTagged):
      let isThere = tags[id]?.contains(tag) == true
      tags[id, default: []].removeAll { $0 == tag }
      if isTagged { tags[id]?.append(tag) }
      return isThere != isTagged
    case .deleted(true):
      guard let index = articles.firstIndex(where: { $0.briefing.id == id }) else { return false }
      deleted.append((index, articles.remove(at: index)))
      return true
    case .deleted(false):
      guard let index = deleted.lastIndex(where: { $0.article.briefing.id == id }) else { return false }
      let old = deleted.remove(at: index)
      articles.insert(old.article, at: min(old.index, articles.count))
      return true
    }
  }

  /// The articles of a list, in its order.
  private func listed(_ filter: BriefingFilter, _ order: ListOrder) -> [BriefingSummary] {
    let all = articles.filter { article in
      let (row, days) = (article.briefing, (filter.since?.day, filter.until?.day))
      return filter.entity.map { name in article.entities.contains { $0.canonical == name } } ?? true
        && filter.source.map { row.source == $0 } ?? true && filter.tag.map { row.tags.contains($0) } ?? true
        && days.0.map { (row.date?.day ?? "") >= $0 } ?? true && days.1.map { (row.date?.day ?? "9") <= $0 } ?? true
        && filter.parts.allSatisfy { stands(article, in: $0) }
    }.map { summary($0.briefing) }.filter { row in
      guard let query = filter.query else { return true }
      return fulfils(query, row)
    }
    switch order {
    case .newest: return all
    case .oldest: return all.reversed()
    case .title: return all.sorted { $0.title < $1.title }
    case .source: return all.sorted { $0.source < $1.source }
    case .unread: return all.filter { !$0.isRead } + all.filter(\.isRead)
    }
  }

  /// Whether a row fulfils what the list is narrowed to; only what is said of titles counts here.
  private func fulfils(_ query: Query, _ row: BriefingSummary) -> Bool {
    switch query {
    case .title(let inner): !matches(of: inner, in: row.title).isEmpty
    case .and(let parts): parts.allSatisfy { fulfils($0, row) }
    case .or(let parts): parts.contains { fulfils($0, row) }
    case .not(let inner): !fulfils(inner, row)
    default: true
    }
  }

  /// Rows of a list; a cursor is the id of a row.
  private func stretch(_ all: [BriefingSummary], at place: ListPlace, limit: Int) -> ListStretch {
    func index(_ id: String) -> Int? { all.firstIndex { $0.id.text == id } }
    let start: Int
    switch place {
    case .start: start = 0
    case .end: start = all.count - limit
    case .after(let id): start = index(id).map { $0 + 1 } ?? all.count
    case .before(let id): start = (index(id) ?? 0) - limit
    case .at(let number): start = number
    case .around(let id): start = index(id.text).map { max(0, $0 - limit / 2) } ?? 0
    }
    let range = (start..<start + limit).clamped(to: 0..<all.count)
    let rows = Array(all[range])
    return ListStretch(
      rows: rows, first: range.lowerBound, before: range.lowerBound > 0 ? rows.first?.id.text : nil,
      after: range.upperBound < all.count ? rows.last?.id.text : nil)
  }

  private func record(_ decision: Decision) -> DecisionRecord {
    DecisionRecord(number: 1, decision: decision, isUndone: false, briefingCount: 1)
  }

  /// An article with the decisions applied to it.
  private func decided(_ article: LoadedBriefing) -> LoadedBriefing {
    var article = article
    let findings = Findings(
      version: 1, language: article.briefing.language ?? "", entities: article.entities,
      statements: article.statements.map(\.statement), signatures: article.statements.map(\.signature))
    let (decided, _) = DecisionBook(decisions) { $0 }.applied(to: findings, of: article.briefing)
    article.entities = decided.entities
    for (index, statement) in decided.statements.enumerated() { article.statements[index].statement = statement }
    return article
  }
}

/// An article from marked texts.
///
/// Roles: `p`, `o`, `l` a person, organization or place, with `=canonical` where the text has another form; `s1`, `c1`,
/// `t1` speaker, cue and content of the statement 1; `t1-` what is denied, `t1"` what is quoted; `s1=name` its entity.
func article(
  _ id: String, title: String, text: String, date: String? = nil, source: String = "", language: String? = "ar",
  tags: [String] = []
) -> LoadedBriefing {
  let fields: [(BriefingField, MarkedText)] = [(.title, MarkedText(title)), (.text, MarkedText(text))]
  let briefing = Briefing(
    id: BriefingID(id), title: fields[0].1.text, text: fields[1].1.text, date: date.flatMap { PublicationDate($0) },
    source: source, language: language, tags: tags)
  var mentions: [String: (type: EntityType, mentions: [Mention])] = [:]
  var parts: [Character: [Character: (value: String?, sign: Character?, place: Place)]] = [:]
  for (field, marked) in fields {
    for (role, range) in marked.marks {
      let place = Place(field, TextSpan(range))
      let halves = role.split(separator: "=", maxSplits: 1).map(String.init)
      let form = briefing.text(at: place) ?? ""
      guard let kind = halves[0].first else { continue }
      if let number = halves[0].dropFirst().first {
        parts[number, default: [:]][kind] = (halves.dropFirst().first, halves[0].dropFirst(2).first, place)
      } else {
        let type: EntityType = kind == "p" ? .person : kind == "o" ? .organization : .place
        mentions[halves.dropFirst().first ?? form, default: (type, [])].mentions.append(
          Mention(form: form, place: place))
      }
    }
  }
  let entities = mentions.map { name, found in
    Entity(canonical: name, type: found.type, mentions: found.mentions.sorted { $0.place < $1.place })
  }.sorted { ($1.mentions.count, $0.canonical) < ($0.mentions.count, $1.canonical) }
  let row = BriefingSummary(
    id: briefing.id, title: briefing.title, date: briefing.date, source: source, language: language, tags: tags)
  let statements = parts.values.compactMap { found -> StatementRecord? in
    guard let content = found["t"] else { return nil }
    let isDenied = content.sign == "-"
    let statement = Statement(
      speaker: found["s"].flatMap { briefing.text(at: $0.place) }, speakerPlace: found["s"]?.place,
      speakerEntity: found["s"]?.value, cue: found["c"].flatMap { briefing.text(at: $0.place) } ?? "",
      cuePlace: found["c"]?.place, cueClass: isDenied ? .deny : .say,
      content: briefing.text(at: content.place) ?? "", place: content.place,
      kind: content.sign == "\"" ? .direct : .indirect, polarity: isDenied ? .deny : .affirm)
    return StatementRecord(
      id: StatementID(briefing: briefing.id, place: content.place), briefing: row, statement: statement,
      signature: StatementSignature(stems: []))
  }.sorted { $0.statement.place < $1.statement.place }
  return LoadedBriefing(briefing: briefing, entities: entities, statements: statements)
}
