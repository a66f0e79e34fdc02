import Briefings
import Testing

@testable import Analysis

/// Statements in English, Persian, Urdu and Hebrew.
struct ForeignStatementTests {
  typealias Row = StatementTests.Row

  static let rows = [
    Row(
      name: "English: an office, a name and a day",
      text: "[Foreign Minister Sergei Lavrov|speaker] [said|cue] on Monday that [the talks would resume|content].",
      who: ["Sergei Lavrov"]),
    Row(
      name: "English: a day before the name",
      text: "On Monday [Sergei Lavrov|speaker] [said|cue] that [the talks would resume|content].",
      who: ["Sergei Lavrov"]),
    Row(
      name: "English: a quotation, and a pronoun",
      text: """
        [John Kerry|speaker] [said|cue] that [the deal was close|content]. "[We will not sign it today|content]," he [told|cue] reporters.
        """,
      who: ["John Kerry", "John Kerry"]),
    Row(
      name: "English: the verb behind its quotation",
      text: "\"[We will never sign such a deal|content],\" [said|cue] [John Kerry|speaker].", who: ["John Kerry"]),
    Row(
      name: "English: somebody without a name",
      text: "[A spokesman for the ministry|speaker] [condemned|cue] [the attack on the convoy|content].", who: [nil]),
    Row(
      name: "English: attribution",
      text: "[According to|cue] [Reuters|speaker], [the talks will resume on Friday|content].", who: ["Reuters"]),
    Row(name: "English: what was not said", text: "John Kerry never said that the deal was close."),
    Row(
      name: "Persian: an apposition, and a pronoun",
      text: """
        [محمد جواد ظریف|speaker]، وزیر خارجه ایران، در وین [گفت|cue] که [مذاکرات ادامه دارد|content]. او [افزود|cue] که \
        [تحریم‌ها باید لغو شود|content].
        """,
      who: ["محمد جواد ظریف", "محمد جواد ظریف"]),
    Row(
      name: "a Persian paragraph in an Arabic text, and Arabic again",
      text: """
        نشر الموقع نصا بالفارسية.
        [سخنگوی وزارت خارجه|speaker] [گفت|cue] که [مذاکرات ادامه دارد|content].
        و[أكد|cue] [جون كيري|speaker] أن [الاتفاق قريب|content].
        """),
    Row(
      name: "Hebrew and English paragraphs in an Arabic text",
      text: """
        و[أكد|cue] [جون كيري|speaker] أن [الاتفاق قريب|content].
        [בנימין נתניהו|speaker] [אמר|cue] כי [ההסכם היסטורי|content].
        [Sergei Lavrov|speaker] [said|cue] that [the talks would resume|content].
        """, who: ["جون كيري", "בנימין נתניהו", "Sergei Lavrov"]),
    Row(
      name: "Persian: a spokesman",
      text: "[سخنگوی وزارت خارجه|speaker] [اعلام کرد|cue] که [این سفر انجام می‌شود|content]."),
    Row(
      name: "Urdu: نے کہا",
      text: "[ترک صدر رجب طیب اردوان|speaker] نے [کہا|cue] کہ [معاہدہ جاری رہے گا|content]۔"),
    Row(
      name: "Urdu: whose spokesman it is",
      text: "[بھارت کی وزارت خارجہ کے ترجمان|speaker] نے [کہا|cue] کہ [نئی دہلی تیار ہے|content]۔"),
    Row(
      name: "English: a body with its article",
      text: "[The Kenyan Electoral Commission|speaker] [said|cue] that [the vote was fair|content].",
      who: ["Kenyan Electoral Commission"]),
    Row(
      name: "Hebrew: office and name, then a pronoun",
      text: """
        [ראש הממשלה בנימין נתניהו|speaker] [אמר|cue] כי [ההסכם היסטורי|content]. הוא [הוסיף|cue] כי [הצבא ערוך לכל תרחיש|content].
        """,
      who: ["בנימין נתניהו", "בנימין נתניהו"]),
    Row(
      name: "Hebrew: a quotation before its verb",
      text: "\"[לא נסכים לכך לעולם|content]\", [אמר|cue] [בנימין נתניהו|speaker].", who: ["בנימין נתניהו"]),
  ]

  @Test("statements of other languages", arguments: rows)
  func findsStatements(_ row: Row) { StatementTests.check(row) }
}
