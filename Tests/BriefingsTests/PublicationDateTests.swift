import Briefings
import Testing

@Suite("publication dates")
struct PublicationDateTests {
  struct Case: Sendable {
    let name: String
    let text: String
    let seconds: Int64?
    var normal: String?
  }

  static let cases = [
    Case(name: "epoch", text: "1970-01-01", seconds: 0),
    Case(name: "a day", text: "2023-11-13", seconds: 1_699_833_600),
    Case(name: "UTC", text: "2023-11-13T08:00:00Z", seconds: 1_699_862_400),
    Case(name: "without seconds", text: "2023-11-13T08:00", seconds: 1_699_862_400),
    Case(
      name: "blank for T", text: "2023-11-13 08:00:00", seconds: 1_699_862_400, normal: "2023-11-13T08:00:00"),
    Case(name: "offset east", text: "2023-11-13T11:00:00+03:00", seconds: 1_699_862_400),
    Case(name: "offset west without colon", text: "2023-11-13T03:00:00-0500", seconds: 1_699_862_400),
    Case(name: "fraction", text: "2023-11-13T08:00:00.123Z", seconds: 1_699_862_400),
    Case(name: "leap day", text: "2024-02-29", seconds: 1_709_164_800),
    Case(name: "before the epoch", text: "1969-12-31", seconds: -86_400),
    Case(name: "no leap day", text: "2023-02-29", seconds: nil),
    Case(name: "month 13", text: "2023-13-01", seconds: nil),
    Case(name: "hour 24", text: "2023-11-13T24:00", seconds: nil),
    Case(name: "words", text: "yesterday", seconds: nil),
    Case(name: "something behind", text: "2023-11-13T08:00Zx", seconds: nil),
    Case(name: "empty", text: "", seconds: nil),
  ]

  @Test("ISO 8601", arguments: cases)
  func reads(_ row: Case) {
    let date = PublicationDate(row.text)
    #expect(date?.seconds == row.seconds)
    if row.seconds != nil { #expect(date?.text == row.normal ?? row.text) }
  }

  @Test("a statement's id names its briefing")
  func statementIDs() {
    let id = StatementID(briefing: BriefingID("a#b"), place: Place(.text, TextSpan(3..<5)))
    #expect(id.text == "a#b#text:3")
    #expect(id.briefing == BriefingID("a#b"))
    #expect(StatementID("nonsense").briefing == nil)
  }
}
