import ArabicText
import Briefings
import GRDB
import Search

/// SQL conditions with their arguments, joined by AND.
struct Conditions {
  private(set) var parts: [String] = []
  private(set) var arguments: [DatabaseValue] = []

  /// The conditions as one expression.
  var sql: String { parts.isEmpty ? "1" : parts.joined(separator: " AND ") }

  /// Adds a condition whose `?` stand for `values`.
  mutating func add(_ condition: String, _ values: [any DatabaseValueConvertible] = []) {
    parts.append(condition)
    arguments += values.map(\.databaseValue)
  }

  /// Adds other conditions.
  mutating func add(_ other: Conditions) {
    parts += other.parts
    arguments += other.arguments
  }

  /// Other conditions as one condition that may be negated or joined by OR.
  static func joined(_ all: [Conditions], by word: String) -> Conditions {
    var joined = Conditions()
    joined.parts = ["(" + all.map { "(\($0.sql))" }.joined(separator: " \(word) ") + ")"]
    joined.arguments = all.flatMap(\.arguments)
    return joined
  }

  /// The conditions with more arguments, for `?` that stand in their text already.
  func with(_ more: [DatabaseValue]) -> Conditions {
    var all = self
    all.arguments += more
    return all
  }

  /// The opposite.
  static func not(_ other: Conditions) -> Conditions {
    var negated = Conditions()
    negated.parts = ["NOT (\(other.sql))"]
    negated.arguments = other.arguments
    return negated
  }
}

/// Conditions on `article a` for what filters and fields of queries ask.
enum FilterConditions {
  /// The conditions of a filter; none for an empty one.
  static func conditions(_ filter: BriefingFilter) -> Conditions {
    var all = Conditions()
    if let source = filter.source { all.add(field(.source, source)) }
    if filter.since != nil || filter.until != nil { all.add(published(days(filter))) }
    if let entity = filter.entity { all.add(field(.entity, entity)) }
    if let speaker = filter.speaker { all.add(field(.speaker, speaker)) }
    if let tag = filter.tag { all.add(field(.tag, tag)) }
    if let language = filter.language { all.add(field(.language, language)) }
    if filter.unreadOnly { all.add("a.is_read = 0") }
    if filter.flaggedOnly { all.add("a.is_flagged <> 0") }
    if let query = filter.query { all.add(QueryCompiler.conditions(query)) }
    if let moment = filter.arrivedAfter { all.add("a.change > ?", [moment.number]) }
    for part in filter.parts where part != .leads { all.add(self.part(part, rest: Conditions())) }
    // Last, since it depends on all others.
    if filter.parts.contains(.leads) { all.add(part(.leads, rest: all)) }
    return all
  }

  /// The days of a filter; `until` is meant whole where it names a day only.
  static func days(_ filter: BriefingFilter) -> DayRange {
    let until = filter.until.map { $0.seconds + ($0.text.utf8.count == 10 ? 86_400 : 1) }
    return DayRange(since: filter.since?.seconds, until: until)
  }

  static func published(_ days: DayRange) -> Conditions {
    var all = Conditions()
    all.add("a.time >= ?", [days.since ?? Schema.undated + 1])
    if let until = days.until { all.add("a.time < ?", [until]) }
    return all
  }

  static func field(_ field: QueryField, _ value: String) -> Conditions {
    let folded = Encoding.folded(value)
    var all = Conditions()
    switch field {
    case .source:
      all.add("a.source IN (SELECT id FROM source WHERE instr(folded, ?) > 0)", [folded])
    case .entity:
      all.add(
        "+a.key IN (SELECT u.article FROM article_entity u WHERE u.entity IN (\(entitiesNamed)))",
        Array(repeating: names(value), count: 2))
    case .speaker:
      all.add("+a.key IN (\(selectSpoken("article")))", speakerArguments(value))
    case .tag:
      all.add("+a.key IN (SELECT article FROM article_tag WHERE folded = ? AND by_user < 2)", [folded])
    case .language:
      all.add("coalesce(a.language, a.findings_language) = ?", [value.lowercased()])
    }
    return all
  }

  /// The condition that one and the same statement of `article a` fulfils all of `parts`.
  static func statement(_ parts: [Query]) -> Conditions {
    let (speakers, voiced) = voices(parts)
    var all = Conditions()
    guard let first = speakers.first else {
      all.add("+a.key IN (SELECT article FROM statement WHERE \(voiced.sql))")
      return all.with(voiced.arguments)
    }
    var rest = voiced
    for speaker in speakers.dropFirst() { rest.add(spoken(speaker)) }
    guard !rest.parts.isEmpty else { return field(.speaker, first) }
    all.add(
      "+a.key IN (SELECT article FROM statement WHERE id IN (\(selectSpoken("id"))) AND \(rest.sql))",
      speakerArguments(first))
    return all.with(rest.arguments)
  }

  /// The condition that `statement t` fulfils all of `parts`.
  static func ofStatement(_ parts: [Query]) -> Conditions {
    let (speakers, voiced) = voices(parts)
    var all = Conditions()
    for speaker in speakers { all.add("t.id IN (\(selectSpoken("id")))", speakerArguments(speaker)) }
    guard !voiced.parts.isEmpty else { return all }
    all.add("EXISTS (SELECT 1 FROM statement WHERE id = t.id AND \(voiced.sql))")
    return all.with(voiced.arguments)
  }

  private static func spoken(_ speaker: String) -> Conditions {
    var all = Conditions()
    all.add("id IN (\(selectSpoken("id")))", speakerArguments(speaker))
    return all
  }

  /// The speakers that are asked for, and conditions on the other columns of a statement.
  private static func voices(_ parts: [Query]) -> (speakers: [String], voiced: Conditions) {
    var speakers: [String] = []
    var voiced = Conditions()
    for part in parts {
      switch part {
      case .field(.speaker, let name): speakers.append(name)
      case .quotation(let kind): voiced.add("kind = ?", [kind.rawValue])
      case .cue(.polarity(let polarity)): voiced.add("polarity = ?", [polarity.rawValue])
      case .cue(.classes(let classes)):
        voiced.add(
          "cue_class IN (\(classes.map { _ in "?" }.joined(separator: ", ")))", classes.map(\.rawValue))
      case .cue(.word(let word)): voiced.add("\(WrittenFunction.name)(?, cue, '')", [WrittenFunction.key(ofWord: word)])
      default: break
      }
    }
    return (speakers, voiced)
  }

  /// Entities one of whose names holds words that begin as asked; two arguments, each from `names`.
  static let entitiesNamed = """
    SELECT entity FROM form WHERE mentions > 0 AND id IN (
      SELECT rowid FROM entity_names WHERE entity_names MATCH ? AND rowid > 0)
    UNION SELECT -rowid FROM entity_names WHERE entity_names MATCH ? AND rowid < 0
    """

  /// The match that finds names which hold the words of `name` side by side, the last one perhaps only begun.
  static func names(_ name: String) -> String {
    let words = Encoding.folded(name).split(separator: " ").map { QueryCompiler.quoted(String($0)) }
    return words.isEmpty ? QueryCompiler.quoted("") : words.joined(separator: " + ") + " *"
  }

  /// Selects a column of the statements of speakers whose name holds words that begin as asked, or that are an entity
  /// which is also called so. The names are looked for once.
  static func selectSpoken(_ column: String) -> String {
    """
    WITH named (id) AS MATERIALIZED (
      SELECT rowid FROM speaker_names WHERE speaker_names MATCH ?
      UNION SELECT id FROM name WHERE folded IN (
        SELECT e.folded FROM entity e WHERE e.id IN (\(entitiesNamed))))
    SELECT \(column) FROM statement WHERE speaker_entity IN (SELECT id FROM named)
    UNION SELECT \(column) FROM statement WHERE speaker IN (SELECT id FROM named)
    """
  }

  /// The arguments of `selectSpoken`.
  static func speakerArguments(_ speaker: String) -> [String] { Array(repeating: names(speaker), count: 3) }
}
