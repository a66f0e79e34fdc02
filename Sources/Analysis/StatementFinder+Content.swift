import Briefings

/// Where contents end.
extension StatementFinder {
  func endContents(_ drafts: inout [StatementDraft], in sentence: Range<Int>) {
    for index in drafts.indices where drafts[index].contentEnd == nil {
      drafts[index].contentEnd = contentEnd(of: drafts[index], among: drafts, in: sentence)
    }
  }

  private func contentEnd(
    of draft: StatementDraft, among drafts: [StatementDraft], in sentence: Range<Int>
  ) -> Int {
    let start = draft.content
    // A quotation that is the whole content ends it.
    if reader.role(start) == .openQuote {
      let close = Int(passage.tokens[start].partner)
      if close > start, endsAfterQuote(close, draft, drafts, sentence) { return close }
    }
    var end = sentence.upperBound
    for other in drafts where other.cuts && other.clauseStart > start && other.clauseStart < end {
      guard !isInsideQuote(other.clauseStart, from: start, sentence) else { continue }
      end = other.clauseStart
    }
    var token = start
    while token < end {
      if reader.role(token) == .openQuote || reader.role(token) == .openBracket {
        let close = Int(passage.tokens[token].partner)
        if close > token, close < end {
          token = close + 1
          continue
        }
      }
      if endsContent(token, sentence) { return token }
      // «…، وكانت المحادثات قد بدأت»: the writer goes back in time.
      if reader.role(token) == .comma, token > start + 2, token + 1 < end,
        Self.wasBefore.contains(Array(passage.letters(of: token + 1)))
      {
        return token
      }
      // «…، في تصريحات نقلتها الصحف»: where it was said.
      if reader.role(token) == .comma, token > start + 1, token + 2 < end, isOccasion(token + 1) { return token }
      // A relative clause ends at a comma that joins nothing to it.
      if draft.isRelative, reader.role(token) == .comma, token > start, token + 1 < end,
        passage.letters(of: token + 1).first != Letter.waw
      {
        return token
      }
      token += 1
    }
    return end
  }

  /// في تصريحات، خلال مقابلة، في حديث لـ: the occasion of saying it.
  private func isOccasion(_ token: Int) -> Bool {
    guard Self.occasions.contains(Array(passage.letters(of: token))), reader.role(token + 1) == .word else {
      return false
    }
    return Self.speeches.contains(Array(passage.letters(of: token + 1)))
  }

  private static let occasions: Set<[UInt16]> = Set(foldedWords("في خلال ضمن عبر"))
  private static let speeches: Set<[UInt16]> = Set(
    foldedWords(
      """
      تصريح تصريحات تصريحاته حديث حديثه مقابلة مقابلته حوار حواره بيان بيانه كلمة كلمته خطاب خطابه أقوال أقواله تغريدة تغريدته تغريدات \
      مداخلة اتصال رسالة رسالته مؤتمر
      """))

  func isInsideQuote(_ token: Int, from start: Int, _ sentence: Range<Int>) -> Bool {
    var at = start
    while at < token {
      if reader.role(at) == .openQuote {
        let close = Int(passage.tokens[at].partner)
        if close > token { return true }
        if close > at { at = close }
      }
      at += 1
    }
    return false
  }

  private func endsAfterQuote(
    _ close: Int, _ draft: StatementDraft, _ drafts: [StatementDraft], _ sentence: Range<Int>
  ) -> Bool {
    let next = close + 1
    guard next < sentence.upperBound else { return true }
    switch reader.role(next) {
    case .comma, .semicolon, .stop, .dash, .closeBracket:
      // «…»، و«…» goes on.
      if next + 2 < sentence.upperBound, reader.role(next + 2) == .openQuote,
        passage.tokens[next + 1].letterCount == 1
      {
        return false
      }
      return true
    case .word:
      // «قائلا: "…" في سياق حديثه»: after a colon the quotation is all that is said.
      if draft.introducer.map({ reader.role($0) == .colon }) ?? false, close - draft.content > 6, isAdjunct(next) {
        return true
      }
      return drafts.contains { $0.cuts && $0.clauseStart == next } || endsContent(next, sentence)
        || startsNewSentence(next)
    default: return false
    }
  }

  func isAdjunct(_ token: Int) -> Bool {
    reader.owner[token] < 0 && !reader.wordClass(token).isDisjoint(with: [.preposition, .adjunct, .time])
  }

  /// A missing full stop: a conjunction and a preposition after a long quotation (…" وبخصوص).
  private func startsNewSentence(_ token: Int) -> Bool {
    passage.readings(of: token).contains { reading in
      reading.particles == .and
        && !reader.lexicon.wordClass(reading.word).isDisjoint(with: [.preposition, .adjunct, .time, .auxiliary])
    }
  }

  private static let tails: [[[UInt16]]] = [
    "على حد قوله", "على حد قولها", "على حد تعبيره", "على حد تعبيرها", "على حد وصفه", "على حد زعمه", "بحسب تعبيره",
    "بحسب قوله",
    "بحسب وصفه", "حسب قوله", "حسب تعبيره", "وفق قوله", "وفق تعبيره", "وفقا لتعبيره", "حسبما", "بحسب ما", "وفق ما",
    "كما قال", "على ما نقلت", "على ما أفاد", "على ما أفادت", "على ما أعلن", "على ما أعلنت", "على ما ذكرت", "على ما ذكر",
    "كما نقلت", "كما ذكرت", "كما أفادت", "كما أفاد", "وفق ما نقلت", "وفقا لما", "بحسب نص", "على حد ما",
    "كما قالت", "وذلك في", "وذلك خلال", "وذلك عقب", "وذلك ردا", "وذلك على هامش", "جاء ذلك", "وجاء ذلك",
  ].map { foldedWords($0) }

  private static let wasBefore: Set<[UInt16]> = Set(foldedWords("وكان وكانت وكانوا"))

  /// «على حد قوله»، «وذلك في حديث»: what follows is about the saying, not said.
  private func endsContent(_ token: Int, _ sentence: Range<Int>) -> Bool {
    guard reader.role(token) == .word else { return false }
    return Self.tails.contains { tail in
      token + tail.count <= sentence.upperBound
        && tail.indices.allSatisfy { passage.letters(of: token + $0).elementsEqual(tail[$0]) }
    }
  }

  /// The content without quotation marks and punctuation at its ends.
  func trimmed(_ draft: StatementDraft) -> Range<Int>? {
    var first = draft.content
    var end = draft.contentEnd ?? first
    while first < end, isTrimmed(first), reader.role(first) != .openBracket { first += 1 }
    while end > first {
      let loose = looseConjunction(before: end, from: first)
      if loose > 0 {
        end -= loose
        continue
      }
      guard isTrimmed(end - 1) else { break }
      if reader.role(end - 1) == .closeBracket, Int(passage.tokens[end - 1].partner) >= first { break }
      // A question belongs to what is said.
      if reader.role(end - 1) == .stop, isQuestionMark(end - 1) { break }
      end -= 1
    }
    // The question mark is no part of the sentence's tokens.
    if end < passage.tokens.count, reader.role(end) == .stop, isQuestionMark(end), !passage.startsLine(end) { end += 1 }
    return first < end ? first..<end : nil
  }

  private func isTrimmed(_ token: Int) -> Bool {
    switch reader.role(token) {
    case .word, .number: false
    case .other: false
    default: true
    }
  }

  /// How many of the last tokens join a clause that is cut off: و، بعد أن, where the next statement begins behind them.
  private func looseConjunction(before end: Int, from first: Int) -> Int {
    let conjunction = Self.conjunctions.first { words in
      end - words.count > first
        && words.indices.allSatisfy { passage.letters(of: end - words.count + $0).elementsEqual(words[$0]) }
    }
    return conjunction?.count ?? 0
  }

  private static let conjunctions: [[[UInt16]]] = [
    "و", "بعد أن", "قبل أن", "منذ أن", "إلى أن", "بعدما", "قبلما", "عندما", "حينما", "بينما", "فيما", "في حين أن",
    "في حين", "لكن",
    "ولكن", "غير أن", "إلا أن", "رغم أن", "على الرغم من أن", "مع أن", "حيث", "إذ",
  ].map { foldedWords($0) }

  private func isQuestionMark(_ token: Int) -> Bool {
    let letter = passage.letters(of: token).first
    return letter == 0x61F || letter == 0x3F
  }
}
