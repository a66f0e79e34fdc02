import Briefings
import Search

/// What is looked for in an article.
public enum ArticleQuery: Hashable, Sendable {
  /// Letters, as they are typed in the search in the article.
  case letters(String)
  /// What the words of a query of the archive match.
  case query(Query)

  /// No more matches than so many are kept: they take less room than an article that has more.
  public static let limit = 500_000

  /// An article of more bytes than this is looked through in the background.
  static let atOnce = 1 << 20

  /// Where it occurs in a briefing, in order.
  ///
  /// - Complexity: O(*n*) in the bytes of the briefing.
  public func places(in briefing: Briefing) -> [Place] {
    BriefingField.allCases.flatMap { field in
      ranges(in: briefing.text(of: field)).map { Place(field, TextSpan($0)) }
    }
  }

  private func ranges(in text: String) -> [Range<Int>] {
    switch self {
    case .letters(let letters): occurrences(of: letters, in: text, limit: Self.limit)
    case .query(let query): Array(matches(of: query, in: text).prefix(Self.limit))
    }
  }
}

/// A search in a long article that is under way.
struct PendingArticleSearch: Hashable, Sendable {
  let request: Int
  let wanted: ArticleQuery
}

extension Model {
  /// Looks for something in the article shown: at once, or, in a long one, in the background.
  mutating func look(for wanted: ArticleQuery) -> [Effect] {
    article?.pendingSearch = nil
    article?.currentMatch = nil
    guard let briefing = article?.briefing else { return [] }
    if briefing.title.utf8.count + briefing.text.utf8.count <= ArticleQuery.atOnce {
      article?.matches = wanted.places(in: briefing)
      return []
    }
    article?.matches = []
    let request = takeRequest()
    article?.pendingSearch = PendingArticleSearch(request: request, wanted: wanted)
    return [.findInArticle(request: request, wanted, briefing)]
  }

  /// Shows what was found in the background.
  mutating func take(matches: [Place], request: Int) -> [Effect] {
    guard let pending = article?.pendingSearch, pending.request == request else { return [] }
    article?.pendingSearch = nil
    article?.matches = matches
    switch pending.wanted {
    case .letters(let letters):
      if let original = prompt?.original {
        goToFirstMatch(from: original)
      } else if matches.isEmpty {
        notice = Notice(wording.notInArticle(letters))
      } else if let state = article {
        goToFirstMatch(from: state)
      }
    case .query:
      // Whoever has begun to read stays there.
      if let first = matches.first, article?.top == .first {
        if focus == .article { article?.currentMatch = 0 }
        show(first)
      }
    }
    return savePosition()
  }

  /// Goes to the first match from what an article showed on, else to the first of all.
  mutating func goToFirstMatch(from state: ArticleState) {
    guard let found = article?.matches, !found.isEmpty else { return }
    let from = state.layout.place(ofRow: state.top)
    let next = from.map { from in found.partitioningIndex { $0 >= from } } ?? 0
    let index = next < found.count ? next : 0
    article?.currentMatch = index
    show(found[index])
  }
}
