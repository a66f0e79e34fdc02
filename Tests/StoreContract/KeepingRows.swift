import Briefings
import Search
import Store

extension StoreContract {
  /// Articles are kept as they are given.
  static let keeping: [ContractRow] = [
    ContractRow("an article comes back as it was given") { store in
      let given = Samples.briefing(
        "a", "عُنوانٌ «أول»", "فقرة أولى.\n\nفقرة ثانية 🙂 'x' \"y\"", date: "2023-11-13T08:00:00+03:00", source: "وكالة",
        tags: ["حبوب", "بحر"])
      try expect(try store.ingest([Samples.analyzed(given)]), is: [.added])
      let back = try require(try store.briefing(given.id), "article")
      try expect(back, is: given)
      try expect(back.date?.text, is: given.date?.text)
      try expect(try store.briefing(BriefingID("b")) == nil, "an unknown id has no article")
    },
    ContractRow("an article without anything but an id is kept too") { store in
      let bare = Briefing(id: BriefingID("bare"), title: "", text: "", language: "ar")
      try store.add(bare)
      try expect(try store.briefing(bare.id), is: bare)
      try expect(try store.ids(BriefingFilter()), is: ["bare"])
    },
    ContractRow("letters keep their composition") { store in
      let composed = Samples.briefing("a", "\u{623}", "\u{627}\u{654}")
      try store.add(composed)
      let back = try require(try store.briefing(composed.id), "article")
      try expect(Array(back.title.utf8), is: Array(composed.title.utf8))
      try expect(Array(back.text.utf8), is: Array(composed.text.utf8))
    },
    ContractRow("added, unchanged, updated") { store in
      let first = Samples.briefing("a", "عنوان", "نص قديم")
      var second = first
      second.text = "نص جديد"
      let outcomes = try store.ingest([first, first, second, second].map { Samples.analyzed($0) })
      try expect(outcomes, is: [.added, .unchanged, .updated, .unchanged])
      try expect(try store.count(BriefingFilter()), is: 1)
      try expect(try store.briefing(first.id)?.text, is: "نص جديد")
      try expect(try store.found("قديم"), is: [])
      try expect(try store.found("جديد"), is: ["a"])
    },
    ContractRow("spelling alone is a change") { store in
      try store.add(Samples.briefing("a", "أ", "نص"))
      try expect(try store.ingest([Samples.analyzed(Samples.briefing("a", "\u{627}\u{654}", "نص"))]), is: [.updated])
    },
    ContractRow("a changed date moves the article") { store in
      try store.add(Samples.briefing("a", date: "2023-01-01"), Samples.briefing("b", date: "2023-02-01"))
      try expect(try store.ingest([Samples.analyzed(Samples.briefing("a", date: "2023-03-01"))]), is: [.updated])
      try expect(try store.ids(BriefingFilter()), is: ["a", "b"])
    },
    ContractRow("a language left open is no change") { store in
      try store.add(Samples.briefing("a", language: nil))
      try expect(try store.briefing(BriefingID("a"))?.language, is: "ar", "the guessed language")
      try expect(try store.ingest([Samples.analyzed(Samples.briefing("a", language: nil))]), is: [.unchanged])
      try expect(try store.ingest([Samples.analyzed(Samples.briefing("a", language: "ar"))]), is: [.unchanged])
    },
    ContractRow("outcomes are told beforehand") { store in
      let known = Samples.briefing("a")
      try store.add(known)
      var changed = known
      changed.title = "آخر"
      let new = Samples.briefing("b")
      try expect(
        try store.outcomes(of: [known, changed, new], findingsVersion: 1), is: [.unchanged, .updated, .added])
      try expect(try store.outcomes(of: [known], findingsVersion: 2), is: [.updated], "findings of older rules")
      try expect(try store.count(BriefingFilter()), is: 1)
    },
    ContractRow("what the user did stays when the article changes") { store in
      try store.add(Samples.briefing("a", "عنوان", "نص قديم"))
      _ = try store.setRead(true, [BriefingID("a")])
      let place = Place(.text, TextSpan(2..<4))
      try store.setPosition(place, of: BriefingID("a"))
      try store.add(Samples.briefing("a", "عنوان", "نص جديد", date: "2023-01-01"))
      try expect(try store.summaries(BriefingFilter(), limit: 1, after: nil).rows.first?.isRead, is: true)
      try expect(try store.position(of: BriefingID("a")), is: place)
    },
    ContractRow("positions") { store in
      try store.add(Samples.briefing("a"), Samples.briefing("b"))
      try expect(try store.lastRead() == nil, "nothing was read yet")
      let place = Place(.title, TextSpan(0..<2))
      try store.setPosition(place, of: BriefingID("a"))
      try store.setPosition(place, of: BriefingID("b"))
      try store.setPosition(place, of: BriefingID("a"))
      try store.setPosition(place, of: BriefingID("nobody"))
      try expect(try store.lastRead(), is: BriefingID("a"))
      try expect(try store.position(of: BriefingID("b")), is: place)
      try expect(try store.position(of: BriefingID("nobody")) == nil, "an unknown id has no position")
      try store.remove([BriefingID("a")])
      try expect(try store.lastRead(), is: BriefingID("b"))
    },
    ContractRow("nothing is left of a removed article") { store in
      let speech = try Samples.speech("a", says: "الهدنة ستبدأ غدا", stems: ["هدن", "بدا"])
      _ = try store.ingest([speech, Samples.analyzed(Samples.briefing("b"))])
      try store.remove([BriefingID("a"), BriefingID("nobody")])
      try expect(try store.ids(BriefingFilter()), is: ["b"])
      try expect(try store.found("هدنة"), is: [])
      try expect(try store.findings(of: BriefingID("a")) == nil, "its findings are gone")
      try expect(try store.entities(BriefingFilter(), limit: 10).count, is: 0)
      try expect(try store.statements(BriefingFilter(), limit: 10).count, is: 0)
      try expect(try store.statementFrequencies(of: ["هدن"]), is: StemFrequencies(counts: [:], total: 0))
      try expect(try store.verify(repair: false).problems, is: [])
    },
    ContractRow("a sound archive verifies") { store in
      _ = try store.ingest([
        try Samples.speech("a", says: "الهدنة ستبدأ غدا", stems: ["هدن"]), Samples.analyzed(Samples.briefing("b")),
      ])
      let report = try store.verify(repair: true)
      try expect(report.problems, is: [])
      try expect(!report.checks.isEmpty, "it says what was checked")
      try expect(report.repairs, is: [], "nothing to repair")
    },
  ]
}
