import Cells

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

  /// The key that is called so: `C-o`, `M-i`, `Enter`, `F1`, `q`; `nil` where there is none.
  public init?(label: String) {
    var rest = Substring(label)
    var modifiers: Modifiers = []
    while rest.count > 2, rest.dropFirst().first == "-", let first = rest.first, rest != "S-Tab" {
      switch first {
      case "C": modifiers.insert(.control)
      case "M": modifiers.insert(.alt)
      case "S": modifiers.insert(.shift)
      default: return nil
      }
      rest = rest.dropFirst(2)
    }
    let named: [Code] =
      [
        .enter, .escape, .backspace, .delete, .tab, .backTab, .insert, .up, .down, .left, .right, .home, .end, .pageUp,
        .pageDown, .character(" "),
      ] + (1...12).map { .function($0) }
    if let code = named.first(where: { Key($0).label == rest }) {
      self.init(code, modifiers)
    } else if rest.unicodeScalars.count == 1, let scalar = rest.unicodeScalars.first, scalar.value > 0x20 {
      self.init(scalar, modifiers)
    } else {
      return nil
    }
  }
}
