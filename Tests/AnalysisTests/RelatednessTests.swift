import Briefings
import Testing

@testable import Analysis

struct RelatednessTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let name: String
    let first: String
    let second: String
    let relation: Relation?
    let reason: String
    var testDescription: String { name }
  }

  static let rows = [
    Row(
      name: "the same again", first: "قال سيرغي لافروف إن اتفاق الحبوب لن يمدد قبل رفع القيود عن الصادرات الزراعية.",
      second: "وأعلن سيرغي لافروف أن اتفاق الحبوب لن يمدد قبل رفع القيود عن الصادرات الزراعية الروسية.",
      relation: .repeats,
      reason: "of the weight of the words is the same"),
    Row(
      name: "a denial", first: "أعلنت أوكرانيا أن روسيا قصفت ميناء أوديسا بصواريخ بعيدة المدى.",
      second: "ونفت روسيا قصف ميناء أوديسا بصواريخ بعيدة المدى.", relation: .denies,
      reason: "denies what this one says"),
    Row(
      name: "another number", first: "قال سيرغي لافروف إن خسائر ميناء أوديسا بلغت 40 سفينة تجارية.",
      second: "وقال سيرغي لافروف إن خسائر ميناء أوديسا بلغت 55 سفينة تجارية.", relation: .changes,
      reason: "other numbers: 40 سفينة here, 55 سفينة there"),
    Row(
      name: "a negation", first: "قال سيرغي لافروف إن روسيا ستمدد اتفاق الحبوب في الصيف.",
      second: "وقال سيرغي لافروف إن روسيا لن تمدد اتفاق الحبوب في الصيف.", relation: .changes,
      reason: "negated there and not here"),
    Row(
      name: "the same topic", first: "قال سيرغي لافروف إن تصدير الحبوب عبر ميناء أوديسا مهم لأسواق أفريقيا.",
      second: "وأكدت وزارة الزراعة المصرية أن الحبوب تصل من ميناء أوديسا إلى المطاحن الحكومية في موعدها المتفق عليه.",
      relation: .sameTopic,
      reason: "shares the words"),
    Row(
      name: "only the same speaker", first: "قال سيرغي لافروف إن القمة ستعقد الشهر المقبل.",
      second: "وقال سيرغي لافروف إن الصادرات الزراعية تضاعفت كثيرا.", relation: .sameSpeaker,
      reason: "same speaker: سيرغي لافروف"),
    Row(
      name: "nothing in common", first: "قال سيرغي لافروف إن القمة ستعقد الشهر المقبل.",
      second: "وقال جون كيري إن الصادرات الزراعية تضاعفت كثيرا.", relation: nil, reason: ""),
  ]

  @Test("how two statements stand to each other, and why", arguments: rows)
  func relates(_ row: Row) throws {
    let first = try #require(record(row.first, id: "a", day: "2023-07-17"))
    let second = try #require(record(row.second, id: "b", day: "2023-07-19"))
    let found = Relatedness.relations(of: first, to: [first, second], frequencies: ["قال": 900], total: 1_000)
    #expect(found.map(\.relation) == (row.relation.map { [$0] } ?? []))
    for link in found {
      #expect(link.record.id == second.id)
      #expect(link.reasons.contains { $0.contains(row.reason) }, "\(link.reasons)")
      #expect(0...1 ~= link.score)
    }
  }

  @Test func nearestInTimeComesFirst() throws {
    let text = "قال سيرغي لافروف إن القمة ستعقد الشهر المقبل."
    let asked = try #require(record(text, id: "a", day: "2023-07-17"))
    let far = try #require(record(text, id: "b", day: "2023-01-01"))
    let near = try #require(record(text, id: "c", day: "2023-07-10"))
    let found = Relatedness.relations(of: asked, to: [far, near], frequencies: [:], total: 10)
    #expect(found.map(\.record.id) == [near.id, far.id])
  }

  @Test func answerNamesTheOtherSpeaker() throws {
    let first = try #require(
      record("قال سيرغي لافروف إن الغرب يعرقل تصدير الأسمدة عبر ميناء أوديسا.", id: "a", day: "2023-07-17"))
    let second = try #require(
      record(
        "ورد جون كيري بأن كلام سيرغي لافروف عن عرقلة تصدير الأسمدة عبر ميناء أوديسا خاطئ.", id: "b", day: "2023-07-18"))
    let found = Relatedness.relations(of: first, to: [second], frequencies: [:], total: 1_000)
    #expect(found.map(\.relation) == [.answers])
    #expect(found.first?.reasons.first?.contains("سيرغي لافروف") == true)
  }

  private func record(_ text: String, id: String, day: String) -> StatementRecord? {
    let briefing = Briefing(id: BriefingID(id), title: "", text: text, date: PublicationDate(day))
    let found = ShippedLexicon.analyzer.findings(of: briefing)
    guard let statement = found.statements.first, let signature = found.signatures.first else { return nil }
    let summary = BriefingSummary(
      id: briefing.id, title: "", date: briefing.date, source: "", language: "ar")
    return StatementRecord(
      id: StatementID(briefing: briefing.id, place: statement.place), briefing: summary, statement: statement,
      signature: signature)
  }
}
