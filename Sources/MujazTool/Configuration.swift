import Cells
import Reader
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

  /// More than any settings take: a file that does not end must not be read to its end.
  static let mostBytes = 4 << 20

  /// Reads a file. What is wrong is reported with its place and passed over; a file that is no TOML changes nothing.
  init(contents: [UInt8], file: String) {
    guard contents.count <= Self.mostBytes else {
      problems.append("\(file): found more than 4 MB; expected settings, which take less. None of this file is used.")
      return
    }
    let table: TOMLTable
    do throws(TOMLError) {
      table = try TOMLReader.table(in: contents)
    } catch {
      problems.append(
        "\(file):\(error.place): found \(error.found); expected \(error.expected). No setting of this file is used until "
          + "it is mended.")
      return
    }
    for entry in table.entries {
      let name = entry.name
      let value = entry.value
      let place = "\(file):\(value.place)"
      if name == "keys" {
        if let keys = value.table {
          readKeys(keys, file)
        } else {
          problems.append("\(place): keys: found \(value.found); expected the table [keys], given once")
        }
        continue
      }
      guard let setting = Setting.all.first(where: { $0.name == name }) else {
        let names = Setting.all.map(\.name).joined(separator: ", ")
        problems.append("\(place): found the name '\(name)'; expected one of \(names), or the table [keys]")
        continue
      }
      if let expected = setting.set(&self, value) {
        problems.append("\(place): \(name): found \(value.found); expected \(expected)")
      } else {
        places[name] = place
      }
    }
  }

  private mutating func readKeys(_ table: TOMLTable, _ file: String) {
    var changes: [Action: [Key]] = [:]
    for entry in table.entries {
      let name = entry.name
      let value = entry.value
      let place = "\(file):\(value.place)"
      guard let action = Action(name: name) else {
        problems.append("\(place): no action is called '\(name)'; 'mujaz config' lists them all")
        continue
      }
      let labels =
        value.string.map { [(text: $0, place: place)] }
        ?? value.array?.compactMap { label in
          label.string.map { (text: $0, place: "\(file):\(label.place)") }
        }
      guard let labels, labels.count == value.array?.count ?? 1 else {
        problems.append("\(place): keys.\(name): expected a key such as \"C-o\", or several: [\"j\", \"Down\"]")
        continue
      }
      var keys: [Key] = []
      for label in labels {
        if let key = Key(label: label.text) {
          keys.append(key)
        } else {
          problems.append(
            "\(label.place): keys.\(name): found \(label.text.tomlText); expected a letter, C-letter, M-letter, or Enter, "
              + "Tab, Esc, Space, Left, F1 and the like")
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
    func origin(_ name: String) -> String { places[name].map { "  # \(printable($0))" } ?? "" }
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
