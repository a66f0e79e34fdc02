import Briefings
import Store

/// Writes a list in which articles with much the same text stand together: the newest, and the others below it, those
/// too that the list itself would not reach.
func writeGroups(_ rows: [BriefingSummary], _ store: any BriefingStore, _ format: RowFormat) throws {
  var seen: Set<BriefingID> = []
  var groups: [(first: BriefingSummary, others: [BriefingSummary])] = []
  for row in rows where seen.insert(row.id).inserted {
    let others =
      row.reprintCount == 0 ? [] : try attempt { () throws(StoreError) in try store.reprints(of: row.id) }
    seen.formUnion(others.map(\.id))
    groups.append((row, others))
  }
  format.write(groups) { group in
    .object([("article", json(group.first)), ("reprints", .array(group.others.map { json($0) }))])
  } text: { group in
    [group.first.fields] + group.others.map { ["    " + $0.id.text] + [$0.date?.day ?? "", $0.source, $0.title] }
  }
}
