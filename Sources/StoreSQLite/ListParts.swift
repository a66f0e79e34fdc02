import Briefings
import GRDB
import Search

extension FilterConditions {
  /// The condition that `article a` stands in a part of the archive; `rest` is what else is asked of it.
  ///
  /// - Parameter isCommon: Whether many articles share it: then they are looked for in the order of the list, and not all
  ///   gathered first.
  static func part(_ part: ListPart, isCommon: Bool = false, rest: Conditions) -> Conditions {
    var all = Conditions()
    switch part {
    case .source(let name): all.add("a.source = (SELECT id FROM source WHERE name = ?)", [name])
    case .date(let text): add(period(text), to: &all)
    case .tag(let tag):
      add(
        "SELECT article FROM article_tag WHERE folded = ? AND by_user < 2", isCommon, [Encoding.folded(tag)], to: &all)
    case .entity(let entity):
      add(
        """
        SELECT article FROM article_entity
        WHERE entity = (SELECT id FROM entity WHERE folded = ? AND type = ?)
        """, isCommon, [Encoding.folded(entity.name), entity.type.rawValue], to: &all)
    case .story(let id):
      all.add(
        """
        a.key IN (SELECT key FROM article WHERE story = (SELECT story FROM article WHERE id = ?)
          UNION SELECT key FROM article WHERE id = ?)
        """, [id.text, id.text])
    case .leads:
      let passes = rest.parts.isEmpty ? "" : " AND EXISTS (SELECT 1 FROM article a WHERE a.key = b.key AND \(rest.sql))"
      all.add(
        """
        (a.story IS NULL OR NOT EXISTS (
          SELECT 1 FROM article b WHERE b.story = a.story AND (b.time, b.key) > (a.time, a.key)\(passes)))
        """)
      return all.with(rest.arguments)
    }
    return all
  }

  private static func add(_ select: String, _ isCommon: Bool, _ values: [String], to all: inout Conditions) {
    all.add(isCommon ? "EXISTS (\(select) AND article = a.key)" : "a.key IN (\(select))", values)
  }

  private static func add(_ seconds: Range<Int64>?, to all: inout Conditions) {
    if let seconds {
      all.add("a.time >= ? AND a.time < ?", [seconds.lowerBound, seconds.upperBound])
    } else {
      all.add("a.time = ?", [Schema.undated])
    }
  }

  /// The seconds of a year, a month or a day; `nil` for no date. What is none of these holds nothing.
  private static func period(_ text: String) -> Range<Int64>? {
    if text.isEmpty { return nil }
    func second(_ text: String) -> Int64? { PublicationDate(text)?.seconds }
    let (day, month) = (Int64(86_400), 32 * Int64(86_400))
    switch text.utf8.count {
    case 4:
      guard let first = second(text + "-01-01"), let last = second(text + "-12-31") else { break }
      return first..<last + day
    case 7:
      guard let first = second(text + "-01") else { break }
      let last = ["-31", "-30", "-29", "-28"].lazy.compactMap { second(text + $0) }.first
      return first..<(last.map { $0 + day } ?? first + month)
    default: if let first = second(text) { return first..<first + day }
    }
    return 0..<0
  }

  /// The conditions of a filter for a list of it in some order: parts that many articles share are looked for otherwise
  /// than those of few.
  static func listConditions(_ filter: BriefingFilter, _ db: Database) throws -> Conditions {
    // Which article is the newest of a story depends on all that is asked.
    if filter.parts.contains(.leads) { return conditions(filter) }
    var rest = filter
    rest.parts.removeAll { part in
      switch part {
      case .tag, .entity: true
      default: false
      }
    }
    // What is few leads; the planner has no better idea.
    var all = Conditions()
    for part in filter.parts where !rest.parts.contains(part) {
      let found = Self.part(part, rest: Conditions())
      let count = try Int.fetchOne(
        db, sql: "SELECT count(*) FROM (SELECT 1 FROM article a WHERE \(found.sql) LIMIT ?)",
        arguments: StatementArguments(found.arguments + [(Self.commonCount + 1).databaseValue]))
      all.add(Self.part(part, isCommon: (count ?? 0) > Self.commonCount, rest: Conditions()))
    }
    all.add(conditions(rest))
    return all
  }

  /// What more articles share is common.
  private static let commonCount = 5_000
}
