import Analysis
import Briefings
import Foundation
import Measuring

/// A paragraph with its findings, to be put into many articles.
package struct Piece: Sendable {
  package let text: String
  package let findings: Findings

  /// Creates a piece.
  package init(text: String, findings: Findings) {
    self.text = text
    self.findings = findings
  }
}

/// Articles of about 2 KB made of paragraphs of real or sample articles; the same ones on every run.
///
/// - Shape: dates go on from article to article over ten years, with some disorder within a few days; twelve sources; one
///   of 300 invented words in every tenth article, so that rare words have a known number of articles.
package struct ArticleMaker {
  private let pieces: [Piece]
  private let total: Int
  private let first: Int
  private var random = Random(seed: 20_150_721)
  private var number = 0

  package static let rareWords: [String] = {
    var random = Random(seed: 7)
    let letters = ["ب", "ت", "ج", "ح", "د", "ر", "ز", "س", "ش", "ص", "ط", "ع", "غ", "ف", "ق", "ك", "ل", "م", "ن"]
    return (0..<300).map { _ in (0..<7).map { _ in random.pick(letters) }.joined() }
  }()

  private static let sources = (1...12).map { "صحيفة \($0)" }

  /// - Parameter first: The number of the first article; from 1 on an archive of `total` has them all.
  package init(pieces: [Piece], total: Int, first: Int = 1) {
    self.pieces = pieces
    self.total = total
    self.first = first
    if first > 1 { random = Random(seed: UInt64(first)) }
  }

  /// The next article with the findings of its paragraphs put together, or `nil` after the last.
  package mutating func next() -> (briefing: Briefing, findings: Findings)? {
    guard number < total, !pieces.isEmpty else { return nil }
    number += 1
    let ordinal = first + number - 1
    let title = firstWords(random.pick(pieces).text)
    var text = ""
    var chosen: [(start: Int, piece: Piece)] = []
    repeat {
      let piece = random.pick(pieces)
      chosen.append((text.utf8.count, piece))
      text += piece.text + "\n"
    } while text.utf8.count < 1_750
    if number % 10 == 0 { text += "جاء ذلك في تقرير \(Self.rareWords[(number / 10) % 300]).\n" }
    let day = number * 3_650 / max(1, total) + random.below(4)
    let date = PublicationDate(Self.dayText(day))
    let briefing = Briefing(
      id: BriefingID("made-\(ordinal)"), title: title, text: text, date: date, source: random.pick(Self.sources),
      language: "ar")
    return (briefing, joined(chosen))
  }

  /// An article as a line of JSON, as import takes it.
  package static func json(_ briefing: Briefing) -> String {
    func quoted(_ text: String) -> String {
      var out = "\""
      for scalar in text.unicodeScalars {
        switch scalar {
        case "\"": out += "\\\""
        case "\\": out += "\\\\"
        case "\n": out += "\\n"
        case "\t": out += "\\t"
        case "\u{0}"..<" ": out += " "
        default: out.unicodeScalars.append(scalar)
        }
      }
      return out + "\""
    }
    return "{\"id\":\(quoted(briefing.id.text)),\"title\":\(quoted(briefing.title)),"
      + "\"date\":\(quoted(briefing.date?.text ?? "")),\"source\":\(quoted(briefing.source)),"
      + "\"text\":\(quoted(briefing.text))}\n"
  }

  private func firstWords(_ text: String) -> String {
    text.split(separator: " ").prefix(10).joined(separator: " ")
  }

  /// The day of a number, counted from 2014-01-01.
  package static func dayText(_ number: Int) -> String {
    var (year, rest) = (2014, number)
    func length(_ year: Int) -> Int { year % 4 == 0 ? 366 : 365 }
    while rest >= length(year) { (year, rest) = (year + 1, rest - length(year)) }
    var month = 0
    let months = [31, year % 4 == 0 ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    while rest >= months[month] { (month, rest) = (month + 1, rest - months[month]) }
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    return "\(year)-\(two(month + 1))-\(two(rest + 1))"
  }

  private struct EntityKey: Hashable {
    let type: EntityType
    let name: String
  }

  private func joined(_ chosen: [(start: Int, piece: Piece)]) -> Findings {
    var findings = Findings(
      version: chosen.first?.piece.findings.version ?? 1, language: "ar", entities: [], statements: [], signatures: [])
    var places: [EntityKey: Int] = [:]
    for (start, piece) in chosen {
      for entity in piece.findings.entities {
        var shifted = entity
        shifted.mentions = entity.mentions.map { Mention(form: $0.form, place: moved(by: start, $0.place)) }
        let key = EntityKey(type: entity.type, name: entity.canonical)
        if let known = places[key] {
          findings.entities[known].mentions += shifted.mentions
        } else {
          places[key] = findings.entities.count
          findings.entities.append(shifted)
        }
      }
      for var statement in piece.findings.statements {
        statement.place = moved(by: start, statement.place)
        statement.speakerPlace = statement.speakerPlace.map { moved(by: start, $0) }
        statement.cuePlace = statement.cuePlace.map { moved(by: start, $0) }
        findings.statements.append(statement)
      }
      findings.signatures += piece.findings.signatures
    }
    return findings
  }

  private func moved(by distance: Int, _ place: Place) -> Place {
    Place(place.field, TextSpan(place.span.start + distance..<place.span.end + distance))
  }
}

/// Paragraphs to make articles of.
package enum Paragraphs {
  /// At most `limit` paragraphs of a file of news, else of the sample briefings.
  package static func read(_ news: String, limit: Int) -> (from: String, paragraphs: [String]) {
    if let lines = lines(ofCompressed: news) {
      var found: [String] = []
      for line in lines {
        // A line that is no article gives no paragraphs.
        guard let article = try? JSONDecoder().decode(Article.self, from: Data(line.utf8)) else { continue }
        found += usable(article.text)
        if found.count >= limit { break }
      }
      if !found.isEmpty { return ("news-2015", Array(found.prefix(limit))) }
    }
    let samples = files(in: projectFolder + "/data/briefings", ending: ".md").flatMap {
      usable(String(decoding: contents(ofFile: $0) ?? [], as: UTF8.self))
    }
    return ("data/briefings", Array(samples.prefix(limit)))
  }

  /// The paragraphs as pieces, with what Analysis finds in each where that is wanted.
  package static func pieces(_ paragraphs: [String], findsNames: Bool) -> [Piece] {
    let none = Findings(version: 1, language: "ar", entities: [], statements: [], signatures: [])
    guard findsNames else { return paragraphs.map { Piece(text: $0, findings: none) } }
    let lexicon = Lexicon(
      files: files(in: projectFolder + "/data/lexicon", ending: ".tsv").map { ($0, contents(ofFile: $0) ?? []) })
    let analyzer = Analyzer(lexicon: lexicon)
    return paragraphs.enumerated().map { index, text in
      Piece(text: text, findings: analyzer.findings(of: Briefing(id: BriefingID("\(index)"), title: "", text: text)))
    }
  }

  private struct Article: Decodable {
    let text: String
  }

  private static func usable(_ text: String) -> [String] {
    text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }.filter {
      120...900 ~= $0.utf8.count && !$0.hasPrefix("#")
    }
  }

  private static func lines(ofCompressed path: String) -> [Substring]? {
    guard access(path, R_OK) == 0 else { return nil }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["gzip", "-dc", path]
    let pipe = Pipe()
    process.standardOutput = pipe
    guard (try? process.run()) != nil else { return nil }  // no gzip: the samples serve
    let bytes = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n")
  }
}
