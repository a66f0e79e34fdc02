import ArgumentParser
import Briefings
import Search
import Store

/// `mujaz saved`
struct SavedCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "saved", abstract: "Searches with names, and what is new in them.",
    discussion: "A hit is new until the search is run: new or changed articles since then.",
    subcommands: [List.self, Add.self, Run.self, Remove.self], defaultSubcommand: List.self)

  /// `mujaz saved list`
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "All saved searches: how many new hits, how many in all.")

    @OptionGroup var common: CommonOptions
    @OptionGroup var output: FormatOptions

    private struct Row {
      let search: SavedSearch
      let new: SearchResults
      let all: SearchResults
    }

    func run() throws {
      let store = try Surroundings().openStore(common)
      var failures = 0
      var rows: [Row] = []
      for search in try attempt({ () throws(StoreError) in try store.savedSearches() }) {
        do {
          rows.append(
            Row(
              search: search, new: try hits(of: search, store, limit: 0, newOnly: true),
              all: try hits(of: search, store, limit: 0, newOnly: false)))
        } catch let failure as Failure {
          failures += 1
          Messages.write("mujaz: \(search.name): \(failure.message)")
        }
      }
      output.format.write(rows) { row in
        .object([
          ("name", .string(row.search.name)), ("query", .string(row.search.query)), ("new", .integer(row.new.total)),
          ("total", .integer(row.all.total)), ("exact", .bool(row.new.isTotalExact && row.all.isTotalExact)),
        ])
      } text: { row in
        [[row.search.name, "\(count(row.new)) new", "\(count(row.all)) in all", row.search.query]]
      }
      if failures > 0 { throw Failure("") }
    }

    private func count(_ results: SearchResults) -> String { "\(results.total)\(results.isTotalExact ? "" : "+")" }
  }

  /// `mujaz saved add`
  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "add", abstract: "Give a search a name; what is there already counts as seen.")

    @OptionGroup var common: CommonOptions
    @Flag(help: "Everything counts as new.") var unseen = false
    @Argument(help: "The name.") var name: String
    @Argument(help: "The query.") var query: [String]

    func validate() throws {
      if name.allSatisfy(\.isWhitespace) { throw ValidationError("the name: found a blank one; expected a word") }
    }

    func run() throws {
      let surroundings = Surroundings()
      let text = query.joined(separator: " ")
      _ = try parsedQuery(text, surroundings.language(try surroundings.configuration(common)))
      let store = try surroundings.openStore(common)
      let seen = unseen ? .none : try attempt { () throws(StoreError) in try store.latestChange() }
      let old = try attempt { () throws(StoreError) in
        try store.save(SavedSearch(name: name, query: text, seen: seen))
      }
      Output.line("saved '\(name)'" + (old.map { "; before: \($0.query)" } ?? ""))
    }
  }

  /// `mujaz saved run`
  struct Run: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "run", abstract: "The hits of a saved search, which count as seen then.")

    @OptionGroup var common: CommonOptions
    @OptionGroup var output: FormatOptions
    @Flag(help: "Only what is new.") var new = false
    @Flag(help: "New hits stay new.") var keep = false
    @Option(help: "At most this many hits.") var limit = 20
    @Option(help: "relevance or date.") var order: SearchOrder = .date
    @Argument(help: "The name.", completion: .custom(Completions.savedSearches)) var name: String

    func run() throws {
      let store = try Surroundings().openStore(common)
      var search = try find(name, store)
      // Before the search: what comes meanwhile is new the next time.
      let moment = try attempt { () throws(StoreError) in try store.latestChange() }
      let results = try hits(of: search, store, limit: try checkedLimit(limit), newOnly: new, order: order)
      output.format.write(results.hits, json: { json($0) }, text: SearchCommand.lines)
      guard !keep, moment > search.seen else { return }
      search.seen = moment
      _ = try attempt { () throws(StoreError) in try store.save(search) }
    }
  }

  /// `mujaz saved remove`
  struct Remove: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "remove", abstract: "Forget a saved search.")

    @OptionGroup var common: CommonOptions
    @Argument(help: "The name.", completion: .custom(Completions.savedSearches)) var name: String

    func run() throws {
      let store = try Surroundings().openStore(common)
      _ = try find(name, store)
      let old = try attempt { () throws(StoreError) in try store.removeSavedSearch(name) }
      Output.line("removed '\(name)'; it was: \(old?.query ?? "")")
    }
  }
}

private func find(_ name: String, _ store: any BriefingStore) throws -> SavedSearch {
  let all = try attempt { () throws(StoreError) in try store.savedSearches() }
  guard let found = all.first(where: { $0.name == name }) else {
    throw Failure("found no saved search '\(name)'; 'mujaz saved' lists them")
  }
  return found
}

private func hits(
  of search: SavedSearch, _ store: any BriefingStore, limit: Int, newOnly: Bool, order: SearchOrder = .date
) throws -> SearchResults {
  let query = try parsedQuery(search.query, Surroundings().language(Configuration()))
  let filter = BriefingFilter(arrivedAfter: newOnly ? search.seen : nil)
  return try attempt { () throws(StoreError) in
    try store.search(query, filter: filter, order: order, limit: limit)
  }
}
