import GRDB
import GRDBSQLite

/// A statement whose arguments are all numbers, run without a value of Swift for each: the rows that findings have most of.
struct NumberStatement {
  private let db: Database
  private let statement: GRDB.Statement

  init(_ db: Database, sql: String) throws {
    self.db = db
    statement = try db.cachedStatement(sql: sql)
  }

  /// Runs the statement for its effect.
  func execute(_ numbers: Int64...) throws { _ = try run(numbers) }

  /// Runs the statement; its first row's number, or `nil` when there is no row.
  func number(_ numbers: Int64...) throws -> Int64? { try run(numbers) }

  private func run(_ numbers: [Int64]) throws -> Int64? {
    let handle = statement.sqliteStatement
    defer { sqlite3_reset(handle) }
    for (index, number) in numbers.enumerated() { sqlite3_bind_int64(handle, CInt(index + 1), number) }
    let code = sqlite3_step(handle)
    switch code {
    case SQLITE_ROW: return sqlite3_column_int64(handle, 0)
    case SQLITE_DONE: return nil
    default:
      throw DatabaseError(
        resultCode: ResultCode(rawValue: code),
        message: sqlite3_errmsg(db.sqliteConnection).map { String(cString: $0) },
        sql: statement.sql)
    }
  }
}
