import Foundation
import Testing

/// `scripts/install`, with the program that the tests run.
struct InstallTests {
  private static let script = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "scripts/install").path(percentEncoded: false)

  private func run(_ program: Program, _ arguments: String...) throws -> (status: Int32, messages: String) {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["bash", Self.script] + arguments
    let messages = program.home.appending(path: ".messages")
    try Data().write(to: messages)
    process.standardOutput = FileHandle.nullDevice
    process.standardError = try FileHandle(forWritingTo: messages)
    try process.run()
    process.waitUntilExit()
    return (process.terminationStatus, try String(contentsOf: messages, encoding: .utf8))
  }

  private func files(below folder: URL) -> Set<String> {
    let all = FileManager.default.enumerator(atPath: folder.path(percentEncoded: false))
    return Set((all?.allObjects ?? []).compactMap { $0 as? String })
  }

  @Test("what is installed runs from its prefix, and goes away whole")
  func installsAndRemoves() throws {
    let program = try Program()
    let prefix = program.home.appending(path: "a prefix")
    let path = prefix.path(percentEncoded: false)
    try FileManager.default.createDirectory(at: prefix.appending(path: "bin"), withIntermediateDirectories: true)
    try Data("mine".utf8).write(to: prefix.appending(path: "bin/other"))
    let binary = program.executable.path(percentEncoded: false)
    let first = try run(program, "--prefix", path, "--program", binary)
    #expect(first.status == 0, "\(first.messages)")
    let installed = files(below: prefix)
    for file in [
      "bin/mujaz", "share/mujaz/lexicon/persons.tsv", "share/mujaz/model/names.model", "share/man/man1/mujaz.1",
      "share/man/man1/mujaz-import.1", "share/bash-completion/completions/mujaz", "share/zsh/site-functions/_mujaz",
      "share/fish/vendor_completions.d/mujaz.fish", "share/doc/mujaz/data.md",
    ] {
      #expect(installed.contains(file), "\(file)")
    }
    // The program finds its data beside itself.
    let process = Process()
    process.executableURL = prefix.appending(path: "bin/mujaz")
    process.arguments = ["doctor"]
    process.environment = ["HOME": program.home.path(percentEncoded: false), "TERM": "xterm", "LANG": "C.UTF-8"]
    let output = Pipe()
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    try process.run()
    let report = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(report.contains("data       \(path)/share/mujaz"), "\(report.suffix(300))")

    let again = try run(program, "--prefix", path, "--program", binary)
    #expect(again.status == 0 && files(below: prefix) == installed, "\(again.messages)")
    let removed = try run(program, "--prefix", path, "--uninstall")
    #expect(removed.status == 0, "\(removed.messages)")
    #expect(files(below: prefix) == ["bin", "bin/other"])
    let nothing = try run(program, "--prefix", path, "--uninstall")
    #expect(nothing.status == 1 && nothing.messages.contains("Nothing is installed"))
  }

  @Test("files of other origin stay, and wrong usage is named")
  func refuses() throws {
    let program = try Program()
    let prefix = program.home.appending(path: "p")
    let path = prefix.path(percentEncoded: false)
    try FileManager.default.createDirectory(at: prefix.appending(path: "bin"), withIntermediateDirectories: true)
    try Data("mine".utf8).write(to: prefix.appending(path: "bin/mujaz"))
    let refused = try run(program, "--prefix", path, "--program", program.executable.path(percentEncoded: false))
    #expect(refused.status == 1 && refused.messages.contains("bin/mujaz"), "\(refused.messages)")
    #expect(files(below: prefix) == ["bin", "bin/mujaz"])
    #expect(try String(contentsOf: prefix.appending(path: "bin/mujaz"), encoding: .utf8) == "mine")
    #expect(try run(program, "--prefx", path).status == 2)
    #expect(try run(program, "--prefix").status == 2)
  }
}
