import ArgumentParser
import Briefings
import Search

/// Options that every command takes.
struct CommonOptions: ParsableArguments {
  @Option(
    help: "The archive file. Default: $MUJAZ_ARCHIVE, else $XDG_DATA_HOME/mujaz/archive.sqlite.", completion: .file())
  var archive: String?

  @Option(
    help: "The configuration file. Default: $XDG_CONFIG_HOME/mujaz/config.toml.",
    completion: .file(extensions: ["toml"]))
  var config: String?
}

/// Which briefings a command is about.
struct FilterOptions: ParsableArguments {
  @Option(help: "Only articles of this source (part of its name suffices).")
  var source: String?

  @Option(help: "Only articles of this day or later: 2023, 2023-11 or 2023-11-13.")
  var since: String?

  @Option(help: "Only articles of this day or earlier: 2023, 2023-11 or 2023-11-13.")
  var until: String?

  @Option(
    help: "Only articles that name this person, organization or place.", completion: .custom(Completions.entities))
  var entity: String?

  @Option(
    help: "Only articles in which this person, organization or place speaks.",
    completion: .custom(Completions.entities))
  var speaker: String?

  @Option(help: "Only articles with this tag.", completion: .custom(Completions.tags))
  var tag: String?

  @Option(
    help: "Only articles in this language: ar, fa, he, ur, en.", completion: .list(["ar", "fa", "he", "ur", "en"]))
  var language: String?

  @Flag(help: "Only articles that were never opened.")
  var unread = false

  @Flag(help: "Only articles that you marked with 'mujaz flag'.")
  var flagged = false

  /// The filter that the options make.
  ///
  /// - Throws: `ValidationError` for a date that is none.
  func filter() throws -> BriefingFilter {
    BriefingFilter(
      source: source, since: try day(since, "--since", isLast: false), until: try day(until, "--until", isLast: true),
      entity: entity, speaker: speaker, tag: tag, language: language, unreadOnly: unread, flaggedOnly: flagged)
  }

  /// A day; of a month or a year its first or last one.
  private func day(_ text: String?, _ option: String, isLast: Bool) throws -> PublicationDate? {
    guard let text else { return nil }
    var candidates = [text]
    if text.utf8.count == 4 { candidates = [text + (isLast ? "-12-31" : "-01-01")] }
    if text.utf8.count == 7 { candidates = isLast ? ["31", "30", "29", "28"].map { "\(text)-\($0)" } : [text + "-01"] }
    guard let date = candidates.lazy.compactMap(PublicationDate.init).first else {
      throw ValidationError("\(option): found '\(text)'; expected a date such as 2023, 2023-11 or 2023-11-13")
    }
    return date
  }
}

/// In which form a reading command writes.
struct FormatOptions: ParsableArguments {
  @Option(help: "text, json or jsonl.")
  var format: RowFormat = .text
}

extension RowFormat: ExpressibleByArgument {}
extension SearchOrder: ExpressibleByArgument {}

/// How many rows a command writes.
func checkedLimit(_ limit: Int) throws -> Int {
  guard limit >= 0 else { throw ValidationError("--limit: found \(limit); expected 0 or more") }
  return limit
}
