import Briefings
import Glibc
import Reader
import Search
import Store

/// Where files of the reader's go.
struct FilePlaces: Sendable {
  /// The user's home folder, where there is one.
  var home: String?
  /// The folder that the configuration names for files, or nothing.
  var folder = ""
}

/// Writes what the reader orders into files.
struct ReaderExport {
  /// The archive.
  let store: any BriefingStore
  /// The user's home folder, where there is one.
  let home: String?
  /// The folder that the configuration names for such files; made where it is not there.
  let folder: String
  /// Whether the file is still wanted.
  let isWanted: () -> Bool
  /// Hears how many are written, and of how many.
  let tell: (Int, Int) -> Void

  /// Articles and statements of a dossier, the newest, as many as `mujaz dossier` takes.
  private static let dossierLimit = 300
  /// The most that is taken of a search.
  private static let hitLimit = 10_000

  /// Writes a file.
  ///
  /// - Returns: What came of it; `nil` where it is no longer wanted, and then there is no file.
  func write(_ order: ExportOrder) -> ExportOutcome? {
    do {
      let path = try place(of: order)
      let file = try NewFile(path, replacing: false)
      let count: Int
      if order.form == .html {
        let (html, statements) = try page(order)
        try file.write(html)
        count = statements
      } else {
        count = try writeRows(order, FileSink(file: file))
      }
      guard isWanted() else { return nil }
      let written = try file.finish(isNumbered: true)
      return .written(path: shown(written), count: count, avoided: written == path ? nil : lastPart(path))
    } catch let failure as Failure {
      return .failed(failure.message)
    } catch {
      return .failed("\(error)")
    }
  }

  // MARK: Paths

  private func place(of order: ExportOrder) throws -> String {
    var path = expanded(order.path)
    if !folder.isEmpty { makeFolder(expanded(folder), for: path) }
    var status = stat()
    if path.hasSuffix("/") || stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR {
      path += (path.hasSuffix("/") ? "" : "/") + order.name
    }
    guard !path.hasPrefix("/"), let here = getcwd(nil, 0) else { return path }
    defer { free(here) }
    return String(cString: here) + "/" + path
  }

  private func expanded(_ path: String) -> String {
    guard let home, path == "~" || path.hasPrefix("~/") else { return path }
    return home + path.dropFirst()
  }

  /// Makes the configured folder for the first file in it.
  private func makeFolder(_ folder: String, for path: String) {
    let folder = folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    // What fails here is told when the file cannot be made.
    if path.hasPrefix(folder + "/") { mkdir(folder, 0o777) }
  }

  /// A path as it is told: the home folder short.
  private func shown(_ path: String) -> String {
    guard let home, home.count > 1, path.hasPrefix(home + "/") else { return path }
    return "~" + path.dropFirst(home.count)
  }

  private func lastPart(_ path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }

  // MARK: Rows

  private func writeRows(_ order: ExportOrder, _ sink: FileSink) throws -> Int {
    let format: ExportFormat =
      switch order.form {
      case .markdown: .markdown
      case .csv: .csv
      case .jsonLines, .html: .jsonl
      }
    var writer = ExportWriter(format: format, store: store, language: order.language, sink: sink)
    switch order.subject {
    case .articles(let ids):
      try writer.beginArticles()
      return try forEach(ids, of: ids.count) { try writer.write($0) }
    case .list(let filter):
      try writer.beginArticles()
      let total = try attempt { () throws(StoreError) in try store.count(filter) }
      return try forEachPage(of: total) { cursor throws(StoreError) in
        let page = try store.summaries(filter, limit: 500, after: cursor)
        return (page.rows.map(\.id), page.next)
      } write: {
        try writer.write($0)
      }
    case .hits(let query):
      try writer.beginArticles()
      let found = try attempt { () throws(StoreError) in
        try store.search(query, filter: BriefingFilter(), order: .date, limit: Self.hitLimit)
      }
      return try forEach(found.hits.map(\.briefing.id), of: found.hits.count) { try writer.write($0) }
    case .statements(let ids):
      try writer.beginStatements()
      return try forEach(ids, of: ids.count) { id in
        guard let record = try attempt({ () throws(StoreError) in try store.statement(id) }) else { return false }
        try writer.write(record)
        return true
      }
    case .statementHits(let query):
      try writer.beginStatements()
      let found = try attempt { () throws(StoreError) in
        try store.statements(matching: query, filter: BriefingFilter(), limit: Self.hitLimit)
      }
      return try forEach(found.hits, of: found.hits.count) {
        try writer.write($0.record)
        return true
      }
    case .said(let name):
      try writer.beginStatements()
      let months = try attempt { () throws(StoreError) in try store.statementMonths(by: name) }
      return try forEachPage(of: months.months.reduce(months.undated) { $0 + $1.count }) { cursor throws(StoreError) in
        let page = try store.statements(by: name, limit: 500, after: cursor)
        return (page.rows, page.next)
      } write: {
        try writer.write($0)
        return true
      }
    case .dossier, .topicDossier, .matterDossier: return 0
    }
  }

  /// Writes things until none is wanted any more; `write` says whether a thing was there.
  ///
  /// - Parameter done: How many were written before.
  private func forEach<Item>(
    _ items: [Item], of total: Int, done: Int = 0, _ write: (Item) throws -> Bool
  ) throws -> Int {
    var count = 0
    for item in items {
      guard isWanted() else { return count }
      if try write(item) { count += 1 }
      tell(done + count, total)
    }
    return count
  }

  private func forEachPage<Item>(
    of total: Int, _ next: (Cursor?) throws(StoreError) -> ([Item], Cursor?), write: (Item) throws -> Bool
  ) throws -> Int {
    var (count, cursor) = (0, Cursor?.none)
    repeat {
      let after = cursor
      let (items, following) = try attempt { () throws(StoreError) in try next(after) }
      cursor = following
      count += try forEach(items, of: total, done: count, write)
    } while cursor != nil && isWanted()
    return count
  }

  // MARK: Dossiers

  private func page(_ order: ExportOrder) throws -> (html: String, statements: Int) {
    let limit = Self.dossierLimit
    let gathered: Dossier
    switch order.subject {
    case .dossier(let name, let type):
      let found = try attempt { () throws(StoreError) in try store.entities(named: name) }
      // What only goes by that name too is another one.
      let same = found.filter { $0.canonical == name }
      guard let entity = same.first(where: { $0.type == type }) ?? same.first ?? found.first else {
        throw Failure("found no entity '\(name)' in the archive")
      }
      gathered = try attempt { () throws(StoreError) in
        try dossier(of: entity, in: store, limit: limit, isWanted: isWanted)
      }
    case .topicDossier(let query, let written):
      gathered = try attempt { () throws(StoreError) in
        try dossier(onTopic: query, written, BriefingFilter(), in: store, limit: limit, isWanted: isWanted)
      }
    case .matterDossier(let record):
      gathered = try attempt { () throws(StoreError) in
        try dossier(onMatterOf: record, in: store, limit: limit, isWanted: isWanted)
      }
    default: throw Failure("only a dossier is a page of HTML")
    }
    let html = isWanted() ? DossierPage(gathered, language: order.language).html : ""
    return (html, gathered.said.total + gathered.about.total)
  }
}
