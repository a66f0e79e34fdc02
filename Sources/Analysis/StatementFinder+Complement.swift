import Briefings

/// What introduces the content of a reporting word.
struct FoundComplement {
  enum Kind { case that, colon, quote, preposition, noun }
  let kind: Kind
  /// The introducing token.
  let at: Int
  /// The first token of the content.
  let content: Int
  /// How many letters of it are a particle.
  var skip: Int32 = 0
  /// Whether it stands right after the source or the cue.
  var isAdjacent = false

  /// Whether it cannot be mistaken.
  var isStrong: Bool { kind == .that || kind == .colon || kind == .quote }
}

extension StatementFinder {
  /// The complement of a cue, sought from the end of its source on.
  func complement(of cue: FoundCue, from start: Int, limit: Int, hasSource: Bool) -> FoundComplement? {
    guard start < limit else { return nil }
    let next = afterInterpolations(start, limit)
    let direct = next.flatMap { prepositionComplement(of: cue, at: $0, limit: limit) }
    if var direct {
      direct.isAdjacent = true
      return direct
    }
    if cue.complements.contains(.objectFirst) || judgesObject(cue, next, limit, hasSource), let next,
      mayBeObject(next, limit), !cue.entry.hasObject, reader.wordClass(next).isDisjoint(with: WordClass.closed)
    {
      return FoundComplement(kind: .noun, at: next, content: next, isAdjacent: true)
    }
    if let next, isRefusedAct(cue, next) { return nil }
    if let next, let spoken = bareSpeech(of: cue, at: next, limit, hasSource: hasSource) { return spoken }
    let strong = strongComplement(of: cue, from: start, limit: limit)
    if cue.complements.contains(.noun), let next, mayBeObject(next, limit), hasSource || next == start,
      strong.map({ $0.at - next > 6 }) ?? true || strong?.kind == .quote, isObjectHead(next, limit)
    {
      return FoundComplement(kind: .noun, at: next, content: next, isAdjacent: next == start)
    }
    let near = min(limit, strong?.at ?? limit)
    let distant = distantPreposition(of: cue, from: start, limit: near) ?? distantPromise(of: cue, from: start, near)
    if let distant { return distant }
    if let strong {
      // Too far away it belongs to something else; an adjunct may be long.
      if strong.at - start <= 30 { return strong }
    }
    if cue.complements.contains(.noun), let next, mayBeObject(next, limit), hasSource || next == start {
      return FoundComplement(kind: .noun, at: next, content: next, isAdjacent: next == start)
    }
    if cue.complements.contains(.noun), hasSource,
      let object = objectAfterAdjunct(from: start, limit: min(limit, start + 16))
    {
      return FoundComplement(kind: .noun, at: object, content: object)
    }
    return nil
  }

  /// «اعتبر الاتفاق خطوة كبيرة»: no أن within reach, and the object right behind the source.
  private func judgesObject(_ cue: FoundCue, _ next: Int?, _ limit: Int, _ hasSource: Bool) -> Bool {
    guard hasSource, cue.entry.lemma == Self.considering, let next, reader.isDefinite(next) || reader.owner[next] >= 0
    else { return false }
    return !(next..<min(limit, next + 6)).contains { reader.isThat($0) || reader.role($0) == .colon }
  }

  static let considering = "اعتبر"

  static let speechStarts: Set<[UInt16]> = Set(foldedWords("نحن أنا إننا إنني هناك لدينا سوف يجب علينا"))

  /// «قال الوزير نحن مطالبون …»: words without any mark.
  func bareSpeech(of cue: FoundCue, at token: Int, _ limit: Int, hasSource: Bool) -> FoundComplement? {
    guard hasSource, cue.entry.cueClass == .say || cue.entry.cueClass == .continuation, reader.role(token) == .word,
      Self.speechStarts.contains(Array(passage.letters(of: token))), !reader.isThat(token), token + 3 < limit
    else { return nil }
    return FoundComplement(kind: .that, at: token, content: token, isAdjacent: true)
  }

  /// Whether an indefinite noun begins a construct, as the object of «أكد أهمية» does.
  func isObjectHead(_ token: Int, _ limit: Int) -> Bool {
    guard reader.role(token) == .word, reader.owner[token] < 0, !reader.isDefinite(token), token + 1 < limit else {
      return false
    }
    // عدم دعوة حكومته
    if passage.letters(of: token).elementsEqual(Self.lack) { return true }
    return reader.isDefinite(token + 1) || reader.owner[token + 1] >= 0 || isPossessed(token + 1)
  }

  private static let lack = foldedWords("عدم")[0]

  /// بلاده، حكومتها: a word with the speaker's pronoun.
  func isPossessed(_ token: Int) -> Bool {
    guard reader.role(token) == .word, reader.wordClass(token).isDisjoint(with: WordClass.closed) else { return false }
    let letters = passage.letters(of: token)
    guard letters.count > 3, !passage.tokens[token].shape.contains(.tehMarbuta) else { return false }
    let ending = Array(letters.suffix(2))
    return letters.last == Letter.heh || ending == [Letter.heh, Letter.alef] || ending == [Letter.heh, Letter.meem]
  }

  /// The object behind an adjunct: where an indefinite noun follows a definite one (في تصريح للوكالة أهمية الحدث).
  func objectAfterAdjunct(from start: Int, limit: Int) -> Int? {
    guard start + 2 < limit else { return nil }
    for token in (start + 1)..<limit {
      if reader.role(token - 1) != .word { continue }
      let isAfterDefinite = reader.isDefinite(token - 1) || reader.owner[token - 1] >= 0
      guard isAfterDefinite, isObjectHead(token, limit) else { continue }
      let wordClass = reader.anyClass(token)
      guard
        wordClass.isDisjoint(with: WordClass.closed.union([.cue, .title, .office])) || wordClass.contains(.negation),
        !reader.startsWith(token, Letter.waw), reader.passage.readings(of: token).allSatisfy({ $0.skip == 0 })
      else { continue }
      return token
    }
    return nil
  }

  /// Skips «أمس»، «بدوره»، commas around them and quoted or bracketed remarks.
  func afterInterpolations(_ start: Int, _ limit: Int) -> Int? {
    var token = start
    var moved = true
    while moved, token < limit {
      moved = false
      while token < limit, reader.role(token) == .word, reader.owner[token] < 0, reader.isInterpolation(token),
        !reader.isThat(token)
      {
        token += 1
        moved = true
      }
      if token < limit, let end = reader.endOfLongInterpolation(at: token, limit: limit) {
        token = end
        moved = true
      }
      if token < limit, reader.role(token) == .comma, token + 1 < limit {
        let afterTime = token > start
        if afterTime || reader.isInterpolation(token + 1) || isGoverned(token + 1) {
          token += 1
          moved = true
        }
      }
      if token < limit, reader.role(token) == .openBracket, Int(passage.tokens[token].partner) > token,
        Int(passage.tokens[token].partner) + 1 < limit
      {
        token = Int(passage.tokens[token].partner) + 1
        moved = true
      }
    }
    return token < limit ? token : nil
  }

  func isGoverned(_ token: Int) -> Bool {
    reader.isThat(token)
  }

  /// أن، a colon or a quotation, from `start` on.
  func strongComplement(of cue: FoundCue, from start: Int, limit: Int) -> FoundComplement? {
    var token = start
    var fallback: FoundComplement?
    while token < limit {
      switch reader.role(token) {
      case .colon:
        if token + 1 < limit, token > start || cue.complements.contains(.colon) || true {
          return afterThat(.colon, token, token + 1, limit, start)
        }
        return nil
      case .openQuote:
        let close = Int(passage.tokens[token].partner)
        let isName =
          close > token && close - token <= 4 && (reader.owner[token + 1] >= 0 || isNameIntroducer(token - 1))
        // وكالة الأنباء «إيرنا» أن: a short name right behind the source.
        let isAlias =
          close > token && close - token <= 3 && token == start && token > cue.end
          && (close + 1..<max(close + 1, min(limit, close + 12))).contains { reader.isThat($0) }
        if isName || isAlias || close < 0 {
          token = close > token ? close + 1 : token + 1
          continue
        }
        guard cue.complements.contains(.quote) || cue.complements.contains(.that) else { return nil }
        let quote = FoundComplement(kind: .quote, at: token, content: token, isAdjacent: token == start)
        if token == start || fallback != nil { return fallback ?? quote }
        let isFree = [.comma, .colon].contains(reader.role(token - 1)) || reader.isInterpolation(token - 1)
        if isFree { return quote }
        // «على هامش "المؤتمر …" إن»: the name of something, unless nothing else follows.
        fallback = quote
        token = close + 1
      case .openBracket:
        let close = Int(passage.tokens[token].partner)
        token = close > token ? close + 1 : token + 1
        continue
      case .word:
        if reader.owner[token] < 0, reader.isThat(token), takesThat(cue, token) {
          // ألا، بألا: the negation belongs to what is said.
          if let skip = Self.thatNot[Array(passage.letters(of: token))], token + 1 < limit {
            return FoundComplement(kind: .that, at: token, content: token, skip: skip, isAdjacent: token == start)
          }
          return afterThat(.that, token, token + 1, limit, start)
        }
        if reader.wordClass(token).contains(.saying) {
          // «قائلا في إشارة إلى الاتفاق: «…»»
          for later in (token + 1)..<min(limit, token + 10) where reader.role(later) == .colon {
            return afterThat(.colon, later, later + 1, limit, start)
          }
          return afterThat(.that, token, token + 1, limit, start)
        }
        if cue.complements.contains(.question), isQuestion(token), token == start {
          return FoundComplement(kind: .that, at: token, content: token, isAdjacent: true)
        }
        token += 1
      default: token += 1
      }
    }
    return fallback
  }

  func isNameIntroducer(_ token: Int) -> Bool {
    guard token >= 0, reader.role(token) == .word else { return false }
    return reader.anyClass(token).contains(.organizationHead) || passage.tokens[token].letterCount == 1
  }

  static let questions: Set<[UInt16]> = Set(foldedWords("هل لماذا كيف ما ماذا متى أين لم عما"))

  func isQuestion(_ token: Int) -> Bool { Self.questions.contains(Array(passage.letters(of: token))) }

  func takesThat(_ cue: FoundCue, _ token: Int) -> Bool {
    !cue.complements.isDisjoint(with: [.that, .byThat])
  }

  /// Skips what else stands between أن and the content: a colon, another أن.
  func afterThat(
    _ kind: FoundComplement.Kind, _ at: Int, _ start: Int, _ limit: Int, _ cueEnd: Int
  ) -> FoundComplement? {
    var token = start
    var steps = 0
    while token < limit, steps < 4 {
      let role = reader.role(token)
      if role == .colon || role == .comma {
        token += 1
      } else if role == .word, reader.owner[token] < 0, isLeftOut(token) {
        token += 1
      } else {
        break
      }
      steps += 1
    }
    // The content itself may begin with the next reporting word.
    guard token < limit || token == limit && token < passage.tokens.count && !passage.startsLine(token) else {
      return nil
    }
    return FoundComplement(kind: kind, at: at, content: token, isAdjacent: at == cueEnd)
  }

  private static let thatNot: [[UInt16]: Int32] = [foldedWords("ألا")[0]: 0, foldedWords("بألا")[0]: 1]

  static let leftOutWords: Set<[UInt16]> = Set(
    foldedWords("أن إن بأن أنه إنه أنها إنها بأنه بأنها أنهم إنهم قائلا قائلة قائلين لأن"))

  /// أن and إن introduce; what carries a pronoun is left out too.
  func isLeftOut(_ token: Int) -> Bool { Self.leftOutWords.contains(Array(passage.letters(of: token))) }

  // MARK: Prepositions

  static let prepositions: [(Complements, Set<[UInt16]>)] = [
    (.about, Set(foldedWords("عن عما"))), (.on, Set(foldedWords("على علي"))), (.to, Set(foldedWords("إلى الى الي لـ"))),
    (.from, Set(foldedWords("من مما ممن"))), (.inside, Set(foldedWords("في"))),
  ]

  func governs(_ cue: FoundCue, _ token: Int) -> Bool {
    guard reader.role(token) == .word, reader.owner[token] < 0 else { return false }
    let letters = Array(passage.letters(of: token))
    return Self.prepositions.contains { cue.complements.contains($0.0) && $0.1.contains(letters) }
  }

  func prepositionComplement(of cue: FoundCue, at token: Int, limit: Int) -> FoundComplement? {
    guard token + 1 < limit || reader.role(token) == .word else { return nil }
    if governs(cue, token), token + 1 < passage.tokens.count, !passage.startsLine(token + 1) {
      return afterThat(.preposition, token, token + 1, limit, token)
    }
    if cue.complements.contains(.with), let skip = attached(token, .with) {
      if passage.tokens[token].letterCount == 1 {
        return token + 1 < limit ? FoundComplement(kind: .preposition, at: token, content: token + 1) : nil
      }
      return FoundComplement(kind: .preposition, at: token, content: token, skip: skip)
    }
    if cue.complements.contains(.forWhom), let skip = attached(token, .to), passage.tokens[token].letterCount > 1 {
      return FoundComplement(kind: .preposition, at: token, content: token, skip: skip)
    }
    return nil
  }

  /// How many letters to take off a word that carries a preposition; `nil` when it carries none.
  func attached(_ token: Int, _ particle: Reading.Particles) -> Int32? {
    guard reader.role(token) == .word else { return nil }
    let letters = passage.letters(of: token)
    let letter = particle == .with ? Letter.beh : Letter.lam
    guard letters.first == letter else { return nil }
    if letters.count == 1 { return 0 }
    if let mention = reader.mention(at: token) { return mention.skip > 0 ? 1 : nil }
    guard reader.owner[token] < 0 else { return nil }
    if particle == .with, Self.withNegation.contains(Array(letters)) { return 1 }
    guard reader.wordClass(token).isDisjoint(with: WordClass.closed) else { return nil }
    let own = reader.wordClass(token)
    // بزيارة is a word with ب in front where the rest is a word too.
    if own.contains(.ordinary), particle != .with || !isOrdinaryBehind(particle, token) { return nil }
    if own.contains(.givenName) { return nil }
    return letters.count >= 4 ? 1 : nil
  }

  private static let adverbs: Set<[UInt16]> = Set(
    foldedWords("بشكل بصورة بصفة بطريقة بسرعة بسبب بدون بشأن بمناسبة بحضور بحسب بداية بلاد بلاده بلادها ببيان بعدما"))

  private func isOrdinaryBehind(_ particle: Reading.Particles, _ token: Int) -> Bool {
    guard passage.tokens[token].letterCount > 4, !Self.adverbs.contains(Array(passage.letters(of: token))) else {
      return false
    }
    return passage.readings(of: token).contains {
      $0.skip == 1 && $0.particles == particle && reader.lexicon.wordClass($0.word).contains(.ordinary)
    }
  }

  private static let withNegation: Set<[UInt16]> = Set(foldedWords("بعدم بوقف بضرورة بإنهاء بتنفيذ"))

  /// A preposition after an addressee (حث اليابان على) or an adjunct (أعرب خلال لقائه عن).
  func distantPreposition(of cue: FoundCue, from start: Int, limit: Int) -> FoundComplement? {
    guard !cue.complements.isDisjoint(with: .prepositions) else { return nil }
    let reach = cue.complements.contains(.addressee) ? 12 : 25
    var token = start
    var commas = 0
    while token < limit, token - start < reach {
      if reader.role(token) == .comma {
        commas += 1
        if cue.complements.contains(.addressee), commas > 2 { return nil }
      }
      if reader.role(token) == .openBracket || reader.role(token) == .openQuote {
        let close = Int(passage.tokens[token].partner)
        token = close > token ? close + 1 : token + 1
        continue
      }
      if cue.complements.contains(.addressee) {
        if let found = prepositionComplement(of: cue, at: token, limit: limit), token > start { return found }
      } else if governs(cue, token), token > start {
        let isAbout = passage.letters(of: token).elementsEqual([0x639, 0x646])
        let afterComma = reader.role(token - 1) == .comma
        if isAbout || afterComma || (token + 1 < limit && (reader.isThat(token + 1) || isNecessity(token + 1))) {
          return afterThat(.preposition, token, token + 1, limit, start)
        }
      }
      token += 1
    }
    return nil
  }

  /// «تعهد نواب معارضون في المجلس بالضغط»: what is promised, behind a long source.
  private func distantPromise(of cue: FoundCue, from start: Int, _ limit: Int) -> FoundComplement? {
    guard cue.entry.cueClass == .commit, cue.complements.contains(.with) else { return nil }
    for token in start..<max(start, min(limit, start + 14)) {
      guard reader.role(token) == .word else { return nil }
      if token > start, passage.letters(of: token).starts(with: [Letter.beh, Letter.alef, Letter.lam]),
        let skip = attached(token, .with), reader.mention(at: token) == nil
      {
        return FoundComplement(kind: .preposition, at: token, content: token, skip: skip)
      }
    }
    return nil
  }

  static let necessity: Set<[UInt16]> = Set(foldedWords("ضرورة أهمية وجوب حق حرص دعم رفض استعداد التزام"))

  func isNecessity(_ token: Int) -> Bool { Self.necessity.contains(Array(passage.letters(of: token))) }

  /// What is refused by not doing it rather than in words (رفض التعليق، رفضت تأكيد الخبر).
  static let acts: Set<[UInt16]> = Set(
    foldedWords(
      """
      التعليق تعليق تأكيد الكشف كشف الإفصاح الرد لعب استقبال السماح منح تسليم دخول الدخول الإدلاء ذكر تحديد إعطاء التحدث الحديث الخوض \
      مقابلة لقاء الجلوس التوقيع توقيع دفع الدفع الإجابة الإفراج إطلاق الخروج المغادرة مغادرة الانضمام التنازل العودة
      """))

  func isRefusedAct(_ cue: FoundCue, _ token: Int) -> Bool {
    cue.entry.cueClass == .reject && Self.acts.contains(Array(passage.letters(of: token)))
  }

  func mayBeObject(_ token: Int, _ limit: Int) -> Bool {
    guard reader.role(token) == .word || reader.role(token) == .openQuote else { return false }
    if reader.role(token) == .openQuote { return true }
    if reader.mention(at: token)?.skip ?? 0 > 0 { return false }
    let wordClass = reader.wordClass(token)
    let closed: WordClass = [.preposition, .complementizer, .relative, .time, .auxiliary, .clause, .adjunct, .saying]
    guard wordClass.isDisjoint(with: closed) || wordClass.contains(.negation) else { return false }
    return !reader.isFiniteCue(token)
  }
}
