import DevTables
import Testing

@testable import UnicodeText

struct PresentationFormTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let name: String
    let letter: Unicode.Scalar
    /// Isolated, final, initial, medial.
    let forms: [UInt32]
    var mark: Unicode.Scalar?
    var testDescription: String { name }
  }

  static let rows = [
    Row(name: "beh", letter: "\u{628}", forms: [0xFE8F, 0xFE90, 0xFE91, 0xFE92]),
    Row(name: "alef has two", letter: "\u{627}", forms: [0xFE8D, 0xFE8E, 0x627, 0x627]),
    Row(name: "hamza stays", letter: "\u{621}", forms: [0x621, 0x621, 0x621, 0x621]),
    Row(name: "alef maksura takes forms of two blocks", letter: "\u{649}", forms: [0xFEEF, 0xFEF0, 0xFBE8, 0xFBE9]),
    Row(name: "Persian yeh", letter: "\u{6CC}", forms: [0xFBFC, 0xFBFD, 0xFBFE, 0xFBFF]),
    Row(name: "noon ghunna has two", letter: "\u{6BA}", forms: [0xFB9E, 0xFB9F, 0x6BA, 0x6BA]),
    Row(name: "ae looks like heh at a word's end", letter: "\u{6D5}", forms: [0xFEE9, 0xFEEA, 0xFEEB, 0xFEEC]),
    Row(name: "teh marbuta goal", letter: "\u{6C3}", forms: [0xFE93, 0xFE94, 0x6C3, 0x6C3]),
    Row(name: "heh goal with hamza", letter: "\u{6C2}", forms: [0xFBA6, 0xFBA7, 0xFBA8, 0xFBA9], mark: "\u{654}"),
    Row(name: "yeh with small v", letter: "\u{6CE}", forms: [0xFBFC, 0xFBFD, 0xFBFE, 0xFBFF], mark: "\u{65A}"),
    Row(name: "lam with small v", letter: "\u{6B5}", forms: [0xFEDD, 0xFEDE, 0xFEDF, 0xFEE0], mark: "\u{65A}"),
    Row(name: "a letter without forms", letter: "\u{681}", forms: [0x681, 0x681, 0x681, 0x681]),
    Row(name: "Latin", letter: "a", forms: [0x61, 0x61, 0x61, 0x61]),
  ]

  @Test("forms of a letter", arguments: rows)
  func forms(_ row: Row) {
    let found = JoiningForm.allCases.map { PresentationForm(of: row.letter, $0) }
    #expect(found.map(\.scalar.value) == row.forms)
    for form in found where form.scalar != row.letter { #expect(form.mark == row.mark) }
  }

  @Test("lam with alef")
  func lamAlef() {
    let alefs: [Unicode.Scalar] = ["\u{622}", "\u{623}", "\u{625}", "\u{627}"]
    #expect(alefs.map { PresentationForm.lamAlef($0, isFinal: false)?.value } == [0xFEF5, 0xFEF7, 0xFEF9, 0xFEFB])
    #expect(alefs.map { PresentationForm.lamAlef($0, isFinal: true)?.value } == [0xFEF6, 0xFEF8, 0xFEFA, 0xFEFC])
    #expect(PresentationForm.lamAlef("\u{671}", isFinal: false) == nil)
  }

  /// The letters of the languages of the archive must all have their forms.
  @Test("Arabic, Persian and Urdu letters have a form wherever they join")
  func coverage() {
    let letters =
      "\u{622}\u{623}\u{624}\u{625}\u{626}\u{627}\u{628}\u{629}\u{62A}\u{62B}\u{62C}\u{62D}\u{62E}\u{62F}"
      + "\u{630}\u{631}\u{632}\u{633}\u{634}\u{635}\u{636}\u{637}\u{638}\u{639}\u{63A}\u{641}\u{642}\u{643}\u{644}\u{645}"
      + "\u{646}\u{647}\u{648}\u{649}\u{64A}\u{671}\u{679}\u{67E}\u{686}\u{688}\u{691}\u{698}\u{6A9}\u{6AF}\u{6BE}\u{6C0}"
      + "\u{6C1}\u{6C2}\u{6C3}\u{6CC}\u{6D2}\u{6D3}"
    for letter in letters.unicodeScalars {
      let forms: [JoiningForm] = JoiningType(letter) == .dual ? JoiningForm.allCases : [.isolated, .final]
      for form in forms { #expect(PresentationForm(of: letter, form).scalar != letter, "\(letter.value) \(form)") }
    }
  }

  @Test("mirror images")
  func mirrors() {
    #expect(mirrorImage(of: "(") == ")")
    #expect(mirrorImage(of: "\u{AB}") == "\u{BB}")
    #expect(mirrorImage(of: "\u{3008}") == "\u{3009}")
    #expect(mirrorImage(of: "a") == nil)
    #expect(mirrorImage(of: "\u{2211}") == nil)
  }
}
