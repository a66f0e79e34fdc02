import Foundation
import GRDB
import Search

/// Counts what the articles that match a query have in common.
struct FacetCounts {
  private let db: Database

  /// So many of the newest matches are counted.
  static let counted = 5_000

  init(_ db: Database) { self.db = db }

  func facets(_ run: SearchRun, limit: Int) throws -> SearchFacets {
    let found = try run.newestKeys(limit: Self.counted)
    let keys = "[" + found.keys.map { String($0) }.joined(separator: ",") + "]"
    return SearchFacets(
      sources: try counts(
        """
        SELECT s.name, count(*) AS n FROM json_each(?) k CROSS JOIN article a ON a.key = k.value
        JOIN source s ON s.id = a.source WHERE s.name <> '' GROUP BY s.id ORDER BY n DESC, s.name LIMIT ?
        """, keys, limit),
      months: try counts(
        """
        SELECT substr(a.date, 1, 7) AS month, count(*) FROM json_each(?) k CROSS JOIN article a ON a.key = k.value
        WHERE a.date IS NOT NULL GROUP BY month ORDER BY month DESC LIMIT ?
        """, keys, limit),
      entities: try counts(
        """
        SELECT e.canonical, n FROM (
          SELECT u.entity AS id, count(DISTINCT u.article) AS n FROM json_each(?) k
          CROSS JOIN article_entity u ON u.article = k.value GROUP BY u.entity ORDER BY n DESC, u.entity LIMIT ?) f
        JOIN entity e ON e.id = f.id ORDER BY n DESC, f.id
        """, keys, limit),
      speakers: try counts(
        """
        SELECT m.name, n FROM (
          SELECT coalesce(t.speaker_entity, t.speaker) AS id, count(DISTINCT t.article) AS n FROM json_each(?) k
          CROSS JOIN statement t ON t.article = k.value
          WHERE coalesce(t.speaker_entity, t.speaker) IS NOT NULL GROUP BY 1 ORDER BY n DESC, 1 LIMIT ?) f
        JOIN name m ON m.id = f.id ORDER BY n DESC, f.id
        """, keys, limit),
      counted: found.keys.count, isExact: found.areAll)
  }

  private func counts(_ sql: String, _ keys: String, _ limit: Int) throws -> [FacetCount] {
    try Row.fetchAll(db, sql: sql, arguments: [keys, max(0, limit)]).map { FacetCount(value: $0[0], count: $0[1]) }
  }
}
