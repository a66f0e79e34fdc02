import GRDB
import GRDBSQLite
import Glibc

/// Tells how long a connection has been at work, every half a second, through SQLite's progress handler: for work that
/// consists of many statements, short and long, none of which knows of the others.
final class Heartbeat {
  private let report: (Double) -> Void
  private let interval: Double
  private let began = Heartbeat.now()
  private var last = Heartbeat.now()

  /// The steps of SQLite's machine between two looks at the clock: a few milliseconds.
  private static let steps: CInt = 200_000

  /// Reports to `report` when `interval` seconds have gone since the last time.
  init(interval: Double = 0.5, _ report: @escaping (Double) -> Void) {
    self.interval = interval
    self.report = report
  }

  /// Begins; `stop` must come before this is gone.
  func start(on db: Database) {
    sqlite3_progress_handler(
      db.sqliteConnection, Self.steps,
      { pointer in
        if let pointer { Unmanaged<Heartbeat>.fromOpaque(pointer).takeUnretainedValue().beat() }
        return 0
      }, Unmanaged.passUnretained(self).toOpaque())
  }

  func stop(on db: Database) { sqlite3_progress_handler(db.sqliteConnection, 0, nil, nil) }

  private func beat() {
    let now = Self.now()
    guard now - last >= interval else { return }
    last = now
    report(now - began)
  }

  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
