import ArgumentParser
import Briefings
import Reader
import Search
import Store

/// `mujaz export`
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Articles or statements as JSON Lines, Markdown with citations, or CSV.",
    discussion: """
      JSON Lines hold everything and come back through import unchanged. Markdown is for notes and reports. CSV is for \
      spreadsheets; what they would take for a formula gets an apostrophe before it.
      """)

  @OptionGroup var common: CommonOptions
  @OptionGroup var filters: FilterOptions
  @Option(help: "jsonl, markdown or csv.") var format: ExportFormat = .jsonl
  @Flag(help: "Statements instead of whole articles.") var statements = false
  @Option(help: "Only what a search finds, newest first; 'mujaz search' tells how queries are written.")
  var query: String?
  @Option(help: "At most this many articles or statements; of a query 10000 unless told.") var limit: Int?
  @Flag(help: "What can still be read of a damaged archive: every article, without findings.") var salvage = false
  @OptionGroup var articles: ArticleArguments

  func validate() throws {
    if query != nil, !articles.ids.isEmpty {
      throw ValidationError("found both ids and --query; expected one of them")
    }
    if salvage, format != .jsonl || statements || query != nil || !articles.ids.isEmpty {
      throw ValidationError("--salvage: found another choice beside it; it writes all articles as JSON Lines")
    }
  }

  func run() throws {
    let surroundings = Surroundings()
    if salvage { return try writeSalvage(try surroundings.archivePath(common.archive)) }
    let filter = try filters.filter()
    let limit = try checkedLimit(limit ?? (query == nil ? .max : 10_000))
    let query = try query.map { try parsedQuery($0, surroundings.language(try surroundings.configuration(common))) }
    let store = try surroundings.openStore(common)
    let language = surroundings.language(try surroundings.configuration(common))
    var writer = ExportWriter(format: format, store: store, language: language)
    if statements {
      try writeStatements(query, filter, limit, store, &writer)
    } else {
      try writeArticles(query, filter, limit, store, &writer)
    }
  }

  private func writeArticles(
    _ query: Query?, _ filter: BriefingFilter, _ limit: Int, _ store: any BriefingStore, _ writer: inout ExportWriter
  ) throws {
    try writer.beginArticles()
    guard articles.ids.isEmpty else {
      return try report(try articles.read().prefix(limit).filter { try !writer.write($0) })
    }
    if let query {
      let results = try attempt { () throws(StoreError) in
        try store.search(query, filter: filter, order: .date, limit: limit)
      }
      tellCut(results.hits.count, results.total)
      for hit in results.hits { _ = try writer.write(hit.briefing.id) }
      return
    }
    try forEachArticle(filter, limit, store) { _ = try writer.write($0) }
  }

  private func writeStatements(
    _ query: Query?, _ filter: BriefingFilter, _ limit: Int, _ store: any BriefingStore, _ writer: inout ExportWriter
  ) throws {
    try writer.beginStatements()
    if let query {
      let results = try attempt { () throws(StoreError) in
        try store.statements(matching: query, filter: filter, limit: limit)
      }
      tellCut(results.hits.count, results.total)
      for hit in results.hits { try writer.write(hit.record) }
      return
    }
    if articles.ids.isEmpty, filter.speaker != nil {
      let records = try attempt { () throws(StoreError) in try store.statements(filter, limit: min(limit, 1_000_000)) }
      for record in records { try writer.write(record) }
      return
    }
    var left = limit
    func write(_ id: BriefingID) throws {
      let records = try attempt { () throws(StoreError) in try store.statements(of: id) }
      for record in records.prefix(left) { try writer.write(record) }
      left -= min(left, records.count)
    }
    guard articles.ids.isEmpty else {
      let ids = try articles.read()
      for id in ids where left > 0 { try write(id) }
      return try report(
        try ids.filter { id in try attempt { () throws(StoreError) in try store.briefing(id) } == nil })
    }
    try forEachArticle(filter, .max, store) { if left > 0 { try write($0) } }
  }

  private func forEachArticle(
    _ filter: BriefingFilter, _ limit: Int, _ store: any BriefingStore, _ work: (BriefingID) throws -> Void
  ) throws {
    var cursor: Cursor?
    var left = limit
    repeat {
      let (after, count) = (cursor, min(left, 500))
      let page = try attempt { () throws(StoreError) in try store.summaries(filter, limit: count, after: after) }
      for row in page.rows { try work(row.id) }
      left -= page.rows.count
      cursor = page.next
    } while cursor != nil && left > 0
  }

  /// Names articles that are not there.
  private func report(_ missing: [BriefingID]) throws {
    for id in missing { Messages.write("mujaz: " + Failure.unknown(article: id.text).message) }
    if !missing.isEmpty { throw Failure("") }
  }

  private func tellCut(_ written: Int, _ total: Int) {
    if written < total { Messages.write("mujaz: wrote the newest \(written) of \(total); --limit \(total) writes all") }
  }
}

/// The formats of export.
enum ExportFormat: String, CaseIterable, ExpressibleByArgument {
  case jsonl, markdown, csv
}

/// Reads a query; what is wrong with it is said in a language.
func parsedQuery(_ text: String, _ language: InterfaceLanguage) throws -> Query {
  do throws(QueryError) {
    return try Query.parse(text)
  } catch {
    throw Failure(
      QueryWording(language).problem(error),
      details: "    \(error.pointed)".split(separator: "\n", omittingEmptySubsequences: false).map { String($0) },
      status: .usage)
  }
}
