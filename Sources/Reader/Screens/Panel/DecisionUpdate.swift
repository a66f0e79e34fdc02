import Briefings
import Cells

/// What the user decides about names: every one becomes an effect, and its answer shows the article's new findings.
extension Model {
  /// Whether a line is being typed at the bottom.
  var isPrompting: Bool { prompt != nil || renaming != nil || palette != nil || entry != nil || menu != nil }

  /// The entity that decisions are about: the one chosen in the panel.
  private mutating func entityInQuestion() -> Entity? {
    guard focus == .panel, panel.tab == .entities, let entity = panelEntity else {
      notice = Notice(wording.chooseEntityFirst)
      return nil
    }
    return entity
  }

  private func decide(_ decision: Decision) -> [Effect] { [.decide(decision, shown: article?.briefing.id)] }

  /// Marks the chosen entity, or merges the marked one into it.
  mutating func mergeEntity() -> [Effect] {
    guard let entity = entityInQuestion() else { return [] }
    let name = EntityName(entity)
    guard let marked = mergeMark else {
      mergeMark = name
      notice = Notice(wording.markedForMerge(name.name))
      return []
    }
    mergeMark = nil
    guard marked != name else {
      notice = Notice(wording.noEntityMarked)
      return []
    }
    return decide(.merge(marked, into: name))
  }

  /// Makes the chosen entity one of the next type.
  mutating func retypeEntity() -> [Effect] {
    guard let entity = entityInQuestion() else { return [] }
    let types = EntityType.allCases
    let next = ((types.firstIndex(of: entity.type) ?? 0) + 1) % types.count
    return decide(.retype(EntityName(entity), as: types[next]))
  }

  /// Rejects the chosen entity.
  mutating func rejectEntity() -> [Effect] {
    guard let entity = entityInQuestion() else { return [] }
    return decide(.reject(EntityName(entity)))
  }

  /// Rejects the mention that was gone to.
  mutating func rejectMention() -> [Effect] {
    guard let (_, mention) = mentionInQuestion(), let id = article?.briefing.id else { return [] }
    return decide(.rejectMention(MarkedPlace(briefing: id, place: mention.place, form: mention.form)))
  }

  /// Makes an entity of the form of the mention that was gone to.
  mutating func splitForm() -> [Effect] {
    guard let (entity, mention) = mentionInQuestion() else { return [] }
    guard mention.form != entity.canonical else {
      notice = Notice(wording.entitysOwnName)
      return []
    }
    return decide(.split(form: mention.form, from: EntityName(entity)))
  }

  private mutating func mentionInQuestion() -> (Entity, Mention)? {
    guard let entity = entityInQuestion() else { return nil }
    let mentions = entity.outerMentions
    guard let index = panel.mention, mentions.indices.contains(index) else {
      notice = Notice(wording.goToMentionFirst)
      return nil
    }
    return (entity, mentions[index])
  }

  // MARK: Another name

  /// Begins to type another name for the chosen entity.
  mutating func openRenaming() {
    guard let entity = entityInQuestion() else { return }
    renaming = Renaming(entity: EntityName(entity), text: entity.canonical)
  }

  /// Begins to type the name of whom the words name that the search in the article found: the words themselves, unless
  /// something else is typed.
  mutating func openAdding() {
    guard let state = article, let index = state.currentMatch, state.matches.indices.contains(index),
      let form = state.briefing.text(at: state.matches[index])
    else {
      notice = Notice(wording.findWordsFirst)
      return
    }
    let marked = MarkedPlace(briefing: state.briefing.id, place: state.matches[index], form: form)
    renaming = Renaming(entity: EntityName(.person, form), text: form, place: marked)
  }

  /// Makes the words of a place a mention of an entity: of the one of the article that is called so, else of a new one.
  private func add(_ place: MarkedPlace, called name: String) -> [Effect] {
    let known = panelEntities.first { entity in
      entity.canonical.utf8.elementsEqual(name.utf8) || entity.forms.contains { $0.utf8.elementsEqual(name.utf8) }
    }
    return decide(.addMention(place, of: known.map { EntityName($0) } ?? EntityName(.person, name)))
  }

  /// A key while the name is being typed.
  mutating func typeName(_ key: Key) -> [Effect] {
    guard var typed = renaming else { return [] }
    switch key.code {
    case .escape: renaming = nil
    case .enter:
      renaming = nil
      let name = typed.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      if let place = typed.place, !name.isEmpty { return add(place, called: name) }
      guard !name.isEmpty, !name.utf8.elementsEqual(typed.entity.name.utf8) else {
        notice = Notice(wording.nameStays)
        return []
      }
      return decide(.rename(typed.entity, to: name))
    default:
      _ = edit(&typed.text, behind: &typed.behind, with: key)
      renaming = typed
    }
    return []
  }

  // MARK: Answers

  /// Tells what was decided, and asks for the findings that the article has now.
  mutating func take(_ record: DecisionRecord?) -> [Effect] {
    guard let record else {
      notice = Notice(wording.noDecisionLeft)
      return []
    }
    if !record.isUndone { undos.append(.decision) }
    notice = Notice(wording.decided(record))
    decisionCount += 1
    // Another article that is on its way is looked at when it comes.
    guard panel.pendingArticle == nil else { return [] }
    let decision = record.decision
    return refreshIfOld(choosing: record.isUndone ? decision.subject : decision.target ?? decision.subject)
  }

  /// Asks for the findings of the article shown where decisions were made since they came.
  mutating func refreshIfOld(choosing name: EntityName? = nil) -> [Effect] {
    guard let article, article.decisionCount < decisionCount else { return [] }
    return load(article.briefing.id, for: .refresh(name))
  }

  /// Shows other findings of the article shown; what was chosen stays chosen, or what became of it.
  mutating func refresh(_ loaded: LoadedBriefing, _ pending: PendingArticle, choosing name: EntityName?) -> [Effect] {
    let old = panelEntity.map { EntityName($0) }
    panel.pendingArticle = nil
    article?.loaded = loaded
    article?.decisionCount = pending.decisionCount
    let names = panelEntities.map { EntityName($0) }
    panel.entity =
      name.flatMap { names.firstIndex(of: $0) } ?? old.flatMap { names.firstIndex(of: $0) }
      ?? min(panel.entity, max(0, names.count - 1))
    panel.mention = nil
    panel.statement = min(panel.statement, max(0, panelStatements.count - 1))
    panel.note = min(panel.note, max(0, panelNotes.count - 1))
    keepPanelChoiceVisible()
    return refreshIfOld()
  }
}

extension EntityName {
  /// The name of an entity.
  fileprivate init(_ entity: Entity) { self.init(entity.type, entity.canonical) }
}
