import Analysis
import ArabicText
import Briefings
import Dispatch
import Glibc
import Importing
import Store
import Synchronization

/// Brings articles from files into the archive: reads, skips what is known, analyses on all cores, stores.
struct Ingestion: Sendable {
  /// Where articles go; `nil` where they are only analysed.
  let store: (any BriefingStore)?
  private let analyzer: Analyzer

  /// Articles that are analysed and stored together. Bounds memory.
  private static let batchSize = 256

  /// Creates an ingestion.
  init(store: (any BriefingStore)?, lexicon: Lexicon) {
    self.store = store
    analyzer = Analyzer(lexicon: lexicon)
  }

  /// What an import did.
  struct Summary {
    var added = 0
    var updated = 0
    var unchanged = 0
    /// Articles that were deleted, and stay so.
    var deleted = 0
    /// What was left out, and why.
    var failures: [ImportProblem] = []
    /// What was taken with something odd about it.
    var warnings: [ImportProblem] = []

    /// How many articles went through.
    var count: Int { added + updated + unchanged + deleted }

    /// For people.
    var words: String {
      "added \(added), updated \(updated), unchanged \(unchanged), failed \(failures.count)"
        + (deleted > 0 ? ", still deleted \(deleted)" : "")
    }

    /// For programs.
    var json: JSONValue {
      func rows(_ problems: [ImportProblem]) -> JSONValue {
        .array(problems.map { .object([("place", .string($0.place)), ("message", .string($0.message))]) })
      }
      return .object([
        ("added", .integer(added)), ("updated", .integer(updated)), ("unchanged", .integer(unchanged)),
        ("deleted", .integer(deleted)), ("failed", rows(failures)), ("warnings", rows(warnings)),
      ])
    }
  }

  /// Imports everything at the paths. Problems with single articles are said on standard error as they come.
  ///
  /// - Throws: `Failure` when the archive refuses.
  func importAll(_ paths: [String], importer: Importer, showsProgress: Bool) throws -> Summary {
    var summary = Summary()
    var batch: [ImportedBriefing] = []
    var refusal: Failure?
    let clock = ContinuousClock()
    let start = clock.now
    var shown = start

    func finishBatch() {
      guard refusal == nil, !batch.isEmpty else { return }
      do {
        try ingest(batch, &summary)
      } catch let failure as Failure {
        refusal = failure
      } catch {
        refusal = Failure("\(error)")
      }
      batch.removeAll(keepingCapacity: true)
    }
    func say(_ problem: ImportProblem) {
      if showsProgress { Messages.endProgress() }
      Messages.write("mujaz: \(problem)")
    }

    for path in paths {
      try read(path, importer: importer) { item in
        switch item {
        case .failure(let problem):
          summary.failures.append(problem)
          say(problem)
        case .success(let imported):
          imported.problems.forEach(say)
          summary.warnings += imported.problems
          batch.append(imported)
          if batch.count >= Self.batchSize { finishBatch() }
        }
        if showsProgress, clock.now - shown > .milliseconds(200) {
          shown = clock.now
          let seconds =
            Double((shown - start).components.seconds) + Double((shown - start).components.attoseconds) / 1e18
          Messages.progress(
            "\(summary.count) articles, \(Int(Double(summary.count) / max(0.001, seconds))) a second  \(path)")
        }
        return refusal == nil
      }
      if refusal != nil { break }
    }
    finishBatch()
    if showsProgress { Messages.endProgress() }
    if let refusal { throw refusal }
    return summary
  }

  /// Reads every article at a path; `-` is standard input. A path that cannot be read is reported as an item.
  func read(_ path: String, importer: Importer, receive: (Importer.Item) -> Bool) throws {
    do throws(ImportProblem) {
      if path == "-" {
        try importer.read(descriptor: STDIN_FILENO, name: "standard input", receive: receive)
        return
      }
      for file in try Importer.files(at: path) {
        do throws(ImportProblem) {
          try importer.read(file: file, receive: receive)
        } catch {
          guard receive(.failure(error)) else { return }
        }
      }
    } catch {
      _ = receive(.failure(error))
    }
  }

  /// An article with its language and findings; those that came with it stand beside our own.
  func analyzed(_ imported: ImportedBriefing) -> (Briefing, Findings) {
    var briefing = imported.briefing
    var findings = analyzer.findings(of: briefing)
    if briefing.language == nil { briefing.language = findings.language }
    findings.entities += imported.entities
    let known = Set(findings.statements.map(\.place.span.start))
    for statement in imported.statements where !known.contains(statement.place.span.start) {
      let index = findings.statements.firstIndex { $0.place > statement.place } ?? findings.statements.count
      findings.statements.insert(statement, at: index)
      findings.signatures.insert(analyzer.signature(ofContent: statement.content), at: index)
    }
    return (briefing, findings)
  }

  /// Stores one batch: what is known and unchanged is not analysed again.
  private func ingest(_ batch: [ImportedBriefing], _ summary: inout Summary) throws {
    guard let store else { return }
    // An article's language counts as part of it: guessed before it is compared with what is stored.
    let batch = try identified(batch).map { imported in
      var imported = imported
      if imported.briefing.language == nil { imported.briefing.language = guessedLanguage(of: imported.briefing.text) }
      return imported
    }
    let briefings = batch.map(\.briefing)
    let outcomes = try attempt { () throws(StoreError) in
      try store.outcomes(of: briefings, findingsVersion: Analyzer.version)
    }
    let fresh = zip(batch, outcomes).filter { $0.1 == .added || $0.1 == .updated }.map(\.0)
    summary.unchanged += outcomes.count { $0 == .unchanged }
    summary.deleted += outcomes.count { $0 == .deleted }
    let results = Mutex([AnalyzedBriefing?](repeating: nil, count: fresh.count))
    DispatchQueue.concurrentPerform(iterations: fresh.count) { index in
      let (briefing, findings) = analyzed(fresh[index])
      results.withLock { $0[index] = AnalyzedBriefing(briefing, findings) }
    }
    let ready = results.withLock { $0.compactMap(\.self) }
    for outcome in try attempt({ () throws(StoreError) in try store.ingest(ready) }) {
      switch outcome {
      case .added: summary.added += 1
      case .updated: summary.updated += 1
      case .unchanged: summary.unchanged += 1
      case .deleted: summary.deleted += 1
      }
    }
    try keepNotes(of: batch)
  }
}
