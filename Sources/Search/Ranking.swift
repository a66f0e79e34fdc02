/// How well an article answers a query: the formula, the same for every engine.
///
/// BM25 over the words of the query, all forms of a word taken together and the form that was typed counted more. Then
/// two things that news teaches: a word in the headline or among the first of the text counts again, since that is where
/// an article says what it is about; and so do two words of the query that stand side by side, in its order. The newer of
/// two equals is a little better.
///
/// Make one for a query; for each article call `begin`, `add` for each place of each word, then `score`.
/// - Source: BM25 (Robertson and others, TREC-3). The weights were chosen on 2,000 headlines of Arabic news and checked on
///   500 others.
public struct Ranking: Sendable {
  /// What a place in the headline is worth; one in the text is worth 1.
  public static let titleWeight = 3.0
  /// Added to the worth of a place for the form that was typed.
  public static let writtenBonus = 0.3
  /// How soon more places of a word stop counting (k1).
  public static let saturation = 0.9
  /// How much long articles lose (b).
  public static let lengthWeight = 0.75
  /// The words of a text that say what it is about.
  public static let leadWords = 40
  /// The worth of a word in the headline or the lead, in its rarities.
  public static let leadBonus = 0.45
  /// The worth of two words side by side, in the mean of their rarities.
  public static let neighbourBonus = 0.5
  /// What an article of the newest day gains over an old one, as a share of its score.
  public static let freshness = 0.02

  /// So far into a text it is known where words stand, in sets of 64.
  private static let sets = 4
  private static let lead: UInt64 = 1 << UInt64(leadWords) - 1

  /// How rare each word is.
  private let rarities: [Double]
  private var frequencies: [Double]
  /// For each word the set of its first places in the headline, then those in the text.
  private var places: [UInt64]

  /// Makes a formula for a query.
  ///
  /// - Parameter rarities: How rare each word of the query is, in its order (`rarity`).
  public init(rarities: [Double]) {
    self.rarities = rarities
    frequencies = Array(repeating: 0, count: rarities.count)
    places = Array(repeating: 0, count: rarities.count * (1 + Self.sets))
  }

  /// How rare a word is that stands in `found` of `articles`.
  public static func rarity(found: Int, articles: Int) -> Double {
    let rows = Double(min(found, articles))
    return logarithm(1 + (Double(articles) - rows + 0.5) / (rows + 0.5))
  }

  /// The natural logarithm of a number from 1 up, to nine digits: this target knows nothing of the system.
  private static func logarithm(_ value: Double) -> Double {
    // ln m = 2 artanh z; the significand is below 2, so z is a third at most.
    let z = (value.significand - 1) / (value.significand + 1)
    let square = z * z
    var term = z
    var sum = 0.0
    for divisor in stride(from: 1.0, through: 17, by: 2) {
      sum += term / divisor
      term *= square
    }
    return Double(value.exponent) * 0.693_147_180_559_945_3 + 2 * sum
  }

  /// What the length of an article, in words, makes of its frequencies.
  public static func norm(length: Double, average: Double) -> Double {
    saturation * (1 - lengthWeight + lengthWeight * length / max(1, average))
  }

  /// Forgets the last article.
  public mutating func begin() {
    for word in frequencies.indices { frequencies[word] = 0 }
    for index in places.indices { places[index] = 0 }
  }

  /// Counts a place of a word.
  ///
  /// - Parameters:
  ///   - word: The number of the word in the query.
  ///   - weight: What a form of it is worth: 1, or what is added for the form that was typed.
  ///   - position: The number of words before it in the headline or in the text.
  public mutating func add(word: Int, weight: Double, inTitle: Bool, position: Int) {
    frequencies[word] += inTitle ? weight * Self.titleWeight : weight
    guard position >= 0 else { return }
    let set = position >> 6
    guard set < (inTitle ? 1 : Self.sets) else { return }
    places[word * (1 + Self.sets) + (inTitle ? 0 : 1 + set)] |= 1 << UInt64(position & 63)
  }

  /// The score of the article.
  ///
  /// - Parameters:
  ///   - norm: What `norm` gives for its length.
  ///   - age: How many days older it is than the newest; 0 where that is not known.
  /// - Complexity: O(*w*) in the words of the query.
  public func score(norm: Double, age: Double = 0) -> Double {
    var score = 0.0
    let stride = 1 + Self.sets
    for word in frequencies.indices where frequencies[word] > 0 {
      let rarity = rarities[word]
      score += rarity * frequencies[word] * (Self.saturation + 1) / (frequencies[word] + norm)
      let at = word * stride
      if places[at] != 0 || places[at + 1] & Self.lead != 0 { score += Self.leadBonus * rarity }
      if word + 1 < frequencies.count, frequencies[word + 1] > 0, standsBefore(at, at + stride) {
        score += Self.neighbourBonus * (rarity + rarities[word + 1]) / 2
      }
    }
    return score * (1 + Self.freshness / (1 + max(0, age) / 365))
  }

  /// Whether some place of one word is followed by one of the other.
  private func standsBefore(_ first: Int, _ second: Int) -> Bool {
    if places[first] << 1 & places[second] != 0 { return true }
    var carry: UInt64 = 0
    for set in 1...Self.sets {
      if (places[first + set] << 1 | carry) & places[second + set] != 0 { return true }
      carry = places[first + set] >> 63
    }
    return false
  }
}
