import Briefings
import Search

/// The languages that the reader itself speaks.
public enum InterfaceLanguage: String, Hashable, Sendable, CaseIterable {
  case english = "en"
  case arabic = "ar"

  /// The language of a locale by its POSIX name, such as `ar_SA.UTF-8`; English where that is no other one of these.
  public init(locale: String) {
    let code = locale.prefix { $0.isLetter }.lowercased()
    self = InterfaceLanguage(rawValue: code) ?? .english
  }

  /// Whether it is written from right to left.
  public var isRightToLeft: Bool { self == .arabic }
}

/// Every word that the reader says itself, in the language chosen, keys named as they are bound.
///
/// The words stand in the files of this folder, each beside its translation, and nowhere else.
struct Wording {
  /// The language.
  let language: InterfaceLanguage
  /// What keys are called in words.
  let keymap: Keymap
  /// Which digits counts are written with.
  var digits = DigitStyle.latin

  /// One of two texts that say the same.
  func say(_ english: String, _ arabic: String) -> String {
    switch language {
    case .english: english
    case .arabic: arabic
    }
  }

  /// The first key of an action, kept together where letters around it run from right to left.
  func key(_ action: Action) -> String {
    let label = keymap.label(of: action)
    return language.isRightToLeft ? isolated(label) : label
  }

  /// A text that does not disturb the order of the words around it.
  func isolated(_ text: String) -> String { "\u{2068}\(text)\u{2069}" }

  /// A name in quotation marks.
  func quoted(_ name: String) -> String { say("“\(isolated(name))”", "«\(isolated(name))»") }

  /// A number in the digits that the user wants.
  func number(_ number: Int) -> String { digits.written(String(number)) }

  /// A number with what it counts, in the plural form that the language wants for it (CLDR's categories).
  func counted(_ number: Int, _ english: (one: String, other: String), _ arabic: ArabicPlural) -> String {
    switch language {
    case .english: digits.written("\(number) \(number == 1 ? english.one : english.other)")
    case .arabic: digits.written(arabic.text(number))
    }
  }
}

/// An Arabic noun in the forms that numbers ask of it.
struct ArabicPlural {
  /// «مقال واحد», «مقالان»: number and noun in one.
  let one: String, two: String
  /// With 3 to 10, and with hundreds and more ending so: «مقالات».
  let few: String
  /// With 11 to 99: «مقالًا».
  let many: String
  /// With 0, 100, 101, 102 and the like: «مقال».
  let other: String

  /// The number with the noun.
  func text(_ number: Int) -> String {
    switch number {
    case 1: one
    case 2: two
    default:
      switch number % 100 {
      case 3...10: "\(number) \(few)"
      case 11...99: "\(number) \(many)"
      default: "\(number) \(other)"
      }
    }
  }
}

extension Model {
  /// What the reader says, in the language chosen.
  var wording: Wording { Wording(language: options.language, keymap: options.keymap, digits: options.digits) }
}
