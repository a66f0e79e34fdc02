import ArgumentParser
import Briefings
import Glibc
import Store

/// `mujaz delete`
struct DeleteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "delete", abstract: "Put articles aside; 'mujaz undelete' brings them back.",
    discussion: "A deleted article is nowhere listed or found, and importing it again does not bring it back.")

  @OptionGroup var common: CommonOptions
  @OptionGroup var articles: ArticleArguments
  @Flag(help: "Remove them for good, with their older versions and notes; deleted ones too.") var forever = false

  func run() throws {
    let store = try Surroundings().openStore(common)
    let ids = try articles.read()
    guard forever else {
      let deleted = try attempt { () throws(StoreError) in try store.delete(ids) }
      try articles.report("deleted", deleted, asked: ids, hint: "; 'mujaz undelete' brings back") { id in
        Failure.unknown(article: id.text).message
      }
      return
    }
    var known: [BriefingID] = []
    for id in ids where try !attempt({ () throws(StoreError) in try store.versions(of: id) }).isEmpty {
      known.append(id)
    }
    try attempt { () throws(StoreError) in try store.remove(known) }
    try articles.report("removed for good", known, asked: ids) { Failure.unknown(article: $0.text).message }
  }
}

/// `mujaz undelete`
struct UndeleteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undelete", abstract: "Bring deleted articles back, with everything they had.")

  @OptionGroup var common: CommonOptions
  @OptionGroup var output: FormatOptions
  @OptionGroup var articles: ArticleArguments
  @Flag(help: "List the deleted articles, those deleted last first.") var list = false
  @Option(help: "At most this many in the list.") var limit = 100

  func validate() throws {
    guard !list else { return }
    try articles.checkGiven()
  }

  func run() throws {
    let store = try Surroundings().openStore(common)
    if list {
      let limit = try checkedLimit(limit)
      let rows = try attempt { () throws(StoreError) in try store.deletedBriefings(limit: limit) }
      return output.format.write(rows, json: { json($0) }) { [$0.fields] }
    }
    let ids = try articles.read()
    let back = try attempt { () throws(StoreError) in try store.undelete(ids) }
    try articles.report("brought back", back, asked: ids) {
      "found no deleted article '\($0)'; 'mujaz undelete --list' shows them"
    }
  }
}

/// The articles that a command is about.
struct ArticleArguments: ParsableArguments {
  @Argument(help: "The articles' ids, or - to read them from standard input: the first field of each line.")
  var ids: [String] = []

  /// Refuses an empty list.
  func checkGiven() throws {
    if ids.isEmpty { throw ValidationError("found no article; expected ids, or - for standard input") }
  }

  /// The ids, each once.
  func read() throws -> [BriefingID] {
    try checkGiven()
    var found: [BriefingID] = []
    var seen: Set<BriefingID> = []
    func add(_ text: some StringProtocol) {
      let id = BriefingID(String(text))
      if !id.text.isEmpty, seen.insert(id).inserted { found.append(id) }
    }
    for id in ids {
      guard id == "-" else {
        add(id)
        continue
      }
      guard let bytes = contents(ofDescriptor: STDIN_FILENO) else { throw Failure("cannot read standard input") }
      for line in bytes.split(separator: 0x0A) {
        let field = line.prefix { $0 != 0x09 && $0 != 0x0D }
        add(String(decoding: field, as: UTF8.self))
      }
    }
    return found
  }

  /// Says how many were done, and of each other one why not.
  ///
  /// - Throws: `Failure` where some were not done.
  func report(
    _ words: String, _ done: [BriefingID], asked: [BriefingID], hint: String = "", why: (BriefingID) -> String
  ) throws {
    if !done.isEmpty {
      let ids = hint.isEmpty || done.count > 3 ? "" : hint + done.map { " \($0)" }.joined()
      Output.line("\(words) \(done.count == 1 ? "1 article" : "\(done.count) articles")\(ids)")
    }
    let missed = Set(asked).subtracting(done)
    for id in asked where missed.contains(id) { Messages.write("mujaz: " + why(id)) }
    if !missed.isEmpty { throw Failure("") }
  }
}

extension BriefingSummary {
  /// The row as lists for people show it: what is special about the article comes last.
  var fields: [String] {
    var marks: [String] = []
    if isFlagged { marks.append("flagged") }
    if hasNote { marks.append("note") }
    if version > 1 { marks.append("version \(version)") }
    if reprintCount > 0 { marks.append("+\(reprintCount) \(reprintCount == 1 ? "paper" : "papers")") }
    let row = [id.text, date?.day ?? "", source, title]
    return marks.isEmpty ? row : row + ["[\(marks.joined(separator: ", "))]"]
  }
}
