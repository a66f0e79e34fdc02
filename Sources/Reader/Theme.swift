import Cells

/// What a thing on the screen means; the theme says how that looks.
public enum Role: Hashable, Sendable, CaseIterable {
  case text, dim, title, heading, quotation
  case bar, activeBar, separator
  case selection, inactiveSelection, unread
  case person, organization, place
  case statement, cue, denial
  case match, currentMatch
  case hintKey, error
}

/// How every role looks. No meaning by colour alone: what differs in colour differs in weight, line or words too.
public struct Theme: Hashable, Sendable {
  private var styles: [Role: Style]

  /// Creates a theme; a role that is missing looks plain.
  public init(_ styles: [Role: Style]) { self.styles = styles }

  /// The style of a role.
  public subscript(role: Role) -> Style { styles[role] ?? .plain }

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
}

extension Style {
  /// A style of a foreground and attributes only.
  fileprivate init(_ foreground: Color, _ attributes: Attributes) {
    self.init(foreground, on: .standard, attributes)
  }
}
