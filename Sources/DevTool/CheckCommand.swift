import ArgumentParser
import DevTables
import Glibc

/// What must hold before a commit, besides the tests: form, arrows, tables.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Check the form of all files, the imports and the tables.",
    discussion: "Run it in the package's folder.")

  @Option(help: "The folder of the Unicode Character Database.")
  var ucd = "/usr/share/unicode"

  func run() throws {
    let sources = SourceFiles().files
    guard !sources.isEmpty else { throw ValidationError("no Sources here; run it in the package's folder") }
    var isClean = true

    let handwritten = sources.filter { !$0.isGenerated }.map(\.path)
    let lint = try status(
      of: ["swift", "format", "lint", "--strict", "--configuration", ".swift-format", "Package.swift"] + handwritten)
    report("form", lint == 0 ? nil : "run `swift format -i` on the files named above", &isClean)

    let arrows = ImportArrows(String(decoding: try readFile("Package.swift"), as: UTF8.self))
    var strangers: [String] = []
    for file in sources {
      let text = String(decoding: try readFile(file.path), as: UTF8.self)
      for (line, module) in arrows.violations(in: text, target: file.target) {
        strangers.append(
          "\(file.path):\(line): \(file.target) imports \(module), but Package.swift draws no such arrow")
      }
    }
    report("imports", strangers.isEmpty ? nil : strangers.joined(separator: "\n"), &isClean)

    do {
      let generated = try GeneratedFiles(database: CharacterDatabase(folder: ucd))
      let stale = generated.files.filter { name, contents in
        // A file that is missing counts as different.
        (try? readFile("Sources/UnicodeText/Generated/" + name)) != Array(contents.utf8)
      }
      let names = stale.map(\.name).joined(separator: ", ")
      report("tables", stale.isEmpty ? nil : "\(names): run `swift run dev tables`", &isClean)
    } catch {
      print("tables: skipped, \(error)")
    }
    if !isClean { throw ExitCode.failure }
  }

  private func report(_ name: String, _ problem: String?, _ isClean: inout Bool) {
    print(problem.map { "\(name): \($0)" } ?? "\(name): clean")
    if problem != nil { isClean = false }
  }

  /// Runs a program and gives its exit status.
  private func status(of command: [String]) throws -> Int32 {
    var arguments: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) }
    arguments.append(nil)
    defer { arguments.forEach { free($0) } }
    var child: pid_t = 0
    guard posix_spawnp(&child, command[0], nil, nil, arguments, environ) == 0 else {
      throw ValidationError("cannot start \(command[0])")
    }
    var status: Int32 = 0
    waitpid(child, &status, 0)
    return status
  }
}
