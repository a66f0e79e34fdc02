import Analysis
import ArgumentParser
import Briefings
import Dispatch
import Importing
import Search
import Store
import Synchronization

/// `mujaz reanalyze`
struct ReanalyzeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reanalyze", abstract: "Find names and statements of stored articles anew.",
    discussion: """
      Without --all only where older rules found them; with it everywhere, as after a change of your lexicon. What you \
      decided and what came with the articles stays. Ctrl-C stops after a batch; the next run goes on.
      """)

  @OptionGroup var common: CommonOptions
  @Flag(help: "All articles, not only those that older rules read.") var all = false
  @Flag(help: "Write the summary as JSON.") var json = false

  func run() throws {
    let surroundings = Surroundings()
    let store = try surroundings.openStore(common)
    try applyDecisions(store)
    let ingestion = Ingestion(store: store, lexicon: surroundings.lexicon())
    let summary = try ingestion.reanalyze(all ? nil : Analyzer.version)
    if json {
      Output.json(
        .object([
          ("analyzed", .integer(summary.analyzed)), ("changed", .integer(summary.changed)),
          ("stopped", .bool(summary.isStopped)),
        ]))
    } else {
      Output.line("analyzed \(summary.analyzed), changed \(summary.changed)")
    }
    if summary.isStopped {
      throw Failure("stopped; 'mujaz reanalyze' goes on" + (all ? ", from the beginning with --all" : ""))
    }
  }
}

extension Ingestion {
  /// What an analysis of stored articles did.
  struct ReanalysisSummary {
    var analyzed = 0
    /// Of these, how many have other findings than before.
    var changed = 0
    var isStopped = false
  }

  /// Analyses stored articles again, in batches; what came with them stays.
  ///
  /// - Parameter version: Only those whose findings another version of the rules made; `nil` for all.
  func reanalyze(_ version: Int?) throws -> ReanalysisSummary {
    var summary = ReanalysisSummary()
    guard let store else { return summary }
    Interruption.listen()
    let total = try attempt { () throws(StoreError) in try store.count(BriefingFilter()) }
    var cursor: Cursor?
    repeat {
      let after = cursor
      let page = try attempt { () throws(StoreError) in
        try store.briefings(analyzedOtherThan: version, limit: 256, after: after)
      }
      let stored = try page.rows.compactMap { id in try attempt { () throws(StoreError) in try load(id, store) } }
      let results = Mutex([AnalyzedBriefing?](repeating: nil, count: stored.count))
      DispatchQueue.concurrentPerform(iterations: stored.count) { index in
        let (briefing, findings) = analyzed(stored[index].imported)
        results.withLock { $0[index] = AnalyzedBriefing(briefing, findings) }
      }
      let ready = results.withLock { $0.compactMap(\.self) }
      _ = try attempt { () throws(StoreError) in try store.ingest(ready) }
      summary.analyzed += ready.count
      summary.changed += zip(stored, ready).filter { !$0.findings.isSame(as: $1.findings) }.count
      cursor = page.next
      Messages.progress("\(summary.analyzed)\(version == nil ? " of \(total)" : "") articles")
      summary.isStopped = Interruption.isAsked && cursor != nil
    } while cursor != nil && !summary.isStopped
    Messages.endProgress()
    return summary
  }

  /// An article as it was once imported, and its findings before the decisions.
  private func load(_ id: BriefingID, _ store: any BriefingStore) throws(StoreError) -> (
    imported: ImportedBriefing, findings: Findings
  )? {
    guard let briefing = try store.briefing(id), let findings = try store.undecidedFindings(of: id) else { return nil }
    let imported = ImportedBriefing(
      briefing, entities: findings.entities.filter { $0.origin == .imported },
      statements: findings.statements.filter { $0.origin == .imported })
    return (imported, findings)
  }
}

extension Findings {
  /// Whether both found the same, whichever rules did.
  fileprivate func isSame(as other: Findings) -> Bool {
    language == other.language && entities == other.entities && statements == other.statements
  }
}
