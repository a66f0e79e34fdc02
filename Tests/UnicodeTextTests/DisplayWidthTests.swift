import Testing
import UnicodeText

struct DisplayWidthTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let name: String
    let cluster: String
    let width: Int
    var testDescription: String { name }
  }

  static let rows = [
    Row(name: "Latin", cluster: "a", width: 1),
    Row(name: "Latin with a mark", cluster: "e\u{301}", width: 1),
    Row(name: "Arabic with two marks", cluster: "\u{628}\u{651}\u{64E}", width: 1),
    Row(name: "Han", cluster: "\u{4E2D}", width: 2),
    Row(name: "full width letter", cluster: "\u{FF21}", width: 2),
    Row(name: "half width katakana", cluster: "\u{FF76}", width: 1),
    Row(name: "Hangul syllable", cluster: "\u{D55C}", width: 2),
    Row(name: "Hangul in letters", cluster: "\u{1112}\u{1161}\u{11AB}", width: 2),
    Row(name: "emoji", cluster: "\u{1F600}", width: 2),
    Row(name: "heart as text", cluster: "\u{2764}", width: 1),
    Row(name: "heart as emoji", cluster: "\u{2764}\u{FE0F}", width: 2),
    Row(name: "heart on fire", cluster: "\u{2764}\u{FE0F}\u{200D}\u{1F525}", width: 2),
    Row(name: "thumb with a skin colour", cluster: "\u{1F44D}\u{1F3FD}", width: 2),
    Row(name: "pointing hand with a skin colour", cluster: "\u{261D}\u{1F3FD}", width: 2),
    Row(name: "skin colour alone", cluster: "\u{1F3FD}", width: 2),
    Row(name: "family", cluster: "\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}", width: 2),
    Row(name: "flag", cluster: "\u{1F1F8}\u{1F1E6}", width: 2),
    Row(name: "half a flag", cluster: "\u{1F1F8}", width: 1),
    Row(name: "flag of tags", cluster: "\u{1F3F4}\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}", width: 2),
    Row(name: "keycap", cluster: "1\u{FE0F}\u{20E3}", width: 2),
    Row(name: "zero width joiner", cluster: "\u{200D}", width: 0),
    Row(name: "zero width non-joiner", cluster: "\u{200C}", width: 0),
    Row(name: "right-to-left mark", cluster: "\u{200F}", width: 0),
    Row(name: "isolate", cluster: "\u{2067}", width: 0),
    Row(name: "soft hyphen", cluster: "\u{AD}", width: 0),
    Row(name: "sign of a year", cluster: "\u{601}", width: 0),
    Row(name: "ambiguous width counts as one", cluster: "\u{2026}", width: 1),
    Row(name: "ideographic space", cluster: "\u{3000}", width: 2),
  ]

  @Test("columns of a cluster", arguments: rows)
  func columns(_ row: Row) { #expect(displayWidth(row.cluster.unicodeScalars) == row.width) }
}
