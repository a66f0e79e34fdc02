import Briefings

/// What Analysis knows about names and words before it reads an article.
///
/// Built once from the lexicon's files (`data/lexicon/*.tsv`) and the user's own files of the same names, which are
/// added to the first.
public struct Lexicon: Sendable {
  /// Rows and files that were left out, and why.
  public internal(set) var problems: [LexiconError] = []

  /// How many names, titles, reporting words and other forms it holds.
  public internal(set) var formCount = 0

  var words = WordTable()
  var phrases = PhraseTrie()
  /// What each word can be in an Arabic, Hebrew or English text, by its number.
  private var classes: [WordClass] = []
  /// What each word can be in a Persian or Urdu text.
  private var persianClasses: [WordClass] = []
  /// The language of the text at hand.
  var textLanguage = "ar" {
    didSet { languages = Languages(ofText: textLanguage) }
  }
  /// The languages whose forms count in the text at hand.
  private(set) var languages = Languages(ofText: "ar")
  /// The country of a nationality adjective, by the number of the word; 0 for none.
  var countries: [Int32: Int32] = [:]
  var countryNumbers: [String: Int32] = [:]
  /// The entry of a country, by its number.
  var countryEntries: [Int32: Int32] = [:]
  var names: [NameEntry] = []
  /// Long names of one word by their sound.
  var variants = SpellingVariants()
  var cues: [CueEntry] = []
  var titles: [TitleEntry] = []
  var organizationHeads: [OrganizationHead] = []
  let ids: RuleWords
  /// The model that proposes names no rule finds; without it only the rules speak.
  var model: NameModel?

  /// A word or phrase that stands beside a name.
  struct TitleEntry: Sendable {
    let kind: String
    let gender: String
    let words: Int
  }

  /// A noun that begins the names of bodies.
  struct OrganizationHead: Sendable {
    let kind: String
    let isStrong: Bool
  }

  /// A lexicon without names: the closed word classes only.
  public init() { self.init(files: [(name: String, contents: [UInt8])]()) }

  /// Builds a lexicon from files handed in as text; see `init(files:)` with bytes.
  public init(files: [(name: String, contents: String)]) {
    self.init(files: files.map { (name: $0.name, contents: Array($0.contents.utf8)) })
  }

  /// Builds a lexicon.
  ///
  /// - Parameter files: Each file's name (`persons.tsv`, with or without folders before it) and bytes; files of the
  ///   same name are added up, the first ones first.
  /// - Complexity: O(*n*) in the bytes; about 100 ms for a megabyte.
  public init(files: [(name: String, contents: [UInt8])]) {
    ids = RuleWords(&words)
    var builder = LexiconBuilder(words: words)
    builder.addClosedWords()
    for file in files {
      if file.name.hasSuffix(".model") {
        addModel(file.name, file.contents, &builder.problems)
        continue
      }
      do {
        let read = try LexiconFile(name: file.name, contents: file.contents)
        builder.problems.append(contentsOf: read.problems)
        builder.add(read)
      } catch {
        builder.problems.append(error)
      }
    }
    builder.finish()
    words = builder.words
    phrases = builder.phrases
    classes = builder.classes
    persianClasses = builder.persianClasses
    countries = builder.countries
    countryNumbers = builder.countryNumbers
    names = builder.names
    variants = builder.variants
    for (number, name) in names.enumerated() where name.type == .place && name.kind == "country" {
      if let country = countryNumbers[name.country] { countryEntries[country] = Int32(number) }
    }
    cues = builder.cues
    titles = builder.titles
    organizationHeads = builder.organizationHeads
    problems = builder.problems
    formCount = builder.formCount
  }

  private mutating func addModel(_ name: String, _ contents: [UInt8], _ problems: inout [LexiconError]) {
    switch NameModelFile.model(contents) {
    case .success(let read): model = read
    case .failure(let wrong):
      problems.append(LexiconError(file: name, line: 1, problem: .model(found: wrong.found, expected: wrong.expected)))
    }
  }

  /// What a word can be; nothing for a word the lexicon does not hold.
  func wordClass(_ word: Int32) -> WordClass {
    guard word >= 0 else { return [] }
    return languages.contains(.arabic) ? classes[Int(word)] : persianClasses[Int(word)]
  }

  /// The same lexicon for texts of one language.
  func forText(of language: String) -> Lexicon {
    var copy = self
    copy.textLanguage = language
    return copy
  }

  /// The first meaning of a kind at a node of the phrases, in the languages of the text.
  func meaning(at node: Int32, _ kind: PhraseTrie.Kind) -> PhraseTrie.Meaning? {
    phrases.meaning(at: node, kind, in: languages)
  }

  /// Calls `body` with every meaning at a node of the phrases, in the languages of the text.
  func forEachMeaning(at node: Int32, _ body: (PhraseTrie.Meaning) -> Void) {
    phrases.forEachMeaning(at: node, in: languages, body)
  }

  /// The names of `type`-independent entry `number`.
  func name(_ number: Int32) -> NameEntry { names[Int(number)] }
}

/// The numbers of single words that a rule asks for by name.
struct RuleWords: Sendable {
  let bin, ibn, abu, al: Int32
  let kingdom: Int32

  init(_ words: inout WordTable) {
    func number(_ text: String, _ words: inout WordTable) -> Int32 { words.intern(foldedWords(text).first ?? []) }
    bin = number("بن", &words)
    ibn = number("ابن", &words)
    abu = number("أبو", &words)
    al = number("آل", &words)
    kingdom = number("المملكة", &words)
  }
}
