import Cells

/// Which keys do what: the one table that keys, help and hints come from.
public struct Keymap: Sendable {
  /// One line of the table.
  public struct Binding: Sendable {
    /// What it asks for.
    public let action: Action
    /// The keys, the one shown in hints first.
    public let keys: [Key]
    /// What the help calls it.
    public let help: String
    /// What the hint line calls it; empty for what has no hint.
    public let hint: String
    /// The panes whose hint line shows it; it works in all.
    public let hintPanes: [Focus]
  }

  /// The lines, in the order of the help, by group.
  public let groups: [(title: String, bindings: [Binding])]

  private let actions: [Key: Action]

  /// Creates a map from its lines.
  public init(groups: [(title: String, bindings: [Binding])]) {
    self.groups = groups
    var actions: [Key: Action] = [:]
    for group in groups {
      for binding in group.bindings {
        for key in binding.keys where actions[key] == nil { actions[key] = binding.action }
      }
    }
    self.actions = actions
  }

  /// What a key asks for, or `nil`.
  ///
  /// A letter of an Arabic, Persian, Hebrew or Urdu keyboard counts as the Latin letter on the same key.
  public func action(for key: Key) -> Action? {
    if let action = actions[key] { return action }
    guard case .character(let scalar) = key.code, let latin = latinKey(at: scalar) else { return nil }
    return actions[Key(latin, key.modifiers)]
  }

  /// The lines that are hinted at in a pane, the most useful first.
  public func hints(in pane: Focus) -> [Binding] {
    let order: [Action] = [
      .open, .entitiesTab, .statementsTab, .related, .findInArticle, .searchArchive, .back, .nextPane, .togglePanel,
    ]
    func rank(_ binding: Binding) -> Int { order.firstIndex(of: binding.action) ?? order.count }
    let bindings = groups.flatMap(\.bindings).filter { $0.hintPanes.contains(pane) }
    return bindings.enumerated().sorted { (rank($0.element), $0.offset) < (rank($1.element), $1.offset) }.map(\.element)
  }

  /// The table that the reader comes with.
  public static let standard = Keymap(groups: standardGroups)
}

private let standardGroups: [(title: String, bindings: [Keymap.Binding])] = [
  (
    "Moving",
    [
      bind(.down, [Key("j"), Key(.down)], "down one line or row"),
      bind(.up, [Key("k"), Key(.up)], "up one line or row"),
      bind(.pageDown, [Key(" "), Key(.pageDown), Key("f", .control)], "down one page"),
      bind(.pageUp, [Key("b"), Key(.pageUp), Key("b", .control)], "up one page"),
      bind(.halfPageDown, [Key("d", .control)], "down half a page"),
      bind(.halfPageUp, [Key("u", .control)], "up half a page"),
      bind(.top, [Key("g"), Key(.home)], "to the beginning"),
      bind(.bottom, [Key("G"), Key(.end)], "to the end"),
      bind(.nextPane, [Key(.tab)], "to the next pane", "pane", [.list, .article, .panel]),
      bind(.previousPane, [Key(.backTab)], "to the pane before"),
      bind(.paneLeft, [Key(.left), Key("h")], "to the pane on the left"),
      bind(.paneRight, [Key(.right), Key("l")], "to the pane on the right"),
    ]
  ),
  (
    "Reading",
    [
      bind(
        .open, [Key(.enter)], "open the article, go to the place, list the entity's articles", "open", [.list, .panel]),
      bind(
        .back, [Key(.backspace), Key("o", .control)], "back to where the last jump began", "back", [.article, .panel]),
      bind(.forward, [Key("i", .alt), Key("]", .control)], "forward again"),
      bind(.nextArticle, [Key("J")], "next article of the list"),
      bind(.previousArticle, [Key("K")], "article before in the list"),
      bind(.nextUnread, [Key("u")], "next unread article"),
      bind(.toggleRead, [Key("m")], "mark as read or unread"),
      bind(.copy, [Key("y")], "copy the selected statement, name or paragraph, in logical order"),
    ]
  ),
  (
    "Panel",
    [
      bind(.togglePanel, [Key("p")], "show or hide the side panel", "panel", [.list, .article]),
      bind(.entitiesTab, [Key("e"), Key("1")], "entities of the article", "entities", [.article, .panel]),
      bind(.statementsTab, [Key("t"), Key("2")], "statements of the article", "statements", [.article, .panel]),
      bind(.nextStatement, [Key("]")], "next statement in the text"),
      bind(.previousStatement, [Key("[")], "statement before in the text"),
      bind(.related, [Key("r")], "statements related to the selected one", "related", [.article, .panel]),
      bind(.flip, [Key("x")], "exchange the sides of list and panel"),
    ]
  ),
  (
    "Names: what is decided holds in all articles",
    [
      bind(.mergeEntity, [Key("M")], "mark the selected entity, then merge it into another one"),
      bind(.renameEntity, [Key("R")], "rename it"),
      bind(.retypeEntity, [Key("T")], "make it a person, an organization, a place"),
      bind(.rejectEntity, [Key("X"), Key("D")], "reject it: no name"),
      bind(.rejectMention, [Key("d")], "reject the mention that n went to"),
      bind(.splitForm, [Key("S")], "split off the form of the mention that n went to"),
      bind(.undoDecision, [Key("U")], "take the last decision back"),
    ]
  ),
  (
    "Searching",
    [
      bind(.findInArticle, [Key("/")], "search in the article", "find", [.article]),
      bind(.nextMatch, [Key("n")], "next match, or next mention of the selected entity"),
      bind(.previousMatch, [Key("N")], "match before, or mention before"),
      bind(.searchArchive, [Key("s")], "search the archive", "search", [.list, .article]),
    ]
  ),
  (
    "Program",
    [
      bind(.help, [Key("?"), Key(.function(1))], "all keys", "keys", [.list, .article, .panel]),
      bind(.redraw, [Key("l", .control)], "draw the screen anew"),
      bind(.suspend, [Key("z", .control)], "stop; the shell's fg continues"),
      bind(
        .leave, [Key("q"), Key(.escape)], "leave what is open; from the list, the program", "leave",
        [.list, .article, .panel]),
      bind(.quit, [Key("Q"), Key("c", .control)], "leave the program"),
    ]
  ),
]

private func bind(
  _ action: Action, _ keys: [Key], _ help: String, _ hint: String = "", _ hintPanes: [Focus] = []
) -> Keymap.Binding {
  Keymap.Binding(action: action, keys: keys, help: help, hint: hint, hintPanes: hintPanes)
}

extension Key {
  /// The key as help and hints write it: `C-o`, `Enter`, `q`.
  public var label: String {
    var prefix = ""
    if modifiers.contains(.control) { prefix += "C-" }
    if modifiers.contains(.alt) { prefix += "M-" }
    if modifiers.contains(.shift) { prefix += "S-" }
    switch code {
    case .character(" "): return prefix + "Space"
    case .character(let scalar): return prefix + String(scalar)
    case .enter: return prefix + "Enter"
    case .escape: return prefix + "Esc"
    case .backspace: return prefix + "Backspace"
    case .delete: return prefix + "Delete"
    case .tab: return prefix + "Tab"
    case .backTab: return prefix + "S-Tab"
    case .insert: return prefix + "Insert"
    case .up: return prefix + "Up"
    case .down: return prefix + "Down"
    case .left: return prefix + "Left"
    case .right: return prefix + "Right"
    case .home: return prefix + "Home"
    case .end: return prefix + "End"
    case .pageUp: return prefix + "PgUp"
    case .pageDown: return prefix + "PgDn"
    case .function(let number): return prefix + "F\(number)"
    }
  }
}
