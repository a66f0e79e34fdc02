import Briefings
import Search
import Store

extension StoreContract {
  private static let a = BriefingID("a")

  private static func texts(_ store: any BriefingStore) throws -> [String] {
    try store.versions(of: a).map { "\($0.number)\($0.isCurrent ? "*" : "") \($0.briefing.text)" }
  }

  /// What is kept of texts that changed, and of articles that were deleted.
  static let versions: [ContractRow] = [
    ContractRow("another text is a new version, and the old one stays") { store in
      var article = Samples.briefing("a", "عنوان", "نص قديم", date: "2023-01-01", source: "وكالة", tags: ["حبوب"])
      let first = article
      try store.add(article)
      try expect(try texts(store), is: ["1* نص قديم"])
      article.text = "نص جديد"
      article.date = PublicationDate("2023-01-02")
      try store.add(article)
      article.title = "عنوان آخر"
      try store.add(article)
      try expect(try texts(store), is: ["1 نص قديم", "2 نص جديد", "3* نص جديد"])
      try expect(try store.versions(of: a).first?.briefing, is: first)
      try expect(try store.versions(of: a).last?.briefing, is: article)
      try expect(try store.summaries(BriefingFilter(), limit: 9, after: nil).rows.map(\.version), is: [3])
      try expect(try store.found("قديم"), is: [], "old texts are not searched")
      try expect(try store.versions(of: BriefingID("nobody")), is: [])
      try expect(try store.verify(repair: false).problems, is: [])
    },
    ContractRow("another date or tag alone is no new version") { store in
      try store.add(Samples.briefing("a", date: "2023-01-01"))
      try expect(
        try store.ingest([Samples.analyzed(Samples.briefing("a", date: "2023-01-02", tags: ["حبوب"]))]), is: [.updated])
      try expect(try texts(store), is: ["1* نص"])
    },
    ContractRow("findings belong to the current version") { store in
      let first = try Samples.speech("a", says: "الهدنة ستبدأ غدا", stems: ["هدن"])
      let second = try Samples.speech("a", says: "الهدنة تأجلت", stems: ["هدن"])
      _ = try store.ingest([first, second])
      try expect(try store.findings(of: a), is: second.findings)
      try expect(try store.statements(BriefingFilter(), limit: 9).count, is: 1)
      try expect(try store.verify(repair: false).problems, is: [])
    },
    ContractRow("old files again change nothing, but what is dated later does") { store in
      func article(_ text: String, _ date: String) -> AnalyzedBriefing {
        Samples.analyzed(Samples.briefing("a", "عنوان", text, date: date))
      }
      let (one, two) = (article("أول", "2023-01-01"), article("ثان", "2023-01-02"))
      try expect(try store.ingest([one, two]), is: [.added, .updated])
      try expect(try store.outcomes(of: [one.briefing], findingsVersion: 1), is: [.unchanged])
      try expect(try store.ingest([one, two, one]), is: [.unchanged, .unchanged, .unchanged])
      try expect(try texts(store), is: ["1 أول", "2* ثان"])
      let back = article("أول", "2023-01-03")
      try expect(try store.outcomes(of: [back.briefing], findingsVersion: 1), is: [.updated])
      try expect(try store.ingest([back]), is: [.updated])
      try expect(try texts(store), is: ["1 أول", "2 ثان", "3* أول"])
    },
    ContractRow("briefings by address, where it is that of one") { store in
      try store.add(
        Samples.briefing("a", source: "وكالة"), Samples.briefing("b", source: "وكالة"),
        Briefing(id: BriefingID("c"), title: "t", text: "x", url: "https://example.org/b"), Samples.briefing("d"))
      let asked = ["https://example.org/a", "https://example.org/b", "https://example.org/z", ""]
      try expect(try store.ids(publishedAt: asked), is: ["https://example.org/a": a])
      _ = try store.delete([a])
      try expect(try store.ids(publishedAt: asked), is: ["https://example.org/a": a], "a deleted one too")
    },
    ContractRow("a deleted article is nowhere, and comes back as it was") { store in
      let speech = try Samples.speech("a", says: "الهدنة ستبدأ غدا", stems: ["هدن"], date: "2023-01-01")
      var older = speech.briefing
      older.title = "مسودة"
      _ = try store.ingest([Samples.analyzed(older), speech, Samples.analyzed(Samples.briefing("b"))])
      _ = try store.setRead(true, [a])
      try store.setPosition(Place(.text, TextSpan(2..<4)), of: a)
      _ = try store.addTag("مهم", to: [a])
      _ = try store.setFlagged(true, [a])
      _ = try store.setNote("راجع", on: .briefing(a))
      let before = try store.summaries(BriefingFilter(), limit: 9, after: nil).rows
      let versions = try store.versions(of: a)
      try expect(try store.delete([a, BriefingID("nobody"), a]), is: [a])
      try expect(try store.ids(BriefingFilter()), is: ["b"])
      try expect(try store.briefing(a) == nil && store.findings(of: a) == nil, "it is gone")
      try expect(try store.found("هدنة"), is: [])
      try expect(try store.statements(BriefingFilter(), limit: 9).count, is: 0)
      try expect(try store.entities(BriefingFilter(), limit: 9).count, is: 0)
      try expect(try store.tags(BriefingFilter(), limit: 9), is: [])
      try expect(try store.notes(limit: 9), is: [])
      try expect(try store.lastRead() == nil, "reading does not go on there")
      try expect(try store.versions(of: a).map(\.isCurrent), is: [false, false])
      let row = try require(try store.deletedBriefings(limit: 9).first, "row")
      try expect(row.id, is: a)
      try expect(row.title, is: speech.briefing.title)
      try expect(try store.verify(repair: false).problems, is: [])
      try expect(try store.undelete([a, BriefingID("b")]), is: [a])
      try expect(try store.summaries(BriefingFilter(), limit: 9, after: nil).rows, is: before)
      try expect(try store.versions(of: a), is: versions)
      try expect(try store.findings(of: a), is: speech.findings)
      try expect(try store.found("هدنة"), is: ["a"])
      try expect(try store.deletedBriefings(limit: 9), is: [])
      try expect(try store.notes(of: a).map(\.text), is: ["راجع"])
      try expect(try store.lastRead(), is: a)
      try expect(try store.ingest([speech]), is: [.unchanged])
      try expect(try store.verify(repair: false).problems, is: [])
    },
    ContractRow("importing does not bring a deleted article back") { store in
      let article = Samples.briefing("a")
      try store.add(article)
      _ = try store.delete([a])
      try expect(try store.outcomes(of: [article], findingsVersion: 1), is: [.deleted])
      var changed = article
      changed.text = "آخر"
      try expect(try store.ingest([Samples.analyzed(article), Samples.analyzed(changed)]), is: [.deleted, .deleted])
      try expect(try store.count(BriefingFilter()), is: 0)
      try store.remove([a])
      try expect(try store.deletedBriefings(limit: 9), is: [])
      try expect(try store.undelete([a]), is: [])
      try expect(try store.ingest([Samples.analyzed(article)]), is: [.added], "removed for good, it is new")
    },
    ContractRow("nothing is left of an article that is removed for good") { store in
      try store.add(Samples.briefing("a", "عنوان", "قديم"))
      try store.add(Samples.briefing("a", "عنوان", "جديد"))
      _ = try store.setNote("ملاحظة", on: .briefing(a))
      _ = try store.addTag("مهم", to: [a])
      try store.remove([a])
      try expect(try store.versions(of: a), is: [])
      try expect(try store.notes(of: a), is: [])
      try store.add(Samples.briefing("a", "عنوان", "جديد"))
      try expect(try store.summaries(BriefingFilter(), limit: 9, after: nil).rows.map(\.tags), is: [[]])
      try expect(try texts(store), is: ["1* جديد"])
    },
    ContractRow("decisions hold for what comes back") { store in
      let speech = try Samples.speech("a", says: "الهدنة ستبدأ غدا", stems: ["هدن"])
      _ = try store.ingest([speech])
      _ = try store.add([.rename(EntityName(.person, "سيرغي لافروف"), to: "لافروف")])
      _ = try store.applyDecisions(limit: 9, first: nil)
      _ = try store.delete([a])
      _ = try store.undelete([a])
      try expect(try store.findings(of: a)?.entities.map(\.canonical), is: ["لافروف"])
      _ = try store.undoDecision()
      _ = try store.applyDecisions(limit: 9, first: nil)
      try expect(try store.findings(of: a), is: speech.findings)
    },
    ContractRow("how far the user has seen") { store in
      try expect(try store.seenChange(), is: nil)
      try store.add(Samples.briefing("a"))
      try store.setSeenChange(try store.latestChange())
      try expect(try store.seenChange(), is: try store.latestChange())
      try store.setSeenChange(.none)
      try expect(try store.seenChange(), is: ChangeNumber.none, "it can be taken back")
    },
    ContractRow("changes since a moment") { store in
      func since(_ moment: ChangeNumber) throws -> [String] {
        try store.changes(since: moment, limit: 99).map { ($0.isRemoved ? "-" : "") + $0.id.text }
      }
      try expect(try store.latestChange(), is: .none)
      try expect(try since(.none), is: [])
      try store.add(Samples.briefing("b"), Samples.briefing("a"), Samples.briefing("c"))
      let first = try store.latestChange()
      try expect(try since(.none), is: ["b", "a", "c"])
      try expect(try since(first), is: [])
      try expect(try store.changes(since: .none, limit: 2).map(\.id.text), is: ["b", "a"])
      try store.add(Samples.briefing("a"))
      _ = try store.setRead(true, [a])
      _ = try store.addTag("مهم", to: [a])
      try expect(try since(first), is: [], "what the user does is no change")
      try store.add(Samples.briefing("b", "عنوان", "آخر"))
      _ = try store.delete([a])
      try expect(try since(first), is: ["b", "-a"])
      try expect(try since(.none), is: ["c", "b", "-a"])
      try expect(try store.ids(BriefingFilter(arrivedAfter: first)), is: ["b"])
      let second = try store.latestChange()
      try expect(second > first, "it grows")
      _ = try store.undelete([a])
      try store.remove([BriefingID("c")])
      try expect(try since(second), is: ["a", "-c"])
      try expect(try store.changes(since: .none, limit: 99).map(\.number).last, is: try store.latestChange())
      try expect(try store.count(BriefingFilter(arrivedAfter: second)), is: 1)
      try expect(try store.found("نص", filter: BriefingFilter(arrivedAfter: second)), is: ["a"])
    },
  ]
}
