/// How well findings agree with annotations, summed over articles.
struct FindingsScore {
  /// What was right of what there was.
  struct Share {
    var right = 0
    var all = 0
    var value: Double { all == 0 ? 0 : Double(right) / Double(all) }

    mutating func count(_ isRight: Bool) {
      all += 1
      if isRight { right += 1 }
    }
  }

  /// Precision and recall.
  struct Rates {
    var precision = Share()
    var recall = Share()
    var f1: Double {
      let (p, r) = (precision.value, recall.value)
      return p + r == 0 ? 0 : 2 * p * r / (p + r)
    }
  }

  private(set) var entities = Rates()
  private(set) var byType: [String: Rates] = [:]
  private(set) var aliases = Rates()
  private(set) var statements = Rates()
  private(set) var speaker = Share()
  private(set) var cue = Share()
  private(set) var polarity = Share()

  /// Adds an article.
  mutating func add(gold: ScoredArticle, found: ScoredArticle) {
    addEntities(gold, found)
    addStatements(gold, found)
  }

  // MARK: Entities

  private struct Form: Hashable {
    let type: String
    let folded: FoldedForm
    let entity: Int
  }

  private static func forms(_ article: ScoredArticle, joiningTypes: Bool) -> [Form] {
    var position: [Form: Int] = [:]
    var forms: [Form] = []
    for (entity, record) in article.entities.enumerated() {
      for form in record.forms ?? [record.canonical] {
        let folded = FoldedForm(form)
        let found = Form(type: record.type, folded: folded, entity: entity)
        // A form found twice under one type belongs to the entity that comes last.
        let key = joiningTypes ? Form(type: record.type, folded: folded, entity: -1) : found
        if let at = position[key] {
          forms[at] = found
        } else {
          position[key] = forms.count
          forms.append(found)
        }
      }
    }
    return forms
  }

  private mutating func addEntities(_ gold: ScoredArticle, _ found: ScoredArticle) {
    let wanted = Self.forms(gold, joiningTypes: false)
    let given = Self.forms(found, joiningTypes: true)
    var matches: [(gold: Form, found: Form)] = []
    for form in wanted {
      let match = given.first { $0.type == form.type && form.folded.matches($0.folded) }
      entities.recall.count(match != nil)
      byType[form.type, default: Rates()].recall.count(match != nil)
      if let match { matches.append((form, match)) }
    }
    for form in given {
      let isRight = wanted.contains { $0.type == form.type && $0.folded.matches(form.folded) }
      entities.precision.count(isRight)
      byType[form.type, default: Rates()].precision.count(isRight)
    }
    for (number, one) in matches.enumerated() {
      for other in matches[(number + 1)...] where one.found != other.found {
        let belong = one.gold.entity == other.gold.entity
        let stand = one.found.entity == other.found.entity
        if belong { aliases.recall.count(stand) }
        if stand { aliases.precision.count(belong) }
      }
    }
  }

  // MARK: Statements

  private mutating func addStatements(_ gold: ScoredArticle, _ found: ScoredArticle) {
    let contents = found.statements.map { FoldedForm($0.content) }
    var candidates: [(overlap: Double, gold: Int, found: Int)] = []
    for (i, statement) in gold.statements.enumerated() {
      let content = FoldedForm(statement.content)
      for j in contents.indices {
        let overlap = content.overlap(contents[j])
        if overlap >= 0.5 { candidates.append((overlap, i, j)) }
      }
    }
    candidates.sort { ($0.overlap, $0.gold, $0.found) > ($1.overlap, $1.gold, $1.found) }
    var (takenGold, takenFound) = (Set<Int>(), Set<Int>())
    for (_, i, j) in candidates where !takenGold.contains(i) && !takenFound.contains(j) {
      takenGold.insert(i)
      takenFound.insert(j)
      compare(gold.statements[i], found.statements[j], gold, found)
    }
    for i in gold.statements.indices { statements.recall.count(takenGold.contains(i)) }
    for j in found.statements.indices { statements.precision.count(takenFound.contains(j)) }
  }

  private mutating func compare(
    _ wanted: ScoredArticle.Statement, _ given: ScoredArticle.Statement, _ gold: ScoredArticle, _ found: ScoredArticle
  ) {
    let (one, other) = (FoldedForm(wanted.cue ?? ""), FoldedForm(given.cue ?? ""))
    cue.count(!Set(one.words).isDisjoint(with: other.words) || one.bare == other.bare)
    polarity.count(wanted.polarity == given.polarity ?? "affirm")
    let entity = gold.entities.first { $0.id != nil && $0.id == wanted.speakerEntity }
    let who = (entity.map { [$0.canonical] + ($0.forms ?? []) } ?? []) + (wanted.speaker.map { [$0] } ?? [])
    guard !who.isEmpty else { return }
    let names = found.entities.last { $0.canonical == given.speakerEntity }.map { [$0.canonical] + ($0.forms ?? []) }
    let said = [given.speaker, given.speakerEntity].compactMap { $0 } + (names ?? [])
    let right = who.map(FoldedForm.init)
    speaker.count(
      said.filter { !$0.isEmpty }.map(FoldedForm.init).contains { name in
        right.contains { $0.matches(name) || $0.overlap(name) >= 0.5 }
      })
  }

  // MARK: Report

  /// The figures, one line a kind.
  var report: String {
    var lines = [line("entities", entities, "(\(entities.recall.all) gold forms, \(entities.precision.all) found)")]
    for (type, rates) in byType.sorted(by: { $0.key < $1.key }) { lines.append(line("  " + type, rates, "")) }
    lines.append(line("aliases", aliases, "(\(aliases.recall.all) gold pairs)"))
    lines.append(line("statements", statements, "(\(statements.recall.all) gold, \(statements.precision.all) found)"))
    lines.append(
      "speaker     \(decimal(speaker.value)) of \(speaker.all)   cue \(decimal(cue.value))   "
        + "polarity \(decimal(polarity.value))")
    return lines.joined(separator: "\n")
  }

  private func line(_ name: String, _ rates: Rates, _ note: String) -> String {
    let padding = String(repeating: " ", count: max(1, (name.hasPrefix(" ") ? 16 : 12) - name.count))
    let figures =
      "P \(decimal(rates.precision.value))  R \(decimal(rates.recall.value))  F1 \(decimal(rates.f1))"
    return name + padding + figures + (note.isEmpty ? "" : "   " + note)
  }

  private func decimal(_ value: Double) -> String {
    let thousandths = String(Int((value * 1000).rounded()))
    let digits = String(repeating: "0", count: max(0, 4 - thousandths.count)) + thousandths
    return digits.dropLast(3) + "." + digits.suffix(3)
  }
}

/// A form as it is compared: words alone, the seats of hamza, marks and endings folded.
struct FoldedForm: Hashable {
  /// The words.
  let words: [String]
  /// The words with one blank between them.
  let text: String

  init(_ form: String) {
    var words: [String] = []
    var word = String.UnicodeScalarView()
    for scalar in form.unicodeScalars {
      guard let folded = Self.folded(scalar) else { continue }
      if Self.isOfWord(folded) {
        word.append(folded)
      } else if !word.isEmpty {
        words.append(String(word))
        word = String.UnicodeScalarView()
      }
    }
    if !word.isEmpty { words.append(String(word)) }
    self.words = words
    text = words.joined(separator: " ")
  }

  /// Without one attached particle.
  var bare: String {
    guard text.unicodeScalars.count > 4, let first = text.unicodeScalars.first, "وفبلك".unicodeScalars.contains(first)
    else { return text }
    return String(text.unicodeScalars.dropFirst())
  }

  /// Whether two forms are equal, with or without a particle or the article on one side.
  func matches(_ other: FoldedForm) -> Bool {
    guard !text.isEmpty else { return false }
    return text == other.text || bare == other.text || text == other.bare || text == "ال" + other.text
      || other.text == "ال" + text
  }

  /// The share of the union of the words that both have, repeated words counted.
  func overlap(_ other: FoldedForm) -> Double {
    var counts: [String: Int] = [:]
    for word in words { counts[word, default: 0] += 1 }
    var shared = 0
    for word in other.words {
      if let count = counts[word], count > 0 {
        counts[word] = count - 1
        shared += 1
      }
    }
    let union = words.count + other.words.count - shared
    return union == 0 ? 0 : Double(shared) / Double(union)
  }

  private static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar {
    case "\u{623}", "\u{625}", "\u{622}", "\u{671}": "\u{627}"
    case "\u{649}": "\u{64A}"
    case "\u{629}": "\u{647}"
    case "\u{640}", "\u{64B}"..."\u{652}": nil
    default: scalar
    }
  }

  private static func isOfWord(_ scalar: Unicode.Scalar) -> Bool {
    if scalar == "_" { return true }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
      .letterNumber, .otherNumber:
      return true
    default: return false
    }
  }
}
