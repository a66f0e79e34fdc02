import Reader
import Terminal

/// One setting of the configuration: its name, what it means, and how it is read and written.
struct Setting: Sendable {
  /// Its name in the file.
  let name: String
  /// What it is about, in one line.
  let meaning: String
  /// Its value as TOML writes it.
  let value: @Sendable (Configuration) -> String
  /// Takes a value; answers what was expected where it is none.
  let set: @Sendable (inout Configuration, TOMLValue) -> String?

  /// All settings, in the order in which they are printed.
  static let all: [Setting] = [
    choice("language", "The reader's own words: auto follows the locale.", \.languageChoice),
    choice("theme", "How things look.", \.theme),
    choice("dates", "How dates are written; hijri is tabular.", \.dates),
    choice("digits", "The digits of dates and counts.", \.digits),
    words(
      "opener", "The program that opens links, and its arguments; the link comes last. No shell reads it.", \.opener),
    flag("link-numbers", "Whether links in texts are numbered, as the reader lists them.", \.numbersLinks),
    text(
      "editor",
      "The program that notes are written in, and its arguments; the file comes last. Empty for $VISUAL or $EDITOR.",
      \.editor, example: "vim"),
    text("exports", "The folder of files that the reader writes; empty for the one that it runs in.", \.exports),
    number("measure", "The most columns that a line of an article takes.", \.measure, 20...1000),
    flag("mouse", "Whether the mouse is used; with Shift most terminals select text as usual.", \.usesMouse),
    flag("plain", "Whether the screen is for screen readers and Braille: one thing a line.", \.isPlain),
    choice("bidi", "Who puts letters in visual order.", \.terminal.bidi),
    choice("shaping", "Who joins letters: pf is us, with presentation forms.", \.terminal.shaping),
    choice("lam-alef", "Lam with alef in one cell or two.", \.lamAlefChoice),
    choice("marks", "Vowel signs.", \.terminal.marks),
    choice("bidi-switch", "How the terminal is asked to leave the order alone.", \.terminal.bidiSwitch),
    choice("restore", "Whether the terminal's own order is given back at the end.", \.terminal.restore),
    choice("mux-passthrough", "Whether sequences are sent through tmux or screen.", \.terminal.passthrough),
  ]

  private static func choice<Choice: RawRepresentable & CaseIterable & Sendable>(
    _ name: String, _ meaning: String, _ path: WritableKeyPath<Configuration, Choice> & Sendable
  ) -> Setting where Choice.RawValue == String {
    let names = Choice.allCases.map(\.rawValue)
    return Setting(
      name: name, meaning: "\(meaning) One of: \(names.joined(separator: ", "))",
      value: { $0[keyPath: path].rawValue.tomlText },
      set: { configuration, value in
        guard let chosen = value.string.flatMap(Choice.init(rawValue:)) else {
          return "one of \(names.map(\.tomlText).joined(separator: ", "))"
        }
        configuration[keyPath: path] = chosen
        return nil
      })
  }

  private static func words(
    _ name: String, _ meaning: String, _ path: WritableKeyPath<Configuration, String> & Sendable
  ) -> Setting {
    Setting(
      name: name, meaning: meaning, value: { $0[keyPath: path].tomlText },
      set: { configuration, value in
        guard let text = value.string, text.contains(where: { $0 != " " }) else {
          return "a program, such as \"xdg-open\""
        }
        configuration[keyPath: path] = text
        return nil
      })
  }

  private static func text(
    _ name: String, _ meaning: String, _ path: WritableKeyPath<Configuration, String> & Sendable,
    example: String = "~/exports"
  ) -> Setting {
    Setting(
      name: name, meaning: meaning, value: { $0[keyPath: path].tomlText },
      set: { configuration, value in
        guard let text = value.string else { return "a text, such as \(example.tomlText)" }
        configuration[keyPath: path] = text
        return nil
      })
  }

  private static func number(
    _ name: String, _ meaning: String, _ path: WritableKeyPath<Configuration, Int> & Sendable, _ range: ClosedRange<Int>
  ) -> Setting {
    Setting(
      name: name, meaning: "\(meaning) From \(range.lowerBound) to \(range.upperBound)",
      value: { String($0[keyPath: path]) },
      set: { configuration, value in
        guard let number = value.integer, range.contains(number) else {
          return "a whole number from \(range.lowerBound) to \(range.upperBound)"
        }
        configuration[keyPath: path] = number
        return nil
      })
  }

  private static func flag(
    _ name: String, _ meaning: String, _ path: WritableKeyPath<Configuration, Bool> & Sendable
  ) -> Setting {
    Setting(
      name: name, meaning: "\(meaning) true or false",
      value: { String($0[keyPath: path]) },
      set: { configuration, value in
        guard let isOn = value.boolean else { return "true or false" }
        configuration[keyPath: path] = isOn
        return nil
      })
  }
}

/// The language setting as the file writes it.
enum LanguageChoice: String, CaseIterable, Sendable {
  case auto
  case english = "en"
  case arabic = "ar"
}

/// The setting of lam with alef as the file writes it.
enum LamAlefChoice: String, CaseIterable, Sendable {
  case auto, ligature, two
}

extension Configuration {
  /// `language` as the file writes it.
  fileprivate var languageChoice: LanguageChoice {
    get { language.flatMap { LanguageChoice(rawValue: $0.rawValue) } ?? .auto }
    set { language = InterfaceLanguage(rawValue: newValue.rawValue) }
  }

  /// `lam-alef` as the file writes it.
  fileprivate var lamAlefChoice: LamAlefChoice {
    get { terminal.lamAlef.flatMap { LamAlefChoice(rawValue: $0.rawValue) } ?? .auto }
    set { terminal.lamAlef = TerminalOptions.LamAlef(rawValue: newValue.rawValue) }
  }
}
