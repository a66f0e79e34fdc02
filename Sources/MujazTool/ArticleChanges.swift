import Briefings
import Reader
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
