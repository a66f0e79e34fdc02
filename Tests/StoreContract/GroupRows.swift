import Briefings
import Search
import Store

extension StoreContract {
  private static func fill(_ store: any BriefingStore) throws {
    let story = (1...80).map { "كلمة\($0)" }.joined(separator: " ")
    try store.add(
      Samples.briefing("first", "أول", story, date: "2024-01-02", source: "رويترز", tags: ["حبوب"]),
      Samples.briefing("again", "ثان", story + " زيادة", date: "2024-01-03T09:00:00", source: "الأناضول"),
      Samples.briefing("late", "ثالث", "نص آخر", date: "2024-01-03T01:00:00+03:00", source: "رويترز", tags: ["بحر"]),
      Samples.briefing("old", "رابع", "نص قديم", date: "2023-12-31", source: "رويترز الآن", tags: ["حبوب", "بحر"]),
      Samples.briefing("undated", "خامس", "نص بلا تاريخ"))
    _ = try store.ingest([
      try Samples.speech("said", says: "السلام ممكن", stems: ["سلم"], date: "2024-01-02", source: "رويترز")
    ])
    _ = try store.setRead(true, [BriefingID("late"), BriefingID("old")])
  }

  private struct Group {
    let part: ListPart
    let ids: [String]
    let unread: Int
  }

  private static let lavrov = EntityName(.person, "سيرغي لافروف")

  private static let groupings: [(ListGrouping, BriefingFilter, [Group])] = [
    (.none, BriefingFilter(), []), (.story, BriefingFilter(), []),
    (
      .source, BriefingFilter(),
      [
        Group(part: .source("رويترز"), ids: ["late", "said", "first"], unread: 2),
        Group(part: .source(""), ids: ["undated"], unread: 1),
        Group(part: .source("الأناضول"), ids: ["again"], unread: 1),
        Group(part: .source("رويترز الآن"), ids: ["old"], unread: 0),
      ]
    ),
    (
      .date, BriefingFilter(),
      [
        Group(part: .date("2024-01-03"), ids: ["again"], unread: 1),
        Group(part: .date("2024-01-02"), ids: ["late", "said", "first"], unread: 2),
        Group(part: .date("2023-12-31"), ids: ["old"], unread: 0),
        Group(part: .date(""), ids: ["undated"], unread: 1),
      ]
    ),
    (
      .tag, BriefingFilter(),
      [
        Group(part: .tag("بحر"), ids: ["late", "old"], unread: 0),
        Group(part: .tag("حبوب"), ids: ["first", "old"], unread: 1),
      ]
    ),
    (.entity, BriefingFilter(), [Group(part: .entity(lavrov), ids: ["said"], unread: 1)]),
    (
      .source, BriefingFilter(unreadOnly: true),
      [
        Group(part: .source("رويترز"), ids: ["said", "first"], unread: 2),
        Group(part: .source(""), ids: ["undated"], unread: 1),
        Group(part: .source("الأناضول"), ids: ["again"], unread: 1),
      ]
    ),
    (
      .date, BriefingFilter(tag: "حبوب"),
      [
        Group(part: .date("2024-01-02"), ids: ["first"], unread: 1),
        Group(part: .date("2023-12-31"), ids: ["old"], unread: 0),
      ]
    ),
    (.entity, BriefingFilter(source: "رويترز"), [Group(part: .entity(lavrov), ids: ["said"], unread: 1)]),
  ]

  private struct PartCase {
    let name: String
    let parts: [ListPart]
    var filter = BriefingFilter()
    let ids: [String]
  }

  private static let parts = [
    PartCase(name: "a year", parts: [.date("2024")], ids: ["again", "late", "said", "first"]),
    PartCase(name: "a month", parts: [.date("2023-12")], ids: ["old"]),
    PartCase(name: "no period", parts: [.date("2024-13")], ids: []),
    PartCase(name: "the leads of stories", parts: [.leads], ids: ["again", "late", "said", "old", "undated"]),
    PartCase(name: "one of a story", parts: [.story(of: BriefingID("first"))], ids: ["again", "first"]),
    PartCase(name: "one that is no story", parts: [.story(of: BriefingID("old"))], ids: ["old"]),
    PartCase(name: "nothing", parts: [.story(of: BriefingID("nobody"))], ids: []),
    PartCase(
      name: "the leads among what passes", parts: [.leads], filter: BriefingFilter(source: "رويترز"),
      ids: ["late", "said", "first", "old"]),
    PartCase(
      name: "the leads among what is unread", parts: [.leads], filter: BriefingFilter(unreadOnly: true),
      ids: ["again", "said", "undated"]),
    PartCase(name: "the leads among those with a tag", parts: [.leads, .tag("حبوب")], ids: ["first", "old"]),
    PartCase(name: "two parts", parts: [.source("رويترز"), .tag("بَحر")], ids: ["late"]),
    PartCase(name: "hostile text", parts: [.source("' OR 1=1 --")], ids: []),
  ]

  /// Groups of lists.
  static let grouping: [ContractRow] = [
    ContractRow("groups, and the lists that they stand for") { store in
      try fill(store)
      for (grouping, filter, expected) in groupings {
        let groups = try store.groups(filter, by: grouping, limit: 9)
        try expect(
          groups, is: expected.map { ListGroup(part: $0.part, count: $0.ids.count, unreadCount: $0.unread) },
          "\(grouping)")
        for group in expected {
          var own = filter
          own.parts = [group.part]
          for order in [ListOrder.newest, .unread, .source] {
            let rows = try store.list(own, order: order, at: .start, limit: 9).rows.map(\.id.text)
            try expect(order == .newest ? rows : rows.sorted(), is: order == .newest ? group.ids : group.ids.sorted())
          }
          try expect(try store.count(own), is: group.ids.count, "\(group.part)")
        }
        try expect(try store.groups(filter, by: grouping, limit: 1), is: Array(groups.prefix(1)), "\(grouping)")
      }
    },
    ContractRow("parts of the archive") { store in
      try fill(store)
      for row in parts {
        var filter = row.filter
        filter.parts = row.parts
        try expect(try store.ids(filter), is: row.ids, row.name)
        try expect(try store.count(filter), is: row.ids.count, row.name)
        if let last = row.ids.last {
          let around = try store.list(filter, order: .newest, at: .around(BriefingID(last)), limit: 9)
          try expect(around.rows.last?.id.text, is: last, row.name)
          try expect(around.first, is: max(0, row.ids.count - 5), row.name)
        }
      }
    },
    ContractRow("most were opened") { store in
      try fill(store)
      _ = try store.setRead(true, ["first", "again", "said"].map { BriefingID($0) })
      let unread = try store.groups(BriefingFilter(), by: .source, limit: 9).map(\.unreadCount)
      try expect(unread, is: [0, 1, 0, 0])
      try expect(try store.groups(BriefingFilter(), by: .entity, limit: 9).map(\.unreadCount), is: [0])
    },
  ]
}
