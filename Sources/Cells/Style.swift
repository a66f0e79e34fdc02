/// A colour of a cell.
public enum Color: Hashable, Sendable {
  /// The terminal's own.
  case standard
  /// An entry of the terminal's palette: 0–7 normal, 8–15 bright, 16–255 the fixed cube and greys.
  case palette(UInt8)
}

/// How a cell looks.
public struct Style: Hashable, Sendable {
  /// Properties of the letters besides colour.
  public struct Attributes: OptionSet, Hashable, Sendable {
    /// The bits.
    public let rawValue: UInt8

    /// Creates a set from its bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Heavier, or brighter where the terminal has no heavier face.
    public static let bold = Attributes(rawValue: 1)
    /// Fainter.
    public static let dim = Attributes(rawValue: 2)
    /// Slanted.
    public static let italic = Attributes(rawValue: 4)
    /// With a line below.
    public static let underline = Attributes(rawValue: 8)
    /// Foreground and background exchanged.
    public static let reverse = Attributes(rawValue: 16)
  }

  /// The letters' colour.
  public var foreground: Color
  /// The colour behind.
  public var background: Color
  /// The letters' other properties.
  public var attributes: Attributes

  /// Creates a style.
  public init(_ foreground: Color = .standard, on background: Color = .standard, _ attributes: Attributes = []) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }

  /// The terminal's own look.
  public static let plain = Style()

  /// This style with everything that `other` sets laid over it.
  public func overlaid(with other: Style) -> Style {
    Style(
      other.foreground == .standard ? foreground : other.foreground,
      on: other.background == .standard ? background : other.background,
      attributes.union(other.attributes))
  }
}
