import Briefings

/// What the model of names sees of each word: its letters, what the lexicon and the rules say of it, its neighbours.
struct NameFeatures {
  /// How many features each word has.
  static let count = 34

  /// What one word shows, before it is combined with its neighbours.
  private struct View {
    var word: UInt32 = 0
    /// The word without a letter that may be a particle.
    var bare: UInt32 = 0
    var prefix: UInt32 = 0
    var shortPrefix: UInt32 = 0
    var suffix: UInt32 = 0
    var shortSuffix: UInt32 = 0
    /// What the lexicon says of it.
    var kind: UInt32 = 0
    /// The tag that the rules gave it.
    var found: UInt32 = 0
    /// Its length and the marks of its spelling.
    var shape: UInt32 = 0
    /// How many words back a noun stands that begins names of bodies.
    var head: UInt32 = 9
  }

  private let finder: EntityFinder

  init(_ finder: EntityFinder) { self.finder = finder }

  /// The rows of the features of `tokens`, `count` to a token.
  func rows(of tokens: Range<Int>) -> [UInt32] {
    var views: [View] = []
    views.reserveCapacity(tokens.count + 4)
    let border = View(word: 1, kind: 1)
    views.append(border)
    views.append(border)
    var head = UInt32(9)
    for token in tokens {
      var view = view(of: token)
      head = finder.organizationHead(at: token) != nil ? 0 : min(head + 1, 9)
      view.head = head
      views.append(view)
    }
    views.append(border)
    views.append(border)
    var rows: [UInt32] = []
    rows.reserveCapacity(tokens.count * Self.count)
    for index in 2..<views.count - 2 { append(&rows, views, index) }
    return rows
  }

  private func append(_ rows: inout [UInt32], _ views: [View], _ at: Int) {
    let (first, before, own) = (views[at - 2], views[at - 1], views[at])
    let (after, last) = (views[at + 1], views[at + 2])
    var template: UInt32 = 0
    func add(_ a: UInt32, _ b: UInt32 = 0, _ c: UInt32 = 0) {
      template &+= 1
      var hash = template &* 0xC2B2_AE3D
      hash = (hash ^ a) &* 0x9E37_79B1
      hash = (hash ^ (hash >> 15) ^ b) &* 0x85EB_CA77
      hash = (hash ^ (hash >> 13) ^ c) &* 0x27D4_EB2F
      hash ^= hash >> 15
      rows.append(hash & UInt32(NameModel.rowCount - 1))
    }
    add(own.word)
    add(own.bare)
    add(before.word)
    add(after.word)
    add(first.word)
    add(last.word)
    add(before.word, own.word)
    add(own.word, after.word)
    add(own.prefix)
    add(own.shortPrefix)
    add(own.suffix)
    add(own.shortSuffix)
    add(before.suffix)
    add(own.shortPrefix, own.shortSuffix)
    add(own.kind)
    add(before.kind)
    add(after.kind)
    add(before.kind, own.kind)
    add(own.kind, after.kind)
    add(before.kind, own.kind, after.kind)
    add(first.kind, before.kind, own.kind)
    add(after.kind, last.kind, own.kind)
    add(own.found, own.shape)
    add(own.found, before.found, after.found)
    add(before.found, own.kind)
    add(after.found, own.kind)
    add(own.shape, own.kind)
    add(own.shape, before.shape)
    add(before.word, own.kind)
    add(after.word, own.kind)
    add(own.head, own.kind)
    add(own.head, own.shape, before.kind)
    add(first.found, before.found, own.shape)
    add(own.shortSuffix, before.kind, after.kind)
  }

  private func view(of token: Int) -> View {
    let passage = finder.passage
    let found = passage.tokens[token]
    guard found.role == .word else {
      let role = UInt32(found.role.rawValue) + 2
      return View(word: role, bare: role, kind: role)
    }
    var view = View()
    let range = Int(found.firstLetter)..<Int(found.firstLetter + found.letterCount)
    view.word = hash(passage.letters, range)
    let isParticle =
      range.count >= 4
      && [Letter.waw, Letter.beh, Letter.lam, Letter.feh, Letter.kaf].contains(passage.letters[range.lowerBound])
    view.bare = isParticle ? hash(passage.letters, range.lowerBound + 1..<range.upperBound) : view.word
    view.prefix = hash(passage.letters, range.lowerBound..<min(range.upperBound, range.lowerBound + 3))
    view.shortPrefix = hash(passage.letters, range.lowerBound..<min(range.upperBound, range.lowerBound + 2))
    view.suffix = hash(passage.letters, max(range.lowerBound, range.upperBound - 3)..<range.upperBound)
    view.shortSuffix = hash(passage.letters, max(range.lowerBound, range.upperBound - 2)..<range.upperBound)
    view.kind = kind(of: token)
    let owner = finder.owner[token]
    if owner >= 0 {
      let mention = finder.mentions[Int(owner)]
      view.found = UInt32(NameModel.tag(mention.type, isFirst: mention.first == token))
    }
    let marks = found.shape.subtracting(.seats).rawValue
    let seat: UInt32 = found.shape.isDisjoint(with: .seats) ? 0 : 1
    let isArticled: UInt32 = finder.isDefinite(token) ? 1 : 0
    let length = UInt32(min(range.count, 9))
    view.shape =
      length | UInt32(marks) << 4 | seat << 12 | isArticled << 13 | UInt32(found.script == .latin ? 1 : 0) << 14
    return view
  }

  /// What the lexicon says of a word, and of what is left of it without particles.
  private func kind(of token: Int) -> UInt32 {
    var own: WordClass = []
    var inner: WordClass = []
    for reading in finder.passage.readings(of: token) {
      if reading.skip == 0 {
        own.formUnion(finder.lexicon.wordClass(reading.word))
      } else {
        inner.formUnion(finder.lexicon.wordClass(reading.word))
      }
    }
    let bits = own.isEmpty ? inner.rawValue ^ 0x5555_0000_0000_0000 : own.rawValue
    let mixed = bits &* 0x9E37_79B9_7F4A_7C15
    return UInt32(truncatingIfNeeded: mixed >> 32) | 16
  }

  private func hash(_ letters: [UInt16], _ range: Range<Int>) -> UInt32 {
    var hash: UInt32 = 0x811C_9DC5
    for index in range { hash = (hash ^ UInt32(letters[index])) &* 0x0100_0193 }
    return hash ^ (hash >> 15)
  }
}
