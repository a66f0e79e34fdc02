import ArgumentParser
import Briefings
import Reader
import Search
import Store

/// `mujaz list`
struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "list", abstract: "List articles, newest first.")

  @OptionGroup var common: CommonOptions
  @OptionGroup var filters: FilterOptions
  @OptionGroup var output: FormatOptions
  @Option(help: "At most this many.") var limit = 50
  @Flag(help: "The same text in other papers stands below the newest of them.") var group = false

  func run() throws {
    let store = try Surroundings().openStore(common)
    let filter = try filters.filter()
    let limit = try checkedLimit(limit)
    let page = try attempt { () throws(StoreError) in try store.summaries(filter, limit: limit, after: nil) }
    if group { return try writeGroups(page.rows, store, output.format) }
    output.format.write(page.rows, json: { json($0) }) { row in
      [row.fields]
    }
  }
}

/// `mujaz search`
struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search", abstract: "Search the archive by keyword.",
    discussion: """
      All words are required; their spelling variants, attached particles and inflections count. "exact phrase"  OR  \
      -word  word*  title: source: entity: speaker: cue: is: tag: lang: date:2023-11..2024-01
      """)

  @OptionGroup var common: CommonOptions
  @OptionGroup var filters: FilterOptions
  @OptionGroup var output: FormatOptions
  @Option(help: "At most this many hits.") var limit = 20
  @Option(help: "relevance or date.") var order: SearchOrder = .relevance
  @Flag(help: "Rank all that match, however many.") var rankAll = false
  @Flag(help: "Look for statements: their words, speakers, reporting words.") var statements = false
  @Flag(help: "Look for people, organizations and places by name.") var entities = false
  @Flag(help: "Count by source, month, entity and speaker instead of listing hits.") var facets = false
  @Option(
    help: "A file with one query a line; one line of JSON for each comes out, in the same order.", completion: .file())
  var batch: String?
  @Argument(help: "The query.") var query: [String] = []

  func validate() throws {
    if batch == nil, query.isEmpty { throw ValidationError("found no query; expected words, or --batch FILE") }
    if batch != nil, !query.isEmpty { throw ValidationError("found both a query and --batch; expected one of them") }
    let kinds = [
      (rankAll, "--rank-all"), (statements, "--statements"), (entities, "--entities"), (facets, "--facets"),
      (batch != nil, "--batch"),
    ]
    let asked = kinds.filter(\.0).map(\.1)
    if asked.count > 1 { throw ValidationError("found \(asked.joined(separator: " and ")); expected one of them") }
  }

  func run() throws {
    let surroundings = Surroundings()
    let language = surroundings.language(try surroundings.configuration(common))
    func parsed(_ text: String) throws -> Query { try parsedQuery(text, language) }
    let store = try surroundings.openStore(common)
    let filter = try filters.filter()
    let limit = try checkedLimit(limit)
    guard let batch else {
      let text = query.joined(separator: " ")
      if statements { return try writeStatements(try parsed(text), store, filter, limit) }
      if entities { return try writeEntities(named: text, store, limit) }
      if facets { return try writeFacets(try parsed(text), store, filter, limit) }
      let results =
        rankAll ? try findAll(try parsed(text), store, filter, limit) : try find(parsed(text), store, filter, limit)
      if results.isRankingPartial {
        Messages.write("mujaz: ranked \(results.total) of those that match; --rank-all ranks all of them")
      }
      output.format.write(results.hits, json: { json($0) }, text: Self.lines)
      if results.hits.isEmpty, limit > 0 { advise(on: text, store, language) }
      return
    }
    guard let bytes = contents(ofFile: batch) else { throw Failure("cannot read the queries in \(batch)") }
    var failures = 0
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: true) {
      var hits: [SearchHit] = []
      do {
        hits = try find(parsed(String(line)), store, filter, limit).hits
      } catch let failure as Failure {
        failures += 1
        Messages.write("mujaz: \(QueryError.clipped(String(line))): \(failure.message)")
      }
      Output.json(.object([("query", .string(String(line))), ("hits", .array(hits.map { json($0) }))]))
    }
    if failures > 0 { throw Failure("", status: .failed) }
  }

  private func find(_ query: Query, _ store: any BriefingStore, _ filter: BriefingFilter, _ limit: Int) throws
    -> SearchResults
  {
    let order = order
    return try attempt { () throws(StoreError) in try store.search(query, filter: filter, order: order, limit: limit) }
  }

  /// Says what may have been meant where nothing was found.
  private func advise(on text: String, _ store: any WordCounting, _ language: InterfaceLanguage) {
    // Advice that cannot be had is no failure of the search.
    guard let advice = try? SpellingAdvice(counts: { try store.briefings(withWords: $0) }).better(than: text) else {
      return
    }
    Messages.write("mujaz: " + QueryWording(language).advice(advice))
  }

  /// A hit as people read it.
  static func lines(_ hit: SearchHit) -> [[String]] {
    [hit.briefing.fields] + hit.snippets.map { ["    " + marked($0.text, $0.marks)] }
  }

  /// A text with its matches between brackets.
  static func marked(_ text: String, _ marks: [Range<Int>]) -> String {
    var bytes: [UInt8] = []
    var at = 0
    let all = Array(text.utf8)
    for mark in marks {
      bytes += all[at..<mark.lowerBound] + Array("⟦".utf8) + all[mark] + Array("⟧".utf8)
      at = mark.upperBound
    }
    return String(decoding: bytes + all[at...], as: UTF8.self)
  }
}

/// `mujaz entities`
struct EntitiesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "entities", abstract: "People, organizations and places of one article, or of the archive.")

  @OptionGroup var common: CommonOptions
  @OptionGroup var filters: FilterOptions
  @OptionGroup var output: FormatOptions
  @Option(help: "At most this many.") var limit = 100
  @Argument(help: "The article's id.") var id: String?

  func run() throws {
    let store = try Surroundings().openStore(common)
    let limit = try checkedLimit(limit)
    guard let id else {
      let filter = try filters.filter()
      let rows = try attempt { () throws(StoreError) in try store.entities(filter, limit: limit) }
      return output.format.write(rows, json: { json($0) }, text: Self.lines)
    }
    let findings = try attempt { () throws(StoreError) in try store.findings(of: BriefingID(id)) }
    guard let findings else { throw Failure.unknown(article: id) }
    output.format.write(Array(findings.entities.prefix(limit)), json: { json($0) }) { entity in
      [
        [
          "\(entity.mentions.count)", entity.type.rawValue, entity.canonical, entity.english ?? "",
          entity.forms.joined(separator: " | "),
        ]
      ]
    }
  }

  /// An entity of the archive as people read it: how many articles name it, and how.
  static func lines(_ row: EntityRecord) -> [[String]] {
    [
      [
        "\(row.briefingCount)", row.type.rawValue, row.canonical, row.english ?? "", row.forms.joined(separator: " | "),
      ]
    ]
  }
}

/// `mujaz statements`
struct StatementsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "statements", abstract: "Who said what in one article, or in the archive.")

  @OptionGroup var common: CommonOptions
  @OptionGroup var filters: FilterOptions
  @OptionGroup var output: FormatOptions
  @Option(help: "At most this many.") var limit = 100
  @Argument(help: "The article's id.") var id: String?

  func run() throws {
    let store = try Surroundings().openStore(common)
    let limit = try checkedLimit(limit)
    let filter = try filters.filter()
    let id = id.map { BriefingID($0) }
    var rows: [StatementRecord]
    if let id {
      guard try attempt({ () throws(StoreError) in try store.briefing(id) }) != nil else {
        throw Failure.unknown(article: id.text)
      }
      rows = Array(try attempt { () throws(StoreError) in try store.statements(of: id) }.prefix(limit))
    } else {
      rows = try attempt { () throws(StoreError) in try store.statements(filter, limit: limit) }
    }
    output.format.write(rows, json: { json($0) }, text: lines)
  }

  private func lines(_ record: StatementRecord) -> [[String]] {
    let statement = record.statement
    let speaker = statement.speakerEntity ?? statement.speaker ?? "—"
    let sign = statement.polarity == .deny ? " ✗" : ""
    return [
      [record.id.text, record.briefing.date?.day ?? "", speaker, "\(statement.cue)\(sign)", statement.content]
    ]
  }
}

/// `mujaz verify`
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Check the archive and its indexes.")

  @OptionGroup var common: CommonOptions
  @Flag(help: "Make what is derived anew where it is wrong.") var repair = false

  func run() throws {
    let store = try Surroundings().openStore(common)
    let repair = repair
    let report = try attempt { () throws(StoreError) in
      try Messages.showingSeconds("checking") { () throws(StoreError) in try store.verify(repair: repair) }
    }
    report.checks.forEach { Output.line("checked   \($0)") }
    report.repairs.forEach { Output.line("repaired  \($0)") }
    report.problems.forEach { Output.line("problem   \($0)") }
    Output.line(report.isSound ? "The archive is sound." : "The archive has \(report.problems.count) problems.")
    if !report.isSound { throw Failure("") }
  }
}

extension Failure {
  /// The article asked for is not there.
  static func unknown(article id: String) -> Failure {
    Failure("found no article '\(id)' in the archive; 'mujaz list' shows the ids")
  }
}
