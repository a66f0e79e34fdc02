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
    FilterCase(
      name: "a query", filter: BriefingFilter(query: .and([.title(.word("عنوان")), .field(.tag, "حبوب")])),
      ids: ["noon", "old"]),
    FilterCase(
      name: "the beginning of a word in the title", filter: BriefingFilter(query: .title(.prefix("عنو"))),
      ids: ["new", "noon", "day", "old", "undated"]),
    FilterCase(name: "a query that nothing fulfils", filter: BriefingFilter(query: .title(.word("نص"))), ids: []),
    FilterCase(
      name: "a query and a source", filter: BriefingFilter(source: "رويترز", query: .word("نص")), ids: ["noon", "day"]),
    FilterCase(name: "two at once", filter: BriefingFilter(source: "رويترز", tag: "حبوب"), ids: ["noon"]),
    FilterCase(name: "hostile text", filter: BriefingFilter(source: "' OR 1=1 --"), ids: []),
  ]

  private struct OrderCase {
    let order: ListOrder
    let ids: [String]
  }

  private static let orders = [
    OrderCase(order: .newest, ids: ["new", "noon", "day", "old", "undated"]),
    OrderCase(order: .oldest, ids: ["undated", "old", "day", "noon", "new"]),
    OrderCase(order: .title, ids: ["undated", "noon", "new", "day", "old"]),
    OrderCase(order: .source, ids: ["new", "undated", "noon", "day", "old"]),
    OrderCase(order: .unread, ids: ["noon", "old", "undated", "new", "day"]),
  ]

  private static func fillForOrders(_ store: any BriefingStore) throws {
    try store.add(
      Samples.briefing("old", "واو", date: "2022-05-01", source: "وكالة الأناضول"),
      Samples.briefing("undated", "Abc", language: "en"),
      // Of one day, so the order within it shows.
      Samples.briefing("day", "ميم", date: "2023-11-13", source: "رويترز"),
      Samples.briefing("noon", "باء", date: "2023-11-13T12:00:00", source: "رويترز"),
      Samples.briefing("new", "جيم", date: "2024-01-02", language: "fa"))
    _ = try store.setRead(true, [BriefingID("new"), BriefingID("day")])
  }

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
      _ = try store.setRead(true, [BriefingID("noon")])
      _ = try store.setRead(true, [BriefingID("old")])
      _ = try store.setRead(false, [BriefingID("old")])
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
    ContractRow("orders") { store in
      try fillForOrders(store)
      for row in orders {
        let whole = try store.list(BriefingFilter(), order: row.order, at: .start, limit: 100)
        try expect(whole.rows.map(\.id.text), is: row.ids, "\(row.order)")
        try expect(whole.first, is: 0)
        try expect(whole.before == nil && whole.after == nil, "\(row.order): there is no more on either side")
      }
    },
    ContractRow("from the end to the beginning, every order") { store in
      try fillForOrders(store)
      for row in orders {
        var stretch = try store.list(BriefingFilter(), order: row.order, at: .end, limit: 2)
        var joined = stretch.rows.map(\.id.text)
        while let before = stretch.before {
          stretch = try store.list(BriefingFilter(), order: row.order, at: .before(before), limit: 2)
          try expect(stretch.after != nil, "\(row.order): rows stand behind")
          joined = stretch.rows.map(\.id.text) + joined
        }
        try expect(joined, is: row.ids, "\(row.order)")
      }
    },
    ContractRow("from any number on, every order") { store in
      try fillForOrders(store)
      for row in orders {
        for number in 0...row.ids.count {
          let stretch = try store.list(BriefingFilter(), order: row.order, at: .at(number), limit: 2)
          let found = stretch.rows.map(\.id.text)
          try expect(found, is: Array(row.ids.dropFirst(number).prefix(2)), "\(row.order) at \(number)")
          guard number < row.ids.count else { continue }
          try expect(stretch.first, is: number, "\(row.order)")
          try expect((stretch.before != nil) == (number > 0), "\(row.order) at \(number): before")
          try expect((stretch.after != nil) == (number + 2 < row.ids.count), "\(row.order) at \(number): after")
        }
      }
    },
    ContractRow("around an article, every order") { store in
      try fillForOrders(store)
      for row in orders {
        for (number, id) in row.ids.enumerated() {
          let stretch = try store.list(BriefingFilter(), order: row.order, at: .around(BriefingID(id)), limit: 3)
          try expect(stretch.first, is: max(0, number - 1), "\(row.order): \(id)")
          try expect(stretch.rows.contains { $0.id.text == id }, "\(row.order): \(id) is among them")
        }
        let none = try store.list(BriefingFilter(), order: row.order, at: .around(BriefingID("none")), limit: 3)
        try expect(none.first, is: 0, "\(row.order): an unknown one")
      }
    },
    ContractRow("a filtered list in both directions") { store in
      try fillForOrders(store)
      let filter = BriefingFilter(source: "رويترز")
      for row in orders {
        let ids = row.ids.filter { ["noon", "day"].contains($0) }
        let last = try store.list(filter, order: row.order, at: .end, limit: 1)
        let before = try store.list(
          filter, order: row.order, at: .before(try require(last.before, "cursor")), limit: 9)
        try expect(before.rows.map(\.id.text) + last.rows.map(\.id.text), is: ids, "\(row.order)")
        try expect(before.before == nil, "\(row.order): the beginning")
      }
    },
    ContractRow("a cursor outlives its row") { store in
      try fill(store)
      let first = try store.list(BriefingFilter(), order: .newest, at: .start, limit: 2)
      let cursor = try require(first.after, "cursor")
      try expect(first.rows.map(\.id.text), is: ["new", "noon"])
      _ = try store.delete([BriefingID("noon")])
      let rest = try store.list(BriefingFilter(), order: .newest, at: .after(cursor), limit: 9)
      try expect(rest.rows.map(\.id.text), is: ["day", "old", "undated"])
      let before = try store.list(BriefingFilter(), order: .newest, at: .before(cursor), limit: 9)
      try expect(before.rows.map(\.id.text), is: ["new"])
    },
    ContractRow("what is no cursor is refused") { store in
      try fill(store)
      do {
        _ = try store.list(BriefingFilter(), order: .newest, at: .after("elsewhere"), limit: 9)
        throw ContractViolation(description: "a cursor of nobody was taken")
      } catch is StoreError {}
    },
  ]
}
