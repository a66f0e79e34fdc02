import Cells

/// Which keys do what: the one table that keys, help and hints come from. `Wording` has the words for it.
public struct Keymap: Hashable, Sendable {
  /// One line of the table.
  public struct Binding: Hashable, Sendable {
    /// What it asks for.
    public let action: Action
    /// The keys, the one shown in hints first.
    public var keys: [Key]
    /// The panes whose hint line shows it; it works in all.
    public let hintPanes: [Focus]
  }

  /// The lines that the help shows together.
  public struct Group: Hashable, Sendable {
    /// What such lines are about.
    public enum Kind: Hashable, Sendable, CaseIterable {
      case moving, reading, articles, panel, threads, names, searching, program
    }

    /// What its lines are about.
    public let kind: Kind
    /// The lines.
    public var bindings: [Binding]
  }

  /// The lines, in the order of the help, by group.
  public let groups: [Group]

  private let actions: [Key: Action]

  /// Creates a map from its lines; of two that have the same key, the first has it.
  public init(groups: [Group]) {
    self.groups = groups
    var actions: [Key: Action] = [:]
    for group in groups {
      for binding in group.bindings {
        for key in binding.keys where actions[key] == nil { actions[key] = binding.action }
      }
    }
    self.actions = actions
  }

  /// The key shown for an action; empty where it has none.
  public func label(of action: Action) -> String { keys(of: action).first?.label ?? "" }

  /// The keys of an action, the one shown in hints first.
  public func keys(of action: Action) -> [Key] {
    groups.flatMap(\.bindings).first { $0.action == action }?.keys ?? []
  }

  /// The map with other keys for some actions; a key given to one is taken from whatever had it.
  ///
  /// - Parameter changes: The keys of each action, the one for hints first; none takes its keys away.
  /// - Complexity: O(*b* · *c*) in the bindings and the changed keys.
  public func remapped(_ changes: [Action: [Key]]) -> Keymap {
    let taken = Set(changes.values.joined())
    var groups = groups
    for group in groups.indices {
      for line in groups[group].bindings.indices {
        let action = groups[group].bindings[line].action
        groups[group].bindings[line].keys =
          changes[action] ?? groups[group].bindings[line].keys.filter { !taken.contains($0) }
      }
    }
    return Keymap(groups: groups)
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

private let standardGroups: [Keymap.Group] = [
  Keymap.Group(
    kind: .moving,
    bindings: [
      bind(.down, [Key("j"), Key(.down)]),
      bind(.up, [Key("k"), Key(.up)]),
      bind(.pageDown, [Key(" "), Key(.pageDown), Key("f", .control)]),
      bind(.pageUp, [Key("b"), Key(.pageUp), Key("b", .control)]),
      bind(.halfPageDown, [Key("d", .control)]),
      bind(.halfPageUp, [Key("u", .control)]),
      bind(.top, [Key("g"), Key(.home)]),
      bind(.bottom, [Key("G"), Key(.end)]),
      bind(.nextPane, [Key(.tab)], [.list, .article, .panel]),
      bind(.previousPane, [Key(.backTab)]),
      bind(.paneLeft, [Key(.left), Key("h")]),
      bind(.paneRight, [Key(.right), Key("l")]),
    ]),
  Keymap.Group(
    kind: .reading,
    bindings: [
      bind(.open, [Key(.enter)], [.list, .panel, .page]),
      bind(.back, [Key(.backspace), Key("o", .control)], [.article, .panel, .page]),
      bind(.forward, [Key("i", .alt), Key("]", .control)]),
      bind(.nextArticle, [Key("J")]),
      bind(.previousArticle, [Key("K")]),
      bind(.nextUnread, [Key(";")]),
      bind(.copy, [Key("y")]),
      bind(.cite, [Key("Y")]),
      bind(.export, [Key("e", .control), Key("|")]),
      bind(.links, [Key("O")]),
      bind(.setMark, [Key("m")]),
      bind(.goToMark, [Key("'")]),
      bind(.trail, [Key("H")]),
    ]),
  Keymap.Group(
    kind: .articles,
    bindings: [
      bind(.toggleMark, [Key("v")], [.list]),
      bind(.markRange, [Key("V")]),
      bind(.toggleRead, [Key(",")]),
      bind(.toggleFlag, [Key("f")], [.list]),
      bind(.addTag, [Key("+")]),
      bind(.removeTag, [Key("-")]),
      bind(.deleteArticles, [Key(.delete), Key("#")]),
      bind(.undo, [Key("u"), Key("U")]),
      bind(.groupList, [Key("B")], [.list]),
      bind(.foldAll, []),
      bind(.unfoldAll, []),
      bind(.filterList, [Key("&"), Key("\\")], [.list]),
      bind(.nextOrder, [Key("o")]),
      bind(.nextDates, [Key("C")]),
      bind(.nextDigits, []),
      bind(.resetView, []),
    ]),
  Keymap.Group(
    kind: .panel,
    bindings: [
      bind(.togglePanel, [Key("p")], [.list, .article]),
      bind(.entitiesTab, [Key("e"), Key("1")], [.article, .panel]),
      bind(.statementsTab, [Key("t"), Key("2")], [.article, .panel]),
      bind(.notesTab, [Key("3")]),
      bind(.editions, [Key("4")]),
      bind(.writeNote, [Key("E")]),
      bind(.nextStatement, [Key("]")]),
      bind(.previousStatement, [Key("[")]),
      bind(.related, [Key("r")], [.article, .panel]),
      bind(.toggleDoubtful, [Key(".")]),
      bind(.flip, [Key("x")]),
      bind(.zoom, [Key("z")]),
      bind(.widen, [Key(">")]),
      bind(.narrow, [Key("<")]),
      bind(.toggleList, [Key("P")]),
    ]),
  Keymap.Group(
    kind: .threads,
    bindings: [
      bind(.thread, [Key("w")], [.page]),
      bind(.compare, [Key("c")], [.page]),
      bind(.entityCard, [Key("i")], [.page]),
      bind(.speakerTimeline, [Key("a")], [.page]),
      bind(.topicTimeline, [Key("A")]),
    ]),
  Keymap.Group(
    kind: .names,
    bindings: [
      bind(.mergeEntity, [Key("M")]),
      bind(.renameEntity, [Key("R")]),
      bind(.retypeEntity, [Key("T")]),
      bind(.rejectEntity, [Key("X"), Key("D")]),
      bind(.rejectMention, [Key("d")]),
      bind(.splitForm, [Key("S")]),
      bind(.addEntity, [Key("=")]),
    ]),
  Keymap.Group(
    kind: .searching,
    bindings: [
      bind(.findInArticle, [Key("/")], [.article]),
      bind(.nextMatch, [Key("n")]),
      bind(.previousMatch, [Key("N")]),
      bind(.searchArchive, [Key("s")], [.list, .article]),
      bind(.searchKind, [Key("t", .control)]),
      bind(.narrowSearch, [Key("F"), Key("g", .control)]),
      bind(.rankAll, [Key("r", .control)]),
      bind(.saveSearch, [Key("s", .control)]),
      bind(.savedSearches, [Key("W")]),
      bind(.sinceLastTime, [Key("I")]),
      bind(.markAllSeen, [Key("Z")]),
    ]),
  Keymap.Group(
    kind: .program,
    bindings: [
      bind(.help, [Key("?"), Key(.function(1))], [.list, .article, .panel, .page]),
      bind(.palette, [Key(":")]),
      bind(.redraw, [Key("l", .control)]),
      bind(.language, [Key("L")]),
      bind(.nextTheme, []),
      bind(.suspend, [Key("z", .control)]),
      bind(.leave, [Key("q"), Key(.escape)], [.list, .article, .panel, .page]),
      bind(.quit, [Key("Q"), Key("c", .control)]),
    ]),
]

private func bind(_ action: Action, _ keys: [Key], _ hintPanes: [Focus] = []) -> Keymap.Binding {
  Keymap.Binding(action: action, keys: keys, hintPanes: hintPanes)
}

extension Action {
  /// What the action does, in words that name other keys as they are bound.
  public func help(in language: InterfaceLanguage, keymap: Keymap) -> String {
    Wording(language: language, keymap: keymap).help(self)
  }
}
