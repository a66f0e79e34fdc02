import ArabicText
import Briefings

/// What a content says beyond its stems: quantities, what is negated, and whether it calls something untrue.
///
/// Read when two statements are compared, not stored: only those that have words or a speaker in common are read.
struct ContentDetails {
  /// A number and what it counts.
  struct Quantity {
    let value: Double
    /// The stem of the counted thing; `%` for a share.
    let unit: String
    /// Number and unit as they are written.
    let text: String
  }

  private(set) var quantities: [Quantity] = []
  /// The stems before which a negation stands.
  private(set) var negated: Set<String> = []
  /// Whether something is called untrue (لا أساس له، بلا دليل، شائعات).
  private(set) var refutes = false
  /// Whether the content only points at what was said before (صحة هذا الكلام).
  private(set) var isBare = false
  /// Whether it insists on who did something (روسيا هي التي انسحبت).
  private(set) var namesDoer = false

  /// - Complexity: O(*n*) in the letters of the content.
  init(_ content: String) {
    let words = tokens(in: content)
    var stems: [String] = []
    var pointers = 0
    var others = 0
    for (index, token) in words.enumerated() {
      switch token.kind {
      case .punctuation: continue
      case .number: readQuantity(words, index, content)
      case .word:
        if Self.numerals[token.folded] != nil { readQuantity(words, index, content) }
        let stem = lightStem(token.folded)
        stems.append(stem)
        if Self.doers.contains(token.folded), index > 0, ["هو", "هي", "هم"].contains(words[index - 1].folded) {
          namesDoer = true
        }
        if Self.negations.contains(token.folded) {
          if let next = words.dropFirst(index + 1).first(where: { $0.kind == .word }) {
            negated.insert(lightStem(next.folded))
            if Self.grounds.contains(lightStem(next.folded)) { refutes = true }
          }
        } else if Self.refuters.contains(stem) || Self.refuters.contains(token.folded) {
          refutes = true
          pointers += 1
        } else if Self.pointers.contains(token.folded) || Self.pointers.contains(stem) {
          pointers += 1
        } else if !Self.small.contains(token.folded), !Self.grounds.contains(stem) {
          others += 1
        }
      }
    }
    // بلا أي دليل، من دون أن يقدموا دليلا
    if !refutes, stems.contains(where: { ["دليل", "اساس"].contains($0) }),
      words.contains(where: { ["دون", "بلا", "بدون"].contains($0.folded) })
    {
      refutes = true
    }
    isBare = pointers > 0 && others <= 2 || others == 0 && refutes
  }

  /// The two quantities of the same thing that differ, or `nil` where none does or one agrees.
  func conflict(with other: ContentDetails) -> (own: Quantity, other: Quantity)? {
    var found: (Quantity, Quantity)?
    for own in quantities {
      let same = other.quantities.filter { $0.unit == own.unit }
      if same.contains(where: { $0.value == own.value }) { return nil }
      if found == nil, let first = same.first { found = (own, first) }
    }
    return found
  }

  /// Whether both name the same number of the same thing.
  func agrees(with other: ContentDetails) -> Bool {
    quantities.contains { own in other.quantities.contains { $0.unit == own.unit && $0.value == own.value } }
  }

  // MARK: Quantities

  private mutating func readQuantity(_ words: [Token], _ index: Int, _ content: String) {
    // The next number word belongs to the number before it (30 ألف).
    if index > 0, Self.scales[words[index].folded] != nil, isNumber(words[index - 1]) { return }
    guard var value = Double(words[index].folded) ?? Self.numerals[words[index].folded] else { return }
    var next = index + 1
    while next < words.count, let scale = Self.scales[words[next].folded] {
      value *= scale
      next += 1
    }
    guard next < words.count else { return }
    var unit = words[next]
    var last = next
    if unit.folded == "%" || Self.percent.contains(unit.folded) {
      quantities.append(
        Quantity(value: value, unit: "%", text: text(content, words[index].range.lowerBound, unit.range.upperBound)))
      return
    }
    if ["في", "ب", "per"].contains(unit.folded), next + 1 < words.count, Self.percent.contains(words[next + 1].folded) {
      quantities.append(
        Quantity(
          value: value, unit: "%", text: text(content, words[index].range.lowerBound, words[next + 1].range.upperBound))
      )
      return
    }
    // 2.0 mb/d; a month after the number makes it a date, a number without a counted thing is a year or a page.
    guard unit.kind == .word, !Self.months.contains(unit.folded), !Self.small.contains(unit.folded) else { return }
    if ["من", "of"].contains(unit.folded), next + 1 < words.count { (unit, last) = (words[next + 1], next + 1) }
    quantities.append(
      Quantity(
        value: value, unit: lightStem(unit.folded),
        text: text(content, words[index].range.lowerBound, words[last].range.upperBound)))
  }

  private func isNumber(_ token: Token) -> Bool { token.kind == .number || Self.numerals[token.folded] != nil }

  private func text(_ content: String, _ start: Int, _ end: Int) -> String {
    content.text(at: TextSpan(start..<end)) ?? ""
  }

  private static func words(_ text: String) -> Set<String> {
    Set(text.split(separator: " ").map { folded(String($0)) })
  }

  private static let doers = words("الذي التي الذين من")
  private static let negations = words("لا لم لن ليس ليست ليسوا ولا ولم ولن وليس فلا بلا لسنا عدم بعدم not no never")
  private static let grounds = words("أساس صحة دليل سند تستند يستند")
  private static let refuters = words(
    "شائعات شائع مزاعم كاذب كاذبة أكاذيب مفبرك مفبركة ملفق ملفقة افتراء باطل باطلة عار وهم هراء مختلق مختلقة مضللة "
      + "false baseless groundless fake untrue rumours rumors")
  /// Words that stand for what was said before.
  private static let pointers = words(
    "هذا هذه ذلك تلك كلام اتهام اتهامات اتهامين رواية تقارير أنباء نبأ ادعاء ادعاءات تصريحات تصريح معلومات خبر أخبار عرض "
      + "عرض تفسير قيل يقال قاله نشر أعلن تردد أشيع صحة رد مزاعم this that these reports claims accusations")
  /// Words that say nothing by themselves.
  private static let small = words(
    "في من إلى على عن مع أن إن أنه أنها أي كل ما من قد كان كانت يكون تكون هو هي هم أو و له لها لهم فيه منها بعد قبل "
      + "عند بين حول بشأن ضد خلال حتى منذ حين الذي التي الذين يوم غير the of to and for in on a an or by with from")
  private static let percent = words("المئة بالمئة المائة بالمائة cent percent درصد")
  private static let months = words(
    "يناير فبراير مارس أبريل إبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر كانون شباط آذار نيسان أيار حزيران "
      + "تموز آب أيلول تشرين جانفي فيفري أفريل ماي جوان جويلية أوت january february march april may june july august "
      + "september october november december")
  private static let scales: [String: Double] = [
    "الف": 1e3, "الفا": 1e3, "الاف": 1e3, "مليون": 1e6, "مليونا": 1e6, "ملايين": 1e6, "مليار": 1e9, "مليارا": 1e9,
    "مليارات": 1e9, "بليون": 1e9, "thousand": 1e3, "million": 1e6, "billion": 1e9,
  ]
  private static let numerals: [String: Double] = {
    let rows: [(Double, String)] = [
      (3, "ثلاثة ثلاث three"), (4, "أربعة أربع four"), (5, "خمسة خمس five"), (6, "ستة ست six"), (7, "سبعة سبع seven"),
      (8, "ثمانية ثماني eight"), (9, "تسعة تسع nine"), (10, "عشرة عشر ten"), (20, "عشرون عشرين twenty"),
      (30, "ثلاثون ثلاثين thirty"), (40, "أربعون أربعين forty"), (50, "خمسون خمسين fifty"),
      (60, "ستون ستين لستين sixty"),
      (70, "سبعون سبعين"), (80, "ثمانون ثمانين"), (90, "تسعون تسعين"), (100, "مئة مائة"), (200, "مئتين مئتان مئتا"),
      (1e3, "ألف"), (2e3, "ألفين ألفان"), (1e6, "مليون مليونا"), (2e6, "مليوني مليونين"), (1e9, "مليار مليارا"),
    ]
    var found: [String: Double] = [:]
    for (value, names) in rows { for name in words(names) { found[name] = value } }
    return found
  }()
}
