import Analysis
import ArgumentParser
import Briefings
import Foundation

/// Learns the model of names from a text whose words carry tags.
struct TrainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train", abstract: "Learn the model of names from a tagged text.",
    discussion: """
      FILE has a word and its tag on each line (B-PERS, I-PERS, B-ORG, I-ORG, B-LOC, I-LOC, anything else is outside) and
      an empty line after each sentence, as ANERcorp has. A fifth of it is first held out, to say how well the rules
      find its names alone and with a model of the rest; then the model is learnt from all of it.
      """)

  @Argument(help: "The tagged text.")
  var file: String

  @Option(help: "The folder of the lexicon.")
  var lexicon = "data/lexicon"

  @Option(help: "Where the model goes.")
  var output = "data/model/names.model"

  @Option(help: "How often each sentence is read.")
  var rounds = 8

  @Option(parsing: .upToNextOption, help: "What a name must be better by: person, organization, place.")
  var margins: [Int32] = [160, 200, 120]

  @Option(help: "Lines for the head of the file: where the text is from and its licence.")
  var about: [String] = TrainCommand.anercorp

  static let anercorp = [
    "Weights learnt from ANERcorp (training split): Yassine Benajiba, Paolo Rosso, José Miguel Benedí Ruiz,",
    "ANERsys: An Arabic Named Entity Recognition System Based on Maximum Entropy, CICLing 2007;",
    "revised by CAMeL Lab (Obeid et al., LREC 2020). https://camel.abudhabi.nyu.edu/anercorp/",
    "Licence of these weights, as of the text: CC BY-SA 4.0, https://creativecommons.org/licenses/by-sa/4.0/",
    "Changed from the text: names of type MISC left out; only weights of hashed features are kept, no sentence.",
    "Format: data/README.md. Made by: dev train",
  ]

  func run() throws {
    guard margins.count == 3 else { throw ValidationError("--margins: found \(margins.count) numbers, expected 3") }
    let names = try FileManager.default.contentsOfDirectory(atPath: lexicon).filter { $0.hasSuffix(".tsv") }.sorted()
    let files = try names.map { name in
      (name: name, contents: Array(try Data(contentsOf: URL(fileURLWithPath: lexicon).appendingPathComponent(name))))
    }
    let rules = Lexicon(files: files)
    let text = try String(contentsOf: URL(fileURLWithPath: file), encoding: .utf8)
    let documents = NameModelTrainer.documents(ofLines: text)
    guard documents.contains(where: { !$0.names.isEmpty }) else {
      throw ValidationError("\(file): found no names, expected lines of a word and its tag such as B-PERS")
    }
    let border = documents.count * 4 / 5
    let held = documents[border...]
    var trainer = NameModelTrainer(lexicon: rules)
    trainer.learn(Array(documents[..<border]), rounds: rounds)
    print("held out: \(held.count) of \(documents.count) parts of \(file)")
    print("the model alone\n" + report(held) { trainer.proposals(for: $0) })
    print("the rules alone\n" + report(held) { found($0, rules) })
    let both = Lexicon(files: files + [(name: "names.model", contents: trainer.file(margins: margins, about: about))])
    print("the rules and the model\n" + report(held) { found($0, both) })
    trainer = NameModelTrainer(lexicon: rules)
    trainer.learn(documents, rounds: rounds)
    let bytes = trainer.file(margins: margins, about: about)
    try FileManager.default.createDirectory(
      at: URL(fileURLWithPath: output).deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(fileURLWithPath: output))
    print("\(output): \(bytes.count) bytes")
  }

  private func found(_ document: NameModelTrainer.Document, _ lexicon: Lexicon) -> [NameModelTrainer.Name] {
    let briefing = Briefing(id: BriefingID("part"), title: "", text: document.text, language: "ar")
    return Analyzer(lexicon: lexicon).findings(of: briefing).entities.flatMap { entity in
      entity.mentions.map { NameModelTrainer.Name(type: entity.type, bytes: $0.place.span.start..<$0.place.span.end) }
    }
  }

  /// Precision, recall and F1 of names by type; a particle of two letters may be in or out.
  private func report(
    _ held: ArraySlice<NameModelTrainer.Document>, _ names: (NameModelTrainer.Document) -> [NameModelTrainer.Name]
  ) -> String {
    var counts: [EntityType: (right: Int, found: Int, wanted: Int)] = [:]
    for document in held {
      let all = names(document)
      for type in [EntityType.person, .organization, .place] {
        let (found, wanted) = (all.filter { $0.type == type }, document.names.filter { $0.type == type })
        let right = wanted.filter { name in
          found.contains {
            $0.bytes.upperBound == name.bytes.upperBound && abs($0.bytes.lowerBound - name.bytes.lowerBound) <= 4
          }
        }
        counts[type, default: (0, 0, 0)].right += right.count
        counts[type, default: (0, 0, 0)].found += found.count
        counts[type, default: (0, 0, 0)].wanted += wanted.count
      }
    }
    return [EntityType.person, .organization, .place].map { type in
      let count = counts[type] ?? (0, 0, 0)
      let precision = Double(count.right) / Double(max(1, count.found))
      let recall = Double(count.right) / Double(max(1, count.wanted))
      let f1 = precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall)
      let figures = [precision, recall, f1].map { String(format: "%.3f", $0) }
      let name = type.rawValue.padding(toLength: 13, withPad: " ", startingAt: 0)
      return "  \(name) P \(figures[0])  R \(figures[1])  F1 \(figures[2])   (\(count.wanted) names)"
    }.joined(separator: "\n")
  }
}
