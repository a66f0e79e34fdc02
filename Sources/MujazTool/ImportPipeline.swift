import Analysis
import Briefings
import Dispatch
import Importing
import Store
import Synchronization

/// Analyses batches of articles on all cores while the one before is stored and the next one is read.
///
/// Batches are stored in the order in which they came, by one writer. At most three are on their way, which bounds memory.
final class ImportPipeline: Sendable {
  private struct State {
    var summary = ImportSummary()
    var refusal: Failure?
    /// How many batches are not stored yet.
    var batches = 0
    /// Ids and addresses of articles that are not stored yet: how others of the same name differ from the archive's
    /// cannot be asked of the archive before they are.
    var onTheirWay: [String: Int] = [:]
  }

  private let ingestion: Ingestion
  private let store: any BriefingStore
  private let analysis = DispatchQueue(label: "mujaz.analysis")
  private let writing = DispatchQueue(label: "mujaz.writing")
  private let room = DispatchSemaphore(value: 3)
  private let state = Mutex(State())

  init(_ ingestion: Ingestion, store: any BriefingStore) {
    self.ingestion = ingestion
    self.store = store
  }

  /// How many articles are stored or known to be so already.
  var count: Int { state.withLock { $0.summary.count } }

  /// Whether everything that was taken is stored.
  var isIdle: Bool { state.withLock { $0.batches == 0 } }

  /// Takes a batch; waits while three are on their way. False when the archive has refused one.
  func take(_ batch: [ImportedBriefing]) -> Bool {
    room.wait()
    guard state.withLock({ $0.refusal == nil }) else {
      room.signal()
      return false
    }
    let meetsOthers = state.withLock { state in
      let names = batch.flatMap(\.names)
      state.batches += 1
      defer { for name in names { state.onTheirWay[name, default: 0] += 1 } }
      return names.contains { state.onTheirWay[$0] != nil }
    }
    analysis.async { [self] in
      // All batches before this one have been handed to the writer by now.
      if meetsOthers { writing.sync {} }
      analyze(batch)
    }
    return true
  }

  /// Waits for everything that was taken.
  ///
  /// - Throws: `Failure` when the archive refused.
  func finish() throws -> ImportSummary {
    analysis.sync {}
    writing.sync {}
    return try state.withLock { state in
      if let refusal = state.refusal { throw refusal }
      return state.summary
    }
  }

  private func analyze(_ taken: [ImportedBriefing]) {
    let batch: [ImportedBriefing]
    let outcomes: [IngestOutcome]
    do {
      // An article's language counts as part of it: guessed before it is compared with what is stored.
      batch = try ingestion.identified(taken).concurrentMap { ingestion.withLanguage($0) }
      outcomes = try attempt { () throws(StoreError) in
        try store.outcomes(of: batch.map(\.briefing), findingsVersion: Analyzer.version)
      }
    } catch {
      return end(taken, refusal: error)
    }
    let fresh = zip(batch, outcomes).filter { $0.1 == .added || $0.1 == .updated }.map(\.0)
    let known = outcomes.filter { $0 != .added && $0 != .updated }
    let ready = fresh.concurrentMap { imported in
      let (briefing, findings) = ingestion.analyzed(imported)
      return AnalyzedBriefing(briefing, findings)
    }
    writing.async { [self] in
      do {
        let outcomes = try attempt { () throws(StoreError) in try store.ingest(ready) }
        try ingestion.keepNotes(of: batch)
        state.withLock { $0.summary.count(outcomes + known) }
        end(taken, refusal: nil)
      } catch {
        end(taken, refusal: error)
      }
    }
  }

  private func end(_ batch: [ImportedBriefing], refusal: (any Error)?) {
    state.withLock { state in
      state.batches -= 1
      for name in batch.flatMap(\.names) {
        let left = (state.onTheirWay[name] ?? 1) - 1
        state.onTheirWay[name] = left > 0 ? left : nil
      }
      if let refusal, state.refusal == nil { state.refusal = refusal as? Failure ?? Failure("\(refusal)") }
    }
    room.signal()
  }
}

extension ImportedBriefing {
  /// What an article is known by.
  fileprivate var names: [String] { briefing.url.isEmpty ? [briefing.id.text] : [briefing.id.text, briefing.url] }
}

extension Array where Element: Sendable {
  /// What `transform` makes of each, on all cores, in order.
  func concurrentMap<Result: Sendable>(_ transform: @Sendable (Element) -> Result) -> [Result] {
    let results = Mutex([Result?](repeating: nil, count: count))
    DispatchQueue.concurrentPerform(iterations: count) { index in
      let result = transform(self[index])
      results.withLock { $0[index] = result }
    }
    return results.withLock { $0.compactMap(\.self) }
  }
}
