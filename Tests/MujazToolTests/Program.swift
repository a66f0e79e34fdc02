import Foundation
import Testing

/// The built program, run in a home folder of its own that goes away with the value.
final class Program {
  /// What a run left behind.
  struct Outcome {
    var status: Int32
    var output: String
    var messages: String

    /// The lines of the output.
    var lines: [String] { output.split(separator: "\n").map(String.init) }

    /// The output as JSON values, one a line.
    func rows() throws -> [[String: Any]] {
      try lines.map { line in
        try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      }
    }
  }

  /// The home folder.
  let home: URL

  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  init() throws {
    home = FileManager.default.temporaryDirectory.appending(path: "mujaz-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: home)  // what is left in the temporary folder harms nobody
  }

  /// Writes a file into the home folder and returns its path.
  func file(_ name: String, _ contents: String) throws -> String {
    let url = home.appending(path: name)
    try Data(contents.utf8).write(to: url)
    return url.path(percentEncoded: false)
  }

  /// The program: it stands beside the tests' own one.
  var executable: URL {
    URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent().appending(path: "mujaz")
  }

  /// The data of the project.
  static let data = root.appending(path: "data")

  /// The program's own data.
  var dataFolder = data

  /// What the program sees of its surroundings.
  var environment: [String: String] {
    let own = [
      "HOME": home.path(percentEncoded: false), "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "TERM": "xterm",
      "MUJAZ_DATA": dataFolder.path(percentEncoded: false),
    ]
    // What the sanitizers were told holds for the program, too: above all where reports go.
    return own.merging(ProcessInfo.processInfo.environment.filter { $0.key.hasSuffix("SAN_OPTIONS") }) { own, _ in own }
  }

  /// Runs the program to its end.
  func run(_ arguments: String..., input: String = "", environment: [String: String] = [:]) throws -> Outcome {
    try run(arguments, input: input, environment: environment)
  }

  /// Starts the program and does not wait; what it says is lost.
  func start(_ arguments: [String]) throws -> Process {
    let process = prepared(arguments, environment: [:])
    for channel in [\Process.standardInput, \.standardOutput, \.standardError] {
      process[keyPath: channel] = FileHandle.nullDevice
    }
    try process.run()
    return process
  }

  private func prepared(_ arguments: [String], environment: [String: String]) -> Process {
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.environment = self.environment.merging(environment) { $1 }
    return process
  }

  /// Runs the program to its end.
  func run(_ arguments: [String], input: String = "", environment: [String: String] = [:]) throws -> Outcome {
    let process = prepared(arguments, environment: environment)
    let output = home.appending(path: ".output")
    let messages = home.appending(path: ".messages")
    let given = home.appending(path: ".input")
    try Data(input.utf8).write(to: given)
    for url in [output, messages] { try Data().write(to: url) }
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: messages)
    process.standardInput = try FileHandle(forReadingFrom: given)
    try process.run()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus, output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
      messages: String(decoding: try Data(contentsOf: messages), as: UTF8.self))
  }
}

/// Two articles about the same thing, in which a claim meets its denial.
let sampleArticles = """
  {"id":"a1","title":"باريس تعلن إرسال وفد إلى بيروت","date":"2024-03-01","source":"المكتب الأول","tags":["لبنان"],"text":"قال وزير الخارجية الفرنسي ستيفان سيجورنيه إن باريس سترسل وفدا إلى بيروت لبحث الحدود.\\nوأضاف أن الوفد سيلتقي نجيب ميقاتي."}
  {"id":"a2","title":"بيروت تنفي موعد الزيارة","date":"2024-03-03","source":"المكتب الثاني","language":"ar","text":"نفى نجيب ميقاتي أن باريس سترسل وفدا إلى بيروت لبحث الحدود."}
  """
