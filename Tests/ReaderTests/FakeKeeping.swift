import Briefings
import Search

@testable import Reader

/// What the user keeps beside articles, in memory.
extension FakeArchive {
  /// Keeps something; answers what takes it back.
  mutating func keep(_ keeping: Keeping) -> Keeping? {
    switch keeping {
    case .search(let search): return save(search)
    case .newSearch(let name, let query): return save(SavedSearch(name: name, query: query, seen: latestChange))
    case .noSearch(let name):
      let old = searches.first { $0.name == name }
      searches.removeAll { $0.name == name }
      return old.map { .search($0) }
    case .seenSearch(let name):
      guard var search = searches.first(where: { $0.name == name }) else { return nil }
      search.seen = latestChange
      return save(search)
    case .seen(let moment):
      defer { seenChange = moment ?? latestChange }
      return .seen(seenChange ?? ChangeNumber.none)
    case .note(let text, let target):
      let old = notes.first { $0.target == target }?.text
      notes.removeAll { $0.target == target }
      let quote = articles.flatMap(\.statements).first { .statement($0.id) == target }?.statement.content ?? ""
      if let text { notes.append(Note(on: target, text: text, quote: quote)) }
      return old == nil && text == nil ? nil : .note(old, target)
    }
  }

  private mutating func save(_ search: SavedSearch) -> Keeping {
    let old = searches.first { $0.name == search.name }
    searches.removeAll { $0.name == search.name }
    searches.append(search)
    searches.sort { $0.name < $1.name }
    return old.map { .search($0) } ?? .noSearch(search.name)
  }
}
