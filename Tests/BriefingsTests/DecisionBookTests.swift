import Briefings
import Testing

@Suite("decisions")
struct DecisionBookTests {
  private static let text = """
    Lloyd Austin said that Seoul is safe. Austin added that Shin will come. \
    Minister Shin denied that Austin left. Seoul hailed it.
    """

  private static let briefing = Briefing(id: BriefingID("a"), title: "Visit", text: text, language: "en")

  /// The place of the occurrence of `words` with a number, from 0.
  private static func place(_ words: String, _ number: Int = 0) -> Place {
    let (bytes, wanted) = (Array(text.utf8), Array(words.utf8))
    let starts = bytes.indices.filter { bytes[$0...].starts(with: wanted) }
    return Place(.text, TextSpan(starts[number]..<starts[number] + wanted.count))
  }

  private static func mention(_ form: String, _ number: Int = 0) -> Mention {
    Mention(form: form, place: place(form, number))
  }

  private static func statement(_ content: String, by speaker: String, _ entity: String?, at number: Int = 0)
    -> Statement
  {
    Statement(
      speaker: speaker, speakerPlace: place(speaker, number), speakerEntity: entity, cue: "said", cueClass: .say,
      content: content, place: place(content), kind: .indirect, polarity: .affirm)
  }

  private static let findings = Findings(
    version: 1, language: "en",
    entities: [
      Entity(
        canonical: "Lloyd Austin", type: .person, english: "Lloyd Austin",
        mentions: [mention("Lloyd Austin"), mention("Austin", 1), mention("Austin", 2)]),
      Entity(canonical: "Seoul", type: .place, mentions: [mention("Seoul"), mention("Seoul", 1)]),
      Entity(canonical: "Shin", type: .person, mentions: [mention("Shin"), mention("Shin", 1)]),
      Entity(canonical: "Seoul", type: .place, mentions: [mention("Seoul", 1)], origin: .imported),
    ],
    statements: [
      statement("Seoul is safe", by: "Lloyd Austin", "Lloyd Austin"),
      statement("Shin will come", by: "Austin", "Lloyd Austin", at: 1),
      statement("Austin left", by: "Minister Shin", "Shin"),
    ],
    signatures: [
      StatementSignature(stems: [], entities: ["Seoul"]), StatementSignature(stems: [], entities: ["Shin"]),
      StatementSignature(stems: [], entities: ["Lloyd Austin"]),
    ])

  /// Folds letters' case, as names are compared here.
  private static func book(_ decisions: [Decision]) -> DecisionBook {
    DecisionBook(decisions) { $0.lowercased() }
  }

  /// Findings in few words: entities with their forms, speakers, and what the statements are about.
  private static func summary(_ findings: Findings) -> String {
    let entities = findings.entities.map { entity in
      "\(entity.origin == .imported ? "+" : "")\(entity.type.rawValue.prefix(2)) \(entity.canonical): "
        + entity.mentions.map { "\($0.form)@\($0.place.span.start)" }.joined(separator: " ")
    }
    let speakers = findings.statements.map { $0.speakerEntity ?? "-" }
    let topics = findings.signatures.map { $0.entities.joined(separator: "+") }
    return (entities + ["by " + speakers.joined(separator: ", "), "on " + topics.joined(separator: ", ")])
      .joined(separator: "\n")
  }

  private static let austin = EntityName(.person, "Lloyd Austin")
  private static let shin = EntityName(.person, "Shin")
  private static let seoul = EntityName(.place, "Seoul")

  private static func marked(_ form: String, _ number: Int = 0) -> MarkedPlace {
    MarkedPlace(briefing: briefing.id, place: place(form, number), form: form)
  }

  struct Case: Sendable {
    let name: String
    let decisions: [Decision]
    /// What comes out, a line each.
    let expected: [String]
    /// Which decisions changed something.
    let effective: [Int]
  }

  static let unchanged = [
    "pe Lloyd Austin: Lloyd Austin@0 Austin@38 Austin@98", "pl Seoul: Seoul@23 Seoul@111", "pe Shin: Shin@56 Shin@81",
    "+pl Seoul: Seoul@111", "by Lloyd Austin, Lloyd Austin, Shin", "on Seoul, Shin, Lloyd Austin",
  ]

  static let cases = [
    Case(name: "none", decisions: [], expected: unchanged, effective: []),
    Case(
      name: "about what is not named here", decisions: [.reject(EntityName(.person, "Nobody"))], expected: unchanged,
      effective: []),
    Case(
      name: "about another type", decisions: [.reject(EntityName(.organization, "Shin"))], expected: unchanged,
      effective: []),
    Case(
      name: "merge: mentions, speakers and topics go over", decisions: [.merge(shin, into: austin)],
      expected: [
        "pe Lloyd Austin: Lloyd Austin@0 Austin@38 Shin@56 Shin@81 Austin@98", "pl Seoul: Seoul@23 Seoul@111",
        "+pl Seoul: Seoul@111", "by Lloyd Austin, Lloyd Austin, Lloyd Austin", "on Seoul, Lloyd Austin, Lloyd Austin",
      ], effective: [0]),
    Case(
      name: "merge into what is not named here, compared folded",
      decisions: [.merge(EntityName(.person, "SHIN"), into: EntityName(.person, "Shin Won-sik"))],
      expected: [
        unchanged[0], unchanged[1], "pe Shin Won-sik: Shin@56 Shin@81", unchanged[3],
        "by Lloyd Austin, Lloyd Austin, Shin Won-sik", "on Seoul, Shin Won-sik, Lloyd Austin",
      ], effective: [0]),
    Case(
      name: "merge across types; imported entities stay by themselves",
      decisions: [.merge(seoul, into: EntityName(.organization, "Government"))],
      expected: [
        unchanged[0], "or Government: Seoul@23 Seoul@111", unchanged[2], "+or Government: Seoul@111", unchanged[4],
        "on Government, Shin, Lloyd Austin",
      ], effective: [0]),
    Case(
      name: "rename", decisions: [.rename(austin, to: "Austin")],
      expected: [
        "pe Austin: Lloyd Austin@0 Austin@38 Austin@98", unchanged[1], unchanged[2], unchanged[3],
        "by Austin, Austin, Shin", "on Seoul, Shin, Austin",
      ], effective: [0]),
    Case(
      name: "rename: another spelling of the same name", decisions: [.rename(shin, to: "SHIN")],
      expected: [
        unchanged[0], unchanged[1], "pe SHIN: Shin@56 Shin@81", unchanged[3], "by Lloyd Austin, Lloyd Austin, SHIN",
        "on Seoul, SHIN, Lloyd Austin",
      ], effective: [0]),
    Case(
      name: "rename to what it is called already", decisions: [.rename(shin, to: "Shin")], expected: unchanged,
      effective: []),
    Case(
      name: "retype", decisions: [.retype(shin, as: .organization)],
      expected: [unchanged[0], unchanged[1], "or Shin: Shin@56 Shin@81"] + unchanged[3...], effective: [0]),
    Case(
      name: "reject: statements stay, without an entity", decisions: [.reject(austin)],
      expected: [unchanged[1], unchanged[2], unchanged[3], "by -, -, Shin", "on Seoul, Shin, "], effective: [0]),
    Case(
      name: "split: only statements at the form follow", decisions: [.split(form: "austin", from: austin)],
      expected: [
        unchanged[1], unchanged[2], "pe austin: Austin@38 Austin@98", "pe Lloyd Austin: Lloyd Austin@0", unchanged[3],
        "by Lloyd Austin, austin, Shin", "on Seoul, Shin, austin",
      ], effective: [0]),
    Case(
      name: "split off a form that it has not here", decisions: [.split(form: "Lloyd", from: austin)],
      expected: unchanged, effective: []),
    Case(
      name: "split off its own name", decisions: [.split(form: "Shin", from: shin)], expected: unchanged,
      effective: []),
    Case(
      name: "reject a mention", decisions: [.rejectMention(marked("Austin", 2))],
      expected: [
        "pe Lloyd Austin: Lloyd Austin@0 Austin@38", unchanged[1], unchanged[2], unchanged[3], unchanged[4],
        "on Seoul, Shin, ",
      ], effective: [0]),
    Case(
      name: "reject the mention that speaks", decisions: [.rejectMention(marked("Shin", 1))],
      expected: [
        unchanged[0], unchanged[1], "pe Shin: Shin@56", unchanged[3], "by Lloyd Austin, Lloyd Austin, -", unchanged[5],
      ], effective: [0]),
    Case(
      name: "reject all mentions of an entity",
      decisions: [.rejectMention(marked("Shin")), .rejectMention(marked("Shin", 1))],
      expected: [
        unchanged[0], unchanged[1], unchanged[3], "by Lloyd Austin, Lloyd Austin, -", "on Seoul, , Lloyd Austin",
      ], effective: [0, 1]),
    Case(
      name: "reject a mention where nothing is named", decisions: [.rejectMention(marked("safe"))],
      expected: unchanged, effective: []),
    Case(
      name: "a mention of another article",
      decisions: [
        .rejectMention(MarkedPlace(briefing: BriefingID("b"), place: place("Shin"), form: "Shin"))
      ], expected: unchanged, effective: []),
    Case(
      name: "a place where other words stand by now",
      decisions: [
        .rejectMention(MarkedPlace(briefing: briefing.id, place: place("Shin"), form: "Shim"))
      ], expected: unchanged, effective: []),
    Case(
      name: "add a mention of what is named", decisions: [.addMention(marked("Minister Shin"), of: shin)],
      expected: [unchanged[0], unchanged[1], "pe Shin: Shin@56 Minister Shin@72"] + unchanged[3...], effective: [0]),
    Case(
      name: "add a mention that was found already", decisions: [.addMention(marked("Shin"), of: shin)],
      expected: unchanged, effective: []),
    Case(
      name: "add a mention: what overlaps goes over",
      decisions: [.addMention(marked("Austin", 2), of: EntityName(.place, "Austin"))],
      expected: [
        "pe Lloyd Austin: Lloyd Austin@0 Austin@38", unchanged[1], unchanged[2], "pl Austin: Austin@98", unchanged[3],
        unchanged[4], "on Seoul, Shin, Austin",
      ], effective: [0]),
    Case(
      name: "later ones build on earlier ones",
      decisions: [
        .merge(shin, into: austin), .rename(austin, to: "Pentagon"),
        .retype(EntityName(.person, "Pentagon"), as: .organization),
        .reject(EntityName(.organization, "pentagon")),
      ], expected: [unchanged[1], unchanged[3], "by -, -, -", "on Seoul, , "], effective: [0, 1, 2, 3]),
    Case(
      name: "a name that an earlier one took away", decisions: [.rename(shin, to: "Min"), .rename(shin, to: "Max")],
      expected: [
        unchanged[0], unchanged[1], "pe Min: Shin@56 Shin@81", unchanged[3], "by Lloyd Austin, Lloyd Austin, Min",
        "on Seoul, Min, Lloyd Austin",
      ], effective: [0]),
    Case(
      name: "there and back", decisions: [.retype(shin, as: .place), .retype(EntityName(.place, "Shin"), as: .person)],
      expected: unchanged, effective: [0, 1]),
    Case(
      name: "an added mention of a new name, renamed",
      decisions: [
        .addMention(marked("Minister"), of: EntityName(.organization, "Ministry")),
        .rename(EntityName(.organization, "Ministry"), to: "Ministry of Defence"),
      ],
      expected: [
        unchanged[0], unchanged[1], unchanged[2], "or Ministry of Defence: Minister@72", unchanged[3], unchanged[4],
        unchanged[5],
      ], effective: [0, 1]),
  ]

  @Test("applied in their order", arguments: cases)
  func applies(_ row: Case) {
    let (decided, effective) = Self.book(row.decisions).applied(to: Self.findings, of: Self.briefing)
    #expect(Self.summary(decided).split(separator: "\n").map(String.init) == row.expected)
    #expect(effective == row.effective)
    #expect(decided.statements.map(\.content) == Self.findings.statements.map(\.content))
    if effective.isEmpty { #expect(decided == Self.findings) }
  }

  @Test("a speaker who is nowhere mentioned follows too")
  func speakerAlone() {
    var findings = Self.findings
    findings.entities.removeAll { $0.canonical == "Shin" }
    let (renamed, _) = Self.book([.rename(Self.shin, to: "Shin Won-sik")]).applied(to: findings, of: Self.briefing)
    #expect(renamed.statements.map(\.speakerEntity) == ["Lloyd Austin", "Lloyd Austin", "Shin Won-sik"])
    // Something else of that name is here: then it is meant.
    findings.entities.append(Entity(canonical: "Shin", type: .place, mentions: [Self.mention("Shin")]))
    #expect(Self.book([.rename(Self.shin, to: "X")]).applied(to: findings, of: Self.briefing).effective == [])
  }

  @Test("a type rejected leaves the other one its statements")
  func otherType() {
    var findings = Self.findings
    findings.entities.append(Entity(canonical: "Shin", type: .place, mentions: [Self.mention("Shin")]))
    let (decided, effective) = Self.book([.reject(EntityName(.place, "Shin"))]).applied(to: findings, of: Self.briefing)
    #expect(effective == [0])
    #expect(Self.summary(decided).split(separator: "\n").map(String.init) == Self.unchanged)
  }

  @Test("the English name of whom others become goes before theirs, and theirs before none")
  func english() {
    var findings = Self.findings
    findings.entities[2].english = "Shin Won-sik"
    func english(_ decision: Decision) -> [String?] {
      Self.book([decision]).applied(to: findings, of: Self.briefing).findings.entities.filter { $0.type == .person }
        .map(\.english)
    }
    #expect(english(.merge(Self.austin, into: Self.shin)) == ["Shin Won-sik"])
    #expect(english(.merge(Self.shin, into: Self.austin)) == ["Lloyd Austin"])
    #expect(english(.merge(Self.shin, into: EntityName(.person, "Minister"))) == ["Lloyd Austin", "Shin Won-sik"])
    findings.entities[2].english = nil
    #expect(english(.merge(Self.austin, into: Self.shin)) == ["Lloyd Austin"])
  }

  @Test("are told in words")
  func words() {
    let words = Decision.merge(Self.shin, into: Self.austin).description
    #expect(words == "merged “\u{2068}Shin\u{2069}” into “\u{2068}Lloyd Austin\u{2069}”")
  }
}
