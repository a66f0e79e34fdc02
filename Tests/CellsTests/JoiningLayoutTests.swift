import Cells
import Testing

/// Letters, marks and lam-alef: which code points reach the cells. All expectations are in visual order.
struct JoiningLayoutTests {
  static let forms = [
    LayoutCase(name: "one letter stands alone", text: "\u{628}", lines: ["\u{FE8F}"]),
    LayoutCase(name: "three letters join", text: "\u{628}\u{628}\u{628}", lines: ["\u{FE90}\u{FE92}\u{FE91}"]),
    LayoutCase(
      name: "alef joins only what stands before it", text: "\u{628}\u{627}\u{628}", lines: ["\u{FE8F}\u{FE8E}\u{FE91}"]),
    LayoutCase(name: "hamza joins nothing", text: "\u{628}\u{621}\u{628}", lines: ["\u{FE8F}\u{621}\u{FE8F}"]),
    LayoutCase(name: "a blank parts", text: "\u{628} \u{628}", lines: ["\u{FE8F} \u{FE8F}"]),
    LayoutCase(
      name: "a zero width non-joiner parts and takes no cell", text: "\u{628}\u{200C}\u{628}",
      lines: ["\u{FE8F}\u{FE8F}"]),
    LayoutCase(name: "a zero width joiner joins and takes no cell", text: "\u{647}\u{200D}", lines: ["\u{FEEB}"]),
    LayoutCase(
      name: "tatweel joins on both sides", text: "\u{628}\u{640}\u{628}", lines: ["\u{FE90}\u{640}\u{FE91}"]),
    LayoutCase(
      name: "marks are looked through", text: "\u{628}\u{64E}\u{628}\u{651}\u{650}\u{628}",
      lines: ["\u{FE90}\u{FE92}\u{651}\u{650}\u{FE91}\u{64E}"]),
    LayoutCase(name: "latin ends a group", text: "\u{628}a", lines: ["a\u{FE8F}"]),
    LayoutCase(
      name: "letters of different levels do not join", text: "\u{628}\u{202D}\u{628}\u{202C}\u{628}",
      options: layoutOptions { $0.base = .rightToLeft }, lines: ["\u{FE8F}\u{FE8F}\u{FE8F}"]),
    LayoutCase(
      name: "Persian letters", text: "\u{67E}\u{686}\u{698}\u{6AF}\u{6CC}",
      lines: ["\u{FBFD}\u{FB94}\u{FB8B}\u{FB7D}\u{FB58}"]),
    LayoutCase(
      name: "alef maksura inside a word", text: "\u{628}\u{649}\u{628}", lines: ["\u{FE90}\u{FBE9}\u{FE91}"]),
    LayoutCase(
      name: "Urdu heh goal with hamza: the form of heh goal and the mark", text: "\u{6C2}", lines: ["\u{FBA6}\u{654}"]),
    LayoutCase(
      name: "Sorani: lam and yeh with small v, ae", text: "\u{6B5}\u{6CE}\u{6D5}",
      lines: ["\u{FEEA}\u{FBFF}\u{65A}\u{FEDF}\u{65A}"]),
    LayoutCase(
      name: "a letter without forms stays itself, its neighbours join", text: "\u{628}\u{681}\u{628}",
      lines: ["\u{FE90}\u{681}\u{FE91}"]),
    LayoutCase(
      name: "noon ghunna has no initial form", text: "\u{6BA}\u{628}", lines: ["\u{FE90}\u{6BA}"]),
  ]

  @Test("joining", arguments: forms)
  func joins(_ row: LayoutCase) { row.check() }

  static let lamAlefs = [
    LayoutCase(name: "alone", text: "\u{644}\u{627}", lines: ["\u{FEFB}"]),
    LayoutCase(name: "joined to what stands before", text: "\u{628}\u{644}\u{627}", lines: ["\u{FEFC}\u{FE91}"]),
    LayoutCase(
      name: "with madda, hamza above, hamza below", text: "\u{644}\u{622}\u{644}\u{623}\u{644}\u{625}",
      lines: ["\u{FEF9}\u{FEF7}\u{FEF5}"]),
    LayoutCase(
      name: "marks of both letters stay", text: "\u{644}\u{64E}\u{627}\u{64B}", lines: ["\u{FEFB}\u{64E}\u{64B}"]),
    LayoutCase(
      name: "alef wasla has no common form with lam", text: "\u{644}\u{671}", lines: ["\u{FB51}\u{FEDF}"]),
    LayoutCase(name: "tatweel keeps them apart", text: "\u{644}\u{640}\u{627}", lines: ["\u{FE8E}\u{640}\u{FEDF}"]),
    LayoutCase(name: "a non-joiner keeps them apart", text: "\u{644}\u{200C}\u{627}", lines: ["\u{FE8D}\u{FEDD}"]),
    LayoutCase(
      name: "two cells on request", text: "\u{628}\u{644}\u{627}", options: layoutOptions { $0.lamAlef = .twoCells },
      lines: ["\u{FE8E}\u{FEE0}\u{FE91}"]),
    LayoutCase(
      name: "the word of four", text: "\u{627}\u{644}\u{644}\u{647}", lines: ["\u{FEEA}\u{FEE0}\u{FEDF}\u{FE8D}"]),
  ]

  @Test("lam with alef", arguments: lamAlefs)
  func joinsLamAlef(_ row: LayoutCase) { row.check() }

  static let marks = [
    LayoutCase(
      name: "four marks at most", text: "\u{628}\u{64B}\u{64C}\u{64D}\u{64E}\u{64F}",
      lines: ["\u{FE8F}\u{64B}\u{64C}\u{64D}\u{64E}"]),
    LayoutCase(
      name: "stripped on request", text: "\u{628}\u{64E}\u{644}\u{64E}\u{627}",
      options: layoutOptions { $0.marks = .strip },
      lines: ["\u{FEFC}\u{FE91}"]),
    LayoutCase(
      name: "Latin marks are not stripped", text: "e\u{301}", options: layoutOptions { $0.marks = .strip },
      lines: ["e\u{301}"]),
    LayoutCase(name: "Hebrew points stay", text: "\u{5E9}\u{5C1}\u{5B8}", lines: ["\u{5E9}\u{5C1}\u{5B8}"]),
    LayoutCase(name: "a mark without a letter stands on a circle", text: "\u{64E}a", lines: ["\u{25CC}\u{64E}a"]),
    LayoutCase(
      name: "a mark behind a control stands on a circle", text: "\u{1B}\u{301}", lines: ["\u{241B}\u{25CC}\u{301}"]),
  ]

  @Test("marks", arguments: marks)
  func keepsMarks(_ row: LayoutCase) { row.check() }

  static let unshaped = [
    LayoutCase(
      name: "no shaping: visual order, plain letters", text: "\u{628}\u{644}\u{627}",
      options: layoutOptions { $0.shaping = .none }, lines: ["\u{627}\u{644}\u{628}"]),
    LayoutCase(
      name: "logical order: nothing is joined or mirrored", text: "\u{628}(\u{644}\u{627}) a",
      options: layoutOptions { $0.order = .logical }, lines: ["\u{628}(\u{644}\u{627}) a"]),
  ]

  @Test("shaping and order left to the terminal", arguments: unshaped)
  func leavesLetters(_ row: LayoutCase) { row.check() }
}
