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

/// What the articles of a list have in common; of sources and months the newest articles are counted.
func groups(
  of filter: BriefingFilter, by grouping: ListGrouping, in store: any BriefingStore
) throws(StoreError) -> ListGroups {
  let limit = 500
  switch grouping {
  case .source, .month:
    let facets = try store.facets(.all, filter: filter, limit: limit)
    return ListGroups(
      grouping: grouping, groups: grouping == .source ? facets.sources : facets.months, isExact: facets.isExact)
  case .tag:
    let tags = try store.tags(filter, limit: limit)
    return ListGroups(
      grouping: .tag, groups: tags.map { FacetCount(value: $0.tag, count: $0.briefingCount) }, isExact: true)
  case .entity:
    let entities = try store.entities(filter, limit: limit)
    return ListGroups(
      grouping: .entity, groups: entities.map { FacetCount(value: $0.canonical, count: $0.briefingCount) },
      isExact: true)
  }
}
