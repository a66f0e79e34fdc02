import ArgumentParser
import Foundation

/// Scores findings against articles annotated by hand.
struct ScoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "score", abstract: "Score findings against articles annotated by hand.",
    discussion: """
      GOLD_DIR holds NAME.gold.json files; FILE holds one line an article, as `mujaz analyze --format jsonl` prints it.
      A form matches when it is equal after folding, with or without one attached particle or the article. Contents match
      when they share half of the union of their words, one to one, the best first.
      """)

  @Argument(help: "The folder with NAME.gold.json files.")
  var goldFolder: String

  @Argument(help: "The findings, one JSON object a line.")
  var file: String

  func run() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: goldFolder)
    let gold = try names.filter { $0.hasSuffix(".gold.json") }.sorted().map { name in
      let data = try Data(contentsOf: URL(fileURLWithPath: goldFolder).appendingPathComponent(name))
      return try JSONDecoder().decode(ScoredArticle.self, from: data)
    }
    var found: [String: ScoredArticle] = [:]
    for line in try Data(contentsOf: URL(fileURLWithPath: file)).split(separator: UInt8(ascii: "\n")) {
      let article = try JSONDecoder().decode(ScoredArticle.self, from: line)
      found[article.id] = article
    }
    var score = FindingsScore()
    var missing: [String] = []
    for article in gold {
      if found[article.id] == nil { missing.append(article.id) }
      score.add(gold: article, found: found[article.id] ?? ScoredArticle(id: article.id))
    }
    print(score.report)
    if !missing.isEmpty { print("no findings for: \(missing.joined(separator: " "))") }
  }
}

/// One article's annotations or findings, as far as they are scored.
struct ScoredArticle: Decodable {
  struct Entity: Decodable {
    var id: String?
    var type: String
    var canonical: String
    var forms: [String]?
  }

  struct Statement: Decodable {
    var speaker: String?
    /// The annotations name an entity by its number, the findings by its name.
    var speakerEntity: String?
    var cue: String?
    var content: String
    var polarity: String?

    enum CodingKeys: String, CodingKey {
      case speaker, cue, content, polarity
      case speakerEntity = "speaker_entity"
    }
  }

  var id: String
  var entities: [Entity] = []
  var statements: [Statement] = []

  init(id: String) { self.id = id }
}
