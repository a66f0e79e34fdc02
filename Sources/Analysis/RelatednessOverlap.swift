import Briefings

/// How much two signatures have in common, rare stems counting more.
///
/// A stem's weight lies between 0 (in every statement) and 1 (in no other), so that the limits below hold in small and
/// large archives alike.
struct Overlap {
  /// A stem of one statement and the stem of the other that it meets.
  struct Match {
    let first: StemKey
    let second: StemKey
    let weight: Double
  }

  /// The stems that meet, in the order of the first.
  let matches: [Match]
  /// The weight of what is shared.
  let mass: Double
  /// The weight of the shared stems over that of all.
  let jaccard: Double
  /// The share of the first statement's weight that the second has, too.
  let ofFirst: Double
  /// The share of the second statement's weight that the first has, too.
  let ofSecond: Double
  private let smaller: Int

  /// Another form of the same word counts this much of it.
  private static let formShare = 0.8
  /// Another word for the same thing counts this much.
  private static let synonymShare = 0.6

  /// Compares the stems of two statements, given with their keys in the same order.
  ///
  /// - Parameters:
  ///   - own: The keys of the first.
  ///   - weight: How rare a stem is.
  init(
    _ a: [String], own: Set<StemKey>, _ b: [String], _ keys: [StemKey], weight: (StemKey) -> Double
  ) {
    var matches: [Match] = []
    var met: Set<StemKey> = []
    var other = 0.0
    var rest: [OpenStem] = []
    for (stem, key) in zip(b, keys) {
      let weight = weight(key)
      other += weight
      if own.contains(key) {
        met.insert(key)
        matches.append(Match(first: key, second: key, weight: weight))
      } else {
        rest.append(OpenStem(stem, key, weight))
      }
    }
    var first = 0.0
    var open: [OpenStem] = []
    for stem in a {
      let key = StemKey(stem)
      let weight = weight(key)
      first += weight
      if !met.contains(key) { open.append(OpenStem(stem, key, weight)) }
    }
    if !open.isEmpty, !rest.isEmpty { matches += Self.forms(open, rest) }
    let mass = matches.reduce(0) { $0 + $1.weight }
    let union = first + other - mass
    self.matches = matches
    self.mass = mass
    jaccard = union > 0 ? mass / union : 0
    ofFirst = first > 0 ? min(1, mass / first) : 0
    ofSecond = other > 0 ? min(1, mass / other) : 0
    smaller = min(a.count, b.count)
  }

  /// A stem that has not met its like.
  private struct OpenStem {
    let stem: String
    let key: StemKey
    let weight: Double
    let root: UInt64?
    let group: Int?

    init(_ stem: String, _ key: StemKey, _ weight: Double) {
      (self.stem, self.key, self.weight) = (stem, key, weight)
      root = rootKey(stem)
      group = RelatednessSynonyms.group(of: key)
    }
  }

  /// Pairs of stems that are forms of one word, or words for one thing; each stem is used once.
  private static func forms(_ open: [OpenStem], _ rest: [OpenStem]) -> [Match] {
    var rest = rest
    var found: [Match] = []
    for one in open {
      var share = formShare
      var index = rest.firstIndex { one.root != nil && $0.root == one.root || isNameOfAdjective(one.stem, $0.stem) }
      if index == nil, let group = one.group {
        index = rest.firstIndex { $0.group == group }
        share = synonymShare
      }
      guard let index else { continue }
      found.append(Match(first: one.key, second: rest[index].key, weight: share * min(one.weight, rest[index].weight)))
      rest.remove(at: index)
    }
    return found
  }

  /// How many stems meet.
  var count: Int { matches.count }

  /// The share of the shorter statement's weight that the other has, too.
  var containment: Double { max(ofFirst, ofSecond) }

  /// How many stems meet as the same stem.
  var exactCount: Int { matches.reduce(0) { $0 + ($1.first == $1.second ? 1 : 0) } }

  /// The same again, perhaps cut or reworded.
  var isRepetition: Bool {
    exactCount >= 2 && count >= 3 && (jaccard >= 0.5 || containment >= 0.8 && smaller >= 4)
  }

  /// About the same thing.
  var isTopical: Bool {
    isRepetition || count >= 3 && containment >= 0.25 && mass >= 1.2 || count >= 2 && containment >= 0.4 && mass >= 1.15
  }
}
