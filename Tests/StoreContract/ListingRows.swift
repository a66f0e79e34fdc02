import Briefings
import Search
import Store

extension StoreContract {
  private static func fill(_ store: any BriefingStore) throws {
    try store.add(
      Samples.briefing("old", date: "2022-05-01", source: "وكالة الأناضول", tags: ["حبوب"]),
      Samples.briefing("undated", language: "en"),
      Samples.briefing("noon", date: "2023-11-13T12:00:00", source: "رويترز", tags: ["حبوب", "البحر الأسود"]),
      Samples.briefing("day", date: "2023-11-13", source: "رويترز"),
      Samples.briefing("new", date: "2024-01-02", language: "fa"))
  }

  private struct FilterCase {
    let name: String
    let filter: BriefingFilter
    let ids: [String]
  }

  private static func date(_ text: String) -> PublicationDate? { PublicationDate(text) }

  private static let filters = [
    FilterCase(name: "no filter", filter: BriefingFilter(), ids: ["new", "noon", "day", "old", "undated"]),
    FilterCase(name: "source", filter: BriefingFilter(source: "رويترز"), ids: ["noon", "day"]),
    FilterCase(name: "part of a source, folded", filter: BriefingFilter(source: "اناضول"), ids: ["old"]),
    FilterCase(name: "since", filter: BriefingFilter(since: date("2023-11-13")), ids: ["new", "noon", "day"]),
    FilterCase(name: "since an hour", filter: BriefingFilter(since: date("2023-11-13T12:00")), ids: ["new", "noon"]),
    FilterCase(
      name: "until, the day included", filter: BriefingFilter(until: date("2023-11-13")), ids: ["noon", "day", "old"]),
    FilterCase(name: "until an hour", filter: BriefingFilter(until: date("2023-11-13T11:00")), ids: ["day", "old"]),
    FilterCase(
      name: "one day", filter: BriefingFilter(since: date("2023-11-13"), until: date("2023-11-13")),
      ids: ["noon", "day"]),
    FilterCase(name: "tag", filter: BriefingFilter(tag: "حبوب"), ids: ["noon", "old"]),
    FilterCase(name: "tag, folded", filter: BriefingFilter(tag: "البحر الاسود"), ids: ["noon"]),
    FilterCase(name: "part of a tag is none", filter: BriefingFilter(tag: "البحر"), ids: []),
    FilterCase(name: "language", filter: BriefingFilter(language: "fa"), ids: ["new"]),
    FilterCase(name: "two at once", filter: BriefingFilter(source: "رويترز", tag: "حبوب"), ids: ["noon"]),
    FilterCase(name: "hostile text", filter: BriefingFilter(source: "' OR 1=1 --"), ids: []),
  ]

  /// Lists of articles.
  static let listing: [ContractRow] = [
    ContractRow("filters") { store in
      try fill(store)
      for row in filters {
        try expect(try store.ids(row.filter), is: row.ids, row.name)
        try expect(try store.count(row.filter), is: row.ids.count, row.name)
      }
    },
    ContractRow("unread") { store in
      try fill(store)
      try store.setRead(true, BriefingID("noon"))
      try store.setRead(true, BriefingID("old"))
      try store.setRead(false, BriefingID("old"))
      try expect(try store.ids(BriefingFilter(unreadOnly: true)), is: ["new", "day", "old", "undated"])
    },
    ContractRow("a row says what a list shows") { store in
      try fill(store)
      let rows = try store.summaries(BriefingFilter(tag: "البحر الأسود"), limit: 9, after: nil).rows
      let expected = BriefingSummary(
        id: BriefingID("noon"), title: "عنوان", date: date("2023-11-13T12:00:00"), source: "رويترز", language: "ar",
        tags: ["حبوب", "البحر الأسود"], isRead: false)
      try expect(rows, is: [expected])
    },
    ContractRow("pages join without gap or double") { store in
      // Many of one time, so that the cursor cannot live by time alone.
      for number in 0..<25 {
        try store.add(Samples.briefing("n\(number)", date: number % 2 == 0 ? "2023-01-01" : nil))
      }
      let whole = try store.ids(BriefingFilter())
      try expect(whole.count, is: 25)
      var joined: [String] = []
      var cursor: Cursor?
      repeat {
        let page = try store.summaries(BriefingFilter(), limit: 4, after: cursor)
        joined += page.rows.map(\.id.text)
        cursor = page.next
      } while cursor != nil
      try expect(joined, is: whole)
    },
    ContractRow("a page stays right while newer articles arrive") { store in
      for number in 1...6 { try store.add(Samples.briefing("n\(number)", date: "2023-01-0\(number)")) }
      let first = try store.summaries(BriefingFilter(), limit: 3, after: nil)
      try expect(first.rows.map(\.id.text), is: ["n6", "n5", "n4"])
      try store.add(Samples.briefing("n7", date: "2023-01-07"))
      let second = try store.summaries(BriefingFilter(), limit: 3, after: first.next)
      try expect(second.rows.map(\.id.text), is: ["n3", "n2", "n1"])
      try expect(second.next == nil, "the end has no next page")
    },
  ]
}
