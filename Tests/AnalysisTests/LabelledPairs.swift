import Briefings
import Foundation

@testable import Analysis

/// The pairs of `Relations/` with the statements they name, read from the sample articles.
struct LabelledPairs {
  /// Two statements and the relation that a reader gave them.
  struct Pair {
    let first: String
    let second: String
    /// `nil` where they have nothing in common.
    let relation: Relation?
    /// `x` across languages, `self` for one report brought twice, else `-`.
    let kind: String

    /// Whether its mistakes are left unread while rules are changed.
    var isHeldBack: Bool { [first, second].contains { $0.hasPrefix("L") || $0.hasPrefix("D") } }
  }

  let pairs: [Pair]
  /// The statements as they were labelled.
  let given: [String: StatementRecord]
  /// The statements as Analysis finds them; those that it does not find are missing.
  let found: [String: StatementRecord]
  let relatedness: Relatedness

  init() {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
    let articles = Self.articles(folder.appending(path: "../../data/briefings"))
    let analyzer = ShippedLexicon.analyzer
    var frequencies: [String: Int] = [:]
    var total = 0
    var records: [String: [StatementRecord]] = [:]
    for (name, briefing) in articles {
      let findings = analyzer.findings(of: briefing)
      total += findings.signatures.count
      for stem in findings.signatures.flatMap({ Set($0.stems) }) { frequencies[stem, default: 0] += 1 }
      records[name] = zip(findings.statements, findings.signatures).map { statement, signature in
        Self.record(statement, signature, of: briefing)
      }
    }
    relatedness = Relatedness(frequencies: frequencies, total: total, topics: ShippedLexicon.topics)
    var given: [String: StatementRecord] = [:]
    var found: [String: StatementRecord] = [:]
    for row in Self.rows(folder.appending(path: "Relations/statements.tsv")) where row.count == 6 {
      guard let briefing = articles[row[1]], let label = Self.labelled(row, in: briefing, analyzer) else { continue }
      given[row[0]] = label
      found[row[0]] = Self.closest(to: label, among: records[row[1]] ?? [])
    }
    (self.given, self.found) = (given, found)
    pairs = Self.rows(folder.appending(path: "Relations/pairs.tsv")).filter { $0.count == 4 }.map {
      Pair(first: $0[0], second: $0[1], relation: Relation(rawValue: $0[2]), kind: $0[3])
    }
  }

  private static func rows(_ file: URL) -> [[String]] {
    // A file that cannot be read shows as missing pairs.
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").dropFirst().map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
  }

  private static func articles(_ folder: URL) -> [String: Briefing] {
    // A missing folder shows as missing statements.
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    var articles: [String: Briefing] = [:]
    for file in names.sorted() where file.hasSuffix(".md") {
      guard let text = try? String(contentsOf: folder.appending(path: file), encoding: .utf8) else { continue }
      let parts = text.components(separatedBy: "---\n")
      guard parts.count > 2 else { continue }
      var fields: [String: String] = [:]
      for line in parts[1].split(separator: "\n") {
        guard let colon = line.firstIndex(of: ":") else { continue }
        fields[String(line[..<colon])] = String(line[line.index(after: colon)...]).trimmingCharacters(
          in: CharacterSet(charactersIn: " \""))
      }
      let name = String(file.dropLast(3))
      articles[name] = Briefing(
        id: BriefingID(name), title: fields["title"] ?? "", text: parts.dropFirst(2).joined(separator: "---\n"),
        date: fields["date"].flatMap { PublicationDate($0) }, source: fields["source"] ?? "",
        language: fields["language"])
    }
    return articles
  }

  /// The statement of a row, its signature made of exactly its content.
  private static func labelled(_ row: [String], in briefing: Briefing, _ analyzer: Analyzer) -> StatementRecord? {
    for field in [BriefingField.text, .title] {
      guard let range = briefing.text(of: field).utf8Range(of: row[5]), let cueClass = CueClass(rawValue: row[3]),
        let polarity = Statement.Polarity(rawValue: row[4])
      else { continue }
      let statement = Statement(
        speaker: row[2], speakerEntity: row[2], cue: "", cueClass: cueClass, content: row[5],
        place: Place(field, TextSpan(range)), kind: .indirect, polarity: polarity)
      return record(statement, analyzer.signature(of: statement.place, in: briefing), of: briefing)
    }
    return nil
  }

  /// The statement that covers the same words best, at least half of both.
  private static func closest(to label: StatementRecord, among records: [StatementRecord]) -> StatementRecord? {
    func share(_ record: StatementRecord) -> Double {
      let (a, b) = (label.statement.place, record.statement.place)
      guard a.field == b.field else { return 0 }
      let common = min(a.span.end, b.span.end) - max(a.span.start, b.span.start)
      return Double(max(0, common)) / Double(max(a.span.end, b.span.end) - min(a.span.start, b.span.start))
    }
    return records.map { ($0, share($0)) }.filter { $0.1 >= 0.5 }.max { $0.1 < $1.1 }?.0
  }

  private static func record(
    _ statement: Statement, _ signature: StatementSignature, of briefing: Briefing
  ) -> StatementRecord {
    StatementRecord(
      id: StatementID(briefing: briefing.id, place: statement.place),
      briefing: BriefingSummary(
        id: briefing.id, title: briefing.title, date: briefing.date, source: briefing.source,
        language: briefing.language),
      statement: statement, signature: signature)
  }
}

extension String {
  /// Where `part` first stands, in bytes.
  fileprivate func utf8Range(of part: String) -> Range<Int>? {
    let (whole, part) = (Array(utf8), Array(part.utf8))
    guard !part.isEmpty, whole.count >= part.count else { return nil }
    for start in 0...(whole.count - part.count) where whole[start] == part[0] {
      if whole[start..<(start + part.count)].elementsEqual(part) { return start..<(start + part.count) }
    }
    return nil
  }
}

extension Analyzer {
  /// The signature of one place of a briefing.
  fileprivate func signature(of place: Place, in briefing: Briefing) -> StatementSignature {
    let language = briefing.language ?? "ar"
    let lexicon = lexicon.forText(of: language)
    var finder = EntityFinder(lexicon: lexicon, passage: Passage(briefing, words: lexicon.words))
    finder.find()
    let reader = SentenceReader(finder)
    let tokens = finder.passage.tokens
    let inside = tokens.indices.filter {
      tokens[$0].field == place.field && Int(tokens[$0].start) < place.span.end
        && Int(tokens[$0].end) > place.span.start
    }
    guard let first = inside.first, let last = inside.last else { return StatementSignature(stems: []) }
    return SignatureMaker(reader: reader, entities: EntityTable(briefing, finder)).signature(of: first..<(last + 1))
  }
}
