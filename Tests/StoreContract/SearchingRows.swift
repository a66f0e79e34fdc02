import Briefings
import Search
import Store

extension StoreContract {
  private static func fill(_ store: any BriefingStore) throws {
    _ = try store.ingest([
      try Samples.speech(
        "a", says: "الهدنة ستبدأ غدا", stems: ["هدن", "بدا", "غد"], date: "2023-01-01", source: "رويترز"),
      try Samples.speech(
        "b", speaker: "لويد أوستن", says: "الهدنة انتهت", stems: ["هدن", "انته"], date: "2023-02-02", source: "رويترز"),
      try Samples.speech("c", says: "السفن أبحرت", stems: ["سفن", "ابحر"], date: "2023-02-03", source: "الأهرام"),
    ])
  }

  private static func contents(_ store: any BriefingStore, _ query: String, _ filter: BriefingFilter) throws -> [String]
  {
    try store.statements(matching: try Query.parse(query), filter: filter, limit: 10).hits.map(
      \.record.statement.content)
  }

  /// Facets, statements by words, entities by name, ranking of all.
  static let searchingMore: [ContractRow] = [
    ContractRow("what the articles that match have in common") { store in
      try fill(store)
      let all = try store.facets(.all, filter: BriefingFilter(), limit: 9)
      try expect(all.sources, is: [FacetCount(value: "رويترز", count: 2), FacetCount(value: "الأهرام", count: 1)])
      try expect(all.months, is: [FacetCount(value: "2023-02", count: 2), FacetCount(value: "2023-01", count: 1)])
      try expect(
        all.entities, is: [FacetCount(value: "سيرغي لافروف", count: 2), FacetCount(value: "لويد أوستن", count: 1)])
      try expect(all.speakers, is: all.entities)
      try expect(all.counted, is: 3)
      try expect(all.isExact, "few are all counted")
      let some = try store.facets(.word("هدنة"), filter: BriefingFilter(source: "رويترز"), limit: 1)
      try expect(some.sources, is: [FacetCount(value: "رويترز", count: 2)])
      try expect(some.months, is: [FacetCount(value: "2023-02", count: 1)])
      let none = try store.facets(.word("غائب"), filter: BriefingFilter(), limit: 9)
      try expect(none, is: SearchFacets(sources: [], months: [], entities: [], speakers: [], counted: 0, isExact: true))
    },
    ContractRow("statements by their words, their speakers and their articles") { store in
      try fill(store)
      for (query, expected) in [
        ("هدنة", ["الهدنة انتهت", "الهدنة ستبدأ غدا"]), ("والهدنة", ["الهدنة انتهت", "الهدنة ستبدأ غدا"]),
        ("هدنة غدا", ["الهدنة ستبدأ غدا"]), ("هدنة -غدا", ["الهدنة انتهت"]), ("\"الهدنة انتهت\"", ["الهدنة انتهت"]),
        ("\"هدنة انتهت\"", []), ("سف*", ["السفن أبحرت"]), ("سفن OR غدا", ["السفن أبحرت", "الهدنة ستبدأ غدا"]),
        ("speaker:لافروف", ["السفن أبحرت", "الهدنة ستبدأ غدا"]), ("speaker:لافروف هدنة", ["الهدنة ستبدأ غدا"]),
        ("cue:say هدنة source:الأهرام", []), ("cue:deny", []), ("قال", []), ("غائب", []),
        ("date:2023-02", ["السفن أبحرت", "الهدنة انتهت"]), ("entity:أوستن", ["الهدنة انتهت"]),
      ] {
        try expect(try contents(store, query, BriefingFilter()), is: expected, query)
      }
      try expect(
        try contents(store, "هدنة", BriefingFilter(until: PublicationDate("2023-01-31"))), is: ["الهدنة ستبدأ غدا"])
      try expect(try contents(store, "هدنة", BriefingFilter(speaker: "أوستن")), is: ["الهدنة انتهت"])
      let found = try store.statements(matching: .word("هدنة"), filter: BriefingFilter(), limit: 1)
      try expect(found.total, is: 2)
      try expect(found.isTotalExact, "few are all counted")
      try expect(found.hits.map(\.marks), is: [[0..<12]])
    },
    ContractRow("statements follow what is removed and replaced") { store in
      try fill(store)
      try store.remove([BriefingID("b")])
      try expect(try contents(store, "هدنة", BriefingFilter()), is: ["الهدنة ستبدأ غدا"])
      _ = try store.ingest([try Samples.speech("a", says: "السفن عادت", stems: ["سفن", "عاد"], date: "2023-01-01")])
      try expect(try contents(store, "هدنة", BriefingFilter()), is: [])
      try expect(try contents(store, "سفن", BriefingFilter()), is: ["السفن أبحرت", "السفن عادت"])
    },
    ContractRow("entities by the words of their names") { store in
      try fill(store)
      for (name, expected) in [
        ("لافروف", ["سيرغي لافروف"]), ("سير", ["سيرغي لافروف"]), ("سيرغي لاف", ["سيرغي لافروف"]), ("افروف", []),
        ("لافروف سيرغي", []), ("ل", ["سيرغي لافروف", "لويد أوستن"]), ("\" OR", []),
      ] {
        try expect(try store.entities(matching: name, limit: 9).map(\.canonical), is: expected, name)
      }
      try expect(try store.entities(matching: "ل", limit: 1).count, is: 1)
    },
    ContractRow("words and an entity at once") { store in
      try fill(store)
      try expect(try store.found("هدنة entity:أوستن"), is: ["b"])
      try expect(try store.found("entity:لافروف", order: .date), is: ["c", "a"])
      try expect(try store.found("هدنة", filter: BriefingFilter(entity: "لافروف")), is: ["a"])
      try expect(try store.found("هدنة entity:غائب"), is: [])
      try expect(try store.found("هدنة -entity:لافروف"), is: ["b"])
    },
    ContractRow("all that match are ranked as few are") { store in
      try fill(store)
      let some = try store.search(.word("هدنة"), filter: BriefingFilter(), order: .relevance, limit: 9)
      let all = try store.searchAll(.word("هدنة"), filter: BriefingFilter(), limit: 9) { _ in true }
      try expect(all, is: some)
      try expect(all.isRankingPartial == false, "few are all ranked")
    },
    ContractRow("beginnings of words find every word that begins so, however many") { store in
      // More words than a beginning is completed to.
      let letters = ["ا", "ب", "ت", "ج", "ح", "د", "ر", "س", "ع", "ف"]
      let words = letters.flatMap { first in letters.prefix(3).map { "قمر" + first + $0 } }
      try store.add(
        Samples.briefing("common", "عنوان", words.prefix(20).joined(separator: " "), date: "2023-01-01"),
        Samples.briefing("rare", "عنوان", "كلمة " + (words.last ?? ""), date: "2023-01-02"))
      try expect(try store.found("قمرا*", order: .date), is: ["common"])
      let found = try store.search(.prefix("قمر"), filter: BriefingFilter(), order: .date, limit: 9)
      try expect(
        !found.isTotalExact || found.hits.count == 2, "an answer that leaves some out says so")
    },
  ]
}
