import Briefings
import Search

extension Model {
  /// What of that which is looked at can be written into a file, what is chosen first.
  var exportChoices: [ExportChoice] {
    var choices: [ExportChoice] = []
    if let content = page?.content {
      if let record = content.record { choices.append(choice(of: record)) }
      choices += content.exports(wording)
      if let name = content.name { choices.append(dossier(of: name.name, name.type)) }
    } else if focus == .list {
      choices = search.map(choices(of:)) ?? listChoices
    } else {
      choices = articleChoices
    }
    if !markedStatements.isEmpty {
      choices.insert(
        ExportChoice(
          subject: .statements(markedStatements), words: wording.markedStatements(markedStatements.count),
          stem: "statements"),
        at: 0)
    }
    // What is chosen may be all that there is.
    var seen: Set<ExportSubject> = []
    return choices.filter { seen.insert($0.subject).inserted }
  }

  private var listChoices: [ExportChoice] {
    var choices: [ExportChoice] = []
    if !library.marked.isEmpty {
      let rows = library.markedRows.map(\.id)
      // Marked rows may be out of reach by now.
      let others = library.marked.subtracting(rows).sorted { $0.text < $1.text }
      choices.append(
        ExportChoice(
          subject: .articles(rows + others), words: wording.markedArticles(library.marked.count), stem: "articles"))
    }
    if let row = library.selectedRow { choices.append(choice(of: row.id, title: row.title)) }
    if library.count > 0 {
      let stem = library.filter.entity.map { "articles-" + fileNamePart($0) } ?? "articles"
      choices.append(
        ExportChoice(
          subject: .list(library.filter), words: wording.wholeList(library.grouping == .none ? library.total : nil),
          stem: stem))
    }
    if let name = library.filter.entity { choices.append(dossier(of: name, nil)) }
    return choices
  }

  private func choices(of search: SearchState) -> [ExportChoice] {
    var choices: [ExportChoice] = []
    let part = fileNamePart(search.text)
    if let hit = search.selectedHit { choices.append(choice(of: hit.briefing.id, title: hit.briefing.title)) }
    if let record = search.selectedStatement?.record { choices.append(choice(of: record)) }
    if let entity = search.selectedEntity { choices.append(dossier(of: entity.canonical, entity.type)) }
    guard let query = search.query, search.count ?? 0 > 0, search.kind != .entities else { return choices }
    if search.kind == .articles, let total = search.results?.total {
      choices.append(ExportChoice(subject: .hits(query), words: wording.foundArticles(total), stem: "search-" + part))
    }
    if search.kind == .statements, let total = search.statements?.total {
      choices.append(
        ExportChoice(subject: .statementHits(query), words: wording.foundStatements(total), stem: "search-" + part))
    }
    choices.append(
      ExportChoice(
        subject: .topicDossier(query, written: search.text), words: wording.dossierOf(search.text),
        stem: "dossier-" + part))
    return choices
  }

  /// Those of the article and its panel.
  private var articleChoices: [ExportChoice] {
    guard let article else { return [] }
    let own = choice(of: article.briefing.id, title: article.briefing.title)
    let statements =
      article.loaded.statements.isEmpty
      ? []
      : [
        ExportChoice(
          subject: .statements(panelStatements.map(\.id)), words: wording.allStatements(panelStatements.count),
          stem: "statements-" + fileNamePart(article.briefing.title))
      ]
    let chosen = isStatementChosen || focus == .panel && panel.tab == .statements ? panelStatement : nil
    let entity = panelEntity.map { dossier(of: $0.canonical, $0.type) }
    guard focus == .panel else { return [chosen.map { choice(of: $0) }, own].compactMap(\.self) + statements }
    switch panel.tab {
    case .entities: return [entity, own].compactMap(\.self) + statements
    case .statements: return [chosen.map { choice(of: $0) }].compactMap(\.self) + statements + [own]
    case .notes: return [own] + statements
    case .related:
      let related = panel.related ?? []
      let record = related.indices.contains(panel.relatedIndex) ? related[panel.relatedIndex].record : nil
      let origin = [panel.origin].compactMap(\.self)
      let all = ExportChoice(
        subject: .statements((origin + related.map(\.record)).map(\.id)),
        words: wording.relatedStatements(related.count), stem: "related")
      return [record.map { choice(of: $0) }].compactMap(\.self) + (related.isEmpty ? [] : [all])
        + origin.map { matter(of: $0) }
    }
  }

  // MARK: Single things

  private func choice(of id: BriefingID, title: String) -> ExportChoice {
    ExportChoice(
      subject: .articles([id]), words: wording.oneArticle(title), stem: "article-" + fileNamePart(title))
  }

  private func choice(of record: StatementRecord) -> ExportChoice {
    ExportChoice(
      subject: .statements([record.id]),
      words: wording.oneStatement(wording.source(of: record.statement), record.statement.content),
      stem: "statement-" + fileNamePart(wording.source(of: record.statement)))
  }

  private func dossier(of name: String, _ type: EntityType?) -> ExportChoice { Reader.dossier(of: name, type, wording) }

  private func matter(of record: StatementRecord) -> ExportChoice { Reader.matter(of: record, wording) }
}

private func dossier(of name: String, _ type: EntityType?, _ wording: Wording) -> ExportChoice {
  ExportChoice(
    subject: .dossier(name, type), words: wording.dossierOf(name), stem: "dossier-" + fileNamePart(name))
}

/// The dossier of a statement's matter.
private func matter(of record: StatementRecord, _ wording: Wording) -> ExportChoice {
  ExportChoice(
    subject: .matterDossier(record), words: wording.dossierOf(record.statement.content),
    stem: "dossier-" + fileNamePart(record.statement.content))
}

extension PageContent {
  func exports(_ wording: Wording) -> [ExportChoice] { [] }
}

extension TimelineState {
  func exports(_ wording: Wording) -> [ExportChoice] {
    switch subject {
    case .speaker(let name):
      let total = months.map { $0.undated + $0.months.reduce(0) { $0 + $1.count } } ?? entries.count
      return count == 0
        ? []
        : [
          ExportChoice(
            subject: .said(by: name), words: wording.wholeTimeline(name, total), stem: "timeline-" + fileNamePart(name))
        ]
    case .topic(let record):
      guard count > 0 else { return [] }
      let ids = entries.map(\.record.id)
      return [
        ExportChoice(subject: .statements(ids), words: wording.wholeTopic(ids.count), stem: "topic"),
        matter(of: record, wording),
      ]
    }
  }
}

extension ThreadState {
  func exports(_ wording: Wording) -> [ExportChoice] {
    guard let thread else { return [] }
    let ids = thread.reports.map(\.id) + thread.links.map(\.nearest.record.id)
    return [
      ExportChoice(
        subject: .statements(ids), words: wording.wholeThread(ids.count),
        stem: "thread-" + fileNamePart(wording.source(of: claim.statement))), matter(of: claim, wording),
    ]
  }
}

extension ComparisonState {
  func exports(_ wording: Wording) -> [ExportChoice] {
    [ExportChoice(subject: .statements(records.map(\.id)), words: wording.bothStatements, stem: "comparison")]
  }
}

extension EntityCardState {
  func exports(_ wording: Wording) -> [ExportChoice] {
    guard let record = loaded?.record else { return [] }
    let name = record.canonical
    let dossier = dossier(of: name, record.type, wording)
    guard let said = loaded?.said, !said.isEmpty else { return [dossier] }
    return [
      dossier,
      ExportChoice(
        subject: .said(by: name), words: wording.wholeTimeline(name, nil), stem: "timeline-" + fileNamePart(name)),
    ]
  }
}

extension ChangesState {
  func exports(_ wording: Wording) -> [ExportChoice] {
    guard let articles = changes?.articles, !articles.isEmpty else { return [] }
    return [
      ExportChoice(
        subject: .articles(articles.map(\.id)), words: wording.newArticlesToExport(articles.count), stem: "new")
    ]
  }
}
