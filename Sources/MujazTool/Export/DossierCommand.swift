import ArgumentParser
import Briefings
import Reader
import Search
import Store

/// `mujaz dossier`
struct DossierCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dossier", abstract: "One person, body, place or topic as a page of HTML that needs nothing else.",
    discussion: """
      The page shows forms of the name, a chart by month, statements by day with their sources and the exact words \
      marked, what denies, changes or answers them, and the articles. It holds no scripts and fetches nothing. Its own \
      words are Arabic or English, as the setting 'language' says.
      """)

  @OptionGroup var common: CommonOptions
  @OptionGroup var filters: FilterOptions
  @Option(help: "A query, instead of a name; 'mujaz search' tells how queries are written.") var topic: String?
  @Option(help: "The entity's type, where several have its name: person, organization or place.") var type: EntityType?
  @Option(help: "The file to write, instead of standard output.", completion: .file(extensions: ["html"]))
  var output: String?
  @Flag(help: "Replace the file if it is there.") var force = false
  @Option(help: "At most this many statements and articles, the newest.") var limit = 300
  @Argument(help: "The name; 'mujaz entities' shows names.", completion: .custom(Completions.entities))
  var name: [String] = []

  func validate() throws {
    if (topic == nil) == name.isEmpty { throw ValidationError("expected either a name, or --topic with a query") }
    if force, output == nil { throw ValidationError("--force: found no --output FILE that it could replace") }
    let isFiltered = try !filters.filter().isEmpty
    if topic == nil, isFiltered { throw ValidationError("found a filter with a name; filters go with --topic") }
  }

  func run() throws {
    let surroundings = Surroundings()
    let language = surroundings.language(try surroundings.configuration(common))
    let (limit, filter) = (try checkedLimit(limit), try filters.filter())
    let query = try topic.map { try parsedQuery($0, language) }
    // What cannot be written is said before the work.
    if let output, !force { try refuseExisting(output) }
    let store = try surroundings.openStore(common)
    let gathered: Dossier
    if let query, let topic {
      gathered = try attempt { () throws(StoreError) in
        try dossier(onTopic: query, topic, filter, in: store, limit: limit)
      }
    } else {
      let entity = try foundEntity(name.joined(separator: " "), type, in: store)
      gathered = try attempt { () throws(StoreError) in try dossier(of: entity, in: store, limit: limit) }
    }
    let html = DossierPage(gathered, language: language).html
    guard let output else { return Output.raw(html) }
    try writeFile(html, to: output, replacing: force)
    Messages.write("mujaz: wrote \(output): \(gathered.said.total + gathered.about.total) statements")
  }
}
