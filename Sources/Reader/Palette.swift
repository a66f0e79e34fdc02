import Cells

/// The commands by name: a line being typed, and those that fit it.
public struct Palette: Hashable, Sendable {
  /// What is typed so far.
  public var text = ""
  /// The letters of it that stand behind the cursor.
  var behind = 0
  /// The chosen one of those that fit.
  public var selected = 0
}

extension Action {
  /// What the palette and the configuration call it: `next-match`.
  public var name: String {
    rawValue.reduce(into: "") { name, letter in
      if letter.isUppercase { name += "-" }
      name += letter.lowercased()
    }
  }

  /// The action that is called so.
  public init?(name: String) {
    guard let action = Action.allCases.first(where: { $0.name == name }) else { return nil }
    self = action
  }
}

extension Wording {
  /// The actions whose name or help contains all the words typed, those whose name begins so first.
  ///
  /// - Complexity: O(*a*) in the actions.
  func commands(matching text: String) -> [Action] {
    let wanted = text.lowercased()
    let words = wanted.split(whereSeparator: \.isWhitespace)
    let other = Wording(language: language == .arabic ? .english : .arabic, keymap: keymap)
    func rank(_ action: Action) -> Int? {
      if action.name.hasPrefix(wanted) { return 0 }
      if words.allSatisfy({ action.name.contains($0) }) { return 1 }
      // Either language, whichever the interface speaks.
      let help = [self.help(action), other.help(action)].map { $0.lowercased() }
      return help.contains { help in words.allSatisfy { help.contains($0) } } ? 2 : nil
    }
    let order = keymap.groups.flatMap(\.bindings).map(\.action).filter { $0 != .palette }
    return order.enumerated().compactMap { offset, action in rank(action).map { (action, $0, offset) } }
      .sorted { ($0.1, $0.2) < ($1.1, $1.2) }.map(\.0)
  }
}

extension Model {
  /// The commands that fit what is typed.
  var paletteCommands: [Action] { wording.commands(matching: palette?.text ?? "") }

  /// How many of them are shown at once, over the rows above the line being typed.
  var paletteRows: Int { palette == nil ? 0 : min(paletteCommands.count, 10, max(1, size.rows - 3)) }

  /// A key while the palette is open.
  ///
  /// - Returns: The command chosen, once there is one.
  mutating func typeInPalette(_ key: Key) -> Action? {
    guard var state = palette else { return nil }
    let commands = paletteCommands
    switch key.code {
    case .escape: palette = nil
    case .enter:
      palette = nil
      guard commands.indices.contains(state.selected) else {
        notice = Notice(wording.noCommand(state.text), isError: true)
        return nil
      }
      return commands[state.selected]
    case .down, .up:
      let step = key.code == .down ? 1 : -1
      state.selected = min(max(0, state.selected + step), max(0, commands.count - 1))
      palette = state
    case .tab:
      guard commands.indices.contains(state.selected) else { return nil }
      state = Palette(text: commands[state.selected].name)
      palette = state
    case .backspace where state.text.isEmpty: palette = nil
    default:
      let old = state.text
      guard edit(&state.text, behind: &state.behind, with: key) else { return nil }
      if state.text != old { state.selected = 0 }
      palette = state
    }
    return nil
  }
}

/// Draws the commands that fit over the rows above the line being typed, the best one lowest.
func paletteView(_ model: Model, _ palette: Palette, over frame: inout Frame) {
  let theme = model.options.theme
  let bottom = frame.size.rows - 1
  let commands = model.paletteCommands
  let count = model.paletteRows
  let first = min(max(0, palette.selected - count + 1), max(0, commands.count - count))
  let isRight = model.isInterfaceRightToLeft
  let width = frame.size.columns
  for (offset, action) in commands.dropFirst(first).prefix(count).enumerated() {
    let row = bottom - count + offset
    let isSelected = first + offset == palette.selected
    let style = theme[isSelected ? .selection : .bar]
    let line = Rect(column: 0, row: row, columns: width, rows: 1)
    frame.fill(line, with: .blank(style))
    let nameWidth = min(22, width / 3)
    let keyWidth = min(20, width / 4)
    func put(_ text: String, _ start: Int, _ room: Int) {
      let cells = labelCells(text, width: room, options: model.options.layout).map {
        Cell($0.text, style: style, width: $0.width)
      }
      frame.put(cells, column: isRight ? width - start - cells.count : start, row: row, clip: line)
    }
    put(action.name, 1, nameWidth)
    let keys = model.options.keymap.keys(of: action).map(\.label).joined(separator: " ")
    put(keys, nameWidth + 2, keyWidth)
    put(model.wording.help(action), nameWidth + keyWidth + 3, max(0, width - nameWidth - keyWidth - 4))
  }
}
