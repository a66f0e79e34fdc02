import Cells

extension Theme {
  /// For light and dark backgrounds. The hues of names are of middle brightness, and become one of the eight basic
  /// colours where a terminal has no more. Arabic letters are never slanted, which few fonts can do, and not underlined
  /// where a colour suffices, since the line hides their dots.
  public static let color = Theme([
    .dim: Style(.standard, .dim), .title: Style(.standard, .bold), .heading: Style(.palette(31), .bold),
    .bar: Style(.palette(15), on: .palette(4)), .activeBar: Style(.palette(15), on: .palette(4), .bold),
    .separator: Style(.palette(4)), .selection: Style(.standard, .reverse),
    .inactiveSelection: Style(.palette(0), on: .palette(7)), .unread: Style(.standard, .bold),
    .person: Style(.palette(127)), .organization: Style(.palette(31)), .place: Style(.palette(28)),
    .statement: Style(.palette(0), on: .palette(6)), .cue: Style(.palette(4), .bold),
    .denial: Style(.palette(1), .bold),
    .match: Style(.palette(0), on: .palette(3)), .currentMatch: Style(.palette(15), on: .palette(1), .bold),
    .hintKey: Style(.palette(15), on: .palette(4), .bold), .error: Style(.palette(15), on: .palette(1), .bold),
  ])

  /// Without colours, as `NO_COLOR` asks.
  public static let monochrome = Theme([
    .dim: Style(.standard, .dim), .title: Style(.standard, .bold), .heading: Style(.standard, .bold),
    .bar: Style(.standard, .reverse),
    .activeBar: Style(.standard, [.reverse, .bold]), .selection: Style(.standard, .reverse),
    .inactiveSelection: Style(.standard, .underline), .unread: Style(.standard, .bold),
    .person: Style(.standard, .underline), .organization: Style(.standard, .underline),
    .place: Style(.standard, .underline), .statement: Style(.standard, .reverse), .cue: Style(.standard, .bold),
    .denial: Style(.standard, .bold), .match: Style(.standard, .reverse),
    .currentMatch: Style(.standard, [.reverse, .bold]), .hintKey: Style(.standard, [.reverse, .bold]),
    .error: Style(.standard, [.reverse, .bold]),
  ])

  /// For dark backgrounds: brighter names, quiet bars.
  static let dark = Theme([
    .dim: Style(.palette(246)), .title: Style(.palette(231), .bold), .heading: Style(.palette(80), .bold),
    .quotation: Style(.palette(252)),
    .bar: Style(.palette(252), on: .palette(236)), .activeBar: Style(.palette(231), on: .palette(24), .bold),
    .separator: Style(.palette(240)), .selection: Style(.palette(231), on: .palette(24)),
    .inactiveSelection: Style(.palette(252), on: .palette(238)), .unread: Style(.palette(231), .bold),
    .person: Style(.palette(176)), .organization: Style(.palette(80)), .place: Style(.palette(114)),
    .statement: Style(.palette(231), on: .palette(23)), .cue: Style(.palette(117), .bold),
    .denial: Style(.palette(210), .bold), .match: Style(.palette(16), on: .palette(179)),
    .currentMatch: Style(.palette(231), on: .palette(160), .bold),
    .hintKey: Style(.palette(231), on: .palette(236), .bold), .error: Style(.palette(231), on: .palette(160), .bold),
  ])

  /// For light backgrounds: darker names, quiet bars.
  static let light = Theme([
    .dim: Style(.palette(242)), .title: Style(.palette(16), .bold), .heading: Style(.palette(24), .bold),
    .quotation: Style(.palette(238)),
    .bar: Style(.palette(236), on: .palette(253)), .activeBar: Style(.palette(231), on: .palette(24), .bold),
    .separator: Style(.palette(248)), .selection: Style(.palette(231), on: .palette(24)),
    .inactiveSelection: Style(.palette(16), on: .palette(252)), .unread: Style(.palette(16), .bold),
    .person: Style(.palette(90)), .organization: Style(.palette(24)), .place: Style(.palette(22)),
    .statement: Style(.palette(16), on: .palette(195)), .cue: Style(.palette(25), .bold),
    .denial: Style(.palette(124), .bold), .match: Style(.palette(16), on: .palette(222)),
    .currentMatch: Style(.palette(231), on: .palette(124), .bold),
    .hintKey: Style(.palette(16), on: .palette(253), .bold), .error: Style(.palette(231), on: .palette(124), .bold),
  ])

  /// Few strong colours on the terminal's own background, everything else by weight and lines.
  static let highContrast = Theme([
    .title: Style(.standard, .bold), .heading: Style(.standard, [.bold, .underline]),
    .bar: Style(.palette(16), on: .palette(231), .bold), .activeBar: Style(.palette(16), on: .palette(226), .bold),
    .selection: Style(.palette(16), on: .palette(226), .bold), .inactiveSelection: Style(.standard, .reverse),
    .unread: Style(.standard, .bold), .person: Style(.standard, .bold), .organization: Style(.standard, .bold),
    .place: Style(.standard, .bold), .statement: Style(.standard, .reverse), .cue: Style(.standard, .bold),
    .denial: Style(.palette(231), on: .palette(124), .bold), .match: Style(.palette(16), on: .palette(226)),
    .currentMatch: Style(.palette(231), on: .palette(124), .bold),
    .hintKey: Style(.palette(16), on: .palette(231), [.bold, .underline]),
    .error: Style(.palette(231), on: .palette(124), .bold),
  ])

  /// Names in blue, orange and green of unlike brightness; nothing is told by red against green.
  static let colorBlind = Theme([
    .dim: Style(.standard, .dim), .title: Style(.standard, .bold), .heading: Style(.palette(32), .bold),
    .bar: Style(.palette(231), on: .palette(25)), .activeBar: Style(.palette(231), on: .palette(25), .bold),
    .separator: Style(.palette(25)), .selection: Style(.standard, .reverse),
    .inactiveSelection: Style(.palette(16), on: .palette(250)), .unread: Style(.standard, .bold),
    .person: Style(.palette(172)), .organization: Style(.palette(32)), .place: Style(.palette(36)),
    .statement: Style(.palette(16), on: .palette(117)), .cue: Style(.palette(32), .bold),
    .denial: Style(.palette(166), .bold), .match: Style(.palette(16), on: .palette(227)),
    .currentMatch: Style(.palette(16), on: .palette(208), .bold),
    .hintKey: Style(.palette(231), on: .palette(25), .bold), .error: Style(.palette(16), on: .palette(208), .bold),
  ])
}

extension Model {
  /// Takes the next theme and says its name.
  mutating func nextTheme() {
    let names = Theme.Name.allCases
    let next = names[((names.firstIndex(of: options.themeName) ?? 0) + 1) % names.count]
    options.theme = Theme(next)
    options.themeName = next
    notice = Notice(wording.theme(next))
  }
}

extension Style {
  /// A style of a foreground and attributes only.
  fileprivate init(_ foreground: Color, _ attributes: Attributes) {
    self.init(foreground, on: .standard, attributes)
  }
}
