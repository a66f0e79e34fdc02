import Briefings
import Cells
import Testing

@testable import Reader

/// What the reader says in each language.
@Suite struct WordingTests {
  private let english = Wording(language: .english, keymap: .standard)
  private let arabic = Wording(language: .arabic, keymap: .standard)

  struct Locale: Sendable {
    let name: String
    let language: InterfaceLanguage
  }

  static let locales = [
    Locale(name: "ar_SA.UTF-8", language: .arabic), Locale(name: "ar", language: .arabic),
    Locale(name: "en_US.UTF-8", language: .english), Locale(name: "C", language: .english),
    Locale(name: "", language: .english), Locale(name: "fr_FR@euro", language: .english),
    Locale(name: "arn_CL", language: .english),
  ]

  @Test(arguments: locales)
  func languageFollowsTheLocale(_ row: Locale) {
    #expect(InterfaceLanguage(locale: row.name) == row.language, "\(row.name)")
  }

  struct Plural: Sendable {
    let number: Int
    let english: String
    let arabic: String
  }

  static let plurals = [
    Plural(number: 0, english: "0 articles", arabic: "0 مقال"),
    Plural(number: 1, english: "1 article", arabic: "مقال واحد"),
    Plural(number: 2, english: "2 articles", arabic: "مقالان"),
    Plural(number: 3, english: "3 articles", arabic: "3 مقالات"),
    Plural(number: 10, english: "10 articles", arabic: "10 مقالات"),
    Plural(number: 11, english: "11 articles", arabic: "11 مقالًا"),
    Plural(number: 99, english: "99 articles", arabic: "99 مقالًا"),
    Plural(number: 100, english: "100 articles", arabic: "100 مقال"),
    Plural(number: 101, english: "101 articles", arabic: "101 مقال"),
    Plural(number: 103, english: "103 articles", arabic: "103 مقالات"),
  ]

  @Test(arguments: plurals)
  func numbersTakeTheirPlural(_ row: Plural) {
    let noun = ArabicPlural(one: "مقال واحد", two: "مقالان", few: "مقالات", many: "مقالًا", other: "مقال")
    #expect(english.counted(row.number, ("article", "articles"), noun) == row.english)
    #expect(arabic.counted(row.number, ("article", "articles"), noun) == row.arabic)
  }

  @Test func everyActionHasItsOwnWordsInBothLanguages() {
    for wording in [english, arabic] {
      var seen: [String: Action] = [:]
      for action in Action.allCases {
        let words = wording.help(action)
        #expect(!words.isEmpty, "\(action)")
        #expect(seen[words] == nil, "\(action) and \(seen[words] ?? action) are both “\(words)”")
        seen[words] = action
      }
    }
    for action in Action.allCases { #expect(english.help(action) != arabic.help(action), "\(action)") }
  }

  @Test func keysAreNamedAsTheyAreBound() {
    var groups = Keymap.standard.groups
    for group in groups.indices {
      for line in groups[group].bindings.indices where groups[group].bindings[line].action == .back {
        groups[group].bindings[line].keys = [Key("w")]
      }
    }
    let wording = Wording(language: .english, keymap: Keymap(groups: groups))
    #expect(wording.noRelated == "No related statement in the archive. w goes back.")
  }

  @Test func theLanguageIsSwitchedWhileReading() {
    var driver = Driver("e")
    #expect(view(driver.model).text.contains("Entities"))
    driver.press("L")
    #expect(driver.model.options.language == .arabic)
    #expect(!view(driver.model).text.contains("Entities"))
    driver.press("L")
    #expect(view(driver.model).text.contains("Entities"))
  }
}
