import ArgumentParser
import Briefings
import Cells
import Store

/// `mujaz tag`
struct TagCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tag", abstract: "File articles under words: add, remove, list.",
    discussion:
      "Tags stay when articles are imported again. 'mujaz list --tag NAME' and tag:NAME in queries find them.",
    subcommands: [List.self, Add.self, Remove.self], defaultSubcommand: List.self)

  /// `mujaz tag list`
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "All tags with the number of their articles.")

    @OptionGroup var common: CommonOptions
    @OptionGroup var filters: FilterOptions
    @OptionGroup var output: FormatOptions
    @Option(help: "At most this many.") var limit = 1000

    func run() throws {
      let store = try Surroundings().openStore(common)
      let (filter, limit) = (try filters.filter(), try checkedLimit(limit))
      let rows = try attempt { () throws(StoreError) in try store.tags(filter, limit: limit) }
      output.format.write(
        rows, json: { .object([("tag", .string($0.tag)), ("articles", .integer($0.briefingCount))]) }
      ) { [["\($0.briefingCount)", $0.tag]] }
    }
  }

  /// `mujaz tag add`
  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "add", abstract: "Give articles a tag.")

    @OptionGroup var common: CommonOptions
    @Argument(help: "The tag.", completion: .custom(Completions.tags)) var tag: String
    @OptionGroup var articles: ArticleArguments

    func validate() throws {
      try checkTag(tag)
      try articles.checkGiven()
    }

    func run() throws {
      try change(common, articles, "tagged", "had the tag already") { store, ids throws(StoreError) in
        try store.addTag(tag, to: ids)
      }
    }
  }

  /// `mujaz tag remove`
  struct Remove: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "remove", abstract: "Take a tag from articles, one that came with them too.")

    @OptionGroup var common: CommonOptions
    @Argument(help: "The tag.", completion: .custom(Completions.tags)) var tag: String
    @OptionGroup var articles: ArticleArguments

    func validate() throws { try articles.checkGiven() }

    func run() throws {
      try change(common, articles, "took the tag from", "had no such tag") { store, ids throws(StoreError) in
        try store.removeTag(tag, from: ids)
      }
    }
  }
}

/// A tag is one line of text.
private func checkTag(_ tag: String) throws {
  let isBlank = tag.allSatisfy(\.isWhitespace)
  if isBlank || tag.unicodeScalars.contains(where: { $0.value < 0x20 || 0x7F...0x9F ~= $0.value }) {
    throw ValidationError("the tag: found '\(printable(tag))'; expected a word or more on one line")
  }
}

/// Changes articles and says how many changed; those that are not there are named.
private func change(
  _ common: CommonOptions, _ articles: ArticleArguments, _ words: String, _ unchanged: String,
  _ work: (any BriefingStore, [BriefingID]) throws(StoreError) -> [BriefingID]
) throws {
  let store = try Surroundings().openStore(common)
  let ids = try articles.read()
  let changed = try attempt { () throws(StoreError) in try work(store, ids) }
  var known = Set(changed)
  for id in ids where !known.contains(id) {
    if try attempt({ () throws(StoreError) in try store.briefing(id) }) != nil { known.insert(id) }
  }
  let others = known.count - changed.count
  Output.line(
    "\(words) \(changed.count == 1 ? "1 article" : "\(changed.count) articles")"
      + (others > 0 ? "; \(others) \(unchanged)" : ""))
  for id in ids where !known.contains(id) { Messages.write("mujaz: " + Failure.unknown(article: id.text).message) }
  if known.count < ids.count { throw Failure("") }
}

/// `mujaz flag`
struct FlagCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "flag", abstract: "Mark articles; 'mujaz list --flagged' lists them.")

  @OptionGroup var common: CommonOptions
  @Flag(help: "Take the mark away.") var remove = false
  @OptionGroup var articles: ArticleArguments

  func validate() throws { try articles.checkGiven() }

  func run() throws {
    let isFlagged = !remove
    try change(
      common, articles, isFlagged ? "flagged" : "took the flag from", isFlagged ? "had it already" : "had none"
    ) { store, ids throws(StoreError) in try store.setFlagged(isFlagged, ids) }
  }
}
