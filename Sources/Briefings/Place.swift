/// The part of a briefing that an offset counts in.
public enum BriefingField: String, Hashable, Sendable, CaseIterable, Comparable {
  /// The headline.
  case title
  /// The body.
  case text

  /// The order in lists.
  public static func < (a: Self, b: Self) -> Bool { a == .title && b == .text }
}

/// Where in a briefing something stands: a field and a span of it.
public struct Place: Hashable, Sendable, Comparable {
  /// The field the span's bytes are counted in.
  public let field: BriefingField

  /// The stretch of that field.
  public let span: TextSpan

  /// Creates a place.
  public init(_ field: BriefingField, _ span: TextSpan) {
    self.field = field
    self.span = span
  }

  /// The order in lists.
  public static func < (a: Self, b: Self) -> Bool { a.field == b.field ? a.span < b.span : a.field < b.field }
}
