import ArabicText
import Briefings
import Testing

@testable import Analysis

/// Statements of one speaker in two languages.
struct TranslationTests {
  @Test(
    "a name by its consonants is one in every script",
    arguments: [
      ("دميتري بيسكوف", "Dmitry Peskov"), ("أنطونيو غوتيريش", "António Guterres"),
      ("بنيامين نتنياهو", "Binyamin Netanyahu"),
      ("يائير لابيد", "יאיר לפיד"), ("رافائيل غروسي", "رافائل گروسی"), ("لافروف", "Sergei Lavrov"),
    ])
  func namesAreOne(_ first: String, _ second: String) {
    #expect(NameConsonants(folded(first)).isOne(with: NameConsonants(folded(second))))
  }

  @Test(
    "other names are not",
    arguments: [
      ("دميتري بيسكوف", "Dmitry Medvedev"), ("محمد بن سلمان", "Mohammed bin Zayed"), ("لابيد", "Bennett"),
      ("بوتين", "Biden"),
    ])
  func othersAreNot(_ first: String, _ second: String) {
    #expect(!NameConsonants(folded(first)).isOne(with: NameConsonants(folded(second))))
  }

  struct Row: CustomTestStringConvertible {
    let name: String
    var speakers = ("جون كيري", "John Kerry")
    let arabic: String
    let english: String
    var english2 = CueClass.say
    let relation: Relation?
    var testDescription: String { name }
  }

  static let rows = [
    Row(
      name: "the same again in other letters", arabic: "العقوبات على صادرات النفط ستبقى حتى توقيع الاتفاق",
      english: "sanctions on oil exports would remain until the agreement is signed", relation: .repeats),
    Row(
      name: "a number tells", arabic: "المصنع أنتج 340 طنا من القمح", english: "they received 340 tons of wheat",
      relation: .repeats),
    Row(
      name: "what is demanded is not what is told", arabic: "العقوبات على صادرات النفط ستبقى حتى توقيع الاتفاق",
      english: "sanctions on oil exports would remain until the agreement is signed", english2: .demand,
      relation: .sameTopic),
    Row(
      name: "one word of many is no topic", arabic: "النفط وحده لا يكفي لبناء مدارس جديدة في القرى البعيدة",
      english: "his brother sold oil paintings of old castles near the river", relation: .sameSpeaker),
    Row(
      name: "two speakers in two languages are not compared", speakers: ("جون كيري", "Ned Price"),
      arabic: "الصيف سيكون طويلا", english: "the meeting was cancelled", relation: nil),
  ]

  @Test("one speaker in two languages", arguments: rows)
  func relates(_ row: Row) {
    let first = record("a", "ar", row.speakers.0, row.arabic, .say)
    let second = record("b", "en", row.speakers.1, row.english, row.english2)
    let found = Relatedness.relations(
      of: first, to: [second], frequencies: [:], total: 1_000, topics: ShippedLexicon.topics)
    #expect(found.map(\.relation) == (row.relation.map { [$0] } ?? []))
  }

  @Test func reasonsNameWordsOfBothLanguages() {
    let first = record("a", "ar", "جون كيري", "العقوبات على صادرات النفط ستبقى", .say)
    let second = record("b", "en", "John Kerry", "sanctions on oil exports would remain", .say)
    let found = Relatedness.relations(
      of: first, to: [second], frequencies: [:], total: 1_000, topics: ShippedLexicon.topics)
    let pairs = found.flatMap(\.reasons).flatMap { reason in
      if case .sameMeaning(let pairs) = reason { pairs } else { [] as [RelationReason.WordPair] }
    }
    #expect(pairs.contains(RelationReason.WordPair("العقوبات", "sanctions")))
  }

  @Test func withoutTheTableOnlyNamesAndNumbersMeet() {
    let first = record("a", "ar", "جون كيري", "العقوبات على صادرات النفط ستبقى", .say)
    let second = record("b", "en", "John Kerry", "sanctions on oil exports would remain", .say)
    let found = Relatedness.relations(of: first, to: [second], frequencies: [:], total: 1_000)
    #expect(found.map(\.relation) == [.sameSpeaker])
  }

  private func record(
    _ id: String, _ language: String, _ speaker: String, _ content: String, _ cueClass: CueClass
  ) -> StatementRecord {
    let place = Place(.text, TextSpan(0..<content.utf8.count))
    let stems = tokens(in: content).filter { $0.kind == .word }.map { lightStem($0.folded) }
    return StatementRecord(
      id: StatementID(briefing: BriefingID(id), place: place),
      briefing: BriefingSummary(
        id: BriefingID(id), title: "", date: PublicationDate("2023-07-17"), source: "", language: language),
      statement: Statement(
        speaker: speaker, speakerEntity: speaker, cue: "", cueClass: cueClass, content: content, place: place,
        kind: .indirect, polarity: .affirm), signature: StatementSignature(stems: stems))
  }
}
