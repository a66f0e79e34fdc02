import Search
import Testing

@Suite("Did you mean")
struct SpellingAdviceTests {
  private let archive = [
    "ايران": 900, "واشنطن": 500, "العراق": 400, "مفاوضات": 300, "مظاهرات": 80, "زلزال": 40, "غزه": 900, "هدنه": 300,
    "nato": 50,
    "missile": 30, "ירושלים": 60, "تهران": 70, "نووي": 90,
  ]

  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    let query: String
    let better: String?
    var testDescription: String { name }
  }

  static let cases = [
    Case(name: "a letter that sounds alike", query: "مضاهرات", better: "مظاهرات"),
    Case(name: "a missing letter", query: "واشطن", better: "واشنطن"),
    Case(name: "a letter too many", query: "زلززال", better: "زلزال"),
    Case(name: "two letters swapped", query: "العارق", better: "العراق"),
    Case(name: "the neighbour on the keyboard", query: "مفاوصات", better: "مفاوضات"),
    Case(
      name: "the rest of the query stays", query: "غزة -رفح (واشطن OR هدنة) source:رويتر",
      better: "غزة -رفح (واشنطن OR هدنة) source:رويتر"),
    Case(name: "what is quoted is meant", query: "\"واشطن\"", better: nil),
    Case(name: "known words are right", query: "غزة هدنة", better: nil),
    Case(name: "nothing near", query: "قسطنطينية", better: nil),
    Case(name: "two letters are too few", query: "غز", better: nil),
    Case(name: "Latin", query: "misile", better: "missile"),
    Case(name: "Hebrew", query: "ירושלם", better: "ירושלים"),
    Case(name: "Arabic typed in Latin", query: "hdvhk k,,d", better: "ايران نووي"),
    Case(name: "Persian typed in Latin", query: "jivhk", better: "تهران"),
    Case(name: "Hebrew typed in Latin", query: "hruakho", better: "ירושלים"),
    Case(name: "Latin typed in Arabic", query: "ىشفخ", better: "nato"),
    Case(name: "nothing typed", query: "", better: nil),
  ]

  @Test("what is advised", arguments: cases)
  func advises(_ row: Case) throws {
    let archive = archive
    let advice = SpellingAdvice { words in archive.filter { words.contains($0.key) } }
    #expect(try advice.better(than: row.query) == row.better)
  }

  @Test("the commoner of two comes first, but a likely slip outweighs")
  func order() throws {
    let even = SpellingAdvice { _ in ["قلم": 4, "فلم": 400] }
    #expect(try even.better(than: "ثلم") == "فلم" || even.better(than: "ثلم") == "قلم")
    let common = SpellingAdvice { words in ["كلام": 900, "كلاب": 10].filter { words.contains($0.key) } }
    #expect(try common.better(than: "كلاط") == "كلام")
  }

  @Test("keyboard layouts there and back")
  func layouts() {
    #expect(KeyboardLayouts.retyped("fhsf").contains("باسب"))
    #expect(KeyboardLayouts.retyped("لاشبشثم").contains("bafaelm") == false)
    #expect(KeyboardLayouts.retyped("gfkhk").first == "لبنان")
    #expect(KeyboardLayouts.retyped("bغزة") == [], "two scripts are no slip of the layout")
    #expect(KeyboardLayouts.retyped("2023 -") == [])
  }
}
