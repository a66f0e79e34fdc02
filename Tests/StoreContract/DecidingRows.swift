import Briefings
import Search
import Store

extension StoreContract {
  private static let austin = EntityName(.person, "لويد أوستن")
  private static let shin = EntityName(.person, "شين وون سيك")
  private static let minister = EntityName(.person, "الوزير شين")

  /// `a` names Austin and Shin, `b` Shin by another name, who speaks there, `c` neither.
  private static func samples() throws -> [AnalyzedBriefing] {
    let a = Samples.briefing(
      "a", "زيارة", "قال لويد أوستن إن الردع قائم. وأضاف أوستن أن التعاون مستمر مع شين وون سيك.", date: "2023-11-13")
    let b = Samples.briefing("b", "تصريح", "قال الوزير شين إن سيول ترحب بهم.", date: "2023-11-14")
    let c = Samples.briefing("c", "طقس", "أمطار في عمان.", date: "2023-11-15")
    return [
      AnalyzedBriefing(
        a,
        Findings(
          version: 3, language: "ar",
          entities: [
            try Samples.entity(austin.name, .person, ["لويد أوستن", "أوستن"], in: a, english: "Lloyd Austin"),
            try Samples.entity(shin.name, .person, ["شين وون سيك"], in: a),
          ],
          statements: [
            try Samples.statement("الردع قائم", by: "لويد أوستن", entity: austin.name, in: a),
            try Samples.statement("التعاون مستمر مع شين وون سيك", by: "أوستن", entity: austin.name, in: a),
          ],
          signatures: [
            StatementSignature(stems: ["ردع"]), StatementSignature(stems: ["تعاون"], entities: [shin.name]),
          ])),
      AnalyzedBriefing(
        b,
        Findings(
          version: 3, language: "ar",
          entities: [
            try Samples.entity(minister.name, .person, ["الوزير شين"], in: b, origin: .imported),
            try Samples.entity("سيول", .place, ["سيول"], in: b),
          ], statements: [try Samples.statement("سيول ترحب بهم", by: "الوزير شين", entity: minister.name, in: b)],
          signatures: [StatementSignature(stems: ["رحب"], numbers: ["3"], isNegated: true, entities: ["سيول"])])),
      AnalyzedBriefing(
        c,
        Findings(
          version: 3, language: "ar", entities: [try Samples.entity("عمان", .place, ["عمان"], in: c)], statements: [],
          signatures: [])),
    ]
  }

  private static func names(_ store: any BriefingStore, _ id: String) throws -> [String] {
    try require(try store.findings(of: BriefingID(id)), "findings").entities.map(\.canonical)
  }

  private static func isSound(_ store: any BriefingStore) throws {
    try expect(try store.verify(repair: false).problems, is: [])
  }

  /// What the user decides.
  static let deciding: [ContractRow] = [
    ContractRow("a decision changes what is stored already, everywhere and nowhere else") { store in
      _ = try store.ingest(try samples())
      try expect(try store.add([.merge(minister, into: shin)]), is: 1, "one article names him")
      try expect(try store.applyDecisions(limit: 10, first: nil), is: 0)
      try expect(try names(store, "a"), is: ["لويد أوستن", "شين وون سيك"])
      try expect(Set(try names(store, "b")), is: ["شين وون سيك", "سيول"])
      try expect(try store.statements(of: BriefingID("b")).map(\.statement.speakerEntity), is: [shin.name])
      for name in ["الوزير شين", "شين وون سيك"] {
        try expect(try store.ids(BriefingFilter(entity: name)), is: ["b", "a"], name)
        try expect(try store.ids(BriefingFilter(speaker: name)), is: ["b"], name)
      }
      let record = try require(try store.entities(named: "شين وون سيك").first, "entity")
      try expect(record.briefingCount, is: 2)
      try expect(Set(record.forms), is: ["شين وون سيك", "الوزير شين"])
      try expect(try store.entities(named: "الوزير شين").map(\.canonical), is: [shin.name])
      try isSound(store)
    },
    ContractRow("and what is stored later") { store in
      try expect(try store.add([.merge(minister, into: shin), .reject(EntityName(.place, "سيول"))]), is: 0)
      _ = try store.ingest(try samples())
      try expect(try names(store, "b"), is: [shin.name])
      try expect(try store.applyDecisions(limit: 10, first: nil), is: 0)
      try expect(try store.decisions().map(\.briefingCount), is: [1, 1])
      try isSound(store)
    },
    ContractRow("a decision survives ingesting again, newer findings and another text") { store in
      let items = try samples()
      _ = try store.ingest(items)
      _ = try store.add([.rename(austin, to: "وزير الدفاع الأميركي")])
      _ = try store.applyDecisions(limit: 10, first: nil)
      let decided = try names(store, "a")
      try expect(decided, is: ["وزير الدفاع الأميركي", shin.name])
      try expect(try store.ingest(items), is: [.unchanged, .unchanged, .unchanged])
      try expect(try names(store, "a"), is: decided)
      var newer = items[0]
      newer.findings.version = 4
      newer.findings.statements.removeLast()
      newer.findings.signatures.removeLast()
      try expect(try store.ingest([newer]), is: [.unchanged])
      try expect(try names(store, "a"), is: decided)
      try expect(try store.findings(of: BriefingID("a"))?.statements.map(\.speakerEntity), is: [decided[0]])
      var changed = newer
      changed.briefing.title = "زيارة أخرى"
      try expect(try store.ingest([changed]), is: [.updated])
      try expect(try names(store, "a"), is: decided)
      try expect(try store.undoDecision()?.decision, is: .rename(austin, to: "وزير الدفاع الأميركي"))
      _ = try store.applyDecisions(limit: 10, first: nil)
      try expect(try store.findings(of: BriefingID("a")), is: changed.findings)
      try isSound(store)
    },
    ContractRow("taken back, everything is as it was; taken up again, as it was decided") { store in
      let items = try samples()
      let place = try Samples.place("شين", in: items[1].briefing)
      let cases: [Decision] = [
        .merge(minister, into: shin), .merge(shin, into: austin), .split(form: "أوستن", from: austin),
        .rename(austin, to: "لويد اوستن"), .retype(austin, as: .organization), .reject(austin), .reject(shin),
        .rejectMention(
          MarkedPlace(
            briefing: items[0].briefing.id, place: items[0].findings.entities[0].mentions[1].place, form: "أوستن")),
        .addMention(MarkedPlace(briefing: items[1].briefing.id, place: place, form: "شين"), of: austin),
      ]
      _ = try store.ingest(items)
      func findings() throws -> [Findings?] { try items.map { try store.findings(of: $0.briefing.id) } }
      for decision in cases {
        _ = try store.add([decision])
        _ = try store.applyDecisions(limit: 10, first: nil)
        let decided = try findings()
        try expect(decided != items.map(\.findings), "'\(decision)' changes something")
        try isSound(store)
        for item in items {
          try expect(try store.undecidedFindings(of: item.briefing.id), is: item.findings, "before '\(decision)'")
        }
        try expect(try store.undoDecision()?.decision, is: decision)
        _ = try store.applyDecisions(limit: 10, first: nil)
        try expect(try findings(), is: items.map(\.findings), "after '\(decision)' was taken back")
        try expect(
          Set(try store.entities(BriefingFilter(), limit: 9).map(\.canonical)).isSuperset(of: [austin.name]), "")
        try expect(try store.redoDecision()?.decision, is: decision)
        _ = try store.applyDecisions(limit: 10, first: nil)
        try expect(try findings(), is: decided, "after '\(decision)' was taken up again")
        _ = try store.undoDecision()
        _ = try store.applyDecisions(limit: 10, first: nil)
      }
      try isSound(store)
    },
    ContractRow("the list of decisions") { store in
      try expect(try store.decisions().count, is: 0)
      try expect(try store.undoDecision() == nil, "nothing to take back")
      try expect(try store.redoDecision() == nil, "nothing to take up")
      _ = try store.ingest(try samples())
      _ = try store.add([.reject(shin), .retype(austin, as: .place)])
      _ = try store.add([.rename(minister, to: "شين")])
      _ = try store.applyDecisions(limit: 10, first: nil)
      try expect(
        try store.decisions().map(\.decision),
        is: [.reject(shin), .retype(austin, as: .place), .rename(minister, to: "شين")])
      try expect(try store.decisions().map(\.briefingCount), is: [1, 1, 1])
      _ = try store.undoDecision()
      _ = try store.undoDecision()
      try expect(try store.decisions().map(\.isUndone), is: [false, true, true])
      try expect(try store.redoDecision()?.decision, is: .retype(austin, as: .place))
      try expect(try store.decisions().map(\.isUndone), is: [false, false, true])
      // A new one ends what could be taken up again.
      _ = try store.add([.reject(minister)])
      try expect(
        try store.decisions().map(\.decision), is: [.reject(shin), .retype(austin, as: .place), .reject(minister)])
      try expect(try store.redoDecision() == nil, "nothing to take up any more")
    },
    ContractRow("a few at a time, one before all others") { store in
      let items = try samples()
      _ = try store.ingest(items)
      try expect(try store.add([.reject(shin), .reject(minister), .reject(EntityName(.place, "عمان"))]), is: 3)
      try expect(try store.applyDecisions(limit: 1, first: BriefingID("a")), is: 2)
      try expect(try names(store, "a"), is: [austin.name])
      try expect(try names(store, "c"), is: ["عمان"])
      // What is stored meanwhile is in line at once.
      try expect(try store.ingest([items[2]]), is: [.unchanged])
      try store.remove([BriefingID("b")])
      try expect(try store.applyDecisions(limit: 5, first: nil), is: 0)
      try expect(try names(store, "c"), is: [])
      try isSound(store)
    },
    ContractRow("articles whose findings are old") { store in
      var items = try samples()
      items[1].findings.version = 7
      _ = try store.ingest(items)
      func ids(_ version: Int?, limit: Int) throws -> [String] {
        var (found, cursor): ([String], Cursor?) = ([], nil)
        repeat {
          let page = try store.briefings(analyzedOtherThan: version, limit: limit, after: cursor)
          found += page.rows.map(\.text)
          // Analysing a page again does not shift the next one.
          for id in page.rows {
            var item = try require(items.first { $0.briefing.id == id }, "item")
            item.findings.version = 8
            _ = try store.ingest([item])
          }
          cursor = page.next
        } while cursor != nil
        return found.sorted()
      }
      try expect(try ids(7, limit: 1), is: ["a", "c"])
      try expect(try ids(8, limit: 5), is: ["b"])
      try expect(try ids(nil, limit: 2), is: ["a", "b", "c"])
      try expect(try ids(8, limit: 2), is: [])
    },
    ContractRow("entities by a name") { store in
      _ = try store.ingest(try samples())
      for name in ["لويد أوستن", "لويد اوستن", "أوستن", "lloyd austin"] {
        try expect(try store.entities(named: name).map(\.canonical), is: [austin.name], name)
      }
      for name in ["لويد", "", "%"] { try expect(try store.entities(named: name).count, is: 0, name) }
    },
  ]
}
