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

  /// The themes by name.
  public enum Name: String, Hashable, Sendable, CaseIterable {
    /// For light and dark backgrounds alike.
    case standard
    /// For dark backgrounds.
    case dark
    /// For light backgrounds.
    case light
    /// Black and white with few strong colours.
    case highContrast = "high-contrast"
    /// Hues that people with any colour vision tell apart (Okabe and Ito's).
    case colorBlind = "color-blind"
    /// Without colours, as `NO_COLOR` asks.
    case monochrome
  }

  /// The theme of a name.
  public init(_ name: Name) {
    switch name {
    case .standard: self = .color
    case .dark: self = .dark
    case .light: self = .light
    case .highContrast: self = .highContrast
    case .colorBlind: self = .colorBlind
    case .monochrome: self = .monochrome
    }
  }

}
