import ArgumentParser
import DevTables
import Glibc

/// Writes the Unicode tables, or checks that they are current.
struct TablesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tables", abstract: "Write the Unicode tables from the Unicode Character Database.")

  @Option(help: "The folder of the Unicode Character Database.")
  var ucd = "/usr/share/unicode"

  @Option(help: "The folder to write to.")
  var output = "Sources/UnicodeText/Generated"

  @Flag(help: "Write nothing; fail if a file differs from what would be written.")
  var check = false

  func run() throws {
    let generated = try GeneratedFiles(database: CharacterDatabase(folder: ucd))
    var stale: [String] = []
    for (name, contents) in generated.files {
      let path = output + "/" + name
      if check {
        // A file that is missing counts as different.
        let present = try? readFile(path)
        if present != Array(contents.utf8) { stale.append(path) }
      } else {
        try write(contents, to: path)
      }
    }
    guard stale.isEmpty else {
      throw ValidationError(
        "not current for Unicode \(generated.version): \(stale.joined(separator: ", ")); run `swift run dev tables`")
    }
    print("Unicode \(generated.version): \(generated.files.count) files \(check ? "are current" : "written")")
  }

  private func write(_ contents: String, to path: String) throws {
    guard let file = fopen(path, "wb") else { throw ValidationError("\(path): cannot be written") }
    let written = contents.withCString { fputs($0, file) >= 0 }
    guard fclose(file) == 0, written else { throw ValidationError("\(path): could not be written whole") }
  }
}
