import ArabicText
import Briefings

/// A number in a content and what it counts.
struct Quantity {
  let value: Double
  /// The stem of the counted thing; that of `%` for a share.
  let unit: StemKey
  /// Number and unit as they are written.
  let text: String

  /// Whether it is the same number, perhaps rounded (99,506,775 and 99.5 million).
  func isAbout(_ other: Quantity) -> Bool {
    abs(value - other.value) <= 0.01 * max(abs(value), abs(other.value)) && (value == other.value || value >= 1_000)
  }

  /// The quantities of a content; dates, years and numbers that count nothing are left out.
  static func all(_ words: [ContentWord], in content: String) -> [Quantity] {
    words.indices.compactMap { quantity(words, $0, content) }
  }

  private static func quantity(_ words: [ContentWord], _ index: Int, _ content: String) -> Quantity? {
    guard var value = number(words[index]) else { return nil }
    // The next number word belongs to the number before it (30 ألف).
    if index > 0, scales[words[index].key] != nil, number(words[index - 1]) != nil { return nil }
    var next = index + 1
    while next < words.count, let scale = scales[words[next].key] {
      value *= scale
      next += 1
    }
    // 17 ألفا و966
    if next > index + 1, next + 1 < words.count, words[next].token.folded.isSame(as: "و"),
      let rest = number(words[next + 1]), rest < value
    {
      value += rest
      next += 2
    } else if index > 1, words[index - 1].token.folded.isSame(as: "و"), scales[words[index - 2].key] != nil {
      return nil
    }
    guard next < words.count else { return nil }
    func made(_ unit: StemKey, upTo last: Int) -> Quantity {
      let span = TextSpan(words[index].token.range.lowerBound..<words[last].token.range.upperBound)
      return Quantity(value: value, unit: unit, text: content.text(at: span) ?? "")
    }
    if words[next].roles.contains(.percent) { return made(percent, upTo: next) }
    let isFollowed = next + 1 < words.count
    if isFollowed, words[next].roles.contains(.per), words[next + 1].roles.contains(.percent) {
      return made(percent, upTo: next + 1)
    }
    if isFollowed, words[next].roles.contains(.of) { next += 1 }
    // A month makes it a date; a number without a counted thing is a year or a page.
    let unit = words[next]
    guard unit.token.kind == .word, unit.roles.isDisjoint(with: [.month, .small, .negation]) else { return nil }
    return made(unit.stem, upTo: next)
  }

  private static func number(_ word: ContentWord) -> Double? {
    switch word.token.kind {
    case .number: Double(word.token.folded)
    case .word: numerals[word.key]
    case .punctuation: nil
    }
  }

  private static let percent = StemKey("%")

  private static func table(_ rows: [(Double, String)]) -> [StemKey: Double] {
    var found: [StemKey: Double] = [:]
    for (value, names) in rows {
      for name in names.split(separator: " ") { found[StemKey(folded(String(name)))] = value }
    }
    return found
  }

  private static let scales = table([
    (1e3, "ألف ألفا آلاف thousand"), (1e6, "مليون مليونا ملايين million"), (1e9, "مليار مليارا مليارات بليون billion"),
  ])

  private static let numerals = table([
    (3, "ثلاثة ثلاث three"), (4, "أربعة أربع four"), (5, "خمسة خمس five"), (6, "ستة ست six"), (7, "سبعة سبع seven"),
    (8, "ثمانية ثماني eight"), (9, "تسعة تسع nine"), (10, "عشرة عشر ten"), (20, "عشرون عشرين twenty"),
    (30, "ثلاثون ثلاثين thirty"), (40, "أربعون أربعين forty"), (50, "خمسون خمسين fifty"), (60, "ستون ستين لستين sixty"),
    (70, "سبعون سبعين seventy"), (80, "ثمانون ثمانين eighty"), (90, "تسعون تسعين ninety"), (100, "مئة مائة hundred"),
    (200, "مئتين مئتان مئتا مائتين"), (1e3, "ألف thousand"), (2e3, "ألفين ألفان"), (1e6, "مليون مليونا"),
    (2e6, "مليوني مليونين"), (1e9, "مليار مليارا"),
  ])
}
