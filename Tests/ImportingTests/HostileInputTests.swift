import Foundation
import Testing

@testable import Importing

/// What hostile input must not do: crash, hang, fill memory, stop what comes behind it.
@Suite("hostile input")
struct HostileInputTests {
  private static func repeated(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }

  @Test("what leaves neither a title nor a text is no article")
  func articlesOfNothing() throws {
    for (name, text) in [
      ("bars.txt", "|"), ("more-bars.txt", "|||| |\n\n"), ("source.txt", "|\n\nSource: X"),
      ("piped.txt", "Title:\nLink:\n\n"),
      ("empty.md", "---\ntitle: \n---\n"), ("mark.md", "# "), ("page.html", "<html><title></title><p></p>"),
      ("letter.eml", "Subject: \nFrom: \n\n"), ("lines.jsonl", "{\"title\":\" \",\"text\":\"\\n\"}"),
      ("feed.xml", "<rss><channel><item><title></title></item></channel></rss>"),
    ] {
      for item in try imported(text.utf8, name: name) {
        if case .success(let got) = item {
          #expect(!got.briefing.title.isEmpty || !got.briefing.text.isEmpty, "\(name)")
        }
      }
    }
  }

  @Test("deep nesting of HTML is cut with a message")
  func deepHTML() throws {
    let words = "<p>A sentence that is long enough to be taken for an article, with a comma.</p>"
    for page in [
      words + Self.repeated("<div>", 100_000) + "deep", words + Self.repeated("<b><i>", 100_000),
      words + Self.repeated("<table><tr><td>", 30_000), Self.repeated("<blockquote>", 300) + words,
    ] {
      let items = try imported("<html><title>T one two</title><body>\(page)".utf8, name: "a.html")
      let got = try items[0].get()
      #expect(got.briefing.text.contains("long enough"))
    }
  }

  @Test("many attributes, many end tags and endless comments take linear time")
  func wideHTML() throws {
    let attributes = (0..<100_000).map { " a\($0)=1" }.joined()
    let words = "<p>A sentence that is long enough to be taken for an article, with a comma.</p>"
    for page in [
      "<title>T</title>\(words)<p\(attributes)>x", "<title>T</title>\(words)" + Self.repeated("</i></div>", 300_000),
      "<title>T</title>\(words)" + Self.repeated("<!--", 300_000),
      "<title>T</title>\(words)" + Self.repeated("<", 500_000),
      "<title>T</title>\(words)" + Self.repeated("&#", 300_000),
    ] {
      let items = try imported("<html>\(page)".utf8, name: "a.html")
      #expect(items.count == 1)
    }
  }

  @Test("headlines in headlines around all of a long page take a part of it each")
  func nestedHeadlines() throws {
    let words = "<p>A sentence that is long enough to be taken for an article, with a comma.</p>"
    for name in ["h1", "time", "span itemprop=author"] {
      let page =
        "<title>T one two</title>" + Self.repeated("<\(name)><div>", 120) + Self.repeated("word ", 1 << 18) + words
      let items = try imported("<html>\(page)".utf8, name: "a.html")
      #expect(items.count == 1, "\(name)")
      // One that is nothing but a headline may be refused.
      guard case .success(let got) = items[0] else { continue }
      #expect(got.briefing.title.utf8.count <= 5_000, "\(name)")
      #expect(got.briefing.author.utf8.count <= 5_000, "\(name)")
    }
  }

  @Test("entities are not expanded, files are not fetched")
  func entities() throws {
    let laughs = (1..<12).map { "<!ENTITY l\($0) \"" + Self.repeated("&l\($0 - 1);", 10) + "\">" }.joined()
    let feeds = [
      "<!DOCTYPE rss [<!ENTITY l0 \"haha\">\(laughs)]>", "<!DOCTYPE rss [<!ENTITY l11 SYSTEM \"file:///etc/passwd\">]>",
      "<!DOCTYPE rss SYSTEM \"http://127.0.0.1:9/none.dtd\" [<!ENTITY % p SYSTEM \"file:///etc/passwd\"> %p;]>",
    ]
    for type in feeds {
      let items = try imported(
        (type
          + "<rss><channel><item><title>T</title><description>before &l11; after</description></item></channel></rss>")
          .utf8, name: "a.xml")
      let text = try items[0].get().briefing.text
      #expect(text == "before after")
    }
  }

  @Test("a feed that declares attributes for its elements is refused")
  func declaredAttributes() throws {
    let feed =
      "<!DOCTYPE rss [<!ATTLIST item x CDATA \"\(Self.repeated("y", 1000))\">]><rss><item><title>T</title></item></rss>"
    let items = try imported(feed.utf8, name: "a.xml")
    guard case .failure(let problem) = items.first else {
      Issue.record("expected a problem")
      return
    }
    #expect(items.count == 1)
    #expect(problem.message.contains("attributes"))
  }

  @Test("deep nesting of feeds and JSON is a problem of its own")
  func deepXML() throws {
    let deep = try imported(
      ("<rss><channel><item><title>T</title>" + Self.repeated("<a>", 100_000)).utf8, name: "a.xml")
    #expect(deep.count == 1)
    let lines = [
      Self.repeated("[", 200_000), #"{"title":"T","text":"x","y":"# + Self.repeated("{\"a\":", 100_000),
      #"{"title":"T","text":"fine"}"#,
    ]
    let items = try imported(lines.joined(separator: "\n").utf8, name: "a.jsonl")
    #expect(items.count == 3)
    #expect(try items[2].get().briefing.text == "fine")
  }

  @Test("what is no text is named")
  func foreign() throws {
    let cases: [([UInt8], String)] = [
      (Array("%PDF-1.7\nx".utf8), "PDF"), ([0x50, 0x4B, 3, 4, 0, 0], "zip"),
      ([UInt8](repeating: 0, count: 5000), "binary"),
      (Array("SQLite format 3\0".utf8), "SQLite"), ([0x7F, 0x45, 0x4C, 0x46], "program"),
    ]
    for (bytes, words) in cases {
      let error = #expect(throws: ImportProblem.self) { try imported(bytes, name: "a.txt") }
      #expect(error?.message.contains(words) == true)
    }
  }

  @Test("a message of headers only, of endless headers, of parts in parts")
  func mail() throws {
    let endless = "Subject: T\nFrom: a@b.example\n" + (0..<50_000).map { "X-\($0): y\n" }.joined() + "\nbody"
    #expect(try imported(endless.utf8, name: "a.eml")[0].get().briefing.text == "body")
    let folded = "From: a@b.example\nSubject: T" + Self.repeated("\n x", 200_000) + "\n\nbody"
    #expect(try imported(folded.utf8, name: "a.eml").count == 1)
    var nested = "From: a@b.example\nSubject: T\n"
    for depth in 0..<500 { nested += "Content-Type: multipart/mixed; boundary=b\(depth)\n\n--b\(depth)\n" }
    #expect(try imported((nested + "\nbody").utf8, name: "a.eml").count == 1)
    let parts =
      "From: a@b.example\nSubject: T\nContent-Type: multipart/mixed; boundary=b\n\n"
      + Self.repeated("--b\n\nx\n", 50_000)
    #expect(try imported(parts.utf8, name: "a.eml").count == 1)
    let words = "From: a@b.example\nSubject: " + Self.repeated("=?", 100_000) + "\n\nbody"
    #expect(try imported(words.utf8, name: "a.eml").count == 1)
  }

  @Test("no control of an article's id is kept, and it has a bound")
  func ids() throws {
    let evil = #"{"id":"a\u001b[2J\u009bb\u202e","title":"T","text":"x"}"#
    #expect(try imported(evil.utf8, name: "a.jsonl")[0].get().briefing.id.text == "a[2Jb")
    let long = #"{"id":"\#(Self.repeated("x", 10_000))","title":"T","text":"x"}"#
    #expect(try imported(long.utf8, name: "a.jsonl")[0].get().briefing.id.text.utf8.count == 20)
    let blank = #"{"id":"\u0001 \u0002","title":"T","text":"x"}"#
    #expect(try imported(blank.utf8, name: "a.jsonl")[0].get().briefing.id == contentID(title: "T", text: "x"))
  }

  /// A sequence of numbers that is the same for the same seed.
  private struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
  }

  /// `MUJAZ_FUZZ=10000 swift test --filter HostileInputTests` tries more.
  private static let rounds = ProcessInfo.processInfo.environment["MUJAZ_FUZZ"].flatMap(Int.init) ?? 40

  @Test("samples with random damage bring articles or problems, never more")
  func mutations() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: samples.path(percentEncoded: false)).sorted()
    let pieces = [
      "<", ">", "</", "<![CDATA[", "]]>", "&amp;", "&#x", "<!--", "\"", "=?utf-8?B?", "\n\n",
      "\nFrom a b 10:10:10 2020\n", "\u{0}", "\u{FEFF}", "--", "{", "<table>", "<item>", "<title>",
    ]
    for (number, file) in files.enumerated() {
      let sample = Array(try Data(contentsOf: samples.appending(path: file)))
      for round in 0..<Self.rounds {
        var random = Seeded(state: UInt64(number * 1_000_000 + round))
        var bytes = sample
        for _ in 0..<Int.random(in: 1...8, using: &random) where !bytes.isEmpty {
          let at = Int.random(in: 0..<bytes.count, using: &random)
          switch Int.random(in: 0..<5, using: &random) {
          case 0: bytes[at] = UInt8.random(in: 0...255, using: &random)
          case 1: bytes.insert(contentsOf: Array((pieces.randomElement(using: &random) ?? "").utf8), at: at)
          case 2: bytes.removeSubrange(at..<min(bytes.count, at + Int.random(in: 1...200, using: &random)))
          case 3: bytes.removeSubrange(at...)
          default:
            let end = min(bytes.count, at + Int.random(in: 1...300, using: &random))
            bytes.insert(contentsOf: bytes[at..<end], at: Int.random(in: 0...bytes.count, using: &random))
          }
        }
        let items: [Importer.Item]
        do { items = try imported(bytes, name: file) } catch { continue }
        for case .success(let got) in items {
          #expect(!got.briefing.id.text.isEmpty, "\(file) \(round)")
          #expect(!got.briefing.title.isEmpty || !got.briefing.text.isEmpty, "\(file) \(round)")
          #expect(got.briefing.text.utf8.count <= 40 * bytes.count + 1000, "\(file) \(round)")
        }
      }
    }
  }
}
