import ArabicText
import Briefings
import Search
import Store
import Synchronization

/// An archive in arrays and dictionaries, with plain scans: the second engine, which shows that the contract holds no more
/// than what every engine can do.
final class MemoryStore: Sendable {
  private let state = Mutex(MemoryState())

  /// Runs work on the archive alone; a change happens whole.
  func with<Result: Sendable>(_ work: (inout MemoryState) throws(StoreError) -> Result) throws(StoreError) -> Result {
    let outcome: Swift.Result<Result, StoreError> = state.withLock { state in
      do throws(StoreError) {
        return .success(try work(&state))
      } catch {
        return .failure(error)
      }
    }
    return try outcome.get()
  }
}

/// One briefing with everything that belongs to it.
struct MemoryArticle {
  /// As it came.
  var given: Briefing
  /// As they came.
  var undecided: Findings
  /// With the decisions applied.
  var decided: Findings
  /// The numbers of the decisions that changed something.
  var effective: Set<Int64> = []
  var isRead = false
  var isFlagged = false
  var addedTags: [String] = []
  /// Folded.
  var removedTags: Set<String> = []
  var version = 1
  var change = ChangeNumber.none
  /// Counts up with every article that is stored: what orders those of one time.
  var arrival = 0

  var time: Int64 { given.date?.seconds ?? Int64.min }

  /// As the user sees it.
  var shown: Briefing {
    var shown = given
    shown.language = given.language ?? (undecided.language.isEmpty ? nil : undecided.language)
    shown.tags = given.tags.filter { !removedTags.contains(comparable($0)) }
    let known = Set(given.tags.map(comparable))
    shown.tags += addedTags.filter { !known.contains(comparable($0)) }
    return shown
  }

  func hasSameContent(as other: Briefing) -> Bool {
    let shown = shown
    var (mine, theirs) = (shown, other)
    if other.language == nil { (mine.language, theirs.language) = (nil, nil) }
    (mine.tags, theirs.tags) = ([], [])
    return isSameBytes(mine, theirs) && (other.tags == given.tags || other.tags == shown.tags)
  }

  private func isSameBytes(_ a: Briefing, _ b: Briefing) -> Bool {
    a.hasSameText(as: b) && a.source.utf8.elementsEqual(b.source.utf8) && a.author.utf8.elementsEqual(b.author.utf8)
      && a.date?.text == b.date?.text && a.url == b.url && a.language == b.language
  }
}

/// A name as it is compared.
func comparable(_ name: String) -> String {
  let words = folded(name).split { $0 == " " || $0 == "\n" || $0 == "\t" }.joined(separator: " ")
  return words.isEmpty ? name : words
}

/// Everything in the archive.
struct MemoryState {
  var articles: [BriefingID: MemoryArticle] = [:]
  /// Those deleted last come last.
  var trash: [MemoryArticle] = []
  var old: [BriefingID: [BriefingVersion]] = [:]
  var removals: [BriefingID: ChangeNumber] = [:]
  var change = ChangeNumber.none
  var seen: ChangeNumber?
  var arrivals = 0
  /// The rows that cursors of lists name, by their numbers of arrival, as they were then.
  var marks: [String: MemoryArticle] = [:]
  var places: [BriefingID: (place: Place, turn: Int)] = [:]
  var notes: [(note: Note, turn: Int)] = []
  var turn = 0
  var saved: [String: SavedSearch] = [:]
  var decisions: [DecisionRecord] = []
  var entityNames = EntityNames()

  /// Newest first, undated last.
  var ordered: [MemoryArticle] { articles.values.sorted { ($0.time, $0.arrival) > ($1.time, $1.arrival) } }

  func passing(_ filter: BriefingFilter) -> [MemoryArticle] {
    guard !filter.isEmpty else { return ordered }
    return ordered.filter { passes($0, filter) }
  }

  func passing(_ filter: BriefingFilter, in order: ListOrder) -> [MemoryArticle] {
    passing(filter).sorted { Self.isBefore($0, $1, in: order) }
  }

  static func isBefore(_ a: MemoryArticle, _ b: MemoryArticle, in order: ListOrder) -> Bool {
    let isNewer = (a.time, a.arrival) > (b.time, b.arrival)
    switch order {
    case .newest: return isNewer
    case .oldest: return (a.time, a.arrival) < (b.time, b.arrival)
    case .title:
      let titles = (Array(a.given.title.utf8), Array(b.given.title.utf8))
      return titles.0 == titles.1 ? a.arrival < b.arrival : titles.0.lexicographicallyPrecedes(titles.1)
    case .source:
      let sources = (comparable(a.given.source), comparable(b.given.source))
      return sources.0 == sources.1 ? isNewer : sources.0.utf8.lexicographicallyPrecedes(sources.1.utf8)
    case .unread: return a.isRead == b.isRead ? isNewer : b.isRead
    }
  }

  mutating func nextChange() -> ChangeNumber {
    change = ChangeNumber(change.number + 1)
    return change
  }

  mutating func nextTurn() -> Int {
    turn += 1
    return turn
  }

  /// Stores an article as new, with the decisions applied.
  mutating func insert(_ article: MemoryArticle) {
    var article = article
    arrivals += 1
    article.arrival = arrivals
    article.change = nextChange()
    removals[article.given.id] = nil
    entityNames.note(article.undecided)
    decide(&article)
    articles[article.given.id] = article
  }

  mutating func takeAway(_ id: BriefingID) -> MemoryArticle? {
    guard let article = articles.removeValue(forKey: id) else { return nil }
    removals[id] = nextChange()
    return article
  }

  func summary(_ article: MemoryArticle, reprints: Int? = nil) -> BriefingSummary {
    let shown = article.shown
    return BriefingSummary(
      id: shown.id, title: shown.title, date: shown.date, source: shown.source, language: shown.language,
      tags: shown.tags, isRead: article.isRead, isFlagged: article.isFlagged,
      hasNote: notes.contains { $0.note.target.briefing == shown.id }, version: article.version,
      reprintCount: reprints ?? self.reprints(of: shown.id).count)
  }

  /// The other articles that are reached from one by steps between texts that are much the same.
  func reprints(of id: BriefingID) -> [MemoryArticle] {
    guard articles[id] != nil else { return [] }
    let shingles = articles.mapValues { Shingles($0.given.text) }
    var group: Set<BriefingID> = [id]
    var waiting = [id]
    while let next = waiting.popLast() {
      guard let one = shingles[next] else { continue }
      for (other, text) in shingles where !group.contains(other) && one.isReprint(of: text) {
        group.insert(other)
        waiting.append(other)
      }
    }
    return ordered.filter { $0.given.id != id && group.contains($0.given.id) }
  }
}
