import Briefings
import Search
import Store

extension StoreContract {
  /// Two articles that name the same minister.
  private static func fill(_ store: any BriefingStore) throws {
    let first = Samples.briefing(
      "a", "زيارة", "قال لويد أوستن إن الردع قائم. وأضاف أوستن أن التعاون مستمر. وصل إلى سيول.", date: "2023-11-13")
    let second = Samples.briefing("b", "زيارة", "رحبت سيول بزيارة لويد أوستن وحده.", date: "2023-11-14")
    let findings = Findings(
      version: 3, language: "ar",
      entities: [
        try Samples.entity("لويد أوستن", .person, ["لويد أوستن", "أوستن"], in: first, english: "Lloyd Austin"),
        try Samples.entity("سيول", .place, ["سيول"], in: first, origin: .imported),
      ],
      statements: [
        try Samples.statement("الردع قائم", by: "لويد أوستن", entity: "لويد أوستن", target: "سيول", in: first),
        try Samples.statement("التعاون مستمر", by: nil, entity: nil, in: first, origin: .imported),
      ],
      signatures: [
        StatementSignature(
          stems: ["ردع", "قاءم"], numbers: ["10", "2023"], isNegated: true, entities: ["لويد أوستن", "سيول"]),
        StatementSignature(stems: []),
      ])
    let other = Findings(
      version: 3, language: "ar",
      entities: [
        try Samples.entity("سيول", .place, ["سيول"], in: second),
        try Samples.entity("لويد اوستن", .person, ["لويد أوستن"], in: second),
      ], statements: [], signatures: [])
    _ = try store.ingest([AnalyzedBriefing(first, findings), AnalyzedBriefing(second, other)])
    try expect(try store.findings(of: first.id), is: findings)
    try expect(try store.findings(of: second.id), is: other)
  }

  /// Findings are kept and listed.
  static let findings: [ContractRow] = [
    ContractRow("findings come back as they were given") { store in
      try fill(store)
      try expect(try store.findings(of: BriefingID("nobody")) == nil, "an unknown id has no findings")
    },
    ContractRow("newer findings replace older ones") { store in
      try fill(store)
      let briefing = try require(try store.briefing(BriefingID("a")), "article")
      let newer = Findings(
        version: 4, language: "ar", entities: [try Samples.entity("سيول", .place, ["سيول"], in: briefing)],
        statements: [], signatures: [])
      try expect(try store.ingest([AnalyzedBriefing(briefing, newer)]), is: [.unchanged])
      try expect(try store.findings(of: briefing.id), is: newer)
      try expect(try store.statements(BriefingFilter(), limit: 9).count, is: 0)
      try expect(try store.verify(repair: false).problems, is: [])
    },
    ContractRow("entities of the archive are merged by folded name and type") { store in
      try fill(store)
      let entities = try store.entities(BriefingFilter(), limit: 9)
      try expect(entities.map(\.canonical), is: ["لويد أوستن", "سيول"])
      try expect(entities.map(\.briefingCount), is: [2, 2])
      try expect(entities.map(\.mentionCount), is: [3, 2])
      try expect(entities[0].forms, is: ["لويد أوستن", "أوستن"])
      try expect(entities[0].english, is: "Lloyd Austin")
      try expect(try store.entities(BriefingFilter(), limit: 1).count, is: 1)
      let first = try store.entities(BriefingFilter(until: PublicationDate("2023-11-13")), limit: 9)
      try expect(first.map(\.canonical), is: ["لويد أوستن", "سيول"])
      try expect(first.map(\.mentionCount), is: [2, 1])
    },
    ContractRow("articles by entity and speaker, under any of their names") { store in
      try fill(store)
      for name in ["لويد أوستن", "اوستن", "Lloyd Austin", "austin", "لويد"] {
        try expect(try store.ids(BriefingFilter(entity: name)), is: ["b", "a"], name)
        try expect(try store.ids(BriefingFilter(speaker: name)), is: ["a"], name)
        try expect(try store.statements(BriefingFilter(speaker: name), limit: 9).count, is: 1, name)
      }
      for name in ["ستن", "%", "_", "' OR 1=1 --"] {
        try expect(try store.ids(BriefingFilter(entity: name)), is: [], name)
        try expect(try store.ids(BriefingFilter(speaker: name)), is: [], name)
      }
    },
    ContractRow("conditions on one and the same statement of an article") { store in
      let text = "قال شين إن الردع قائم. ونفى أوستن أن «الجنود غادروا»."
      let mixed = Samples.briefing("mixed", "زيارة", text, date: "2023-11-13")
      var denial = try Samples.statement("الجنود غادروا", by: "أوستن", entity: "لويد أوستن", in: mixed)
      (denial.cue, denial.cueClass, denial.polarity, denial.kind) = ("ونفى", .deny, .deny, .direct)
      let saying = try Samples.statement("الردع قائم", by: "شين", entity: nil, in: mixed)
      let signature = StatementSignature(stems: ["جند"])
      _ = try store.ingest([
        AnalyzedBriefing(
          mixed,
          Findings(
            version: 1, language: "ar", entities: [], statements: [saying, denial],
            signatures: [signature, signature])),
        try Samples.speech("said", speaker: "أوستن", says: "شيئا", stems: ["شيء"], date: "2023-11-12"),
      ])
      for (query, ids) in [
        ("speaker:أوستن", ["mixed", "said"]), ("speaker:أوستن cue:deny", ["mixed"]), ("speaker:شين cue:deny", []),
        ("speaker:شين -cue:deny", []), ("cue:نفى", ["mixed"]), ("cue:say", ["mixed", "said"]), ("cue:warn", []),
        ("speaker:شين is:direct", []), ("is:direct", ["mixed"]), ("-is:direct", ["said"]),
        ("الردع (speaker:أوستن is:direct)", ["mixed"]), ("(speaker:شين cue:deny) OR cue:warn", []),
        ("is:unread", ["mixed", "said"]), ("is:read", []),
      ] {
        try expect(try store.found(query, order: .date), is: ids, query)
      }
      _ = try store.setRead(true, [BriefingID("said")])
      try expect(try store.found("is:read"), is: ["said"])
      try expect(try store.found("is:unread قال"), is: ["mixed"])
    },
    ContractRow("statements in the order of their articles and texts") { store in
      try fill(store)
      let own = try store.statements(of: BriefingID("a"))
      try expect(own.map(\.statement.content), is: ["الردع قائم", "التعاون مستمر"])
      try expect(own[0].signature.stems, is: ["ردع", "قاءم"])
      try expect(own[0].briefing.title, is: "زيارة")
      try expect(own[0].id, is: StatementID(briefing: BriefingID("a"), place: own[0].statement.place))
      try expect(try store.statement(own[1].id), is: own[1])
      try expect(try store.statement(StatementID("a#text:9999")) == nil, "an unknown id has no statement")
      try expect(try store.statement(StatementID("nonsense")) == nil, "a text that is no id has none either")
      _ = try store.ingest([try Samples.speech("c", says: "شيئا", stems: ["شيء"], date: "2024-01-01")])
      let all = try store.statements(BriefingFilter(), limit: 2)
      try expect(all.map(\.briefing.id.text), is: ["c", "a"])
    },
  ]

  /// Candidates for relations.
  static let relations: [ContractRow] = [
    ContractRow("statements that share rare words, and by the same speaker") { store in
      _ = try store.ingest([
        try Samples.speech("a", says: "الهدنة ستبدأ", stems: ["هدن", "بدا", "حبوب"], date: "2023-01-01"),
        try Samples.speech(
          "b", speaker: "متحدث آخر", says: "الهدنة بدأت", stems: ["هدن", "بدا", "سفن"], date: "2023-01-02"),
        try Samples.speech("c", speaker: "متحدث ثالث", says: "السفن أبحرت", stems: ["سفن", "بحر"], date: "2023-01-03"),
        try Samples.speech("d", says: "كلام آخر", stems: ["كلام"], date: "2023-01-04"),
        try Samples.speech("e", speaker: "متحدث رابع", says: "بدأ العمل", stems: ["بدا", "عمل"], date: "2023-01-05"),
      ])
      let record = try require(try store.statements(of: BriefingID("a")).first, "statement")
      let found = try store.relationCandidates(for: record, limit: 10).map(\.briefing.id.text)
      try expect(Set(found), is: ["b", "d", "e"])
      try expect(found.first, is: "b", "the one that shares most")
      try expect(found.count, is: 3, "each once")
      try expect(try store.relationCandidates(for: record, limit: 1).count, is: 1)
      try expect(try store.relationCandidates(for: record, limit: 0).count, is: 0)
    },
    ContractRow("a speaker's statements, newest first and a page at a time") { store in
      _ = try store.ingest(
        [
          try Samples.speech("a", says: "الأول", stems: ["اول"], date: "2022-12-31"),
          try Samples.speech("b", says: "الثاني", stems: ["ثان"], date: "2023-03-01"),
          try Samples.speech("c", speaker: "متحدث آخر", says: "كلامه", stems: ["كلام"], date: "2023-03-02"),
          try Samples.speech("d", speaker: "سيرغي لافروڤ", says: "الثالث", stems: ["ثالث"], date: "2023-03-03"),
          try Samples.speech("e", says: "الرابع", stems: ["رابع"]),
        ])
      var pages: [[String]] = []
      var after: Cursor?
      repeat {
        let page = try store.statements(by: "سيرغي  لافروف", limit: 2, after: after)
        pages.append(page.rows.map(\.briefing.id.text))
        after = page.next
      } while after != nil && pages.count < 9
      let folds = pages.flatMap { $0 }.contains("d")
      try expect(pages.flatMap { $0 }.filter { $0 != "d" }, is: ["b", "a", "e"], "newest first, undated last")
      try expect(pages.allSatisfy { $0.count <= 2 }, is: true)
      let months = try store.statementMonths(by: "سيرغي لافروف")
      try expect(months.months.map(\.month), is: ["2022-12", "2023-01", "2023-02", "2023-03"])
      try expect(months.months.map(\.count), is: [1, 0, 0, folds ? 2 : 1])
      try expect(months.undated, is: 1)
      try expect(try store.statements(by: "سيرغي", limit: 5, after: nil).rows.count, is: 0, "the whole name is meant")
      try expect(try store.statements(by: "سيرغي لافروف", limit: 0, after: nil).rows.count, is: 0)
      try expect(try store.statementMonths(by: "لا أحد"), is: TimelineMonths(days: []))
    },
    ContractRow("the statements of a source that is no entity") { store in
      let briefing = Samples.briefing("a", "خبر", "قال مصدر مطلع إن القمة قريبة.", date: "2023-03-01")
      let statement = try Samples.statement("القمة قريبة", by: "مصدر مطلع", entity: nil, in: briefing)
      let findings = Findings(
        version: 1, language: "ar", entities: [], statements: [statement],
        signatures: [StatementSignature(stems: ["قم"])])
      _ = try store.ingest([AnalyzedBriefing(briefing, findings)])
      try expect(try store.statements(by: "مصدر مطلع", limit: 5, after: nil).rows.count, is: 1)
      try expect(try store.statementMonths(by: "مصدر مطلع").months.map(\.count), is: [1])
    },
    ContractRow("a statement that is not stored finds candidates too") { store in
      _ = try store.ingest([try Samples.speech("a", says: "الهدنة ستبدأ", stems: ["هدن", "بدا"])])
      let outside = try Samples.speech("z", speaker: "أحد", says: "هدنة", stems: ["هدن"])
      let statement = outside.findings.statements[0]
      let summary = BriefingSummary(id: BriefingID("z"), title: "", date: nil, source: "", language: nil)
      let record = StatementRecord(
        id: StatementID(briefing: BriefingID("z"), place: statement.place), briefing: summary, statement: statement,
        signature: outside.findings.signatures[0])
      try expect(try store.relationCandidates(for: record, limit: 5).map(\.briefing.id.text), is: ["a"])
    },
    ContractRow("how common words are among statements") { store in
      _ = try store.ingest([
        try Samples.speech("a", says: "الهدنة ستبدأ", stems: ["هدن", "بدا"]),
        try Samples.speech("b", says: "الهدنة بدأت", stems: ["هدن"]),
      ])
      try expect(
        try store.statementFrequencies(of: ["هدن", "بدا", "غيب"]),
        is: StemFrequencies(counts: ["هدن": 2, "بدا": 1], total: 2))
      _ = try store.ingest([try Samples.speech("b", says: "لا شيء", stems: ["شيء"])])
      try expect(
        try store.statementFrequencies(of: ["هدن", "شيء"]), is: StemFrequencies(counts: ["هدن": 1, "شيء": 1], total: 2))
    },
  ]
}
