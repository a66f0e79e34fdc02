import ArabicText
import Briefings
import Importing
import Search
import Store

extension Ingestion {
  /// Gives articles that bring no id of their own the id of the one that was published at their address before, so that a
  /// changed text becomes a new version instead of another article.
  ///
  /// An address alone is not believed: some files name the paper's front page for every article. The headline must be
  /// the same, or a part of the text.
  func identified(_ batch: [ImportedBriefing]) throws -> [ImportedBriefing] {
    guard let store else { return batch }
    let nameless = batch.filter { $0.hasMadeID && namesOneArticle($0.briefing.url) }
    guard !nameless.isEmpty else { return batch }
    let urls = nameless.map(\.briefing.url)
    var known = try attempt { () throws(StoreError) in try store.ids(publishedAt: urls) }
    var texts: [BriefingID: Briefing] = [:]
    return try batch.map { imported in
      let briefing = imported.briefing
      guard imported.hasMadeID, namesOneArticle(briefing.url) else { return imported }
      guard let id = known[briefing.url] else {
        // Of several in one batch, the first gives its id to the others.
        known[briefing.url] = briefing.id
        texts[briefing.id] = briefing
        return imported
      }
      let other = try texts[id] ?? attempt { () throws(StoreError) in try store.versions(of: id).last?.briefing }
      guard let other, isSameStory(briefing, other) else { return imported }
      texts[id] = briefing
      var renamed = imported
      renamed.briefing.id = id
      return renamed
    }
  }

  private func isSameStory(_ a: Briefing, _ b: Briefing) -> Bool {
    folded(a.title) == folded(b.title) || Shingles(a.text).likeness(to: Shingles(b.text)) >= 0.1
  }
}

extension ImportedBriefing {
  /// Whether the id was made of the content, since the file has none.
  fileprivate var hasMadeID: Bool {
    !briefing.url.isEmpty && briefing.id == contentID(title: briefing.title, text: briefing.text)
  }
}

/// Whether an address is that of one page, and not of a whole site.
private func namesOneArticle(_ url: String) -> Bool {
  guard let scheme = url.range(of: "://") else { return false }
  let rest = url[scheme.upperBound...]
  guard let slash = rest.firstIndex(of: "/") else { return false }
  return rest.index(after: slash) < rest.endIndex
}
