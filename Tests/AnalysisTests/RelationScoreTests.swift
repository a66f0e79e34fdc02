import Briefings
import Foundation
import Testing

@testable import Analysis

/// How well relations come out on the labelled pairs. The table is printed, and must not get worse.
struct RelationScoreTests {
  /// Right, proposed and wanted pairs of one relation.
  struct Score {
    var right = 0
    var proposed = 0
    var wanted = 0
    var precision: Double { proposed == 0 ? 0 : Double(right) / Double(proposed) }
    var recall: Double { wanted == 0 ? 0 : Double(right) / Double(wanted) }
  }

  static let labelled = LabelledPairs()

  /// `RELATION_MISTAKES` names a table whose mistakes are written to `RELATION_MISTAKES_FILE`.
  private static let environment = ProcessInfo.processInfo.environment

  @Test func everyPairNamesStatementsOfTheSamples() {
    let labelled = Self.labelled
    #expect(labelled.pairs.count == 367)
    for pair in labelled.pairs {
      #expect(labelled.given[pair.first] != nil, "\(pair.first)")
      #expect(labelled.given[pair.second] != nil, "\(pair.second)")
    }
  }

  @Test func relationsOfLabelledPairs() {
    let labelled = Self.labelled
    print("statements found as labelled: \(labelled.found.count) of \(labelled.given.count)")
    let all = report("given, all", labelled.given) { $0.kind != "x" }
    // What was reached; most `changes` of the pairs are told by meaning alone.
    let reached = [
      (Relation.repeats, 0.9, 0.8), (.changes, 0.9, 0.25), (.denies, 0.95, 0.4), (.answers, 0.85, 0.43),
    ]
    for (relation, precision, recall) in reached {
      let score = all[relation] ?? Score()
      #expect(score.precision >= precision, "\(relation)")
      #expect(score.recall >= recall, "\(relation)")
    }
    report("given, seen", labelled.given) { $0.kind != "x" && !$0.isHeldBack }
    report("given, held back", labelled.given) { $0.kind != "x" && $0.isHeldBack }
    report("given, across languages", labelled.given) { $0.kind == "x" }
    report("found, all", labelled.found) { $0.kind != "x" }
  }

  @discardableResult
  private func report(
    _ name: String, _ records: [String: StatementRecord], _ isWanted: (LabelledPairs.Pair) -> Bool
  ) -> [Relation: Score] {
    var scores: [Relation: Score] = [:]
    var lines: [String] = []
    let showsMistakes = Self.environment["RELATION_MISTAKES"] == name
    for pair in Self.labelled.pairs where isWanted(pair) {
      var got: RelatedStatement?
      if let first = records[pair.first], let second = records[pair.second] {
        got = Self.labelled.relatedness.relation(of: second, to: first)
      }
      if let relation = pair.relation { scores[relation, default: Score()].wanted += 1 }
      if let relation = got?.relation { scores[relation, default: Score()].proposed += 1 }
      if let relation = got?.relation, relation == pair.relation { scores[relation, default: Score()].right += 1 }
      if showsMistakes {
        lines.append(
          "\(pair.relation?.rawValue ?? "none") → \(got?.relation.rawValue ?? "none") "
            + "\(pair.first) \(pair.second) \(features(records[pair.first], records[pair.second])) \(got?.reasons ?? [])"
        )
        for key in [pair.first, pair.second] {
          let record = records[key]
          lines.append(
            "    \(key) \(record?.statement.speakerEntity ?? "?"): \(record?.statement.content ?? "not found") "
              + "\(record?.signature.stems ?? [])")
        }
      }
    }
    print("== \(name)")
    // A long text may be cut on its way through the test runner's pipe.
    if let path = Self.environment["RELATION_MISTAKES_FILE"], showsMistakes {
      try? lines.joined(separator: "\n").write(toFile: path, atomically: true, encoding: .utf8)
    }
    for relation in Relation.allCases {
      guard let score = scores[relation] else { continue }
      print(
        relation.rawValue.padding(toLength: 14, withPad: " ", startingAt: 0),
        String(
          format: "wanted %3d proposed %3d right %3d  P %.2f R %.2f", score.wanted, score.proposed, score.right,
          score.precision, score.recall))
    }
    return scores
  }

  /// What the rules see of a pair.
  private func features(_ first: StatementRecord?, _ second: StatementRecord?) -> String {
    guard let first, let second else { return "" }
    let weight = Self.labelled.relatedness.weight
    let context = StatementContext(second, ShippedLexicon.topics, weight: weight)
    let stems = first.signature.stems.map { StemKey($0) }
    let overlap = Overlap(
      context.own, first.signature.stems, stems, needsWord: false, ShippedLexicon.topics, weight: weight)
    let voices = context.voices(with: SpeakerName(first.statement))
    let numbers = [
      overlap.mass, overlap.jaccard, overlap.ofSecond, overlap.ofFirst,
      context.story(with: first, stems),
    ].map { String(format: "%.2f", $0) }.joined(separator: " ")
    return "[\(overlap.count)/\(overlap.exactCount) \(numbers) \(voices)"
      + "\(first.briefing.id == second.briefing.id ? " one article" : "")]"
  }
}
