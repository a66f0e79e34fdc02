import Measuring
import SampleArchive

/// Presses keys in the reader and notes what each costs.
struct ReaderStage {
  let program: TerminalProgram
  /// How often each round of keys is pressed.
  let rounds: Int

  private var costs: [Costs] = []
  private var unshown: [String] = []

  init(_ program: TerminalProgram, rounds: Int) {
    self.program = program
    self.rounds = rounds
  }

  static let enter = "\r"
  static let back = "\u{7F}"
  static let pageDown = "\u{1B}[6~"
  static let pageUp = "\u{1B}[5~"
  /// Five notches of the wheel, as terminals send a turn of it.
  static let wheelDown = String(repeating: "\u{1B}[<65;190;20M", count: 5)
  static let wheelUp = String(repeating: "\u{1B}[<64;190;20M", count: 5)

  /// From any pane to the list, which stands on the right where articles are Arabic.
  static let toList = "lll"

  /// A key, and the line of the table that it belongs to, if it is measured.
  typealias Step = (keys: String, name: String?)

  /// Movements: in the list, in a long article, in the panel.
  mutating func measureMovement() throws -> [Costs] {
    costs = []
    // The first rows are the short and the long article.
    try run([("g", nil), ("j", nil), ("j", nil)])
    try repeated(3 * rounds, [("j", "list: a row down")])
    try repeated(2 * rounds, [("k", "list: a row up")])
    try repeated(rounds, [(Self.pageDown, "list: a page")])
    try repeated(rounds / 2, [(Self.pageUp, "list: a page")])
    try repeated(rounds, [(Self.wheelDown, "list: five notches of the wheel")])
    try repeated(rounds / 2, [("G", "list: last row"), ("g", "list: first row")])
    // The long article is the second row.
    try run([("g", nil), ("j", nil), (Self.enter, nil)])
    try repeated(3 * rounds, [("j", "long article: a line down")])
    try repeated(2 * rounds, [("k", "long article: a line up")])
    try repeated(rounds, [(Self.pageDown, "long article: a page")])
    try repeated(rounds / 2, [(Self.pageUp, "long article: a page")])
    try repeated(rounds / 2, [("G", "long article: end"), ("g", "long article: beginning")])
    try run([("e", nil)])
    try repeated(rounds, [("j", "panel: an entity down")])
    try repeated(rounds, [("k", "panel: an entity up")])
    try run([("t", nil)])
    try repeated(rounds, [("j", "panel: a statement down")])
    try repeated(rounds, [("k", "panel: a statement up")])
    try run([(Self.toList, nil)])
    return costs
  }

  /// Changes of what is shown, over and over from one article to another.
  mutating func measureViews() throws -> [Costs] {
    costs = []
    try run([("g", nil), ("j", nil)])
    for _ in 0..<rounds {
      try run([
        ("j", nil), ("j", nil), (Self.enter, "open an article"), (Self.back, "back to the list"), (Self.enter, nil),
        ("J", "next article"), ("\t", "next pane"), ("t", "statements"), ("e", "entities"), ("3", "notes"), ("t", nil),
        ("w", "thread of a statement"), (Self.back, "back from a page"), ("t", nil), ("a", "speaker's timeline"),
        (Self.back, "back from a page"), ("e", nil), ("i", "entity card"), (Self.back, "back from a page"),
        ("z", "zoom"), ("z", "zoom back"), ("x", "flip"), ("x", "flip back"), ("p", "panel off and on"),
        ("p", "panel off and on"), ("?", "help"), ("q", "help closed"), (":", "palette"), ("\u{1B}", nil),
      ])
      // Escape alone is known only after a while; it is not measured.
      try run([(Self.toList, nil)])
    }
    return costs
  }

  /// Searching: the screen, words that come letter by letter, results.
  mutating func measureSearch(_ words: [String]) throws -> [Costs] {
    costs = []
    for index in 0..<rounds {
      let word = words[index % words.count]
      try run([("s", "search screen")])
      try run(word.map { (String($0), "search: a letter, with its results") })
      try run([
        (Self.enter, "search: results"), ("j", "search: a result down"), ("j", "search: a result down"), ("q", nil),
      ])
    }
    return costs
  }

  /// What brought nothing onto the screen although something should have come.
  var silent: [String] { unshown }

  private mutating func repeated(_ times: Int, _ steps: [Step]) throws { for _ in 0..<times { try run(steps) } }

  private mutating func run(_ steps: [Step]) throws {
    for step in steps {
      let cost = try program.press(step.keys)
      guard let name = step.name else { continue }
      if cost.bytes == 0 { unshown.append(name) }
      if let index = costs.firstIndex(where: { $0.name == name }) {
        costs[index].all.append(cost)
      } else {
        costs.append(Costs(name: name, all: [cost]))
      }
    }
  }
}
