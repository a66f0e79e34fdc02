import Briefings

/// Turns the rows of the lexicon's files into tables that are fast to ask.
struct LexiconBuilder {
  var words: WordTable
  var phrases = PhraseTrie()
  var classes: [WordClass] = []
  var persianClasses: [WordClass] = []
  var countries: [Int32: Int32] = [:]
  var countryNumbers: [String: Int32] = [:]
  var names: [NameEntry] = []
  var cues: [CueEntry] = []
  var titles: [Lexicon.TitleEntry] = []
  var organizationHeads: [Lexicon.OrganizationHead] = []
  var variants = SpellingVariants()
  var problems: [LexiconError] = []
  var formCount = 0
  /// The entry of a row's first column, so that a later row extends an earlier one.
  private var known: [String: Int32] = [:]

  /// First and last parts of full names, taken once all words are known.
  private var partsOfNames: [([UInt16], WordClass)] = []

  /// Words that are something else before they are a part of a name.
  private static let otherWords: WordClass = [
    .ordinary, .nationalityMasculine, .nationalityFeminine, .nationalityPlural, .title, .office, .speaker, .cue,
    .placeNoun,
    .organizationHead, .document, .officeAdjective, .nameParticle,
  ]

  init(words: WordTable) { self.words = words }

  /// The word classes that are part of the grammar.
  mutating func addClosedWords() {
    for (wordClass, list) in ClosedWords.table {
      for word in foldedWords(list) { mark(word, wordClass) }
    }
    for (wordClass, list) in ClosedWords.persian {
      for word in foldedWords(list) { mark(word, wordClass, .persian) }
    }
  }

  /// Adds a file's rows.
  mutating func add(_ file: LexiconFile) {
    for row in file.rows {
      switch file.kind {
      case .persons: addPerson(row, file)
      case .places: addPlace(row, file)
      case .organizations: addOrganization(row, file)
      case .nationalities: addNationality(row, file)
      case .titles: addTitle(row, file)
      case .organizationHeads: addHead(row, file)
      case .nameParts: addNamePart(row, file)
      case .cues: addCue(row, file)
      case .blocks: addPhrase(row.cells[0], .block, entry: 0, Languages(tag: row.cells[1]), column: "form", row, file)
      case .urduNames: addUrduName(row, file)
      case .commonWords:
        for word in foldedWords(row.cells[0]) { mark(word, .ordinary) }
      // Read by `TopicWords`, when statements are compared.
      case .topics: break
      }
    }
  }

  /// Fills the tables up to the number of words, and takes the parts of full names that are no other words.
  mutating func finish() {
    while classes.count < words.count { classes.append([]) }
    for (part, wordClass) in partsOfNames {
      let number = Int(words.find(part, 0..<part.count))
      let isFree = classes[number].isDisjoint(with: WordClass.closed.union(Self.otherWords))
      let bare = part.starts(with: [Letter.alef, Letter.lam]) ? words.find(part, 2..<part.count) : WordTable.unknown
      if isFree, bare < 0 || !classes[Int(bare)].contains(.ordinary) { classes[number].formUnion(wordClass) }
    }
    while classes.count < words.count { classes.append([]) }
    while persianClasses.count < words.count { persianClasses.append([]) }
  }

  // MARK: Names

  private static func firstName(_ cell: String) -> String { alternatives(cell).first ?? cell }

  private mutating func entry(_ key: String, _ make: () -> NameEntry) -> Int32 {
    if let number = known[key] { return number }
    let number = Int32(names.count)
    names.append(make())
    known[key] = number
    return number
  }

  private mutating func addPerson(_ row: LexiconFile.Row, _ file: LexiconFile) {
    let cells = row.cells
    guard isKnown(cells[5], ["m", "f", ""], column: "gender", row, file) else { return }
    let number = entry("person " + Self.firstName(cells[0])) {
      NameEntry(type: .person, english: Self.firstName(cells[0]), country: cells[6], gender: cells[5], kind: "")
    }
    addForms(row, file, entry: number)
    // The parts of a full name make others of the same family recognisable.
    for form in alternatives(cells[1]) {
      let parts = foldedWords(form)
      guard parts.count >= 2, let first = parts.first, let last = parts.last else { continue }
      if first.count > 3 { partsOfNames.append((first, .givenName)) }
      if last.count > 3 { partsOfNames.append((last, .familyName)) }
    }
  }

  /// Adds the names in a row's language columns.
  private mutating func addForms(_ row: LexiconFile.Row, _ file: LexiconFile, entry: Int32) {
    for (column, name) in file.kind.columns.enumerated() {
      let languages: Languages
      switch name {
      case "en": languages = .english
      case "ar", "short": languages = [.arabic, .urdu]
      case "fa": languages = .persian
      case "he": languages = .hebrew
      case "acronym": languages = [.arabic, .persian, .hebrew, .english, .urdu]
      default: continue
      }
      for form in alternatives(row.cells[column]) {
        addPhrase(form, .name, entry: entry, languages, column: name, row, file)
      }
    }
  }

  /// Adds the Urdu forms of a name, to the entry of its English name where there is one.
  private mutating func addUrduName(_ row: LexiconFile.Row, _ file: LexiconFile) {
    let cells = row.cells
    let types: [String: EntityType] = ["person": .person, "place": .place, "organization": .organization]
    guard isKnown(cells[2], types.keys.sorted(), column: "type", row, file), let type = types[cells[2]] else { return }
    let name = Self.firstName(cells[0])
    let gender = type == .person ? "" : "f"
    let number = entry(cells[2] + " " + name) {
      NameEntry(type: type, english: name, country: cells[4], gender: gender, kind: cells[3])
    }
    for form in alternatives(cells[1]) {
      addPhrase(form, .name, entry: number, .urdu, column: "ur", row, file)
    }
  }

  private mutating func addPlace(_ row: LexiconFile.Row, _ file: LexiconFile) {
    let cells = row.cells
    let kinds = ["country", "capital", "city", "region", "sea", "site", "continent"]
    guard isKnown(cells[4], kinds, column: "kind", row, file) else { return }
    let number = entry("place " + Self.firstName(cells[0])) {
      NameEntry(type: .place, english: Self.firstName(cells[0]), country: cells[5], gender: "f", kind: cells[4])
    }
    addForms(row, file, entry: number)
  }

  private mutating func addOrganization(_ row: LexiconFile.Row, _ file: LexiconFile) {
    let cells = row.cells
    let kinds = [
      "international", "government", "ministry", "party", "armed-group", "media", "agency", "company", "court",
      "military", "religious", "other",
    ]
    guard isKnown(cells[5], kinds, column: "kind", row, file) else { return }
    let number = entry("organization " + Self.firstName(cells[0])) {
      NameEntry(type: .organization, english: Self.firstName(cells[0]), country: cells[6], gender: "f", kind: cells[5])
    }
    addForms(row, file, entry: number)
  }

  // MARK: Words

  private mutating func addNationality(_ row: LexiconFile.Row, _ file: LexiconFile) {
    let country = countryNumbers[row.cells[0]] ?? Int32(countryNumbers.count + 1)
    countryNumbers[row.cells[0]] = country
    formCount += 1
    for form in alternatives(row.cells[1]) {
      // «كوري جنوبي»: both words take the article and the ending.
      let parts = foldedWords(form)
      // Folding makes ألماني look like a word with the article.
      let hasArticle = form.unicodeScalars.starts(with: "ال".unicodeScalars)
      for part in parts {
        addInflections(of: part, hasArticle: hasArticle, country: country, isOnly: parts.count == 1)
      }
    }
  }

  private mutating func addInflections(of stem: [UInt16], hasArticle: Bool, country: Int32, isOnly: Bool) {
    let endings: [(String, WordClass)] = [
      ("", .nationalityMasculine), ("ة", .nationalityFeminine), ("ون", .nationalityPlural), ("ين", .nationalityPlural),
      ("ان", .nationalityPlural), ("تان", .nationalityPlural), ("تين", .nationalityPlural), ("ات", .nationalityPlural),
      ("ا", .nationalityMasculine),
    ]
    guard stem.count > 2 else { return }
    // Most end in ي and take endings; a few (عرب) are nouns already.
    let bare = hasArticle ? Array(stem.dropFirst(2)) : stem
    for (ending, wordClass) in endings {
      let suffix = foldedWords(ending).first ?? []
      for article in [[], [Letter.alef, Letter.lam]] {
        let word = article + bare + suffix
        mark(word, wordClass)
        if let number = Optional(words.find(word, 0..<word.count)), number >= 0, isOnly || countries[number] == nil {
          countries[number] = country
        }
      }
    }
  }

  private mutating func addTitle(_ row: LexiconFile.Row, _ file: LexiconFile) {
    guard isKnown(row.cells[2], ["title", "role", "honorific"], column: "kind", row, file) else { return }
    let parts = foldedWords(row.cells[0])
    titles.append(Lexicon.TitleEntry(kind: row.cells[2], gender: row.cells[3], words: parts.count))
    let languages = Languages(tag: row.cells[1])
    addPhrase(row.cells[0], .title, entry: Int32(titles.count - 1), languages, column: "form", row, file)
    if parts.count == 1, let part = parts.first { mark(part, .title, languages) }
  }

  private mutating func addHead(_ row: LexiconFile.Row, _ file: LexiconFile) {
    guard isKnown(row.cells[3], ["A", "B"], column: "strength", row, file) else { return }
    let head = Lexicon.OrganizationHead(kind: row.cells[2], isStrong: row.cells[3] == "A")
    organizationHeads.append(head)
    let number = Int32(organizationHeads.count - 1)
    let languages = Languages(tag: row.cells[1])
    addPhrase(row.cells[0], .organizationHead, entry: number, languages, column: "form", row, file)
    let parts = foldedWords(row.cells[0])
    guard parts.count == 1, let part = parts.first, !part.starts(with: [Letter.alef, Letter.lam]) else { return }
    mark(part, .organizationHead, languages)
  }

  private static let nameKinds = ["given", "given-ambiguous", "family", "family-ambiguous", "particle"]

  private mutating func addNamePart(_ row: LexiconFile.Row, _ file: LexiconFile) {
    guard isKnown(row.cells[2], Self.nameKinds, column: "kind", row, file) else { return }
    formCount += 1
    let languages = Languages(tag: row.cells[1])
    for (number, word) in foldedWords(row.cells[0]).enumerated() {
      switch row.cells[2] {
      // عبد المطلب: the second word alone begins no name.
      case "given" where number > 0, "given-ambiguous" where number > 0: mark(word, .familyName, languages)
      case "given", "given-ambiguous":
        mark(word, row.cells[3] == "f" ? [.givenName, .feminine] : .givenName, languages)
        if row.cells[2] != "given" { mark(word, .ambiguousName, languages) }
      case "family": mark(word, .familyName, languages)
      case "family-ambiguous": mark(word, [.familyName, .ambiguousName], languages)
      default: mark(word, .nameParticle, languages)
      }
    }
  }

  private mutating func addCue(_ row: LexiconFile.Row, _ file: LexiconFile) {
    let cells = row.cells
    let known = CueClass.allCases.map(\.rawValue)
    guard let cueClass = CueClass(rawValue: cells[2]) else {
      _ = isKnown(cells[2], known, column: "class", row, file)
      return
    }
    guard isKnown(cells[5], ["A", "B", "C"], column: "weight", row, file) else { return }
    var complements = Complements(column: cells[4])
    // «وصف المحادثات بأنها بناءة»: who is described is a part of what is said.
    if cells[1] == "وصف" || cells[1] == "شبه" { complements.insert(.objectFirst) }
    var cue = CueEntry(
      lemma: cells[1], cueClass: cueClass, features: cells[3], complements: complements,
      weight: cells[5].utf8.first ?? 0, language: cells[6])
    switch cells[0].unicodeScalars.first {
    case "أ": cue.seat = .hamzaAbove
    case "إ": cue.seat = .hamzaBelow
    case "آ": cue.seat = .madda
    default: break
    }
    cue.endsInHamza = cells[6] == "ar" && cells[0].unicodeScalars.last == "أ"
    cues.append(cue)
    let languages = Languages(tag: cells[6])
    addPhrase(cells[0], .cue, entry: Int32(cues.count - 1), languages, column: "form", row, file)
    let parts = foldedWords(cells[0])
    if parts.count == 1, let part = parts.first { mark(part, .cue, languages) }
  }

  // MARK: Phrases

  private mutating func addPhrase(
    _ form: String, _ kind: PhraseTrie.Kind, entry: Int32, _ languages: Languages, column: String,
    _ row: LexiconFile.Row, _ file: LexiconFile
  ) {
    let parts = foldedWords(form)
    guard !parts.isEmpty else {
      let problem = LexiconError.Problem.noLetters(column: column, found: form)
      problems.append(LexiconError(file: file.name, line: row.line, problem: problem))
      return
    }
    formCount += 1
    if kind == .name, parts.count == 1, languages.contains(.arabic) { variants.add(parts[0], entry: entry) }
    let numbers = parts.map { words.intern($0) }
    phrases.insert(numbers, kind, entry: entry, languages: languages)
  }

  /// Says what a word can be. Persian and Urdu words count only in texts of their own.
  private mutating func mark(_ word: [UInt16], _ wordClass: WordClass, _ languages: Languages = .arabic) {
    let number = Int(words.intern(word))
    while classes.count <= number { classes.append([]) }
    while persianClasses.count <= number { persianClasses.append([]) }
    if languages.isDisjoint(with: [.persian, .urdu]) {
      classes[number].formUnion(wordClass)
    } else {
      persianClasses[number].formUnion(wordClass)
    }
  }

  private mutating func isKnown(
    _ value: String, _ known: [String], column: String, _ row: LexiconFile.Row, _ file: LexiconFile
  ) -> Bool {
    if known.contains(value) { return true }
    let problem = LexiconError.Problem.unknownValue(column: column, found: value, known: known.filter { !$0.isEmpty })
    problems.append(LexiconError(file: file.name, line: row.line, problem: problem))
    return false
  }
}
