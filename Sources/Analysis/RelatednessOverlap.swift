import Briefings

/// How much two signatures have in common, rare stems counting more.
///
/// A stem's weight lies between 0 (in every statement) and 1 (in no other), so that the limits below hold in small and
/// large archives alike.
struct Overlap {
  /// A stem of one statement and the stem of the other that it meets.
  struct Match {
    let first: String
    let second: String
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

  init(_ a: StatementSignature, _ b: StatementSignature, weight: (String) -> Double) {
    let second = Set(b.stems)
    var matches: [Match] = []
    var first = 0.0
    var open: [(stem: String, weight: Double)] = []
    for stem in a.stems {
      let own = weight(stem)
      first += own
      if second.contains(stem) {
        matches.append(Match(first: stem, second: stem, weight: own))
      } else {
        open.append((stem, own))
      }
    }
    let met = Set(matches.map(\.second))
    var other = 0.0
    var rest: [(stem: String, weight: Double)] = []
    for stem in b.stems {
      let own = weight(stem)
      other += own
      if !met.contains(stem) { rest.append((stem, own)) }
    }
    if !open.isEmpty, !rest.isEmpty { matches += Self.forms(open, rest) }
    let mass = matches.reduce(0) { $0 + $1.weight }
    let union = first + other - mass
    self.matches = matches
    self.mass = mass
    jaccard = union > 0 ? mass / union : 0
    ofFirst = first > 0 ? min(1, mass / first) : 0
    ofSecond = other > 0 ? min(1, mass / other) : 0
    smaller = min(a.stems.count, b.stems.count)
  }

  /// Pairs of stems that are forms of one word; each stem is used once.
  private static func forms(
    _ open: [(stem: String, weight: Double)], _ rest: [(stem: String, weight: Double)]
  ) -> [Match] {
    var rest = rest.map {
      (stem: $0.stem, weight: $0.weight, root: rootKey($0.stem), group: RelatednessSynonyms.group(of: $0.stem))
    }
    var found: [Match] = []
    for (stem, weight) in open {
      let (root, group) = (rootKey(stem), RelatednessSynonyms.group(of: stem))
      var share = formShare
      var index = rest.firstIndex { root != nil && $0.root == root || isNameOfAdjective(stem, $0.stem) }
      if index == nil, let group {
        index = rest.firstIndex { $0.group == group }
        share = synonymShare
      }
      guard let index else { continue }
      found.append(Match(first: stem, second: rest[index].stem, weight: share * min(weight, rest[index].weight)))
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
