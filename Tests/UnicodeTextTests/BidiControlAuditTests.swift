import Testing
import UnicodeText

/// Which texts are said to mislead.
struct BidiControlAuditTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let name: String
    let text: String
    let problems: [BidiControlAudit.Problem]
    let misleads: Bool
    var testDescription: String { name }
  }

  static let rows = [
    Row(name: "plain text", text: "a \u{5D0}", problems: [], misleads: false),
    Row(name: "marks are no codes", text: "a\u{200F}\u{200E}b", problems: [], misleads: false),
    Row(name: "a closed isolate", text: "\u{5D0} \u{2066}a (b)\u{2069} \u{5D1}", problems: [], misleads: false),
    Row(name: "isolates side by side", text: "\u{2067}a\u{2069}\u{2066}b\u{2069}", problems: [], misleads: false),
    Row(name: "an override turns letters round", text: "a\u{202E}bcd\u{202C}e", problems: [.override], misleads: true),
    Row(name: "an override over one letter", text: "a\u{202E}b\u{202C}c", problems: [.override], misleads: false),
    Row(name: "an open override", text: "a\u{202E}bcd", problems: [.override, .unclosed], misleads: true),
    Row(name: "an end of nothing", text: "ab\u{202C}\u{2069}", problems: [.unopened, .unopened], misleads: false),
    Row(
      name: "a comment that is code", text: "/*\u{202E} } \u{2066}if (isAdmin)\u{2069} \u{2066} begin admins only */",
      problems: [.override, .unclosed, .nested, .nested, .unclosed], misleads: true),
    Row(
      name: "an isolate ends what is open in it", text: "\u{2067}\u{202A}a\u{2069}b", problems: [.nested, .unclosed],
      misleads: false),
  ]

  @Test("texts", arguments: rows)
  func audits(_ row: Row) {
    var text = row.text
    let audit = text.withUTF8 { BidiControlAudit($0) }
    #expect(audit.findings.map(\.problem) == row.problems)
    #expect(audit.misleads == row.misleads)
    #expect(zip(audit.findings, audit.findings.dropFirst()).allSatisfy { $0.offset <= $1.offset })
  }
}
