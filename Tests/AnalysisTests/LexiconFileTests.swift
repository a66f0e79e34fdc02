import Testing

@testable import Analysis

struct LexiconFileTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let name: String
    let file: String
    let contents: String
    let says: [String]
    var testDescription: String { name }
  }

  static let header = "form\tlanguage\tkind\tgender\n"

  static let broken = [
    Row(
      name: "too few columns", file: "titles.tsv", contents: header + "الوزير\tar\n",
      says: ["titles.tsv:2: found 2 columns, expected 4 (separate them with one tab)"]),
    Row(
      name: "a kind nobody knows", file: "titles.tsv", contents: header + "# note\n\nالوزير\tar\trank\tm\n",
      says: ["titles.tsv:4: found 'rank' in column 'kind'; expected one of: title, role, honorific"]),
    Row(
      name: "an empty first column", file: "titles.tsv", contents: header + "\tar\trole\tm\n",
      says: ["titles.tsv:2: found nothing in column 'form'; expected a value"]),
    Row(
      name: "a form without letters", file: "titles.tsv", contents: header + "—\tar\trole\tm\n",
      says: ["titles.tsv:2: found '—' in column 'form'; expected a name with letters or digits"]),
    Row(
      name: "another header", file: "titles.tsv", contents: "form\tkind\n",
      says: ["titles.tsv:1: found the columns form, kind; expected the first line to name form, language, kind, gender"]
    ),
    Row(name: "an empty file", file: "titles.tsv", contents: "", says: ["titles.tsv:1: "]),
    Row(
      name: "a file of another name", file: "my/ranks.tsv", contents: header, says: ["my/ranks.tsv:1: ", "titles.tsv"]),
    Row(name: "nothing wrong", file: "titles.tsv", contents: header + "الوزير\tar\trole\tm\r\n", says: []),
    Row(
      name: "columns in another order", file: "titles.tsv",
      contents: "kind\tform\tgender\tlanguage\nrole\tالوزير\tm\tar\n",
      says: []),
  ]

  @Test("errors name file, line, what was found and what was expected", arguments: broken)
  func reportsErrors(_ row: Row) {
    let lexicon = Lexicon(files: [(name: row.file, contents: row.contents)])
    let messages = lexicon.problems.map(\.description)
    if row.says.isEmpty { #expect(messages == []) } else { #expect(messages.count == 1) }
    for part in row.says { #expect(messages.first?.contains(part) == true, "\(messages)") }
  }

  @Test func badBytesLoseOneRow() {
    let bytes = Array(Self.header.utf8) + [0xFF, 0x09] + Array("ar\trole\tm\nالوزير\tar\trole\tm\n".utf8)
    let lexicon = Lexicon(files: [(name: "titles.tsv", contents: bytes)])
    #expect(lexicon.problems == [LexiconError(file: "titles.tsv", line: 2, problem: .notUTF8)])
    #expect(lexicon.formCount == 1)
  }

  @Test func shippedLexiconHasNoProblems() {
    let lexicon = Lexicon(files: ShippedLexicon.files)
    #expect(lexicon.problems == [])
    #expect(lexicon.formCount > 20_000)
  }

  @Test func userRowExtendsAnEntry() {
    let columns = "en\tar\tfa\the\tkind\tcountry\n"
    let lexicon = Lexicon(files: [
      (name: "places.tsv", contents: columns + "Kyiv\tكييف\t\t\tcapital\tUA\n"),
      (name: "user/places.tsv", contents: columns + "Kyiv\tكيف الأوكرانية\t\t\tcapital\tUA\n"),
    ])
    let text = MarkedBriefing("زار الوفد كييف ثم عاد من كيف الأوكرانية").briefing()
    let found = Analyzer(lexicon: lexicon).findings(of: text)
    #expect(found.entities.map(\.forms) == [["كييف", "كيف الأوكرانية"]])
    #expect(found.entities.first?.english == "Kyiv")
  }
}
