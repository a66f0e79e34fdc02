import Briefings

/// What the side panel shows.
public enum PanelTab: Hashable, Sendable {
  /// The entities of the article, with counts.
  case entities
  /// Its statements, in order.
  case statements
  /// The statements related to one, from all articles.
  case related
  /// The notes on it and its statements.
  case notes
}

/// An article that was asked for and what it was asked for for.
public struct PendingArticle: Hashable, Sendable {
  var request: Int
  var purpose: ArticlePurpose
  /// How many decisions were known when it was asked for.
  var decisionCount: Int
}

/// The side panel: which tab, and what is chosen in each.
public struct PanelState: Hashable, Sendable {
  /// The tab shown.
  public var tab = PanelTab.entities
  /// The chosen entity, counted in the order shown.
  public var entity = 0
  /// The mention gone to last, of the chosen entity.
  public var mention: Int?
  /// The chosen statement.
  public var statement = 0
  /// The statement that `related` belongs to.
  public var origin: StatementRecord?
  /// The related statements, once they have come.
  public var related: [RelatedStatement]?
  /// The chosen one of them.
  public var relatedIndex = 0
  /// The chosen note.
  public var note = 0
  /// The request for them that is under way.
  public var request: Int?
  /// The article that is on its way.
  public var pendingArticle: PendingArticle?

  /// The first row shown of the tab.
  var top = PanelRows.Place()

  /// The number of what is chosen in the tab shown.
  var chosen: Int {
    switch tab {
    case .entities: entity
    case .statements: statement
    case .related: relatedIndex
    case .notes: note
    }
  }

  /// Creates a panel.
  public init(tab: PanelTab = .entities) { self.tab = tab }
}

extension Model {
  /// The entities in the order of the panel: by type, within one the most mentioned first.
  public var panelEntities: [Entity] { article?.entities.map(\.entity) ?? [] }

  /// The chosen entity.
  var panelEntity: Entity? { listedEntity?.entity }

  /// The chosen entity with its mentions.
  var listedEntity: ListedEntity? {
    guard let entities = article?.entities, entities.indices.contains(panel.entity) else { return nil }
    return entities[panel.entity]
  }

  /// Whether the chosen statement is marked in the text.
  var isStatementChosen: Bool { article?.current != nil && article?.current == panelStatement?.statement.place }

  /// The statements of the article, without those that are hidden as doubtful.
  public var panelStatements: [StatementRecord] {
    let all = article?.loaded.statements ?? []
    return hidesDoubtful ? all.filter { !$0.statement.isDoubtful } : all
  }

  /// How many statements of the article are hidden as doubtful.
  public var hiddenStatementCount: Int { (article?.loaded.statements.count ?? 0) - panelStatements.count }

  /// The chosen statement of the article.
  var panelStatement: StatementRecord? {
    let statements = panelStatements
    return statements.indices.contains(panel.statement) ? statements[panel.statement] : nil
  }
}

/// An entity of an article as the panel lists it.
struct ListedEntity: Hashable, Sendable {
  let entity: Entity
  /// The mentions that count.
  let mentions: [Mention]

  /// The entities in the order of the panel: by type, within one the most mentioned first.
  static func all(_ entities: [Entity]) -> [ListedEntity] {
    EntityType.allCases.flatMap { type in
      entities.filter { $0.type == type }.map { ListedEntity(entity: $0, mentions: $0.outerMentions) }
        .sorted { ($1.mentions.count, $0.entity.canonical) < ($0.mentions.count, $1.entity.canonical) }
    }
  }
}

extension Entity {
  /// The occurrences that stand in no longer one: of داعش in تنظيم داعش only the whole counts.
  ///
  /// - Complexity: O(*n* log *n*) in the mentions.
  public var outerMentions: [Mention] {
    var found: [Mention] = []
    let byLength = mentions.sorted { a, b in
      if a.place.field != b.place.field || a.place.span.start != b.place.span.start { return a.place < b.place }
      return a.place.span.end > b.place.span.end
    }
    for mention in byLength {
      if let last = found.last, last.place.field == mention.place.field,
        mention.place.span.end <= last.place.span.end
      {
        continue
      }
      found.append(mention)
    }
    return found
  }
}
