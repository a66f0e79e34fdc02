import Briefings
import Glibc
import Importing
import Testing

/// What an importer makes of bytes that come through a pipe, as from standard input.
func imported(
  _ bytes: some Sequence<UInt8> & Sendable, name: String, format: ImportFormat = .auto, source: String = ""
) throws -> [Importer.Item] {
  var ends: [Int32] = [0, 0]
  try #require(pipe(&ends) == 0)
  let writer = ends[1]
  let data = Array(bytes)
  var thread = pthread_t()
  let box = Unmanaged.passRetained(Feed(data: data, descriptor: writer))
  pthread_create(
    &thread, nil,
    { argument in
      guard let argument else { return nil }
      let feed = Unmanaged<Feed>.fromOpaque(argument).takeRetainedValue()
      feed.data.withUnsafeBytes { bytes in
        var sent = 0
        while sent < bytes.count {
          let count = write(feed.descriptor, bytes.baseAddress?.advanced(by: sent), bytes.count - sent)
          if count <= 0 { break }
          sent += count
        }
      }
      close(feed.descriptor)
      return nil
    }, box.toOpaque())
  // An importer may stop reading early; then the writer must end, too.
  signal(SIGPIPE, SIG_IGN)
  defer {
    close(ends[0])
    pthread_join(thread, nil)
  }
  var items: [Importer.Item] = []
  try Importer(format: format, defaultSource: source).read(descriptor: ends[0], name: name) {
    items.append($0)
    return true
  }
  return items
}

private final class Feed: Sendable {
  let data: [UInt8]
  let descriptor: Int32
  init(data: [UInt8], descriptor: Int32) {
    self.data = data
    self.descriptor = descriptor
  }
}

@Suite("importing")
struct ImporterTests {
  struct Case: Sendable {
    let name: String
    let file: String
    let contents: String
    let title: String
    let text: String
    var source = ""
    var date: String?
    var language: String?
    var tags: [String] = []
    var problems = 0
  }

  static let cases = [
    Case(name: "the first line is the title", file: "a.txt", contents: "\n  عنوان \nمتن", title: "عنوان", text: "متن"),
    Case(
      name: "a last line with bars names the source", file: "a.txt", contents: "ع\nمتن\nمصدر | وكالة ما |",
      title: "ع", text: "متن", source: "وكالة ما"),
    Case(
      name: "an English source line", file: "a.txt", contents: "T\nbody\n\nSource: The Desk\n", title: "T",
      text: "body",
      source: "The Desk"),
    Case(
      name: "a sentence that begins with the word stays", file: "a.txt", contents: "T\nمصدر مسؤول نفى ذلك",
      title: "T", text: "مصدر مسؤول نفى ذلك"),
    Case(name: "a stray bar leaves the title", file: "a.txt", contents: "T |\nb", title: "T", text: "b"),
    Case(name: "line ends", file: "a.txt", contents: "T\r\na\r\n\r\n\r\nb\rc", title: "T", text: "a\n\nb\nc"),
    Case(name: "byte order mark", file: "a.txt", contents: "\u{FEFF}T\nb", title: "T", text: "b"),
    Case(
      name: "front matter", file: "a.md",
      contents:
        "---\ntitle: \"عنوان: فرعي\"\ndate: 2023-11-13\nsource: S\nlanguage: ar\ntags: [أ، ب, أ]\n---\n\nمتن **مهم**",
      title: "عنوان: فرعي", text: "متن مهم", source: "S", date: "2023-11-13", language: "ar", tags: ["أ", "ب"]),
    Case(
      name: "a last source line leaves the text, the front matter's source stays", file: "a.md",
      contents: "---\ntitle: T\nsource: S\n---\nb\nمصدر | X |", title: "T", text: "b", source: "S"),
    Case(
      name: "a heading is the title when none is given", file: "a.md", contents: "# Heading\n\ntext", title: "Heading",
      text: "text"),
    Case(
      name: "links keep their target", file: "a.md", contents: "T\nsee [the text](https://example.org/a)", title: "T",
      text: "see the text (https://example.org/a)"),
    Case(
      name: "markers of lists and quotations stay", file: "a.md", contents: "T\n- one\n* two\n> three", title: "T",
      text: "- one\n* two\n> three"),
    Case(
      name: "a bad date is named and left out", file: "a.md", contents: "---\ntitle: T\ndate: soon\n---\nb", title: "T",
      text: "b", problems: 1),
    Case(
      name: "format by content", file: "-", contents: "---\ntitle: T\n---\nb", title: "T", text: "b"),
    Case(
      name: "JSON", file: "-",
      contents: #"{"title":"T","text":"b\nc","date":"2015-07-21 02:51:32","source":"s","tags":["x"]}"#, title: "T",
      text: "b\nc", source: "s", date: "2015-07-21T02:51:32", tags: ["x"]),
  ]

  @Test("formats", arguments: cases)
  func reads(_ row: Case) throws {
    let items = try imported(row.contents.utf8, name: row.file)
    try #require(items.count == 1)
    let got = try items[0].get()
    #expect(got.briefing.title == row.title)
    #expect(got.briefing.text == row.text)
    #expect(got.briefing.source == row.source)
    #expect(got.briefing.date?.text == row.date)
    #expect(got.briefing.language == row.language)
    #expect(got.briefing.tags == row.tags)
    #expect(got.problems.count == row.problems)
  }

  struct Refusal: Sendable {
    let name: String
    let file: String
    let contents: String
    let place: String
    let words: String
  }

  static let refusals = [
    Refusal(name: "nothing", file: "a.txt", contents: " \n", place: "a.txt", words: "expected a title"),
    Refusal(name: "open front matter", file: "a.md", contents: "---\ntitle: x\n", place: "a.md:1", words: "close"),
    Refusal(name: "not JSON", file: "a.jsonl", contents: "{]", place: "a.jsonl:1", words: "not JSON"),
    Refusal(name: "no text", file: "a.jsonl", contents: #"{"title":"x"}"#, place: "a.jsonl:1", words: "'text'"),
    Refusal(
      name: "wrong kind", file: "a.jsonl", contents: #"{"title":5,"text":"x"}"#, place: "a.jsonl:1", words: "'title'"),
  ]

  @Test("what cannot be used says where and why", arguments: refusals)
  func refuses(_ row: Refusal) throws {
    let items = try imported(row.contents.utf8, name: row.file)
    try #require(items.count == 1)
    guard case .failure(let problem) = items[0] else {
      Issue.record("expected a problem")
      return
    }
    #expect(problem.place == row.place)
    #expect(problem.message.contains(row.words), "\(problem)")
  }

  @Test("a broken line does not stop the lines after it")
  func goesOn() throws {
    let lines = #"{"id":1,"title":"a","text":"x"}"# + "\n\nbroken\n" + #"{"id":"two","title":"b","text":"y"}"#
    let items = try imported(lines.utf8, name: "a.jsonl")
    let ids = items.map { item in (try? item.get().briefing.id.text) ?? "problem" }  // a problem is a row here
    #expect(ids == ["1", "problem", "two"])
  }

  @Test("the same content has the same id, other content another")
  func contentIDs() {
    #expect(contentID(title: "a", text: "b") == contentID(title: "a", text: "b"))
    #expect(contentID(title: "a", text: "b") != contentID(title: "ab", text: ""))
    #expect(contentID(title: "", text: "").text.count == 20)
  }

  @Test("bytes that are not UTF-8 are shown as such and named")
  func lossy() throws {
    let items = try imported([0x54, 0x0A, 0xC7, 0xE1, 0x20, 0x62] as [UInt8], name: "a.txt")
    let got = try items[0].get()
    #expect(got.briefing.title == "T")
    #expect(got.problems.count == 1)
    #expect(got.problems[0].message.contains("iconv"))
  }

  @Test("ready-made findings are kept where their spans fit")
  func readyMade() throws {
    let good =
      #"{"title":"T","text":"قال زيد نعم","entities":[{"canonical":"زيد","type":"person","mentions":[{"field":"text","start":7,"end":13}]}],"#
      + #""statements":[{"speaker":"زيد","cue":"قال","field":"text","start":14,"end":20}]}"#
    let bad =
      #"{"title":"T","text":"ab","entities":[{"canonical":"x","type":"person","mentions":[{"field":"text","start":1,"end":9}]}]}"#
    let ours = #"{"title":"T","text":"ab","entities":[{"canonical":"x","type":"person","origin":"analyzed"}]}"#
    let items = try imported((good + "\n" + bad + "\n" + ours).utf8, name: "a.jsonl").map { try $0.get() }
    #expect(items[0].entities.map(\.forms) == [["زيد"]])
    #expect(items[0].statements.map(\.content) == ["نعم"])
    #expect(items[0].problems.isEmpty)
    #expect(items[1].entities.isEmpty)
    #expect(items[1].problems.count == 1)
    #expect(items[2].entities.isEmpty)
    #expect(items[2].problems.isEmpty)
  }

  @Test("a missing file is said to be missing")
  func missing() {
    #expect(throws: ImportProblem.self) { try Importer.files(at: "/nonexistent/briefing.txt") }
  }
}
