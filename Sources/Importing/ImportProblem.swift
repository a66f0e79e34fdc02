/// What was wrong with one thing that was to be imported, and what was done about it.
public struct ImportProblem: Error, Hashable, Sendable, CustomStringConvertible {
  /// Whether the article was left out.
  public enum Consequence: Hashable, Sendable {
    /// It was left out.
    case skipped
    /// It was imported, with what the message says.
    case imported
    /// It was not meant to be read.
    case passedOver
  }

  /// The file, with `:LINE` where that helps.
  public let place: String

  /// What was found, what was expected, what to do.
  public let message: String

  /// What became of the article.
  public let consequence: Consequence

  /// Creates a problem.
  public init(place: String, message: String, consequence: Consequence = .skipped) {
    self.place = place
    self.message = message
    self.consequence = consequence
  }

  /// What is shown to a person.
  public var description: String { "\(place): \(message)" }
}
