import Briefings

/// Names that the text itself teaches: short ones in brackets, and names of bodies and people that stand again elsewhere.
extension EntityFinder {
  // MARK: In brackets

  /// حزب الشعوب الديمقراطي (HDP)، وكالة الأنباء الألمانية (د.ب.أ): a short name behind the long one.
  mutating func findShortNames() {
    for number in mentions.indices
    where mentions[number].type == .organization && scope.contains(mentions[number].first) {
      let open = mentions[number].end
      guard scope.contains(open), [.openBracket, .openQuote].contains(passage.tokens[open].role),
        !passage.startsLine(open)
      else { continue }
      let close = Int(passage.tokens[open].partner)
      guard close > open + 1, close - open <= 4 else { continue }
      var inside = open + 1..<close
      // («داعش»)
      if passage.tokens[inside.lowerBound].role == .openQuote,
        Int(passage.tokens[inside.lowerBound].partner) == inside.upperBound - 1, inside.count > 2
      {
        inside = inside.lowerBound + 1..<inside.upperBound - 1
      }
      let known = Int(owner[inside.lowerBound])
      if known >= 0 {
        let other = mentions[known]
        if other.type == .organization, other.first == inside.lowerBound, other.end == inside.upperBound {
          addAlias(number, known)
        }
        continue
      }
      guard inside.count == 1, passage.tokens[open].role == .openBracket, isShortName(inside.lowerBound) else {
        continue
      }
      addAlias(number, mentions.count)
      add(
        FoundMention(
          first: inside.lowerBound, skip: 0, end: inside.upperBound, type: .organization, entry: -1, source: .context))
    }
  }

  /// Whether a word in brackets can be a body's short name: capitals, or a word of no list.
  private func isShortName(_ token: Int) -> Bool {
    let found = passage.tokens[token]
    guard found.role == .word, found.letterCount >= 2 else { return false }
    if found.script == .latin {
      return found.letterCount <= 8
        && passage.bytes(of: found.field)[Int(found.start)..<Int(found.end)].allSatisfy { !(0x61...0x7A ~= $0) }
    }
    return found.script == .arabic && found.letterCount >= 3 && wordClass(token).isEmpty && !isDefinite(token)
      && passage.readings(of: token).isEmpty && looksForeign(token)
  }

  // MARK: Again

  /// «جروف شارك» after موقع «جروف شارك»: the proper part of a body's name names it wherever it stands.
  mutating func findRepeatedBodies() {
    var names: [[UInt16]: [(words: [[UInt16]], isCertain: Bool)]] = [:]
    for mention in mentions where mention.type == .organization && mention.entry < 0 && mention.skip == 0 {
      guard let proper = properPart(of: mention) else { continue }
      let words = proper.map { Array(passage.letters(of: $0)) }
      let isCertain =
        words.count > 1 || mention.source == .context || isMarkedAsName(proper.lowerBound)
        || passage.tokens[proper.lowerBound].script == .latin
      if names[words[0], default: []].contains(where: { $0.words == words }) { continue }
      names[words[0], default: []].append((words, isCertain))
    }
    guard !names.isEmpty else { return }
    for token in scope where owner[token] < 0 && passage.tokens[token].role == .word {
      let letters = Array(passage.letters(of: token))
      for skip in 0...1 where letters.count > skip + 2 {
        if skip == 1, ![Letter.waw, Letter.beh, Letter.lam, Letter.feh].contains(letters[0]) { break }
        guard let candidates = names[Array(letters.dropFirst(skip))],
          let name = candidates.filter({ matches($0.words, at: token) }).max(by: { $0.words.count < $1.words.count }),
          name.isCertain || isMarkedAsName(token)
        else { continue }
        let end = token + name.words.count
        add(
          FoundMention(
            first: token, skip: Int32(skip), end: end, type: .organization, entry: -1, source: .context))
        break
      }
    }
  }

  /// The words of a body's name that no list knows, without the noun before them: quoted, in brackets or foreign.
  private func properPart(of mention: FoundMention) -> Range<Int>? {
    var proper = mention.first..<mention.end
    if mention.source == .grammar {
      if organizationHead(at: mention.first) != nil { proper = mention.first + 1..<mention.end }
      if let open = proper.first, passage.tokens[open].role == .openQuote,
        Int(passage.tokens[open].partner) == proper.upperBound - 1
      {
        proper = open + 1..<proper.upperBound - 1
      }
    }
    guard !proper.isEmpty, proper.count <= 4 else { return nil }
    let parts: WordClass = proper.count > 1 ? WordClass.nameParts : []
    let isForeign = proper.allSatisfy { token in
      passage.tokens[token].role == .word && !isDefinite(token) && wordClass(token).subtracting(parts).isEmpty
        && (passage.tokens[token].script == .latin || passage.tokens[token].letterCount >= 3)
        && lexiconName(at: token) == nil
    }
    return isForeign ? proper : nil
  }

  private func matches(_ words: [[UInt16]], at start: Int) -> Bool {
    guard start + words.count <= scope.upperBound else { return false }
    return words.indices.dropFirst().allSatisfy { index in
      let token = start + index
      return owner[token] < 0 && isWordInLine(token) && passage.letters(of: token).elementsEqual(words[index])
    }
  }

  // MARK: Given name and everyday word

  /// «ليلى حمامة»: an everyday word is a surname where it stands behind the same given name again and again.
  mutating func findRepeatedSurnames() {
    guard isArabicText else { return }
    var pairs: [[UInt16]: [Int]] = [:]
    for token in scope.dropLast() where isWordInLine(token + 1) && owner[token + 1] < 0 && isPlainGivenName(token) {
      let next = passage.tokens[token + 1]
      guard wordClass(token + 1) == .ordinary, !isDefinite(token + 1), next.letterCount >= 4, next.script == .arabic,
        !next.shape.contains(.tanween), passage.readings(of: token + 1).allSatisfy({ $0.skip == 0 })
      else { continue }
      let key = Array(passage.letters(of: token)) + [0x20] + Array(passage.letters(of: token + 1))
      pairs[key, default: []].append(token)
    }
    // «صبحي لاعب الأهلي»: before a definite noun it is what he is.
    let repeated = pairs.values.filter { places in
      places.count >= 2 && places.filter({ isWordInLine($0 + 2) && isDefinite($0 + 2) }).count * 3 <= places.count
    }
    for token in repeated.flatMap({ $0 }).sorted() {
      if owner[token] >= 0 {
        prolong(Int(owner[token]), to: token + 2)
      } else {
        add(FoundMention(first: token, skip: 0, end: token + 2, type: .person, entry: -1, source: .parts))
      }
    }
  }

  private func isPlainGivenName(_ token: Int) -> Bool {
    let own = wordClass(token)
    guard passage.tokens[token].role == .word, own.contains(.givenName), !isDefinite(token),
      own.isDisjoint(with: WordClass.closed.union([.ordinary, .ambiguousName, .title, .office, .cue, .nameParticle])),
      own.isDisjoint(with: .nationality)
    else { return false }
    guard owner[token] >= 0 else { return true }
    let mention = mentions[Int(owner[token])]
    return mention.type == .person && mention.first == token && mention.end == token + 1 && mention.skip == 0
  }
}
