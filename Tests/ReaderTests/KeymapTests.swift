import Cells
import Testing

@testable import Reader

@Suite struct KeymapTests {
  private let bindings = Keymap.standard.groups.flatMap(\.bindings)

  @Test func noKeyIsBoundTwice() {
    var seen: [Key: Action] = [:]
    for binding in bindings {
      for key in binding.keys {
        #expect(seen[key] == nil, "\(key.label) asks for \(binding.action) and for \(seen[key] ?? binding.action)")
        seen[key] = binding.action
      }
    }
  }

  /// What is asked for so seldom that it has no key.
  private static let seldom: [Action] = [.nextTheme, .nextDigits, .foldAll, .unfoldAll, .resetView]

  @Test func everyActionHasOneLineWithKeysAndHelp() {
    for action in Action.allCases {
      let lines = bindings.filter { $0.action == action }
      #expect(lines.count == 1, "\(action)")
      // What is asked for seldom has its name in the palette only.
      #expect(lines.first?.keys.isEmpty == Self.seldom.contains(action), "\(action)")
    }
  }

  @Test(arguments: InterfaceLanguage.allCases)
  func helpNamesEveryKey(_ language: InterfaceLanguage) {
    let wording = Wording(language: language, keymap: .standard)
    let help = helpLines(wording)
    for binding in bindings {
      let line = help.first { $0.text == wording.help(binding.action) }
      for key in binding.keys {
        #expect(line?.keys.split(separator: " ").map(String.init).contains(key.label) == true, "\(key.label)")
      }
    }
  }

  @Test func whatHasNoKeyIsShownAsACommand() {
    let help = helpLines(Wording(language: .english, keymap: .standard))
    for binding in bindings where binding.keys.isEmpty {
      #expect(help.contains { $0.keys == ":" + binding.action.name }, "\(binding.action)")
    }
  }

  @Test func changedKeysAreTakenFromWhatHadThem() {
    let changed = Keymap.standard.remapped([.nextMatch: [Key("w"), Key("j")], .copy: []])
    #expect(changed.action(for: Key("w")) == .nextMatch)
    #expect(changed.action(for: Key("j")) == .nextMatch)
    #expect(changed.action(for: Key("n")) == nil)
    #expect(changed.action(for: Key("y")) == nil)
    #expect(changed.keys(of: .down) == [Key(.down)])
    #expect(changed.label(of: .nextMatch) == "w")
    #expect(changed.action(for: Key("\u{062A}")) == .nextMatch, "the Arabic letter on j")
  }

  @Test func namesReadBack() {
    #expect(Action.nextMatch.name == "next-match")
    for action in Action.allCases { #expect(Action(name: action.name) == action) }
    #expect(Action(name: "nextMatch") == nil)
  }

  struct Row: Sendable {
    let name: String
    let scalar: Unicode.Scalar
    let latin: Unicode.Scalar
  }

  static let layouts = [
    Row(name: "Arabic dad", scalar: "\u{0636}", latin: "q"),
    Row(name: "Arabic teh", scalar: "\u{062A}", latin: "j"),
    Row(name: "Arabic noon", scalar: "\u{0646}", latin: "k"),
    Row(name: "Arabic alef maksura", scalar: "\u{0649}", latin: "n"),
    Row(name: "Arabic zah", scalar: "\u{0638}", latin: "/"),
    Row(name: "Arabic question mark", scalar: "\u{061F}", latin: "?"),
    Row(name: "Arabic jeem", scalar: "\u{062C}", latin: "["),
    Row(name: "Arabic dal", scalar: "\u{062F}", latin: "]"),
    Row(name: "Arabic lam-alef, one character", scalar: "\u{FEFB}", latin: "b"),
    Row(name: "Arabic with shift: lam-alef with hamza", scalar: "\u{FEF7}", latin: "G"),
    Row(name: "Arabic with shift: tatweel", scalar: "\u{0640}", latin: "J"),
    Row(name: "Arabic with shift: comma", scalar: "\u{060C}", latin: "K"),
    Row(name: "Arabic with shift: alef with madda", scalar: "\u{0622}", latin: "N"),
    Row(name: "Arabic with shift: fatha", scalar: "\u{064E}", latin: "Q"),
    Row(name: "Persian yeh", scalar: "\u{06CC}", latin: "d"),
    Row(name: "Persian keheh", scalar: "\u{06A9}", latin: ";"),
    Row(name: "Persian peh", scalar: "\u{067E}", latin: "m"),
    Row(name: "Persian tcheh", scalar: "\u{0686}", latin: "]"),
    Row(name: "Hebrew shin", scalar: "\u{05E9}", latin: "a"),
    Row(name: "Hebrew het", scalar: "\u{05D7}", latin: "j"),
    Row(name: "Hebrew lamed", scalar: "\u{05DC}", latin: "k"),
    Row(name: "Hebrew final pe", scalar: "\u{05E3}", latin: ";"),
    Row(name: "Arabic-Indic one", scalar: "\u{0661}", latin: "1"),
    Row(name: "Persian two", scalar: "\u{06F2}", latin: "2"),
  ]

  @Test(arguments: layouts)
  func keysCountByTheirPlace(_ row: Row) {
    #expect(latinKey(at: row.scalar) == row.latin, "\(row.name)")
    #expect(Keymap.standard.action(for: Key(row.scalar)) == Keymap.standard.action(for: Key(row.latin)), "\(row.name)")
  }

  @Test func latinLettersStayThemselves() {
    for value in UInt8(ascii: "!")...UInt8(ascii: "~") {
      let scalar = Unicode.Scalar(value)
      #expect(latinKey(at: scalar) == nil, "\(scalar)")
    }
  }

  @Test func labelsReadBack() {
    for binding in bindings { for key in binding.keys { #expect(Key(label: key.label) == key, "\(key.label)") } }
  }
}
