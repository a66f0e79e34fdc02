import Briefings

/// Sources that are no names: how their phrase goes on, and which nouns they begin with.
extension SentenceReader {
  // MARK: How a phrase goes on

  /// Where, of whom or of what a source without a name is: مصادر في الحكومة، مسؤولون في واشنطن، مصدر مطلع على المحادثات،
  /// مسؤول بوزارة الخارجية.
  ///
  /// - Parameters:
  ///   - token: The preposition.
  ///   - start: The first token of the phrase.
  /// - Returns: One past the last token of what the preposition governs, or `nil` where it does not belong to the source.
  func placeOfSource(at token: Int, start: Int, limit: Int) -> Int? {
    let isNoun = wordClass(start).contains(.speaker) || isNominative(start)
    guard token > start, isNoun || isSubject(start) || isAuthority(start) else { return nil }
    let letters = Array(passage.letters(of: token))
    // «السلطات في المدينة»: of a whole subject only where it is named.
    if !isNoun {
      guard token == start + 1, letters == Self.inside, token + 1 < limit, let mention = mention(at: token + 1) else {
        return nil
      }
      return mention.type == .place && mention.skip == 0 && mention.end <= limit ? mention.end : nil
    }
    if Self.wherePrepositions.contains(letters) { return complementOfSource(from: token + 1, limit: limit) }
    // مقرب من، مطلع على: only behind a word that wants it.
    guard Self.wantedPrepositions.contains(letters), Self.relations.contains(Array(passage.letters(of: token - 1)))
    else { return nil }
    return complementOfSource(from: token + 1, limit: limit)
  }

  private static let inside = foldedWords("في")[0]
  private static let wherePrepositions: Set<[UInt16]> = Set(foldedWords("في لدى داخل وسط باسم"))
  private static let wantedPrepositions: Set<[UInt16]> = Set(foldedWords("من على عن إلى الى"))
  private static let relations: Set<[UInt16]> = Set(
    foldedWords(
      """
      مقرب مقربة مقربون مقربين مقربان قريب قريبة قريبون مطلع مطلعة مطلعون مطلعين مسؤول مسؤولة مسؤولون مكلف مختص منشق منشقون المقرب \
      المقربة المقربين المقربون القريب القريبة المطلع المطلعة المطلعين
      """))

  /// What says when or on which occasion, not where the source belongs.
  private static let occasions: Set<[UInt16]> = Set(
    foldedWords(
      """
      تصريح تصريحات بيان حديث حوار مقابلة لقاء مؤتمر اتصال كلمة رسالة خطاب تغريدة تدوينة وقت إطار ختام سياق هذا هذه ذلك تلك إشارة تعليق \
      رد نهاية بداية مستهل جلسة اجتماع حفل ندوة محاضرة برنامج تقرير مقال حينه المقابل المناسبة إيجاز إفادة خطبة ظل حال حين أعقاب ضوء
      """))

  /// السلطات، القوات
  private func isAuthority(_ token: Int) -> Bool {
    isDefinite(token) && passage.letters(of: token).suffix(2).elementsEqual([Letter.alef, Letter.teh])
      && wordClass(token).isDisjoint(with: WordClass.closed)
  }

  private func complementOfSource(from start: Int, limit: Int) -> Int? {
    guard start < limit else { return nil }
    var token = start
    while token < limit, token - start < 5 {
      if let mention = mention(at: token) {
        guard mention.skip == 0 || token == start, mention.end <= limit else { break }
        token = mention.end
        continue
      }
      guard role(token) == .word, owner[token] < 0, !isThat(token), !isFiniteCue(token) else { break }
      let wordClass = wordClass(token)
      let isAdjective = !wordClass.isDisjoint(with: [.nationality, .officeAdjective])
      guard isAdjective || wordClass.isDisjoint(with: WordClass.closed) else { break }
      if token == start {
        let letters = Array(passage.letters(of: token))
        let bare = isDefinite(token) ? Array(letters.dropFirst(2)) : letters
        if Self.occasions.contains(bare) || wordClass.contains(.document) { return nil }
        // An indefinite noun stands there only before a second one (في وزارة الدفاع، على سير المحادثات).
        if !isDefinite(token) {
          guard token + 1 < limit, isDefinite(token + 1) || mention(at: token + 1)?.skip == 0 else { return nil }
        }
      } else if !isDefinite(token), !isAdjective {
        break
      }
      token += 1
    }
    return token > start ? token : nil
  }

  // MARK: What it begins with

  /// المتمردون، مشرعون، المحاميان: a noun in the nominative plural or dual is a subject by its ending.
  func isNominative(_ token: Int) -> Bool {
    guard role(token) == .word, owner[token] < 0 else { return false }
    let letters = passage.letters(of: token)
    guard letters.count >= 5, letters.last == Letter.noon, wordClass(token).isDisjoint(with: WordClass.closed),
      wordClass(token).isDisjoint(with: WordClass.nameParts)
    else { return false }
    let isDefinite = isDefinite(token)
    if letters.dropLast().last == Letter.waw {
      // يعلنون: a verb.
      if !isDefinite, let first = letters.first, first == Letter.yeh || first == Letter.teh { return false }
      let bare = isDefinite ? Array(letters.dropFirst(2)) : Array(letters)
      return bare.count >= 5 && !Self.singulars.contains(bare)
    }
    guard letters.dropLast().last == Letter.alef, isDefinite else { return false }
    if Self.pairs.contains(Array(letters.dropFirst(2).dropLast(2))) { return true }
    let found = passage.tokens[token]
    let single = lexicon.words.find(
      passage.letters, Int(found.firstLetter) + 2..<Int(found.firstLetter + found.letterCount) - 2)
    return !lexicon.wordClass(single).isDisjoint(with: [.office, .speaker])
  }

  /// Nouns in the singular that end like a plural.
  private static let singulars: Set<[UInt16]> = Set(
    foldedWords(
      """
      قانون تعاون شؤون مليون بليون تلفزيون تليفزيون زيتون سجون ديون عيون مضمون صابون فنون حصون بطون غصون قرون سكون كانون جنون \
      ظنون متون هارون تهاون تلفون تريليون كربون صالون قانونيون هيدروكربون مخزون موزون مسجون مدفون مجنون مرهون ماراثون بالون كانتون \
      بنتاغون نيترون الكترون إلكترون ميكرون كمون ليمون طاعون فرعون عربون بدون يكون تكون سيكون ستكون سحنون خلدون زيدون ميمون مأمون
      """))

  /// Nouns whose dual speaks (الجانبان، الطرفان).
  private static let pairs: Set<[UInt16]> = Set(
    foldedWords("جانب طرف بلد زعيم حزب مصدر محامي رئيس وزير نائب باحث حليف دبلوماسي"))
}
