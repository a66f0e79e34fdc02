import ArgumentParser
import Store
import StoreSQLite

/// `mujaz backup`
struct BackupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup", abstract: "Copy the archive into one file, while it is in use.",
    discussion: "The copy appears when it is whole, for nobody else to read. 'mujaz restore' takes it back.")

  @OptionGroup var common: CommonOptions
  @Flag(help: "Replace the file if it is there.") var replace = false
  @Argument(help: "The file to write.", completion: .file()) var file: String

  func run() throws {
    let store = try Surroundings().openStore(common)
    Interruption.listen()
    try attempt { () throws(StoreError) in
      try store.backup(to: file, replacing: replace) { done, all in
        showCopied(done, all)
        return !Interruption.isAsked
      }
    }
    Messages.endProgress()
    Output.line("wrote \(file)")
  }
}

/// `mujaz restore`
struct RestoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore", abstract: "Put a backup in the archive's place, after checking it.",
    discussion: "The present archive is kept beside it under another name. Nobody may have it open.")

  @OptionGroup var common: CommonOptions
  @Argument(help: "The backup; it stays as it is.", completion: .file()) var file: String

  func run() throws {
    let path = try Surroundings().archivePath(common.archive, makingFolders: true)
    let kept = try attempt { () throws(StoreError) in
      try SQLiteStore.restore(file, to: path) { showCopied($0, $1) }
    }
    Messages.endProgress()
    Output.line("restored \(path) from \(file)" + (kept.map { "; what was there is now \($0)" } ?? ""))
    // Its tables are sound; a backup whose indexes are not is better than none, as they can be made anew.
    let store = try Surroundings().openStore(common)
    let report = try attempt { () throws(StoreError) in
      try Messages.showingSeconds("checking") { () throws(StoreError) in try store.verify(repair: false) }
    }
    report.problems.forEach { Output.line("problem   \($0)") }
    if !report.isSound {
      throw Failure(
        "what was restored has \(report.problems.count) problems; 'mujaz verify --repair' mends what it can")
    }
  }
}

private func showCopied(_ done: Int, _ all: Int) { Messages.progress("\(done * 100 / max(1, all)) % copied") }
