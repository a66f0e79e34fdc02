import ArgumentParser
import Briefings
import Glibc
import Importing

extension ImportFormat: ExpressibleByArgument {}

/// `mujaz import`
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Add articles: files, folders, or - for standard input.",
    discussion: """
      Reads plain text, Markdown with front matter, pages of HTML, RSS, Atom and RDF feeds, mail (one message or mbox) and \
      JSON Lines, also packed by gzip or zstd. Again with the same articles changes nothing. Ctrl-C stores what was read so \
      far; the same command goes on.
      """)

  @OptionGroup var common: CommonOptions
  @Option(help: ArgumentHelp(ImportFormat.help)) var format: ImportFormat = .auto
  @Option(help: "The source of articles that name none.") var source: String?
  @Flag(help: "Write the summary as JSON.") var json = false
  @Flag(help: "Fail, with status 1, also when articles were taken with something odd about them.") var strict = false
  @Flag(help: "Follow symbolic links inside folders.") var follow = false
  @Argument(help: "Files, folders, or - for standard input.", completion: .file()) var paths: [String] = []

  func validate() throws {
    if paths.isEmpty { throw ValidationError("found no path; expected files, folders, or - for standard input") }
  }

  func run() throws {
    let surroundings = Surroundings()
    let store = try surroundings.openStore(common)
    let ingestion = Ingestion(store: store, lexicon: surroundings.lexicon())
    Interruption.listen()
    let summary = try ingestion.importAll(
      paths, importer: Importer(format: format, defaultSource: source ?? ""), followsLinks: follow, showsProgress: true)
    if json {
      Output.json(summary.json)
    } else {
      Output.line(summary.words)
    }
    if summary.isStopped { throw Failure("stopped; the same command goes on") }
    if summary.failed > 0 || strict && summary.odd > 0 { throw Failure("") }
  }
}

extension ImportFormat {
  /// The names of all formats, for people.
  static let help = allCases.map(\.rawValue).joined(separator: ", ") + "."
}

/// `mujaz analyze`
struct AnalyzeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "analyze", abstract: "Findings of articles that are not stored, one line of JSON each.")

  @Option(help: ArgumentHelp(ImportFormat.help)) var inputFormat: ImportFormat = .auto
  @OptionGroup var common: CommonOptions
  @Option(help: "text, json or jsonl.") var format: RowFormat = .jsonl
  @Argument(help: "Files, folders, or - for standard input.") var paths: [String] = []

  func validate() throws {
    if paths.isEmpty { throw ValidationError("found no path; expected files, folders, or - for standard input") }
  }

  func run() throws {
    let ingestion = Ingestion(store: nil, lexicon: Surroundings().lexicon())
    var problems = 0
    var rows: [JSONValue] = []
    for path in paths {
      ingestion.read(path, importer: Importer(format: inputFormat)) { item in
        switch item {
        case .failure(let problem):
          if problem.consequence == .skipped { problems += 1 }
          Messages.write("mujaz: \(problem)")
        case .success(let imported):
          let (briefing, findings) = ingestion.analyzed(imported)
          switch format {
          case .json: rows.append(findingsJSON(findings, of: briefing))
          case .jsonl: Output.json(findingsJSON(findings, of: briefing))
          case .text: textRows(briefing, findings).forEach(Output.row)
          }
        }
        return true
      }
    }
    if format == .json { Output.json(.array(rows)) }
    if problems > 0 { throw Failure("") }
  }

  private func textRows(_ briefing: Briefing, _ findings: Findings) -> [[String]] {
    [[briefing.title]]
      + findings.entities.map { ["  " + $0.type.rawValue, "\($0.mentions.count)", $0.forms.joined(separator: " | ")] }
      + findings.statements.map { statement in
        let denial = statement.polarity == .deny ? " ✗" : ""
        return [
          "  " + (statement.speakerEntity ?? statement.speaker ?? "—"), statement.cue + denial, statement.content,
        ]
      }
  }
}
