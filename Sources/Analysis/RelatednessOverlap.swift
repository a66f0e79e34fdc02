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
    /// Whether they are forms of one word, not two words for one thing.
    let isOneWord: Bool
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
  /// How many stems the shorter statement has.
  let smaller: Int

  /// Another form of the same word counts this much of it.
  private static let formShare = 0.8
  /// Another word for the same thing counts this much.
  private static let synonymShare = 0.6

  /// Compares the stems of two statements.
  ///
  /// - Parameters:
  ///   - own: Those of the first.
  ///   - b: Those of the second, and `keys` their keys in the same order.
  ///   - needsWord: Whether other forms and other words are looked for only where a word is shared, too.
  ///   - weight: How rare a stem is.
  init(
    _ own: WeighedStems, _ b: [String], _ keys: [StemKey], needsWord: Bool, _ topics: TopicWords,
    weight: (StemKey) -> Double
  ) {
    var matches: [Match] = []
    var met: Set<StemKey> = []
    var other = 0.0
    for key in keys {
      let weight = weight(key)
      other += weight
      guard own.keys.contains(key) else { continue }
      met.insert(key)
      matches.append(Match(first: key, second: key, weight: weight, isOneWord: true))
    }
    if !needsWord || !matches.isEmpty, met.count < min(own.stems.count, keys.count) {
      let open = own.stems.filter { !met.contains($0.key) }
      let rest = zip(b, keys).compactMap { met.contains($1) ? nil : WeighedStem($0, $1, weight($1), topics) }
      matches += Self.forms(open, rest)
    }
    let mass = matches.reduce(0) { $0 + $1.weight }
    let union = own.weight + other - mass
    self.matches = matches
    self.mass = mass
    jaccard = union > 0 ? mass / union : 0
    ofFirst = own.weight > 0 ? min(1, mass / own.weight) : 0
    ofSecond = other > 0 ? min(1, mass / other) : 0
    smaller = min(own.stems.count, keys.count)
  }

  /// Pairs of stems that are forms of one word, or words for one thing; each stem is used once.
  private static func forms(_ open: [WeighedStem], _ rest: [WeighedStem]) -> [Match] {
    var rest = rest
    var found: [Match] = []
    for one in open {
      var share = formShare
      var index = rest.firstIndex {
        one.root != nil && $0.root == one.root || one.lead == $0.lead && isNameOfAdjective(one.stem, $0.stem)
          || one.bare == $0.key || $0.bare == one.key
      }
      if index == nil, let group = one.group {
        index = rest.firstIndex { $0.group == group }
        share = synonymShare
      }
      guard let index else { continue }
      let weight = share * min(one.weight, rest[index].weight)
      found.append(
        Match(first: one.key, second: rest[index].key, weight: weight, isOneWord: share == formShare))
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

/// A stem with all that it is met by.
struct WeighedStem {
  let stem: String
  let key: StemKey
  let weight: Double
  let root: UInt64?
  let group: Int?
  /// The first three letters of two bytes.
  let lead: UInt64
  /// The stem without a letter before it that may be a particle (رفض of برفض، يمدد of سيمدد); else the stem itself.
  let bare: StemKey

  init(_ stem: String, _ key: StemKey, _ weight: Double, _ topics: TopicWords) {
    (self.stem, self.key, self.weight) = (stem, key, weight)
    root = rootKey(stem)
    group = topics.group(of: key)
    lead = stem.utf8.prefix(6).reduce(0) { $0 << 8 | UInt64($1) }
    let letters = stem.unicodeScalars.prefix(2).map(\.value)
    // A particle, or the future: سيمدد.
    let mayBegin =
      letters.count == 2
      && ([0x628, 0x641, 0x643, 0x644, 0x648].contains(letters[0])
        || letters[0] == 0x633 && [0x64A, 0x62A, 0x646].contains(letters[1]))
    let mayBeParticle = stem.utf8.count >= 8 && mayBegin
    bare = mayBeParticle ? StemKey(String(stem.unicodeScalars.dropFirst())) : key
  }
}

/// The stems of one statement, weighed once for many comparisons.
struct WeighedStems {
  let stems: [WeighedStem]
  let keys: Set<StemKey>
  let weight: Double

  init(_ signature: StatementSignature, _ topics: TopicWords, weight: (StemKey) -> Double) {
    stems = signature.stems.map {
      let key = StemKey($0)
      return WeighedStem($0, key, weight(key), topics)
    }
    keys = Set(stems.map(\.key))
    self.weight = stems.reduce(0) { $0 + $1.weight }
  }
}
