import Foundation
import Measuring
import SampleArchive

/// The reader beside newsboat and less where they do the same: a long list, a long text.
struct RivalStage {
  let workshop: Workshop
  let archive: String
  let long: LongArticle
  let rounds: Int

  /// How many articles newsboat has.
  static let listed = 20_000

  func run(_ report: inout Report) throws {
    var table = TextTable(["ms", "ours", "theirs", "ratio", "cpu: ours", "theirs", "ratio", "bytes: ours", "theirs"])
    func compare(_ rival: String, _ ours: [Costs], _ theirs: [Costs]) {
      for (our, their) in zip(ours, theirs) {
        table.add([
          "\(rival): \(our.name)", decimal(our.wall(0.5), 2), decimal(their.wall(0.5), 2),
          decimal(our.wall(0.5) / their.wall(0.5), 2), decimal(our.processor(0.5), 2),
          decimal(their.processor(0.5), 2), decimal(our.processor(0.5) / their.processor(0.5), 2),
          decimal(our.bytes(0.5), 0), decimal(their.bytes(0.5), 0),
        ])
        report.add("beside others", our.name, "mujaz", our.values)
        report.add("beside others", our.name, rival, their.values)
      }
    }
    let news = try Newsboat(workshop: workshop, articles: Self.listed)
    compare(
      "newsboat", try list(open: { try workshop.open(archive) }, enter: nil), try list(open: news.open, enter: "\r"))
    let text = workshop.folder + "/long.txt"
    try Data((long.briefing.title + "\n" + long.briefing.text).utf8).write(to: URL(fileURLWithPath: text))
    compare(
      "less", try reading(open: openLong),
      try reading { try TerminalProgram(["less", text], environment: workshop.environment + ["LESSHISTFILE=-"]) })
    report.show("Beside newsboat and less, medians", table)
    report.say(
      "newsboat has \(Self.listed) articles, the reader its whole archive and, beside the list, the article chosen.")
  }

  /// Opens a list, scrolls it and opens articles of it.
  private func list(open: () throws -> TerminalProgram, enter: String?) throws -> [Costs] {
    var (opening, row, page, ends, article) = (
      Costs(name: "from the start to the list"), Costs(name: "a row down"), Costs(name: "a page"),
      Costs(name: "last and first row"), Costs(name: "open an article")
    )
    for round in 0..<5 {
      let start = Clock.wall()
      let program = try open()
      defer { program.kill() }
      var cost = program.rest(from: start, limit: 60)
      // What one's own keystroke takes is not the program's.
      let enterCost = try enter.map { try program.press($0, limit: 60) }
      cost.wall += enterCost?.wall ?? 0
      cost.bytes += enterCost?.bytes ?? 0
      cost.processor = program.processor * 1000
      opening.all.append(cost)
      guard round == 4 else { continue }
      // The reader goes on where it was left, in an article.
      if enter == nil { for key in [ReaderStage.toList, "g", "j"] { _ = try program.press(key) } }
      for _ in 0..<2 * rounds { row.all.append(try program.press("j")) }
      for _ in 0..<rounds { page.all.append(try program.press(ReaderStage.pageDown)) }
      for key in (0..<rounds / 2).flatMap({ _ in ["\u{1B}[F", "\u{1B}[H"] }) {
        ends.all.append(try program.press(key))
      }
      for _ in 0..<rounds / 2 {
        _ = try program.press("j")
        article.all.append(try program.press("\r"))
        _ = try program.press("q")
      }
    }
    return [opening, row, page, ends, article]
  }

  /// Scrolls a long text and searches in it.
  private func reading(open: () throws -> TerminalProgram) throws -> [Costs] {
    let program = try open()
    defer { program.kill() }
    _ = program.rest(from: Clock.wall())
    var (line, page, ends) = (Costs(name: "a line down"), Costs(name: "a page"), Costs(name: "end and beginning"))
    var (search, next) = (Costs(name: "search a word"), Costs(name: "next place"))
    for _ in 0..<2 * rounds { line.all.append(try program.press("j")) }
    for _ in 0..<rounds { page.all.append(try program.press(" ")) }
    for key in (0..<rounds / 2).flatMap({ _ in ["G", "g"] }) { ends.all.append(try program.press(key)) }
    for _ in 0..<rounds / 10 {
      _ = try program.press("g")
      search.all.append(try program.press("/\(long.word)\r"))
      for _ in 0..<10 { next.all.append(try program.press("n")) }
    }
    return [line, page, ends, search, next]
  }

  /// The reader in the long article, which has the whole screen as it has in less.
  private func openLong() throws -> TerminalProgram {
    let program = try workshop.open(archive)
    _ = program.rest(from: Clock.wall(), limit: 30)
    for key in [ReaderStage.toList, "g", "j", "\r", "z"] { _ = try program.press(key) }
    return program
  }
}

/// newsboat with a feed from a file of ours, read in before.
struct Newsboat {
  private let arguments: [String]
  private let environment: [String]

  init(workshop: Workshop, articles: Int) throws {
    let folder = workshop.folder + "/newsboat"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    var feed = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><rss version=\"2.0\"><channel><title>news</title>\n"
    var maker = ArticleMaker(pieces: Paragraphs.pieces(workshop.paragraphs, findsNames: false), total: articles)
    while let article = maker.next()?.briefing {
      feed +=
        "<item><title>\(Self.escaped(article.title))</title><guid>\(article.id.text)</guid>"
        + "<description>\(Self.escaped(article.text))</description></item>\n"
    }
    try Data((feed + "</channel></rss>\n").utf8).write(to: URL(fileURLWithPath: folder + "/feed.xml"))
    try Data("file://\(folder)/feed.xml\n".utf8).write(to: URL(fileURLWithPath: folder + "/urls"))
    // Its own keys for what differs from ours.
    let settings = "max-items 0\nauto-reload no\nbind-key j down\nbind-key k up\n"
    try Data(settings.utf8).write(to: URL(fileURLWithPath: folder + "/config"))
    arguments = ["newsboat", "-u", folder + "/urls", "-c", folder + "/cache.db", "-C", folder + "/config"]
    environment = workshop.environment
    let program = try TerminalProgram(arguments + ["-x", "reload"], environment: environment)
    guard program.wait(seconds: 600) == 0 else {
      throw BenchmarkFailure(
        "newsboat cannot take in \(articles) articles: \(String(decoding: program.tail, as: UTF8.self))")
    }
  }

  func open() throws -> TerminalProgram { try TerminalProgram(arguments, environment: environment) }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }
}
