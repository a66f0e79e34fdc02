import Importing
import Store

/// What an import did.
struct ImportSummary: Sendable {
  var added = 0
  var updated = 0
  var unchanged = 0
  /// Articles that were deleted, and stay so.
  var deleted = 0
  /// How many articles or files were left out.
  var failed = 0
  /// How many articles were taken with something odd about them.
  var odd = 0
  /// What was left out, and why; the first thousand.
  private(set) var failures: [ImportProblem] = []
  /// What was taken with something odd about it; the first thousand.
  private(set) var warnings: [ImportProblem] = []
  /// What was passed over in folders; the first thousand.
  private(set) var notes: [ImportProblem] = []
  /// How many things were passed over.
  var passedOver = 0
  /// The user stopped it.
  var isStopped = false

  /// The most problems of a kind that are kept, so that memory is bounded.
  static let kept = 1000

  /// How many articles went through.
  var count: Int { added + updated + unchanged + deleted }

  /// Notes one problem.
  mutating func note(_ problem: ImportProblem) {
    switch problem.consequence {
    case .skipped:
      failed += 1
      if failures.count < Self.kept { failures.append(problem) }
    case .imported:
      odd += 1
      if warnings.count < Self.kept { warnings.append(problem) }
    case .passedOver:
      passedOver += 1
      if notes.count < Self.kept { notes.append(problem) }
    }
  }

  /// Counts what became of articles.
  mutating func count(_ outcomes: some Sequence<IngestOutcome>) {
    for outcome in outcomes {
      switch outcome {
      case .added: added += 1
      case .updated: updated += 1
      case .unchanged: unchanged += 1
      case .deleted: deleted += 1
      }
    }
  }

  /// For people.
  var words: String {
    "added \(added), updated \(updated), unchanged \(unchanged), failed \(failed)"
      + (deleted > 0 ? ", still deleted \(deleted)" : "")
  }

  /// For programs.
  var json: JSONValue {
    func rows(_ problems: [ImportProblem]) -> JSONValue {
      .array(problems.map { .object([("place", .string($0.place)), ("message", .string($0.message))]) })
    }
    return .object([
      ("added", .integer(added)), ("updated", .integer(updated)), ("unchanged", .integer(unchanged)),
      ("deleted", .integer(deleted)), ("failed_count", .integer(failed)), ("failed", rows(failures)),
      ("warnings", rows(warnings)),
      ("passed_over", rows(notes)), ("stopped", .bool(isStopped)),
    ])
  }
}
