import Analysis
import ArabicText
import Briefings
import Glibc
import Importing
import Store

/// Brings articles from files into the archive: reads, skips what is known, analyses on all cores, stores.
struct Ingestion: Sendable {
  /// Where articles go; `nil` where they are only analysed.
  let store: (any BriefingStore)?
  private let analyzer: Analyzer

  /// Articles that are analysed and stored together at most. Bounds memory; each batch writes every page that it touches,
  /// so that small batches write the same pages again and again.
  private static let batchSize = 1_024

  /// So many go on their way together where no others are: what comes slowly is not kept waiting.
  private static let smallBatch = 256

  /// The most bytes of text in one batch: long articles come in smaller batches.
  private static let batchBytes = 8 << 20

  /// The most messages about one file that are written; the summary counts them all.
  private static let messagesPerFile = 20

  /// Creates an ingestion.
  init(store: (any BriefingStore)?, lexicon: Lexicon) {
    self.store = store
    analyzer = Analyzer(lexicon: lexicon)
  }

  /// Imports everything at the paths. Problems with single articles are said on standard error as they come.
  ///
  /// After Ctrl-C what was read so far is stored, and the summary says that it was stopped.
  /// - Throws: `Failure` when the archive refuses.
  func importAll(
    _ paths: [String], importer: Importer, followsLinks: Bool = false, showsProgress: Bool
  ) throws -> ImportSummary {
    var read = ImportSummary()
    guard let store else { return read }
    var said: [String: Int] = [:]
    func say(_ problem: ImportProblem, file: String) {
      read.note(problem)
      said[file, default: 0] += 1
      guard said[file, default: 0] <= Self.messagesPerFile else { return }
      if showsProgress { Messages.endProgress() }
      Messages.write("mujaz: \(problem)")
      if said[file] == Self.messagesPerFile { Messages.write("mujaz: \(file): more of the same is only counted") }
    }
    let listing = listing(of: paths, followsLinks: followsLinks) { say($0, file: $0.place) }
    let progress = ImportProgress(total: paths.contains("-") ? 0 : listing.reduce(0) { $0 + $1.size })
    let pipeline = ImportPipeline(self, store: store)
    var importer = importer
    importer.onRead = { progress.add($0) }
    importer.shouldStop = { Interruption.isAsked }
    var batch: [ImportedBriefing] = []
    var bytes = 0
    var isRefused = false
    func hand() {
      if !batch.isEmpty { isRefused = !pipeline.take(batch) || isRefused }
      batch.removeAll(keepingCapacity: true)
      bytes = 0
    }
    for file in listing where !isRefused && !Interruption.isAsked {
      self.read(file, importer: importer) { item in
        switch item {
        case .failure(let problem): say(problem, file: file.path)
        case .success(let imported):
          imported.problems.forEach { say($0, file: file.path) }
          batch.append(imported)
          bytes += imported.briefing.text.utf8.count
          let isFull = batch.count >= Self.batchSize || bytes >= Self.batchBytes
          if isFull || batch.count % Self.smallBatch == 0 && pipeline.isIdle { hand() }
        }
        if showsProgress { progress.show(articles: pipeline.count, file: file.path) }
        return !isRefused && !Interruption.isAsked
      }
      said[file.path] = nil
    }
    hand()
    if showsProgress { Messages.endProgress() }
    let stored = try pipeline.finish()
    (read.added, read.updated, read.unchanged) = (stored.added, stored.updated, stored.unchanged)
    read.deleted = stored.deleted
    read.isStopped = Interruption.isAsked
    return read
  }

  /// Reads every article at a path; `-` is standard input. A path that cannot be read is reported as an item.
  func read(_ path: String, importer: Importer, receive: (Importer.Item) -> Bool) {
    var goesOn = true
    for file in listing(of: [path], followsLinks: false, note: { goesOn = goesOn && receive(.failure($0)) }) {
      guard goesOn else { return }
      read(file, importer: importer) { item in
        goesOn = receive(item)
        return goesOn
      }
    }
  }

  /// The files at paths; what cannot be read or is passed over goes to `note`.
  private func listing(
    of paths: [String], followsLinks: Bool, note: (ImportProblem) -> Void
  ) -> [ImportFile] {
    var files: [ImportFile] = []
    for path in paths {
      if path == "-" {
        files.append(.standardInput)
        continue
      }
      do throws(ImportProblem) {
        let listing = try Importer.files(at: path, followsLinks: followsLinks)
        listing.notes.forEach(note)
        files += listing.files
      } catch {
        note(error)
      }
    }
    return files
  }

  private func read(_ file: ImportFile, importer: Importer, receive: (Importer.Item) -> Bool) {
    do throws(ImportProblem) {
      if file == .standardInput {
        try importer.read(descriptor: STDIN_FILENO, name: file.path, receive: receive)
      } else {
        try importer.read(file, receive: receive)
      }
    } catch {
      // What the user stopped did not fail.
      if !Interruption.isAsked { _ = receive(.failure(error)) }
    }
  }

  /// An article with its language, guessed where it does not say.
  func withLanguage(_ imported: ImportedBriefing) -> ImportedBriefing {
    guard imported.briefing.language == nil else { return imported }
    var imported = imported
    imported.briefing.language = guessedLanguage(of: imported.briefing.text)
    return imported
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
}

extension ImportFile {
  /// What stands for `-`.
  static let standardInput = ImportFile(path: "standard input")
}
