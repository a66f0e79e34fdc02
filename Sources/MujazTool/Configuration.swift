import Cells
import Reader
import TOMLKit
import Terminal

/// The user's settings, from `config.toml` (TOML 1.0).
///
/// Every setting stands in `Setting.all`, from which it is read, checked and printed; the table `[keys]` gives actions
/// other keys.
struct Configuration {
  /// How the terminal is used, where it is not to be asked.
  var terminal = TerminalOptions()
  /// The most columns a line of an article takes.
  var measure = 80
  /// Whether the mouse is used.
  var usesMouse = true
  /// Whether the screen is for screen readers and Braille.
  var isPlain = false
  /// How things look.
  var theme = Theme.Name.standard
  /// The program that opens links, with its arguments.
  var opener = "xdg-open"
  /// The program that notes are written in, with its arguments; empty for the one that the environment names.
  var editor = ""
  /// Whether links in texts are numbered.
  var numbersLinks = true
  /// The folder of files that the reader writes; empty for the one it runs in.
  var exports = ""
  /// How dates are written.
  var dates = DateStyle.gregorian
  /// Which digits dates and counts are written with.
  var digits = DigitStyle.latin
  /// The language of the reader's own words; `nil` follows the locale.
  var language: InterfaceLanguage?
  /// What keys do.
  var keymap = Keymap.standard
  /// What was wrong, one message a line, with its place.
  private(set) var problems: [String] = []
  /// Where the settings that are not left as they are were given: `FILE:LINE` by their names.
  private(set) var places: [String: String] = [:]

  /// The settings when there is no file.
  init() {}

  /// Reads a file's text. What is wrong is reported with its place and passed over; a file that is no TOML changes nothing.
  init(text: String, file: String) {
    // The parser would take it for the end of the text.
    if let zero = text.utf8.firstIndex(of: 0) {
      let line = text.utf8[..<zero].count { $0 == 0x0A } + 1
      problems.append(
        "\(file):\(line): found a zero; expected text. No setting of this file is used until it is mended.")
      return
    }
    if let fault = FatalTOML.fault(in: text) {
      problems.append(
        "\(file):\(fault.line):\(fault.column): found \(fault.found); expected \(fault.expected). No setting of this file is "
          + "used until it is mended.")
      return
    }
    let table: TOMLTable
    do {
      table = try TOMLTable(string: text)
    } catch let error as TOMLParseError {
      let begin = error.source.begin
      problems.append(
        "\(file):\(begin.line):\(begin.column): \(error.description). No setting of this file is used until it is mended."
      )
      return
    } catch {
      problems.append("\(file): \(error)")
      return
    }
    let lines = SettingPlaces(text)
    for name in table.keys.sorted(by: { lines.line(of: $0) < lines.line(of: $1) }) {
      guard let value = table[name] else { continue }
      if name == "keys", let keys = value.table {
        readKeys(keys, file, lines)
        continue
      }
      let place = "\(file):\(lines.place(of: name))"
      guard let setting = Setting.all.first(where: { $0.name == name }) else {
        let names = Setting.all.map(\.name).joined(separator: ", ")
        problems.append("\(place): found the name '\(name)'; expected one of \(names), or the table [keys]")
        continue
      }
      if let expected = setting.set(&self, value) {
        problems.append(
          "\(place): \(name): found \(value.string?.tomlText ?? value.debugDescription); expected \(expected)")
      } else {
        places[name] = place
      }
    }
  }

  private mutating func readKeys(_ table: TOMLTable, _ file: String, _ lines: SettingPlaces) {
    var changes: [Action: [Key]] = [:]
    for name in table.keys.sorted() {
      let place = "\(file):\(lines.place(of: "keys.\(name)"))"
      guard let action = Action(name: name) else {
        problems.append("\(place): no action is called '\(name)'; 'mujaz config' lists them all")
        continue
      }
      let labels = table[name]?.string.map { [$0] } ?? table[name]?.array?.compactMap(\.string)
      guard let labels, labels.count == table[name]?.array?.count ?? 1 else {
        problems.append("\(place): keys.\(name): expected a key such as \"C-o\", or several: [\"j\", \"Down\"]")
        continue
      }
      var keys: [Key] = []
      for label in labels {
        if let key = Key(label: label) {
          keys.append(key)
        } else {
          problems.append(
            "\(place): keys.\(name): found \"\(label)\"; expected a letter, C-letter, M-letter, or Enter, Tab, Esc, Space, "
              + "Left, F1 and the like")
        }
      }
      // An action whose keys are all wrong keeps those that it has.
      guard labels.isEmpty || !keys.isEmpty else { continue }
      for (other, taken) in changes {
        for key in keys where taken.contains(key) {
          problems.append("\(place): keys: \(key.label) is given to \(other.name) and to \(name); \(name) gets it")
          changes[other]?.removeAll { $0 == key }
        }
      }
      changes[action] = keys
      places["keys.\(name)"] = place
    }
    keymap = keymap.remapped(changes)
  }

  /// The settings as a file that would give the same, each with what it means and where it comes from.
  var text: String {
    var lines: [String] = []
    func origin(_ name: String) -> String { places[name].map { "  # \($0)" } ?? "" }
    for setting in Setting.all {
      lines += ["# \(setting.meaning)", "\(setting.name) = \(setting.value(self))\(origin(setting.name))", ""]
    }
    lines += [
      "# Keys of actions. A key given to one is taken from whatever had it; [] takes all of an action's keys away."
    ]
    lines.append("[keys]")
    for group in keymap.groups {
      for binding in group.bindings {
        let keys = binding.keys.map(\.label.tomlText)
        let name = binding.action.name
        lines += [
          "# \(binding.action.help(in: language ?? .english, keymap: keymap))",
          "\(name) = [\(keys.joined(separator: ", "))]\(origin("keys.\(name)"))",
        ]
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

/// Where names stand in a file: TOML's reader tells the place of what it cannot read, but not of what it has read.
private struct SettingPlaces {
  private var places: [String: (line: Int, column: Int)] = [:]

  /// Notes the line on which each name is given, and the column of its value, by the table and the name.
  init(_ text: String) {
    var section = ""
    func note(_ path: String, _ line: Int, _ column: Int) { if places[path] == nil { places[path] = (line, column) } }
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let bare = line.drop { $0 == " " || $0 == "\t" }
      if bare.hasPrefix("[") {
        section = String(bare.dropFirst().prefix { $0 != "]" })
        note(section, index + 1, 1)
      } else if let equals = bare.firstIndex(of: "=") {
        let name = bare[..<equals].filter { $0 != " " && $0 != "\t" && $0 != "\"" && $0 != "'" }
        let value = line[bare.index(after: equals)...].firstIndex { $0 != " " && $0 != "\t" } ?? line.endIndex
        let column = line.distance(from: line.startIndex, to: value) + 1
        let path = section.isEmpty ? String(name) : "\(section).\(name)"
        note(path, index + 1, column)
        // A dotted name gives a table too.
        if let dot = path.firstIndex(of: ".") { note(String(path[..<dot]), index + 1, column) }
      }
    }
  }

  /// The line of a name; 1 where it is written in a way that is not looked for.
  func line(of path: String) -> Int { places[path]?.line ?? 1 }

  /// `LINE:COLUMN` of a name's value.
  func place(of path: String) -> String { "\(line(of: path)):\(places[path]?.column ?? 1)" }
}

extension String {
  /// The text as TOML writes it.
  var tomlText: String {
    var quoted = "\""
    for scalar in unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
