import Briefings

/// What the statement rules ask of a passage: words, names, offices and the noun phrases they form.
struct SentenceReader {
  var lexicon: Lexicon
  let passage: Passage
  let mentions: [FoundMention]
  let roles: [FoundRole]
  let owner: [Int32]
  /// The role that begins at each token, or -1.
  let roleAt: [Int32]

  init(_ finder: EntityFinder) {
    lexicon = finder.lexicon
    passage = finder.passage
    mentions = finder.mentions
    roles = finder.roles
    owner = finder.owner
    var roleAt = Array(repeating: Int32(-1), count: finder.passage.tokens.count)
    for (number, role) in finder.roles.enumerated() where roleAt[role.first] < 0 { roleAt[role.first] = Int32(number) }
    self.roleAt = roleAt
  }

  func wordClass(_ token: Int) -> WordClass { lexicon.wordClass(passage.tokens[token].word) }

  func anyClass(_ token: Int) -> WordClass {
    var all: WordClass = []
    for reading in passage.readings(of: token) { all.formUnion(lexicon.wordClass(reading.word)) }
    return all
  }

  func role(_ token: Int) -> PassageToken.Role { passage.tokens[token].role }

  func isDefinite(_ token: Int) -> Bool {
    let token = passage.tokens[token]
    // ألمانيا only looks definite when it is folded.
    guard token.letterCount > 3, !token.shape.contains(.hamzaAbove) else { return false }
    let first = Int(token.firstLetter)
    return passage.letters[first] == Letter.alef && passage.letters[first + 1] == Letter.lam
  }

  func startsWith(_ token: Int, _ letter: UInt16) -> Bool { passage.letters(of: token).first == letter }

  /// Whether a token is written in Arabic letters.
  func isArabicScript(_ token: Int) -> Bool { passage.tokens[token].script == .arabic }

  /// The mention that begins at a token.
  func mention(at token: Int) -> FoundMention? {
    guard owner[token] >= 0 else { return nil }
    let mention = mentions[Int(owner[token])]
    return mention.first == token ? mention : nil
  }

  /// Whether a token is a finite reporting verb.
  func isFiniteCue(_ token: Int) -> Bool {
    guard owner[token] < 0 else { return false }
    for reading in passage.readings(of: token) where reading.particles.isSubset(of: .conjunctions) {
      guard lexicon.wordClass(reading.word).contains(.cue),
        let node = lexicon.phrases.child(of: PhraseTrie.root, reading.word)
      else { continue }
      var isFinite = false
      lexicon.forEachMeaning(at: node) { meaning in
        guard meaning.kind == .cue else { return }
        let entry = lexicon.cues[Int(meaning.entry)]
        if entry.form == .finite, entry.weight != UInt8(ascii: "C") { isFinite = true }
      }
      if isFinite { return true }
    }
    return false
  }

  /// Whether a token is أن، إن، بأنه and the like, not part of «بعد أن».
  func isThat(_ token: Int) -> Bool {
    guard owner[token] < 0, wordClass(token).contains(.complementizer), !isException(token), !isCondition(token)
    else { return false }
    guard token > 0 else { return true }
    // فيما بعد أن
    if token > 1, passage.letters(of: token - 2).elementsEqual([0x641, 0x64A, 0x645, 0x627]) { return true }
    return !Self.beforeOtherThat.contains(Array(passage.letters(of: token - 1)))
  }

  /// «إلا موعد الزيارة»: except; ألا is أن and a negation. Without its hamza the word is ألا only before a verb.
  private func isException(_ token: Int) -> Bool {
    guard passage.letters(of: token).elementsEqual(Self.except) else { return false }
    let shape = passage.tokens[token].shape
    if shape.contains(.hamzaAbove) { return false }
    guard !shape.contains(.hamzaBelow), token + 1 < passage.tokens.count, role(token + 1) == .word,
      let first = passage.letters(of: token + 1).first
    else { return true }
    return ![Letter.yeh, Letter.teh, Letter.noon].contains(first) || anyClass(token + 1).contains(.preposition)
  }

  /// «إن كانت جادة»: if; what is reported stands behind إن and a noun, or behind أن.
  private func isCondition(_ token: Int) -> Bool {
    passage.letters(of: token).elementsEqual(Self.whether) && passage.tokens[token].shape.contains(.hamzaBelow)
      && token + 1 < passage.tokens.count && role(token + 1) == .word
      && Self.conditions.contains(Array(passage.letters(of: token + 1)))
  }

  private static let except = foldedWords("إلا")[0]
  private static let whether = foldedWords("إن")[0]
  private static let conditions: Set<[UInt16]> = Set(
    foldedWords(
      "لم كان كانت كانوا كنا كنتم وجد وجدت شاء أمكن صح صحت لزم أراد أرادت أرادوا رغب رغبت استمر استمرت عاد عادت"))

  static let beforeOtherThat: Set<[UInt16]> = Set(
    foldedWords(
      """
      بعد قبل منذ دون بدون حتى غير بيد حيث كما رغم مع لولا بما إذ سوى وبعد وقبل إلا علما بد يجب ينبغي يمكن شرط شريطة لدرجة حد خشية \
      مخافة بدل شأنه شأنها المفترض المتوقع المقرر المنتظر المحتمل الممكن الضروري اللازم المهم المرجح المؤمل شرطا إمكانية احتمال فرصة فكرة \
      حقيقة بهدف أجل عوضا بدلا فضلا كاد تكاد يكاد يتوقع يفترض يرجح ينتظر تعني يعني
      """))

  /// بدوره، من جانبه، أيضا: words between a source and what it says.
  static let interpolations: Set<[UInt16]> = Set(
    foldedWords(
      """
      بدوره بدورها أيضا كذلك بالمقابل مجددا مرة أخرى بوضوح بشدة رسميا حرفيا فعلا صراحة لاحقا قائلا بدورهم بدورهما اليوم أمس \
      قوله قولها قولهم قد علنا عاليا بقوة للمرة الأولى الثانية عمليا آنذاك مرارا الصيف الشتاء الربيع الخريف
      """))

  static let longInterpolations: [[[UInt16]]] = [
    "من جهة أخرى", "من ناحية أخرى", "من جهة ثانية", "في الوقت نفسه", "في الوقت ذاته", "في ذات الوقت", "في السياق ذاته",
    "من جانبه",
    "من جانبها", "من جهته", "من جهتها", "من ناحيته", "في هذا الخصوص", "في هذا السياق", "في هذا الصدد", "في هذا الإطار",
    "على صعيد آخر",
    "في المقابل", "إلى ذلك", "في المناسبة", "على الفور", "من جديد", "مرة أخرى", "في تصريح", "في بيان", "في وقت سابق",
    "في وقت لاحق",
  ].map { foldedWords($0) }

  /// The end of a remark of several words between a source and what it says (من جهة أخرى).
  func endOfLongInterpolation(at token: Int, limit: Int) -> Int? {
    for phrase in Self.longInterpolations where token + phrase.count <= limit {
      if phrase.indices.allSatisfy({ passage.letters(of: token + $0).elementsEqual(phrase[$0]) }) {
        return token + phrase.count
      }
    }
    return nil
  }

  func isInterpolation(_ token: Int) -> Bool {
    if wordClass(token).contains(.time) { return true }
    return Self.interpolations.contains(Array(passage.letters(of: token)))
  }
}
