/// One text that a briefing has or had: the newest is the current one, which alone is searched and has findings.
public struct BriefingVersion: Hashable, Sendable {
  /// 1 for the text that came first, then counted up.
  public var number: Int
  /// The briefing as it was, or is.
  public var briefing: Briefing
  /// Whether it is the current one.
  public var isCurrent: Bool

  /// Creates a version.
  public init(number: Int, briefing: Briefing, isCurrent: Bool) {
    self.number = number
    self.briefing = briefing
    self.isCurrent = isCurrent
  }
}

extension Briefing {
  /// Whether title and text are the same, byte by byte: what makes two texts one version.
  public func hasSameText(as other: Briefing) -> Bool {
    title.utf8.elementsEqual(other.title.utf8) && text.utf8.elementsEqual(other.text.utf8)
  }
}
