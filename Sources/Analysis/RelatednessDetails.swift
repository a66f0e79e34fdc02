import ArabicText
import Briefings

/// What a content says beyond its stems: quantities, what is negated, and whether it calls something untrue.
///
/// Read when two statements are compared, not stored: only those that have words or a speaker in common are read.
struct ContentDetails {
  private(set) var quantities: [Quantity] = []
  /// The stems before which a negation stands.
  private(set) var negated: Set<StemKey> = []
  /// Whether something is called untrue (لا أساس له، بلا دليل، شائعات).
  private(set) var refutes = false
  /// Whether the content only points at what was said before (صحة هذا الكلام).
  private(set) var isBare = false
  /// What it insists that one and no other did (روسيا هي التي انسحبت).
  private(set) var insisted: StemKey?
  /// Who it insists did it (روسيا).
  private(set) var insistedDoer: StemKey?
  /// Whether it says that something did not take place (لم يطرح الأمر).
  private(set) var deniesOccurrence = false
  /// Whether it can neither confirm nor deny what others reported.
  private(set) var withholds = false
  /// Whether it speaks of evidence or truth, without calling it missing.
  private(set) var hasGround = false
  /// Whether it speaks of what somebody said (كلام بلينكن).
  private(set) var speaksOfSpeech = false
  /// The first words that say what it is about, whatever it calls untrue: what a denial denies.
  private(set) var heads: [StemKey] = []
  /// Whether the first of them is a word for ending or preventing.
  private(set) var deniesEnding = false
  /// Whether it speaks of ending or preventing something.
  private(set) var endsSomething = false
  /// The stems that it does not claim: behind a condition, or behind a word for ending or preventing.
  private(set) var unclaimed: Set<StemKey> = []
  /// Whether it speaks of rumours or lies, its own words or others'.
  private(set) var mentionsUntruth = false
  /// The words soon after what it says not to have taken place.
  private(set) var occurring: Set<StemKey> = []
  /// Whether it points at what was said, in so many words (هذه الاتهامات).
  private(set) var pointsBack = false
  /// The words soon after those for speech: whose speech it is (تصريحات نائب الرئيس نوري المالكي).
  private(set) var speechOwners: Set<StemKey> = []

  /// After so many words nothing is called untrue that another said.
  private static let soon = 16

  /// - Complexity: O(*n*) in the letters of the content.
  init(_ content: String) {
    let words = tokens(in: content).map { ContentWord($0, in: content) }
    var (pointers, others) = (0, 0)
    var lastWithout = -10
    var lastInability = -10
    var isNegated = false
    var mayRefute = true
    for (index, word) in words.enumerated() where word.token.kind == .word {
      let next = words.dropFirst(index + 1).first { $0.token.kind == .word }
      if index > 0, word.roles.contains(.doer), words[index - 1].roles.contains(.pronoun) {
        insisted = next?.stem
        insistedDoer = index > 1 ? words[index - 2].stem : nil
      }
      if word.roles.contains(.confirmation), index - lastInability <= 3 { withholds = true }
      if word.roles.contains(.ground) { hasGround = true }
      if !word.roles.union(word.stemRoles).isDisjoint(with: .speech) {
        speaksOfSpeech = true
        for owner in words[(index + 1)..<min(words.count, index + 9)] { speechOwners.insert(owner.stem) }
      }
      if word.isHead, heads.count < 6 {
        if heads.isEmpty { deniesEnding = word.roles.contains(.ending) }
        heads.append(word.stem)
      }
      if word.roles.contains(.ending) { endsSomething = true }
      // Who calls something untrue says so soon.
      if index == Self.soon, !refutes { mayRefute = false }
      if word.roles.contains(.condition) || word.roles.contains(.ending) {
        let reached = words[(index + 1)...].prefix { $0.token.kind == .word }.filter(\.isHead)
        unclaimed.formUnion(reached.prefix(word.roles.contains(.condition) ? 3 : 1).map(\.stem))
      }
      if word.roles.contains(.demonstrative), let next, !next.roles.union(next.stemRoles).isDisjoint(with: .said) {
        pointsBack = true
      }
      if word.roles.contains(.without) { lastWithout = index }
      if word.roles.contains(.other), let next {
        // «غير صحيح» calls untrue, «غير مستعدة» is «ليست مستعدة».
        if next.roles.contains(.ground) { refutes = true } else { negated.insert(next.stem) }
      }
      // بلا أي دليل، من دون أن يقدموا دليلا
      if word.roles.contains(.ground), index - lastWithout <= 5 { refutes = true }
      // «لن نتغلب عليها إلا معا» affirms, «إذا لم يحدث ذلك» says nothing yet.
      if word.roles.contains(.negation), Self.isExcepted(words, index) { continue }
      // «لم ولن يتخلى»: the second one negates.
      if word.roles.contains(.negation), let next, next.roles.contains(.negation) { continue }
      if word.roles.contains(.negation) {
        // «لن يكف… ولا الشعوب» goes on; «لا الاتفاق ولا غيره» negates what follows later.
        if let next, !(isNegated && word.roles.contains(.goesOn)), word.roles.isDisjoint(with: [.without, .nominal]),
          !next.token.folded.begins(with: "ال")
        {
          negated.insert(next.stem)
        }
        isNegated = true
        if let next, next.roles.contains(.ground) { refutes = true }
        if let next, next.roles.contains(.occurrence), !word.roles.contains(.nominal) {
          deniesOccurrence = true
          occurring.formUnion(words[(index + 1)...].dropFirst().filter(\.isHead).prefix(3).map(\.stem))
        }
        if let next, next.roles.contains(.ability) { lastInability = index }
      } else if word.stemRoles.contains(.refuter) || word.roles.contains(.refuter) {
        // «وسط شائعات عن وفاته» and «الادعاءات الكاذبة» mention what is untrue; to call it so takes what was said just
        // before, or nothing else.
        let isSaid = words[max(0, index - 3)..<index].contains {
          $0.roles.contains(.pointer) || $0.stemRoles.contains(.pointer) || $0.roles.contains(.speech)
        }
        // عار من الصحة, but «عاريات» goes on otherwise.
        let isBare =
          word.roles.contains(.bare) && next.map { $0.roles.contains(.of) || $0.roles.contains(.from) } ?? true
        if isBare || isSaid && !word.token.folded.begins(with: "ال") { refutes = true }
        mentionsUntruth = true
        pointers += 1
      } else if word.roles.contains(.pointer) || word.stemRoles.contains(.pointer) {
        pointers += 1
      } else if !word.roles.contains(.small), !word.roles.contains(.ground) {
        others += 1
      }
    }
    if !mayRefute { refutes = false }
    if mentionsUntruth, others <= 2 { refutes = true }
    isBare = pointers > 0 && others <= 2 || others == 0 && refutes
    quantities = Quantity.all(words, in: content)
  }

  /// Whether an exception follows a negation, or a condition stands before it.
  private static func isExcepted(_ words: [ContentWord], _ index: Int) -> Bool {
    if index > 0, words[index - 1].roles.contains(.condition) { return true }
    // «إلا أن» goes on with another clause.
    return ((index + 1)..<min(words.count, index + 7)).contains { place in
      words[place].roles.contains(.exception)
        && !(place + 1 < words.count && words[place + 1].roles.contains(.complementizer))
    }
  }

  /// The two quantities of the same thing that differ, or `nil` where none does or one agrees.
  func conflict(with other: ContentDetails) -> (own: Quantity, other: Quantity)? {
    var found: (Quantity, Quantity)?
    for own in quantities {
      let same = other.quantities.filter { $0.unit == own.unit && $0.isOrdinal == own.isOrdinal }
      if same.contains(where: { $0.isAbout(own) }) { return nil }
      if found == nil, let first = same.first { found = (own, first) }
    }
    return found
  }

  /// Whether both name the same number of the same thing.
  func agrees(with other: ContentDetails) -> Bool {
    quantities.contains { own in
      other.quantities.contains { $0.unit == own.unit && $0.isOrdinal == own.isOrdinal && $0.isAbout(own) }
    }
  }
}

/// A token of a content with what is known about it.
struct ContentWord {
  let token: Token
  let key: StemKey
  let stem: StemKey
  let roles: Roles
  let stemRoles: Roles

  init(_ token: Token, in content: String) {
    self.token = token
    key = StemKey(token.folded)
    var roles = Self.table[key] ?? []
    // Folding makes one word of ألا (that not) and إلا (except).
    if token.folded.isSame(as: "الا") || token.folded.isSame(as: "والا") {
      let written = content.text(at: TextSpan(token.range))?.unicodeScalars.map(\.value) ?? []
      roles = written.contains(0x623) ? .negation : .exception
    }
    self.roles = roles
    stem = token.kind == .word ? StemKey(statementStem(token.folded)) : key
    stemRoles = Self.table[stem] ?? []
  }

  /// What words do in a content.
  struct Roles: OptionSet {
    let rawValue: UInt32
    static let negation = Roles(rawValue: 1)
    /// What claims stand on: "no foundation", "no evidence".
    static let ground = Roles(rawValue: 2)
    /// Calls something untrue.
    static let refuter = Roles(rawValue: 4)
    /// Stands for what was said before.
    static let pointer = Roles(rawValue: 8)
    /// Says nothing by itself.
    static let small = Roles(rawValue: 16)
    /// الذي after هو
    static let doer = Roles(rawValue: 32)
    static let pronoun = Roles(rawValue: 64)
    static let without = Roles(rawValue: 128)
    static let percent = Roles(rawValue: 256)
    static let month = Roles(rawValue: 512)
    static let of = Roles(rawValue: 1024)
    static let per = Roles(rawValue: 2048)
    /// Goes on with a negation.
    static let goesOn = Roles(rawValue: 4096)
    /// What somebody said.
    static let speech = Roles(rawValue: 8192)
    /// Negates a noun, mostly inside a clause (عدم امتلاك).
    static let nominal = Roles(rawValue: 16384)
    /// غير صحيح
    static let other = Roles(rawValue: 32768)
    /// Says that something took place (حدث، طرح).
    static let occurrence = Roles(rawValue: 1 << 16)
    /// Being able to.
    static let ability = Roles(rawValue: 1 << 17)
    /// Confirming what others reported.
    static let confirmation = Roles(rawValue: 1 << 18)
    /// Says by itself that something is untrue (عار عن الصحة).
    static let bare = Roles(rawValue: 1 << 19)
    static let exception = Roles(rawValue: 1 << 20)
    static let condition = Roles(rawValue: 1 << 21)
    /// A time of day: no counted thing.
    static let hour = Roles(rawValue: 1 << 22)
    /// Carries the noun that says what happened (قيام، وجود، علاقة).
    static let light = Roles(rawValue: 1 << 23)
    /// Ends or prevents what follows (أوقف، منع).
    static let ending = Roles(rawValue: 1 << 24)
    static let demonstrative = Roles(rawValue: 1 << 25)
    /// What was said before, after هذه.
    static let said = Roles(rawValue: 1 << 26)
    static let complementizer = Roles(rawValue: 1 << 27)
    static let from = Roles(rawValue: 1 << 28)
  }

  /// Whether it may say what a content is about.
  var isHead: Bool {
    token.kind == .word && token.folded.utf8.count > 4
      && roles.union(stemRoles).isDisjoint(with: [
        .negation, .ground, .refuter, .pointer, .small, .light, .speech, .confirmation, .ability, .condition,
        .demonstrative, .said,
      ])
  }

  private static let table: [StemKey: Roles] = {
    var found: [StemKey: Roles] = [:]
    for (roles, text) in lists {
      for word in text.split(separator: " ") { found[StemKey(folded(String(word))), default: []].formUnion(roles) }
    }
    return found
  }()

  private static let lists: [(Roles, String)] = [
    (.negation, "لا لم لن ليس ليست ليسوا ولا ولم ولن وليس فلا بلا لسنا عدم بعدم not no never לא אין نه"),
    (.ground, "أساس أساسا صحة صحيح صحيحة صحيحا دليل دليلا أدلة سند تستند يستند evidence basis truth"),
    (
      .refuter,
      "شائعات شائع كاذب كاذبة أكاذيب مفبرك مفبركة ملفق ملفقة افتراء باطل باطلة عار عارية هراء مختلق مختلقة مضللة "
        + "false baseless groundless fake untrue rumours rumors"
    ),
    (
      .pointer,
      "هذا هذه ذلك تلك كلام اتهام اتهامات اتهامين رواية تقارير أنباء نبأ ادعاء ادعاءات تصريحات تصريح معلومات خبر أخبار "
        + "عرض تفسير قيل يقال قاله نشر أعلن تردد أشيع صحة رد مزاعم this that these reports claims accusations"
    ),
    (
      .small,
      "بل لكن في من إلى على عن مع أن إن أنه أنها أي كل ما من قد كان كانت يكون تكون هو هي هم أو و له لها لهم فيه منها بعد قبل "
        + "عند بين حول بشأن ضد خلال حتى منذ حين الذي التي الذين يوم غير the of to and for in on a an or by with from"
    ),
    (.doer, "الذي التي الذين"), (.goesOn, "ولا ولم ولن وليس"), (.nominal, "عدم بعدم لعدم"),
    (.other, "غير"), (.bare, "عار عارية"), (.exception, "سوى"), (.condition, "إذا وإذا فإذا لو ولو حال if"),
    (.from, "عن"), (.complementizer, "أن أنه أنها أنهم إن that"),
    (.demonstrative, "هذا هذه ذلك تلك بهذا بهذه لهذه لهذا these this those"),
    (
      .said,
      "كلام اتهام اتهامات ادعاء ادعاءات مزاعم تصريحات أنباء أخبار شائعات رواية تهم أقاويل معلومات accusations claims reports"
    ),
    (
      .light,
      "قيام وجود حدوث وقوع حصول اتخاذ إجراء إجراءات عملية عمليات علاقة صلة علاقتها علاقته صلته صلتها تكون يكون كون تم يتم "
        + "ضلوع تورط نية وقوف قيامه قيامها أحد أية بأية بأي جملة تفصيلا قطعيا شدة بشدة تداول تداوله يتردد تردد يقال أمر الأمر مسألة قضية "
        + "موضوع قول القول حاول حاولت يحاول تحاول محاولة"
    ),
    (.ending, "أوقف أوقفت أوقفتا وقف إيقاف توقف منع منعت يمنع تمنع رفض رفضت تجنب تفادي إلغاء ألغى"),
    (.hour, "صباح السبت الأحد الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة صباحا مساء ظهرا فجر فجرا ليلا عصرا"),
    (
      .occurrence,
      "يطرح تطرح نطرح طرح طرحت يجر تجر يجري تجري جرى جرت يحدث تحدث حدث حدثت يحصل تحصل حصل يقع تقع وقع وقعت يبحث نوقش "
        + "تناقش يناقش يدل تدل أدلى يصدر تصدر صدر يتطرق تتطرق happened occurred discussed raised"
    ),
    (
      .ability,
      "يستطيع تستطيع نستطيع أستطيع يستطيعون يمكن يمكنه يمكنها يمكننا يمكنني يتسن يتسنى بإمكانه بإمكاننا بوسعه بوسعنا "
        + "cannot can could able unable"
    ),
    (.confirmation, "تأكيد التأكيد تأكيدها التحقق التثبت يؤكد تؤكد نؤكد confirm verify"),
    (
      .speech,
      "كلام تصريح تصريحات أقوال قوله قولها اتهام اتهامات تهديد تهديدات خطاب مزاعم دعوة انتقادات remarks"
    ),
    (.pronoun, "هو هي هم"), (.without, "دون بدون بلا without"),
    (.percent, "% المئة بالمئة المائة بالمائة cent percent درصد"), (.of, "من of"), (.per, "في ب per"),
    (
      .month,
      "يناير فبراير مارس أبريل إبريل مايو يونيو يونية يوليو يولية أغسطس سبتمبر أكتوبر نوفمبر ديسمبر كانون شباط آذار نيسان "
        + "أيار حزيران تموز آب أيلول تشرين جانفي فيفري أفريل ماي جوان جويلية أوت رمضان شوال محرم صفر شعبان رجب january "
        + "february march april may june july august september october november december"
    ),
  ]
}
