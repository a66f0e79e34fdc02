import Reader
import Terminal

/// The user's settings, from `config.toml`.
///
/// - Shape: lines `name = value`, a value being a text in double quotes, a whole number, or `true` or `false`; `#` begins
///   a comment. This is the part of TOML that the settings need.
struct Configuration {
  /// How the terminal is used, where it is not to be asked.
  var terminal = TerminalOptions()
  /// The most columns a line of an article takes.
  var measure = 80
  /// Whether the mouse is used.
  var usesMouse = true
  /// How things look.
  var theme = Theme.Name.standard
  /// The language of the reader's own words; `nil` follows the locale.
  var language: InterfaceLanguage?
  /// What was wrong, one message a line.
  private(set) var problems: [String] = []

  private static let names = [
    "bidi", "shaping", "lam-alef", "marks", "bidi-switch", "restore", "mux-passthrough", "measure", "mouse",
    "language", "theme",
  ]

  /// The settings when there is no file.
  init() {}

  /// Reads a file's text. A line that is wrong is reported and passed over.
  init(text: String, file: String) {
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let place = "\(file):\(index + 1)"
      let bare = Self.withoutComment(line).filter { $0 != "\r" }
      guard bare.contains(where: { !$0.isWhitespace }) else { continue }
      guard let equals = bare.firstIndex(of: "=") else {
        problems.append("\(place): found '\(bare)'; expected 'name = value'")
        continue
      }
      let name = bare[..<equals].filter { !$0.isWhitespace }
      let value = bare[bare.index(after: equals)...].drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }
        .reversed()
      if let problem = set(name, String(value)) { problems.append("\(place): \(problem)") }
    }
  }

  /// Sets one value; answers what is wrong with it.
  private mutating func set(_ name: String, _ value: String) -> String? {
    func choice<Choice: RawRepresentable & CaseIterable>(_ target: inout Choice) -> String?
    where Choice.RawValue == String {
      let word =
        value.hasPrefix("\"") && value.hasSuffix("\"") && value.count >= 2 ? String(value.dropFirst().dropLast()) : nil
      guard let word, let found = Choice(rawValue: word) else {
        let known = Choice.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: ", ")
        return "\(name): found \(value); expected one of \(known)"
      }
      target = found
      return nil
    }
    switch name {
    case "bidi": return choice(&terminal.bidi)
    case "shaping": return choice(&terminal.shaping)
    case "marks": return choice(&terminal.marks)
    case "bidi-switch": return choice(&terminal.bidiSwitch)
    case "restore": return choice(&terminal.restore)
    case "mux-passthrough": return choice(&terminal.passthrough)
    case "lam-alef":
      var form = terminal.lamAlef ?? .ligature
      let problem = choice(&form)
      if problem == nil { terminal.lamAlef = form }
      return problem
    case "language":
      var chosen = language ?? .english
      let problem = choice(&chosen)
      if problem == nil { language = chosen }
      return problem
    case "theme": return choice(&theme)
    case "measure":
      guard let columns = Int(value), columns >= 20 else {
        return "measure: found \(value); expected a whole number from 20 on"
      }
      measure = columns
      return nil
    case "mouse":
      guard let isOn = Bool(value) else { return "mouse: found \(value); expected true or false" }
      usesMouse = isOn
      return nil
    default:
      return "found the name '\(name)'; expected one of \(Self.names.joined(separator: ", "))"
    }
  }

  private static func withoutComment(_ line: Substring) -> Substring {
    var isQuoted = false
    for index in line.indices {
      if line[index] == "\"" { isQuoted.toggle() }
      if line[index] == "#", !isQuoted { return line[..<index] }
    }
    return line
  }
}

extension Surroundings {
  /// The user's settings; problems are said on standard error. A file that was named must be there.
  func configuration(_ options: CommonOptions) throws -> Configuration {
    let path: String
    if let named = options.config {
      path = named
      guard contents(ofFile: path) != nil else { throw Failure("cannot read the configuration \(path)") }
    } else {
      guard let folder = try? configurationFolder() else { return Configuration() }  // no home folder, no file
      path = folder + "/config.toml"
    }
    guard let bytes = contents(ofFile: path) else { return Configuration() }
    let configuration = Configuration(text: String(decoding: bytes, as: UTF8.self), file: path)
    configuration.problems.forEach { Messages.write("mujaz: \($0)") }
    return configuration
  }
}
