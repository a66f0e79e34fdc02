import Briefings

/// A linear model of names: how much each feature of a word speaks for each tag, and how tags follow each other.
///
/// It proposes names where neither lexicon nor grammar knows one. `data/README.md` says where its weights come from.
///
/// - Shape: 2¹⁸ rows of seven 8-bit weights, one row for each hash of a feature.
struct NameModel: Sendable {
  /// What a word can be: outside, or the beginning or inside of a name of each type.
  static let tagCount = 7
  /// How many rows there are.
  static let rowCount = 1 << 18

  /// The weights, eight to a row, of which the last is 0.
  var weights: [SIMD8<Int8>]
  /// The weight of one tag after another, `[before * 8 + after]`.
  var transitions: [Int32]
  /// How much better than any other reading a name of each type must be: person, organization, place.
  var margins: [Int32]

  /// One name that the model proposes.
  struct Proposal: Equatable {
    /// The first token, counted from the first of the stretch.
    var first: Int
    /// One past the last token.
    var end: Int
    var type: EntityType
    /// How much worse the best reading is in which one of these words is outside of names.
    var margin: Int32
  }

  /// The type of a tag; `nil` outside.
  static func type(ofTag tag: Int) -> EntityType? { tag == 0 ? nil : [.person, .organization, .place][(tag - 1) / 2] }

  /// The tag of the first or of a later word of a name.
  static func tag(_ type: EntityType, isFirst: Bool) -> Int {
    let number: Int
    switch type {
    case .person: number = 0
    case .organization: number = 1
    case .place: number = 2
    }
    return number * 2 + (isFirst ? 1 : 2)
  }

  /// Whether a tag may follow another: an inner word needs a name of its type before it.
  static func mayFollow(_ before: Int, _ after: Int) -> Bool {
    after == 0 || after % 2 == 1 || before == after || before == after - 1
  }

  private static let never: Int32 = -1 << 24

  /// The names of a stretch of words.
  ///
  /// - Parameter rows: The rows of each word's features, `NameFeatures.count` to a word.
  /// - Complexity: O(*n*) in the words.
  func proposals(rows: [UInt32], count: Int) -> [Proposal] {
    guard count > 0 else { return [] }
    let emissions = emissions(rows, count)
    var forward = Array(repeating: SIMD8<Int32>(repeating: Self.never), count: count)
    for tag in 0..<Self.tagCount where Self.mayFollow(0, tag) {
      forward[0][tag] = emissions[0][tag] &+ transitions[tag]
    }
    for word in 1..<max(count, 1) {
      for tag in 0..<Self.tagCount {
        var best = Self.never
        for before in 0..<Self.tagCount where Self.mayFollow(before, tag) {
          best = max(best, forward[word - 1][before] &+ transitions[before * 8 + tag])
        }
        forward[word][tag] = best &+ emissions[word][tag]
      }
    }
    var backward = Array(repeating: SIMD8<Int32>(repeating: 0), count: count)
    for word in stride(from: count - 2, through: 0, by: -1) {
      for tag in 0..<Self.tagCount {
        var best = Self.never
        for after in 0..<Self.tagCount where Self.mayFollow(tag, after) {
          best = max(best, backward[word + 1][after] &+ emissions[word + 1][after] &+ transitions[tag * 8 + after])
        }
        backward[word][tag] = best
      }
    }
    return Self.names(forward, backward)
  }

  /// Reads names off the best tag of each word, given the best readings before and after it.
  private static func names(_ forward: [SIMD8<Int32>], _ backward: [SIMD8<Int32>]) -> [Proposal] {
    var found: [Proposal] = []
    for word in forward.indices {
      let scores = forward[word] &+ backward[word]
      var tag = 0
      for other in 1..<tagCount where scores[other] > scores[tag] { tag = other }
      guard let type = type(ofTag: tag) else { continue }
      let margin = scores[tag] &- scores[0]
      if tag % 2 == 0, let last = found.last, last.end == word, last.type == type {
        found[found.count - 1].end = word + 1
        found[found.count - 1].margin = min(last.margin, margin)
      } else {
        found.append(Proposal(first: word, end: word + 1, type: type, margin: margin))
      }
    }
    return found
  }

  private func emissions(_ rows: [UInt32], _ count: Int) -> [SIMD8<Int32>] {
    var emissions = Array(repeating: SIMD8<Int32>(repeating: 0), count: count)
    weights.withUnsafeBufferPointer { weights in
      var at = 0
      for word in 0..<count {
        // Forty rows of 8-bit weights fit 16 bits.
        var sum = SIMD8<Int16>(repeating: 0)
        for _ in 0..<NameFeatures.count {
          sum &+= SIMD8<Int16>(truncatingIfNeeded: weights[Int(rows[at])])
          at += 1
        }
        emissions[word] = SIMD8<Int32>(truncatingIfNeeded: sum)
      }
    }
    return emissions
  }
}
