import Briefings

/// Puts the mentions of one person, body or place together.
struct EntityMerger {
  private let lexicon: Lexicon
  private let passage: Passage
  private let mentions: [FoundMention]
  /// The names of each mention, folded, word by word, particles and marks left out.
  private var parts: [[[UInt16]]] = []
  private var parent: [Int]

  /// Pairs of mentions that the text gives as names of one.
  private let aliases: [(Int, Int)]

  init(lexicon: Lexicon, passage: Passage, mentions: [FoundMention], aliases: [(Int, Int)] = []) {
    self.aliases = aliases
    self.lexicon = lexicon
    self.passage = passage
    self.mentions = mentions
    parent = Array(mentions.indices)
    parts = mentions.map { Self.parts(of: $0, passage) }
  }

  /// The number of the entity that each mention belongs to; entities are numbered by first mention.
  mutating func groups() -> [Int] {
    mergeEqual()
    mergeParts()
    mergeVariants()
    for (first, second) in aliases { join(first, second) }
    var numbers: [Int: Int] = [:]
    return mentions.indices.map { mention in
      let root = root(of: mention)
      if let number = numbers[root] { return number }
      numbers[root] = numbers.count
      return numbers.count - 1
    }
  }

  // MARK: Union

  private mutating func root(of mention: Int) -> Int {
    var root = mention
    while parent[root] != root { root = parent[root] }
    parent[mention] = root
    return root
  }

  /// Puts two mentions into one entity unless the lexicon knows them as two.
  private mutating func join(_ a: Int, _ b: Int) {
    let (a, b) = (root(of: a), root(of: b))
    guard a != b else { return }
    let (entryA, entryB) = (entry(of: a), entry(of: b))
    if entryA >= 0, entryB >= 0, entryA != entryB { return }
    parent[max(a, b)] = min(a, b)
    if entryA < 0, entryB >= 0 { knownEntry[min(a, b)] = entryB }
  }

  private var knownEntry: [Int: Int32] = [:]

  private func entry(of root: Int) -> Int32 { knownEntry[root] ?? mentions[root].entry }

  // MARK: Rules

  private mutating func mergeEqual() {
    var byEntry: [Int32: Int] = [:]
    var byName: [[UInt16]: Int] = [:]
    for mention in mentions.indices where mentions[mention].source != .surname {
      if mentions[mention].entry >= 0 {
        if let first = byEntry[mentions[mention].entry] {
          join(first, mention)
        } else {
          byEntry[mentions[mention].entry] = mention
        }
        continue
      }
      let key = [UInt16(typeNumber(mention))] + joined(mention)
      if let first = byName[key] { join(first, mention) } else { byName[key] = mention }
    }
  }

  private func typeNumber(_ mention: Int) -> Int {
    switch mentions[mention].type {
    case .person: 1
    case .organization: 2
    case .place: 3
    }
  }

  private func joined(_ mention: Int) -> [UInt16] { Array(parts[mention].joined()) }

  /// Surname to full name, short name of a body to its long one.
  ///
  /// - Complexity: O(*m* + *d*²) in the mentions and the different names among them.
  private mutating func mergeParts() {
    var fullNames: [[UInt16]: [Int]] = [:]
    var firstNames: [[UInt16]: Set<Int>] = [:]
    var bodies: [Int] = []
    var known: Set<[UInt16]> = []
    for mention in mentions.indices {
      if mentions[mention].type == .person {
        guard parts[mention].count > 1, let first = parts[mention].first, let last = parts[mention].last else {
          continue
        }
        fullNames[last, default: []].append(mention)
        firstNames[first, default: []].insert(root(of: mention))
      } else if known.insert([UInt16(typeNumber(mention))] + joined(mention)).inserted {
        bodies.append(mention)
      }
    }
    for mention in mentions.indices where mentions[mention].type == .person {
      mergePerson(mention, fullNames, firstNames)
    }
    for mention in bodies { mergeContained(mention, among: bodies) }
  }

  private mutating func mergePerson(_ mention: Int, _ fullNames: [[UInt16]: [Int]], _ firstNames: [[UInt16]: Set<Int>])
  {
    let short = parts[mention]
    guard let last = short.last else { return }
    let others = fullNames[last] ?? []
    // A name that stands before is meant rather than one that comes later; the nearest of them.
    let border = others.partitioningIndex { $0 >= mention }
    let before = others[..<border].suffix(Self.reach).last { isShort(short, of: $0) }
    if let other = before ?? others[border...].prefix(Self.reach).first(where: { isShort(short, of: $0) }) {
      join(other, mention)
    } else if short.count == 1, mentions[mention].entry < 0, let roots = firstNames[last], roots.count == 1,
      let other = roots.first
    {
      // «الأمير فيصل» after فيصل بن فرحان, where only one person has that first name.
      join(other, mention)
    }
  }

  /// How many full names of one family are looked at on each side.
  private static let reach = 40

  private func isShort(_ short: [[UInt16]], of other: Int) -> Bool {
    parts[other].count > short.count && isShortOf(short, parts[other])
  }

  /// Whether a shorter name may stand for a longer one: the same last part, and no part that the longer lacks.
  private func isShortOf(_ short: [[UInt16]], _ long: [[UInt16]]) -> Bool {
    guard let last = short.last, last == long.last else { return false }
    var at = 0
    for part in short {
      while at < long.count, long[at] != part { at += 1 }
      if at == long.count { return false }
      at += 1
    }
    return true
  }

  private mutating func mergeContained(_ mention: Int, among bodies: [Int]) {
    let short = parts[mention]
    guard !short.isEmpty else { return }
    for other in bodies
    where other != mention && mentions[other].type == mentions[mention].type && parts[other].count > short.count {
      let long = parts[other]
      let isPlace = mentions[mention].type == .place
      if isPlace {
        // محطة سينداي and سينداي, but not كوريا and كوريا الشمالية.
        guard long.suffix(short.count) == short[...], long.count == short.count + 1, mentions[other].entry < 0 else {
          continue
        }
      } else {
        guard contains(long, short) else { continue }
      }
      join(other, mention)
    }
  }

  private func contains(_ long: [[UInt16]], _ short: [[UInt16]]) -> Bool {
    guard short.count < long.count, let head = long.first else { return false }
    // The head alone is no name of the whole (مجلس), the rest without a head of this kind is (داعش).
    if long.starts(with: short) { return short.count >= 2 || short[0].starts(with: [Letter.alef, Letter.lam]) }
    return short.count == long.count - 1 && long.dropFirst().elementsEqual(short) && !Self.closedHeads.contains(head)
  }

  /// Heads that make another body of what follows (سفارة، جامعة).
  private static let closedHeads: Set<[UInt16]> = Set(
    foldedWords(
      "سفارة قنصلية جامعة محاكم محكمة بلدية أمانة مكتب فرع مقر لجنة بعثة وفد السفارة القنصلية وزارة حكومة رئاسة إدارة"))

  /// Spellings of one foreign name (بيونغ يانغ، بيونج يانج).
  private mutating func mergeVariants() {
    var bySkeleton: [[UInt16]: Int] = [:]
    for mention in mentions.indices where mentions[mention].type != .organization {
      let skeleton = NameSkeleton.skeleton(of: joined(mention))
      guard skeleton.count >= 3 else { continue }
      let key = [UInt16(typeNumber(mention))] + skeleton
      guard let first = bySkeleton[key] else {
        bySkeleton[key] = mention
        continue
      }
      if joined(first).count > 4, isNear(joined(first), joined(mention)) { join(first, mention) }
    }
  }

  private func isNear(_ a: [UInt16], _ b: [UInt16]) -> Bool { abs(a.count - b.count) <= 2 }

  // MARK: Names

  private static func parts(of mention: FoundMention, _ passage: Passage) -> [[UInt16]] {
    var parts: [[UInt16]] = []
    for token in mention.first..<mention.end
    where passage.tokens[token].role == .word || passage.tokens[token].role == .number {
      var letters = Array(passage.letters(of: token))
      if token == mention.first, mention.skip > 0 {
        let isArticle =
          mention.skip >= 2 && mention.skip < letters.count && letters[Int(mention.skip) - 1] == Letter.lam
          && letters[Int(mention.skip) - 2] == Letter.lam
        letters = Array(letters.dropFirst(Int(mention.skip)))
        if isArticle { letters = [Letter.alef, Letter.lam] + letters }
      }
      // عبد الله and عبدالله are one name.
      if let last = parts.last, last == [0x639, 0x628, 0x62F] || last == [0x627, 0x628, 0x648] {
        parts[parts.count - 1] = last + letters
      } else {
        parts.append(letters)
      }
    }
    return parts
  }
}

extension Array {
  /// The first index whose element fulfils a predicate that no earlier one does and all later ones do.
  ///
  /// - Complexity: O(log *n*).
  fileprivate func partitioningIndex(where belongs: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if belongs(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
