import Briefings

/// The noun phrases of sources in Persian, Urdu, Hebrew and English.
extension ForeignStatements {
  private static let pronouns: Set<[UInt16]> = Set(
    foldedWords("he she they it i we او وی آنها آنان ایشان وہ انہوں انھوں انہون ان اس הוא היא הם הן"))

  /// Words that stand between a source and its verb, and are neither.
  private static let tails: Set<[UInt16]> = Set(
    foldedWords(
      """
      on in at during after before while also has had have later yesterday today earlier again then who which reportedly repeatedly \
      recently late early monday tuesday wednesday thursday friday saturday sunday from with by as since \
      when although though شنبه یکشنبه دوشنبه سهشنبه سه‌شنبه چهارشنبه پنجشنبه جمعه پیشتر پیش‌تر ماه سال هفته
      در روز امروز دیروز همچنین نیز پس پیش با طی به از هم ضمن شب صبح \
      نے کا کی نی میں سے کو اپنے آج کل \
      אתמול היום בפתח בנאום בערב השבוע גם עוד כבר הבוקר הערב מחר אמש
      """))

  /// Nouns for those who speak, without a name.
  private static let speakers: Set<[UInt16]> = Set(
    foldedWords(
      """
      spokesman spokeswoman spokesperson official officials minister ministry president government source sources leader leaders \
      adviser ambassador diplomat diplomats secretary chancellor commander army military police report statement agency analysts experts \
      envoy director chief premier king prince lawmakers senators critics \
      سخنگوی سخنگو وزیر وزارت رئیس رییس رئیس‌جمهوری مقام مقامات مقامهای منابع منبع دولت سفیر نماینده فرمانده بیانیه خبرگزاری معاون دبیر \
      ترجمان صدر حکام اہلکار ذرائع حکومت سیکریٹری وزارت بیان سربراہ \
      דובר דוברת שר שרת ראש גורם גורמים מקור מקורות בכיר בכירים משרד ממשלת הממשלה נשיא נציג צבא הצבא הודעה יועץ מזכ"ל יו"ר חברת ארגון
      """))

  func isTail(_ token: Int) -> Bool { Self.tails.contains(letters(token)) }

  /// Whether the verb's subject is a pronoun: he told reporters, او افزود, הוא הוסיף.
  func isAfterPronoun(_ cue: FoundCue, _ sentence: Range<Int>) -> Bool {
    let head = headOfClause(before: cue.first, sentence)
    guard head < cue.first, Self.pronouns.contains(letters(head)) else { return false }
    // او در وین گفت: whatever stands between them.
    return cue.first - head <= 1 || head + 1 < cue.first && isTail(head + 1)
  }

  /// The noun phrase before the verb: from the head of its clause up to the adverbs, with offices and appositions.
  func sourceBefore(_ cue: FoundCue, _ sentence: Range<Int>) -> Range<Int>? {
    var end = cue.first
    // "Iran's minister, Mohammad Zarif, warned": up to the comma before the apposition, or the name in it.
    if end - 1 > sentence.lowerBound, reader.role(end - 1) == .comma {
      guard let comma = comma(before: end - 1, sentence) else { return nil }
      let between = comma + 1..<end - 1
      let named = between.first.flatMap { reader.mention(at: $0) }
      if let named, named.type == .person { return named.first..<named.end }
      end = comma
    }
    var head = headOfClause(before: end, sentence)
    // «…، رئیس‌جمهوری آمریکا، در وین گفت»: only adverbs since the comma.
    if head < end, isTail(head), head - 1 > sentence.lowerBound, reader.role(head - 1) == .comma,
      let comma = comma(before: head - 1, sentence)
    {
      let between = comma + 1..<head - 1
      if let named = between.first.flatMap({ reader.mention(at: $0) }), named.type == .person {
        return named.first..<named.end
      }
      end = comma
      head = headOfClause(before: end, sentence)
    } else if head < end, isTail(head) {
      // "On Monday Josep Borrell said": from the name on.
      head =
        (head..<end).first { token in
          reader.mention(at: token).map { $0.type == .person || $0.type == .organization } ?? false
        } ?? head
    }
    guard head < end, !Self.pronouns.contains(letters(head)) else { return nil }
    var last = head
    while last < end, last == head || !isTail(last) || isGenitive(last, end) {
      if let mention = reader.mention(at: last), mention.end <= end {
        last = mention.end
      } else {
        last += 1
      }
    }
    guard last > head, last - head <= 14 else { return nil }
    return isSource(head..<last) ? head..<last : nil
  }

  private static let genitives: Set<[UInt16]> = Set(foldedWords("کا کی کے"))

  /// «بھارت کی وزارت خارجہ کے ترجمان»: Urdu's «of» between two nouns, not before the verb.
  private func isGenitive(_ token: Int, _ end: Int) -> Bool {
    token + 1 < end && Self.genitives.contains(letters(token)) && !isTail(token + 1)
  }

  /// אמר X, said X
  func sourceAfter(_ cue: FoundCue, _ sentence: Range<Int>) -> Range<Int>? {
    guard !reader.isArabicScript(cue.first) else { return nil }
    for token in cue.end..<min(sentence.upperBound, cue.end + 6) {
      if [.colon, .comma, .openQuote].contains(reader.role(token)) || isThat(token) { return nil }
      if let mention = reader.mention(at: token) { return cue.end..<mention.end }
    }
    return nil
  }

  private func isSource(_ phrase: Range<Int>) -> Bool {
    guard let first = phrase.first, reader.role(first) == .word else { return false }
    if phrase.contains(where: { reader.owner[$0] >= 0 && reader.mentions[Int(reader.owner[$0])].type == .person }) {
      return true
    }
    if reader.owner[first] >= 0 { return true }
    return phrase.contains { Self.speakers.contains(letters($0)) || reader.owner[$0] >= 0 && phrase.count <= 5 }
  }

  /// The first token of the clause that ends before a token.
  private func headOfClause(before end: Int, _ sentence: Range<Int>) -> Int {
    var token = end
    while token > sentence.lowerBound, end - token < 24 {
      if reader.owner[token - 1] >= 0 {
        token = max(sentence.lowerBound, reader.mentions[Int(reader.owner[token - 1])].first)
        continue
      }
      let role = reader.role(token - 1)
      if role != .word, role != .number, role != .other { break }
      if isThat(token - 1) || Self.and.contains(letters(token - 1)) { break }
      token -= 1
    }
    return token
  }

  /// The comma before an apposition that ends at another.
  private func comma(before last: Int, _ sentence: Range<Int>) -> Int? {
    var token = last - 1
    while token > sentence.lowerBound, last - token < 20 {
      if reader.role(token) == .comma { return token }
      if [.closeQuote, .colon, .semicolon].contains(reader.role(token)) { return nil }
      token -= 1
    }
    return nil
  }
}
