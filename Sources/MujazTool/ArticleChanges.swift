import Briefings
import Reader
import Search
import Store

/// Changes articles in an archive as the reader asks for it; answers which ones were changed.
func changed(
  _ ids: [BriefingID], _ change: ArticleChange, in store: any BriefingStore
) throws(StoreError) -> [BriefingID] {
  switch change {
  case .read(let isRead): try store.setRead(isRead, ids)
  case .flagged(let isFlagged): try store.setFlagged(isFlagged, ids)
  case .tagged(let tag, true): try store.addTag(tag, to: ids)
  case .tagged(let tag, false): try store.removeTag(tag, from: ids)
  case .deleted(true): try store.delete(ids)
  case .deleted(false): try store.undelete(ids)
  }
}

/// The most groups of a list: names are many, and those that hardly any article has are found sooner by searching.
func mostGroups(by grouping: ListGrouping) -> Int { grouping == .entity ? 1_000 : 20_000 }

/// The most articles of a story that are listed.
let mostOfStory = 500
