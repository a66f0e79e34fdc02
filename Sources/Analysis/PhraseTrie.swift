/// Phrases of one or more words, each with what the lexicon says of it.
///
/// - Shape: one hash table of edges (node and word to node), and a chain of meanings at each node that ends a phrase.
struct PhraseTrie: Sendable {
  /// What a phrase is.
  enum Kind: UInt8, Sendable {
    case name, title, organizationHead, cue, block
  }

  /// One meaning of a phrase.
  struct Meaning: Sendable {
    /// What the phrase is.
    let kind: Kind
    /// The number of the entry, in the array of its kind.
    let entry: Int32
    /// The languages it is a phrase of.
    let languages: Languages
    fileprivate let next: Int32
  }

  private var keys: [UInt64] = Array(repeating: 0, count: 1024)
  private var children: [Int32] = Array(repeating: 0, count: 1024)
  private var first: [Int32] = [-1]
  private var meanings: [Meaning] = []
  private var edgeCount = 0

  /// The node from which every phrase starts.
  static let root: Int32 = 0

  /// The node that `word` leads to, or `nil`.
  func child(of node: Int32, _ word: Int32) -> Int32? {
    let key = Self.key(node, word)
    var slot = Self.slot(key, keys.count)
    while keys[slot] != 0 {
      if keys[slot] == key { return children[slot] }
      slot = (slot + 1) & (keys.count - 1)
    }
    return nil
  }

  /// Whether a phrase ends at a node.
  func endsPhrase(_ node: Int32) -> Bool { first[Int(node)] >= 0 }

  /// Calls `body` with every meaning of the phrase that ends at a node, in any of some languages.
  func forEachMeaning(at node: Int32, in languages: Languages, _ body: (Meaning) -> Void) {
    var index = first[Int(node)]
    while index >= 0 {
      if !meanings[Int(index)].languages.isDisjoint(with: languages) { body(meanings[Int(index)]) }
      index = meanings[Int(index)].next
    }
  }

  /// The first meaning of a kind at a node in any of some languages, or `nil`.
  func meaning(at node: Int32, _ kind: Kind, in languages: Languages) -> Meaning? {
    var index = first[Int(node)]
    while index >= 0 {
      let meaning = meanings[Int(index)]
      if meaning.kind == kind, !meaning.languages.isDisjoint(with: languages) { return meaning }
      index = meanings[Int(index)].next
    }
    return nil
  }

  /// Adds a phrase of at least one word.
  mutating func insert(_ words: [Int32], _ kind: Kind, entry: Int32, languages: Languages) {
    var node = Self.root
    for word in words {
      if let next = child(of: node, word) {
        node = next
      } else {
        let next = Int32(first.count)
        first.append(-1)
        addEdge(Self.key(node, word), next)
        node = next
      }
    }
    meanings.append(Meaning(kind: kind, entry: entry, languages: languages, next: first[Int(node)]))
    first[Int(node)] = Int32(meanings.count - 1)
  }

  private mutating func addEdge(_ key: UInt64, _ child: Int32) {
    edgeCount += 1
    if edgeCount * 2 > keys.count {
      let old = zip(keys, children).filter { $0.0 != 0 }
      keys = Array(repeating: 0, count: keys.count * 2)
      children = Array(repeating: 0, count: keys.count)
      for (key, child) in old { place(key, child) }
    }
    place(key, child)
  }

  private mutating func place(_ key: UInt64, _ child: Int32) {
    var slot = Self.slot(key, keys.count)
    while keys[slot] != 0 { slot = (slot + 1) & (keys.count - 1) }
    keys[slot] = key
    children[slot] = child
  }

  // The word is counted from 1, so that no key is 0.
  private static func key(_ node: Int32, _ word: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: node)) << 32 | UInt64(UInt32(bitPattern: word + 1))
  }

  private static func slot(_ key: UInt64, _ count: Int) -> Int {
    let mixed = key &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed >> 32) & (count - 1)
  }
}

/// Languages of the lexicon's forms: Arabic and Persian share letters but not words.
struct Languages: OptionSet, Sendable {
  let rawValue: UInt8
  static let arabic = Languages(rawValue: 1)
  static let persian = Languages(rawValue: 2)
  static let hebrew = Languages(rawValue: 4)
  static let english = Languages(rawValue: 8)
  static let urdu = Languages(rawValue: 16)

  /// The language of a tag (`ar`, `fa` …); every language for one that is not known.
  init(tag: String) {
    switch tag {
    case "ar": self = .arabic
    case "fa": self = .persian
    case "he": self = .hebrew
    case "en": self = .english
    case "ur": self = .urdu
    default: self = [.arabic, .persian, .hebrew, .english, .urdu]
    }
  }

  /// The languages whose forms count in a text of the language of a tag.
  init(ofText tag: String) {
    switch tag {
    case "fa": self = [.persian, .hebrew, .english]
    case "ur": self = [.urdu, .persian, .hebrew, .english]
    default: self = [.arabic, .hebrew, .english]
    }
  }

  init(rawValue: UInt8) { self.rawValue = rawValue }
}
