import Briefings
import Testing

@testable import Reader

/// Why a statement is related to another, in the words of both languages.
struct RelationWordingTests {
  struct Row: CustomTestStringConvertible {
    let reason: RelationReason
    let english: String
    let arabic: String
    var testDescription: String { english }
  }

  static let rows = [
    Row(
      reason: .sharedWords(["هدنة", "ميناء"]), english: "shares the words هدنة, ميناء",
      arabic: "كلمات مشتركة: هدنة، ميناء"),
    Row(
      reason: .sameMeaning([.init("عقوبات", "sanctions")]), english: "in other words: عقوبات = sanctions",
      arabic: "بألفاظ أخرى: عقوبات = sanctions"),
    Row(
      reason: .otherNumbers(.init("40 سفينة", "55 سفينة")), english: "other numbers: 40 سفينة here, 55 سفينة there",
      arabic: "أرقام مختلفة: 40 سفينة هنا، و55 سفينة هناك"),
    Row(
      reason: .negated(.related, word: "يمنع"), english: "negated there and not here: يمنع",
      arabic: "مثبت هنا ومنفي هناك: يمنع"),
    Row(
      reason: .denies(.asked, cue: "نفى"), english: "this one denies what the other says (نفى)",
      arabic: "هذا التصريح ينفي ما جاء في ذاك (نفى)"),
    Row(
      reason: .denies(.related, cue: ""), english: "denies what this one says", arabic: "ينفي ما جاء في هذا التصريح"),
    Row(reason: .daysLater(0), english: "on the same day", arabic: "في اليوم نفسه"),
    Row(reason: .daysLater(1), english: "1 day later", arabic: "بعده بيوم"),
    Row(reason: .daysLater(-2), english: "2 days earlier", arabic: "قبله بيومين"),
    Row(reason: .daysLater(3), english: "3 days later", arabic: "بعده بـ3 أيام"),
    Row(reason: .daysLater(11), english: "11 days later", arabic: "بعده بـ11 يومًا"),
    Row(reason: .daysLater(-100), english: "100 days earlier", arabic: "قبله بـ100 يوم"),
  ]

  @Test("a reason in English and in Arabic", arguments: rows)
  func saysWhy(_ row: Row) {
    #expect(RelationWording(.english, isolates: false).words(row.reason) == row.english)
    #expect(RelationWording(.arabic, isolates: false).words(row.reason) == row.arabic)
  }

  @Test func wordsOfStatementsAreHeldTogetherOnTheScreen() {
    let reasons: [RelationReason] = [.sharedNames(["القاهرة"]), .sameHeadlines]
    #expect(
      RelationWording(.english, isolates: true).line(reasons)
        == "both name \u{2068}القاهرة\u{2069}; the headlines are about the same")
    #expect(
      RelationWording(.arabic, isolates: true).line(reasons)
        == "كلاهما يذكر: \u{2068}القاهرة\u{2069}؛ العنوانان في موضوع واحد")
  }
}
