import Briefings
import GRDB
import Store

/// What surrounds one entity.
///
/// Article keys order by day (`Schema`), so the index on entity and article gives the newest articles without sorting, and
/// the months without reading an article.
struct EntityLists {
  private let db: Database
  private let entity: Int64?

  init(_ db: Database, _ name: EntityName) throws {
    self.db = db
    let find = try db.cachedStatement(sql: "SELECT id FROM entity WHERE folded = ? AND type = ?")
    entity = try Int64.fetchOne(find, arguments: [Encoding.folded(name.name), name.type.rawValue])
  }

  /// How many articles of each month name it.
  func months() throws -> TimelineMonths {
    let count = try db.cachedStatement(
      sql: """
        SELECT article >> 22, count(DISTINCT article) FROM article_entity WHERE entity = ? GROUP BY article >> 22
        """)
    let days = try Row.fetchAll(count, arguments: [entity])
    return TimelineMonths(days: days.map { (day: Encoding.day(ofKey: ($0[0] as Int64) << 22), count: $0[1]) })
  }

  /// The entities that the newest articles naming it name besides.
  func neighbours(among count: Int, limit: Int) throws -> [EntityNeighbour] {
    let find = try db.cachedStatement(
      sql: """
        SELECT e.type, e.canonical, e.english, n FROM (
          SELECT u.entity AS id, count(DISTINCT u.article) AS n FROM (
            SELECT DISTINCT article FROM article_entity WHERE entity = ?1 ORDER BY article DESC LIMIT ?2) k
          CROSS JOIN article_entity u ON u.article = k.article
          WHERE u.entity <> ?1 GROUP BY u.entity) f
        JOIN entity e ON e.id = f.id ORDER BY n DESC, e.briefings, e.id LIMIT ?3
        """)
    return try Row.fetchAll(find, arguments: [entity, count, max(0, limit)]).map { row in
      let type = EntityType(rawValue: row[0]) ?? .organization
      return EntityNeighbour(name: EntityName(type, row[1]), english: row[2], briefingCount: row[3])
    }
  }
}
