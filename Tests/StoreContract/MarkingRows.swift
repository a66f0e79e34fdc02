import Briefings
import Search
import Store

extension StoreContract {
  private static let (a, b) = (BriefingID("a"), BriefingID("b"))

  private static func tags(_ store: any BriefingStore, _ id: BriefingID = a) throws -> [String] {
    try require(try store.briefing(id), "article").tags
  }

  /// What the user sticks on articles.
  static let marking: [ContractRow] = [
    ContractRow("tags are added and removed, and say what they changed") { store in
      try store.add(Samples.briefing("a", tags: ["حبوب"]), Samples.briefing("b"))
      try expect(try store.addTag("مهم", to: [a, b, BriefingID("nobody")]), is: [a, b])
      try expect(try store.addTag("مُهم", to: [a]), is: [], "the same in another spelling")
      try expect(try store.addTag("حبوب", to: [a, b]), is: [b])
      try expect(try tags(store), is: ["حبوب", "مهم"])
      try expect(try store.ids(BriefingFilter(tag: "مهم")).sorted(), is: ["a", "b"])
      try expect(
        try store.tags(BriefingFilter(), limit: 9),
        is: [TagCount(tag: "حبوب", briefingCount: 2), TagCount(tag: "مهم", briefingCount: 2)])
      try expect(try store.tags(BriefingFilter(), limit: 1).count, is: 1)
      try expect(try store.removeTag("مهم", from: [a, BriefingID("nobody")]), is: [a])
      try expect(try store.removeTag("مهم", from: [a]), is: [])
      try expect(try store.removeTag("حبوب", from: [a]), is: [a], "one that came with the article")
      try expect(try tags(store), is: [])
      try expect(try store.ids(BriefingFilter(tag: "حبوب")), is: ["b"])
      try expect(try store.found("tag:مهم"), is: ["b"])
      try expect(
        try store.tags(BriefingFilter(tag: "مهم"), limit: 9),
        is: [TagCount(tag: "حبوب", briefingCount: 1), TagCount(tag: "مهم", briefingCount: 1)])
      try expect(try store.addTag("حبوب", to: [a]), is: [a])
      try expect(try tags(store), is: ["حبوب"])
      try expect(try store.verify(repair: false).problems, is: [])
    },
    ContractRow("tags stay when an article is imported again, changed or not") { store in
      let article = Samples.briefing("a", tags: ["حبوب", "بحر"])
      try store.add(article)
      _ = try store.addTag("مهم", to: [a])
      _ = try store.removeTag("بحر", from: [a])
      try expect(try store.ingest([Samples.analyzed(article)]), is: [.unchanged])
      let shown = try require(try store.briefing(a), "article")
      try expect(shown.tags, is: ["حبوب", "مهم"])
      try expect(try store.ingest([Samples.analyzed(shown)]), is: [.unchanged], "as it was exported")
      try store.add(Samples.briefing("a", "عنوان", "آخر", tags: ["حبوب", "بحر", "نفط"]))
      try expect(try tags(store), is: ["حبوب", "نفط", "مهم"])
    },
    ContractRow("flags") { store in
      try store.add(Samples.briefing("a"), Samples.briefing("b"))
      try expect(try store.setFlagged(true, [a, BriefingID("nobody")]), is: [a])
      try expect(try store.setFlagged(true, [a, b]), is: [b])
      try expect(try store.setFlagged(false, [b]), is: [b])
      try store.add(Samples.briefing("a", "عنوان", "آخر"))
      try expect(try store.ids(BriefingFilter(flaggedOnly: true)), is: ["a"])
      try expect(try store.found("عنوان", filter: BriefingFilter(flaggedOnly: true)), is: ["a"])
      try expect(try store.summaries(BriefingFilter(), limit: 9, after: nil).rows.count { $0.isFlagged }, is: 1)
    },
    ContractRow("notes on articles and statements") { store in
      let speech = try Samples.speech("a", says: "الهدنة ستبدأ غدا", stems: ["هدن"])
      _ = try store.ingest([speech, Samples.analyzed(Samples.briefing("b"))])
      let statement = try require(try store.statements(of: a).first, "statement").id
      try expect(try store.setNote("لم يحدث", on: .statement(statement)) == nil, "nothing stood there")
      try expect(try store.setNote("راجع\nلاحقا", on: .briefing(a)) == nil, "nothing stood there")
      try expect(try store.setNote("س", on: .briefing(b)) == nil, "nothing stood there")
      try expect(try store.setNote("x", on: .briefing(BriefingID("nobody"))) == nil, "nobody")
      try expect(try store.setNote("x", on: .statement(StatementID("a#text:999"))) == nil, "no such statement")
      try expect(
        try store.notes(of: a),
        is: [
          Note(on: .briefing(a), text: "راجع\nلاحقا"),
          Note(on: .statement(statement), text: "لم يحدث", quote: "الهدنة ستبدأ غدا"),
        ])
      try expect(try store.notes(limit: 9).map(\.text), is: ["س", "راجع\nلاحقا", "لم يحدث"])
      try expect(try store.notes(limit: 1).count, is: 1)
      try expect(try store.setNote("حدث", on: .statement(statement))?.text, is: "لم يحدث")
      try expect(try store.setNote(nil, on: .briefing(b))?.text, is: "س")
      try expect(try store.setNote(nil, on: .briefing(b)) == nil, "nothing is left there")
      try expect(
        try store.summaries(BriefingFilter(), limit: 9, after: nil).rows.filter(\.hasNote).map(\.id), is: [a])
      // The text changes, the statement is gone: what was noted is not.
      try store.add(Samples.briefing("a", "عنوان", "نص آخر"))
      try expect(try store.notes(of: a).map(\.quote), is: ["", "الهدنة ستبدأ غدا"])
      try expect(try store.setNote("قديم", on: .statement(statement))?.text, is: "حدث")
      try expect(try store.notes(of: a).last?.quote, is: "الهدنة ستبدأ غدا")
    },
    ContractRow("saved searches") { store in
      try expect(try store.savedSearches(), is: [])
      let grain = SavedSearch(name: "حبوب", query: "حبوب OR قمح")
      try expect(try store.save(grain) == nil, "nothing had the name")
      try expect(try store.save(SavedSearch(name: "بحر", query: "بحر")) == nil, "nothing had the name")
      try store.add(Samples.briefing("a", "سفن", "حبوب"))
      var seen = grain
      seen.seen = try store.latestChange()
      try expect(try store.save(seen), is: grain)
      try expect(try store.savedSearches(), is: [SavedSearch(name: "بحر", query: "بحر"), seen])
      try store.add(Samples.briefing("b", "سفن", "قمح"))
      try expect(try store.found(seen.query, filter: BriefingFilter(arrivedAfter: seen.seen)), is: ["b"])
      try expect(try store.removeSavedSearch("حبوب"), is: seen)
      try expect(try store.removeSavedSearch("حبوب") == nil, "it is gone")
    },
    ContractRow("the same text in other papers is grouped, not hidden") { store in
      let words = (0..<60).map { "كلمة\($0)" }
      func text(_ words: [String]) -> String { words.joined(separator: " ") }
      var edited = words
      edited[20] = "غيرها"
      let half = Array(words.prefix(36))
      try store.add(
        Samples.briefing("a", "عنوان", text(words), date: "2023-01-01", source: "واس"),
        Samples.briefing("b", "غيره", text(edited), date: "2023-01-02", source: "الرياض"),
        Samples.briefing("c", "ثالث", text(half), date: "2023-01-03", source: "عكاظ"),
        Samples.briefing("d", "عنوان", text((0..<60).map { "لفظ\($0)" }), date: "2023-01-04"),
        Samples.briefing("e", "عنوان", "كلمة0 كلمة1 كلمة2 كلمة3 كلمة4 كلمة5", date: "2023-01-05"))
      try expect(try store.ids(BriefingFilter()), is: ["e", "d", "c", "b", "a"])
      func counts() throws -> [Int] {
        try store.summaries(BriefingFilter(), limit: 9, after: nil).rows.map(\.reprintCount)
      }
      try expect(try counts(), is: [0, 0, 2, 2, 2])
      try expect(try store.reprints(of: a).map(\.id.text), is: ["c", "b"])
      try expect(try store.reprints(of: BriefingID("d")), is: [])
      try expect(try store.reprints(of: BriefingID("nobody")), is: [])
      _ = try store.delete([BriefingID("c")])
      try expect(try counts(), is: [0, 0, 1, 1])
      _ = try store.delete([b])
      try expect(try counts(), is: [0, 0, 0])
      _ = try store.undelete([b, BriefingID("c")])
      try expect(try counts(), is: [0, 0, 2, 2, 2])
      try store.add(Samples.briefing("c", "ثالث", "نص آخر", date: "2023-01-03", source: "عكاظ"))
      try expect(try counts(), is: [0, 0, 0, 1, 1])
      try expect(try store.verify(repair: false).problems, is: [])
    },
  ]
}
