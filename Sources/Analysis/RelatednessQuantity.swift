import ArabicText
import Briefings

/// A number in a content and what it counts.
struct Quantity {
  let value: Double
  /// The stem of the counted thing; that of `%` for a share.
  let unit: StemKey
  /// Whether it is a place in a row (الجولة الثالثة) and no amount.
  let isOrdinal: Bool
  /// Number and unit as they are written.
  let text: String

  /// Whether it is the same number, perhaps rounded (99,506,775 and 99.5 million).
  func isAbout(_ other: Quantity) -> Bool {
    abs(value - other.value) <= 0.01 * max(abs(value), abs(other.value)) && (value == other.value || value >= 1_000)
  }

  /// The quantities of a content, in digits or words; dates, years and numbers that count nothing are left out.
  static func all(_ words: [ContentWord], in content: String) -> [Quantity] {
    var found: [Quantity] = []
    var index = 0
    while index < words.count {
      if let quantity = ordinal(words, index, content) ?? pair(words[index], content) {
        found.append(quantity)
      } else if let number = NumberPhrase(words, at: index) {
        if let quantity = quantity(words, number, content) { found.append(quantity) }
        index = number.end - 1
      }
      index += 1
    }
    return found
  }

  private static func quantity(_ words: [ContentWord], _ number: NumberPhrase, _ content: String) -> Quantity? {
    var next = number.end
    guard next < words.count else { return nil }
    func made(_ unit: StemKey, upTo last: Int) -> Quantity {
      let span = TextSpan(words[number.start].token.range.lowerBound..<words[last].token.range.upperBound)
      return Quantity(value: number.value, unit: unit, isOrdinal: false, text: content.text(at: span) ?? "")
    }
    if words[next].roles.contains(.percent) { return made(percent, upTo: next) }
    let isFollowed = next + 1 < words.count
    if isFollowed, words[next].roles.contains(.per), words[next + 1].roles.contains(.percent) {
      return made(percent, upTo: next + 1)
    }
    if isFollowed, words[next].roles.contains(.of) { next += 1 }
    // A month makes it a date; a number without a counted thing is a year or a page.
    let unit = words[next]
    guard unit.token.kind == .word, unit.roles.isDisjoint(with: [.month, .small, .negation, .hour]),
      unit.token.folded.utf8.count > 2
    else { return nil }
    return made(unit.stem, upTo: next)
  }

  /// الجولة الثالثة: the thing stands before it.
  private static func ordinal(_ words: [ContentWord], _ index: Int, _ content: String) -> Quantity? {
    guard index > 0, let value = NumberPhrase.ordinals[words[index].key] else { return nil }
    let thing = words[index - 1]
    // كانون الثاني is a month.
    guard thing.token.kind == .word, thing.roles.isDisjoint(with: [.month, .small]) else { return nil }
    let span = TextSpan(thing.token.range.lowerBound..<words[index].token.range.upperBound)
    return Quantity(value: value, unit: thing.stem, isOrdinal: true, text: content.text(at: span) ?? "")
  }

  /// عامين: two of a thing in one word.
  private static func pair(_ word: ContentWord, _ content: String) -> Quantity? {
    guard let unit = NumberPhrase.pairs[word.key] else { return nil }
    let text = content.text(at: TextSpan(word.token.range)) ?? ""
    return Quantity(value: 2, unit: unit, isOrdinal: false, text: text)
  }

  private static let percent = StemKey("%")
}

/// A number in digits or words, as long as it goes on: `30 ألف`, `17 ألفا و966`, `مئة وخمسة وعشرون`.
struct NumberPhrase {
  let value: Double
  /// The index of its first token, and the one behind its last.
  let start: Int
  let end: Int

  /// The number that begins at a token, or `nil`.
  init?(_ words: [ContentWord], at start: Int) {
    guard var first = Self.number(words[start]), !(first == 0.5 && start + 1 == words.count) else { return nil }
    var behind = start + 1
    if let decimal = Self.decimal(words, start, first) { (first, behind) = (decimal, start + 3) }
    // ( 100 ) ألف، "1.7" مليون
    if words[start].token.kind == .number, behind < words.count, Self.closing.contains(words[behind].token.folded) {
      behind += 1
    }
    var whole = 0.0
    var part = first
    var last = Self.scales[words[start].key]
    // مليون stands for one of it.
    if last != nil { (whole, part) = (first, 0) }
    var next = behind
    while next < words.count {
      let word = words[next]
      if let scale = Self.scales[word.key] {
        // خمسة آلاف ومئتان: what follows is smaller.
        guard whole == 0 || scale < whole else { break }
        whole += part * scale
        part = 0
        last = scale
      } else if Self.tens.contains(word.key), 1...9 ~= part {
        part += 10
      } else if words[start].token.kind == .word || whole > 0, let added = Self.added(words, next) {
        // مليون ونصف، مليون ونصف المليون
        if added.value == 0.5 {
          guard let scale = last, part == 0 else { break }
          whole += scale / 2
          next = added.end
          if next < words.count, Self.scales[StemKey(words[next].token.folded.withoutArticle)] == scale { next += 1 }
          continue
        }
        let isSmaller = part > 0 ? added.value < part || (part < 10 && added.value < 100) : added.value < whole
        guard isSmaller else { break }
        part += added.value
        next = added.end - 1
      } else {
        break
      }
      next += 1
    }
    value = whole + part
    // Half is no number by itself.
    guard value != 0.5 else { return nil }
    (self.start, end) = (start, next)
  }

  /// `7,9` written with a comma, or `3ر1`, which reads 1.3.
  private static func decimal(_ words: [ContentWord], _ start: Int, _ first: Double) -> Double? {
    guard start + 2 < words.count, words[start].token.kind == .number, words[start + 2].token.kind == .number else {
      return nil
    }
    let (mark, rest) = (words[start + 1].token, words[start + 2].token)
    guard words[start].token.range.upperBound == mark.range.lowerBound, mark.range.upperBound == rest.range.lowerBound
    else { return nil }
    let digits = words[start].token.folded
    if mark.folded.isSame(as: "ر") { return Double(rest.folded + "." + digits) }
    let isComma = mark.folded.isSame(as: ",") || mark.folded.isSame(as: "،") || mark.folded.isSame(as: "٫")
    return isComma && rest.folded.utf8.count <= 2 ? Double(digits + "." + rest.folded) : nil
  }

  /// «وعشرون» or «و 966».
  private static func added(_ words: [ContentWord], _ index: Int) -> (value: Double, end: Int)? {
    let word = words[index]
    if word.token.folded.isSame(as: "و") {
      guard index + 1 < words.count, let value = number(words[index + 1]) else { return nil }
      return (value, index + 2)
    }
    guard word.token.kind == .word, word.token.folded.begins(with: "و") else { return nil }
    let bare = String(word.token.folded.unicodeScalars.dropFirst())
    return numerals[StemKey(bare.withoutArticle)].map { ($0, index + 1) }
  }

  private static func number(_ word: ContentWord) -> Double? {
    switch word.token.kind {
    case .number: Double(word.token.folded)
    case .word: numerals[word.key] ?? numerals[StemKey(word.token.folded.withoutArticle)]
    case .punctuation: nil
    }
  }

  private static func table(_ rows: [(Double, String)]) -> [StemKey: Double] {
    var found: [StemKey: Double] = [:]
    for (value, names) in rows {
      for name in names.split(separator: " ") { found[StemKey(folded(String(name)))] = value }
    }
    return found
  }

  private static let scales = table([
    (1e3, "ألف ألفا آلاف thousand هزار"), (1e6, "مليون مليونا ملايين million میلیون"),
    (1e9, "مليار مليارا مليارات بليون billion میلیارد"), (1e12, "تريليون تريليونا trillion"),
  ])

  private static let closing: Set<String> = [")", "\"", "”", "»"]

  /// خمسة عشر
  private static let tens: Set<StemKey> = Set(["عشر", "عشرة"].map { StemKey(folded($0)) })

  private static let numerals = table([
    (0.5, "نصف half"), (1, "أحد إحدى واحد واحدا واحدة"), (2, "اثنان اثنين اثنا اثني اثنتا اثنتي اثنتين two"),
    (3, "ثلاثة ثلاث ثلاثا three سه"), (4, "أربعة أربع أربعا four چهار"), (5, "خمسة خمس خمسا five پنج"),
    (6, "ستة ست ستا six شش"),
    (7, "سبعة سبع سبعا seven هفت"), (8, "ثمانية ثماني ثمان eight هشت"), (9, "تسعة تسع تسعا nine"),
    (10, "عشرة عشر عشرا ten"),
    (11, "eleven"), (12, "twelve"), (15, "fifteen"), (20, "عشرون عشرين لعشرين twenty"),
    (30, "ثلاثون ثلاثين لثلاثين thirty"), (40, "أربعون أربعين لأربعين forty"), (50, "خمسون خمسين لخمسين fifty"),
    (60, "ستون ستين لستين sixty"), (70, "سبعون سبعين لسبعين seventy"), (80, "ثمانون ثمانين لثمانين eighty"),
    (90, "تسعون تسعين لتسعين ninety"), (100, "مئة مائة hundred"), (200, "مئتين مئتان مئتا مئتي مائتين مائتا مائتي"),
    (300, "ثلاثمئة ثلاثمائة"), (400, "أربعمئة أربعمائة"), (500, "خمسمئة خمسمائة"), (600, "ستمئة ستمائة"),
    (700, "سبعمئة سبعمائة"), (800, "ثمانمئة ثمانمائة ثمانيمئة"), (900, "تسعمئة تسعمائة"), (1e3, "ألف thousand"),
    (2e3, "ألفين ألفان ألفا ألفي"), (1e6, "مليون مليونا"), (2e6, "مليوني مليونين مليونان"), (1e9, "مليار مليارا"),
    (2e9, "ملياري مليارين ملياران"),
  ])

  /// Places in a row; only with the article, since ثانية is a second and ثالث also begins other phrases.
  static let ordinals = table([
    (1, "الأول الأولى"), (2, "الثاني الثانية"), (3, "الثالث الثالثة"), (4, "الرابع الرابعة"), (5, "الخامس الخامسة"),
    (6, "السادس السادسة"), (7, "السابع السابعة"), (8, "الثامن الثامنة"), (9, "التاسع التاسعة"), (10, "العاشر العاشرة"),
  ])

  /// Two of a thing, with the thing.
  static let pairs: [StemKey: StemKey] = {
    var found: [StemKey: StemKey] = [:]
    for (one, two) in [
      ("عام", "عامين عامان"), ("سنة", "سنتين سنتان"), ("شهر", "شهرين شهران"), ("أسبوع", "أسبوعين أسبوعان"),
      ("يوم", "يومين يومان"), ("ساعة", "ساعتين ساعتان"), ("مرة", "مرتين مرتان"), ("دولة", "دولتين دولتان"),
      ("شخص", "شخصين شخصان"), ("جندي", "جنديين جنديان"), ("صاروخ", "صاروخين صاروخان"), ("طائرة", "طائرتين طائرتان"),
    ] {
      for word in two.split(separator: " ") {
        found[StemKey(folded(String(word)))] = StemKey(statementStem(folded(one)))
      }
    }
    return found
  }()
}

extension String {
  fileprivate var withoutArticle: String { begins(with: "ال") ? String(unicodeScalars.dropFirst(2)) : self }
}
