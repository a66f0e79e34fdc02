import Briefings

/// Surnames of people who are named in full elsewhere.
extension EntityFinder {
  // MARK: By surname

  /// Takes the last part of every full name wherever it stands alone.
  mutating func findSurnames() {
    var table = WordTable()
    for mention in mentions where mention.type == .person {
      if mention.end - mention.first == 1 {
        // قال فندريش إن: found beside its verb, meant elsewhere too.
        if mention.source == .context, mention.skip == 0, wordClass(mention.first).isDisjoint(with: .closed) {
          _ = table.intern(Array(passage.letters(of: mention.first)))
        }
        continue
      }
      let last = mention.end - 1
      guard passage.tokens[last].role == .word else { continue }
      let letters = Array(passage.letters(of: last))
      let wordClass = wordClass(last)
      let isKnown = mention.source == .lexicon
      // فيصل بن خالد is never called خالد.
      if passage.tokens[last - 1].word == lexicon.ids.bin { continue }
      guard letters.count >= 3, letters != Self.god, wordClass.isDisjoint(with: WordClass.closed.union([.title])),
        isKnown || !wordClass.contains(.nameParticle),
        wordClass.isDisjoint(with: .nationality) || wordClass.contains(.familyName)
      else { continue }
      _ = table.intern(letters)
    }
    guard table.count > 0 else { return }
    for token in scope where owner[token] < 0 && passage.tokens[token].role == .word {
      guard let skip = surnameSkip(token, table) else { continue }
      if skip == 0, isFirstName(token - 1) {
        let source = FoundMention.Source.context
        add(FoundMention(first: token - 1, skip: 0, end: token + 1, type: .person, entry: -1, source: source))
        continue
      }
      add(FoundMention(first: token, skip: skip, end: token + 1, type: .person, entry: -1, source: .surname))
    }
  }

  /// Whether a word before a surname is the first name: a known one, or one nobody knows behind a title or a verb.
  private func isFirstName(_ token: Int) -> Bool {
    guard token > 0, owner[token] < 0, passage.tokens[token].role == .word, isWordInLine(token + 1) else {
      return false
    }
    let own = wordClass(token)
    guard own.isDisjoint(with: [.ordinary, .title, .office, .cue, .ambiguousName, .nameParticle]) else { return false }
    if own.contains(.givenName) { return true }
    guard own.isEmpty, isUnknownName(token), !passage.startsLine(token) else { return false }
    return !anyClass(token - 1).isDisjoint(with: [.title, .office, .cue, .nationality, .officeAdjective])
  }

  func surnameSkip(_ token: Int, _ table: WordTable) -> Int32? {
    let found = passage.tokens[token]
    let first = Int(found.firstLetter)
    let end = first + Int(found.letterCount)
    if table.find(passage.letters, first..<end) >= 0 { return 0 }
    guard end - first >= 4, found.script == .arabic else { return nil }
    let whole = wordClass(token)
    guard whole.isDisjoint(with: WordClass.closed.union([.cue, .title, .ordinary])) else { return nil }
    switch passage.letters[first] {
    // A doubled alef is a slip of the keyboard, not a particle.
    case Letter.alef: return table.find(passage.letters, first + 1..<end) >= 0 ? 0 : nil
    case Letter.waw, Letter.feh, Letter.beh, Letter.lam, Letter.kaf:
      if table.find(passage.letters, first + 1..<end) >= 0 { return 1 }
      if passage.letters[first] == Letter.lam, passage.letters[first + 1] == Letter.lam,
        table.find(passage.letters, first + 2..<end, article: true) >= 0
      {
        return 2
      }
      if end - first >= 5, table.find(passage.letters, first + 2..<end) >= 0,
        passage.letters[first] == Letter.waw,
        [Letter.beh, Letter.lam, Letter.kaf].contains(passage.letters[first + 1])
      {
        return 2
      }
      return nil
    default: return nil
    }
  }
}
