import ArabicText
import Briefings

extension ThreadComparison {
  /// Compares two contents word by word, whatever their order.
  ///
  /// Forms of one word are the same word, numbers are compared by value in digits and words, a negation by what it
  /// negates; particles are left unmarked.
  /// - Parameter topics: Which words stand for one thing.
  /// - Complexity: O(*n* · *m*) in the words of both, a comparison of numbers each.
  public init(_ first: String, _ second: String, topics: TopicWords = .none) {
    let (a, b) = (ComparedContent(first, topics), ComparedContent(second, topics))
    self.init(first: a.marks(against: b), second: b.marks(against: a))
  }

  /// Compares what two statements say; the marks count from the beginning of each content.
  public init(_ first: StatementRecord, _ second: StatementRecord, topics: TopicWords = .none) {
    self.init(first.statement.content, second.statement.content, topics: topics)
  }
}

/// A content as words that can be met by another's.
private struct ComparedContent {
  private struct Word {
    let range: Range<Int>
    let stem: WeighedStem
    let key: StemKey
    var kind = Kind.word
    /// The value of a number that begins here, and the tokens behind it.
    var value = 0.0

    enum Kind {
      case word, particle, negation, number
      /// A further word of a number.
      case more
    }

    func isSame(as other: Word) -> Bool {
      key == other.key || stem.key == other.stem.key || stem.root != nil && stem.root == other.stem.root
        || stem.bare == other.stem.key || other.stem.bare == stem.key
        || stem.lead == other.stem.lead && isNameOfAdjective(stem.stem, other.stem.stem)
    }
  }

  private var words: [Word] = []

  init(_ content: String, _ topics: TopicWords) {
    let read = tokens(in: content).filter { $0.kind != .punctuation }.map { ContentWord($0, in: content) }
    words = read.map { word in
      let stem = word.token.kind == .word ? statementStem(word.token.folded) : word.token.folded
      var made = Word(range: word.token.range, stem: WeighedStem(stem, word.stem, 1, topics), key: word.key)
      if word.roles.contains(.negation) {
        made.kind = .negation
      } else if word.roles.contains(.small) || word.token.folded.utf8.count <= 2 && word.token.kind == .word {
        made.kind = .particle
      }
      return made
    }
    var index = 0
    while index < read.count {
      if let number = NumberPhrase(read, at: index) {
        words[index].kind = .number
        words[index].value = number.value
        for more in (index + 1)..<max(index + 1, number.end) { words[more].kind = .more }
        index = number.end
        continue
      }
      if let value = NumberPhrase.ordinals[read[index].key] {
        (words[index].kind, words[index].value) = (.number, value)
      }
      index += 1
    }
  }

  func marks(against other: ComparedContent) -> [ThreadComparison.Mark] {
    var kinds: [ThreadComparison.Kind?] = []
    for (index, word) in words.enumerated() {
      switch word.kind {
      case .particle: kinds.append(nil)
      case .more: kinds.append(kinds[index - 1])
      case .number:
        let isThere = other.words.contains { $0.kind == .number && abs($0.value - word.value) <= 0.001 * word.value }
        kinds.append(isThere ? nil : .number)
      case .negation: kinds.append(isNegatedAlike(index, in: other) ? nil : .negation)
      case .word:
        if other.words.contains(where: { word.isSame(as: $0) }) {
          kinds.append(nil)
        } else if let group = word.stem.group, other.words.contains(where: { $0.stem.group == group }) {
          kinds.append(.reworded)
        } else {
          kinds.append(.words)
        }
      }
    }
    return joined(kinds)
  }

  /// Whether the other negates the same, or, where it has nothing of the kind, negates something else that is not here.
  private func isNegatedAlike(_ index: Int, in other: ComparedContent) -> Bool {
    let own = negated(by: index)
    let negations = other.words.indices.filter { other.words[$0].kind == .negation }
    let theirs = negations.map { other.negated(by: $0) }
    if theirs.contains(where: { $0.contains { there in own.contains { meets($0, there) } } }) { return true }
    if let first = own.first, other.words.contains(where: { $0.kind == .word && meets(first, $0) }) { return false }
    return theirs.contains { scope in
      guard let first = scope.first else { return true }
      return !words.contains { $0.kind == .word && meets($0, first) }
    }
  }

  /// The words that a negation mostly reaches: the next two.
  private func negated(by index: Int) -> [Word] {
    let rest = words.dropFirst(index + 1).prefix { $0.kind != .negation }
    return Array(rest.filter { $0.kind == .word }.prefix(2))
  }

  private func meets(_ a: Word, _ b: Word) -> Bool {
    a.isSame(as: b) || a.stem.group != nil && a.stem.group == b.stem.group
  }

  /// Marks of one kind that at most a particle parts are one.
  private func joined(_ kinds: [ThreadComparison.Kind?]) -> [ThreadComparison.Mark] {
    var marks: [ThreadComparison.Mark] = []
    var last = -3
    for (index, kind) in kinds.enumerated() {
      guard let kind else { continue }
      let adjoins = last == index - 1 || last == index - 2 && words[index - 1].kind == .particle
      if adjoins, let open = marks.last, open.kind == kind {
        marks[marks.count - 1].span = TextSpan(open.span.start..<words[index].range.upperBound)
      } else {
        marks.append(ThreadComparison.Mark(TextSpan(words[index].range), kind))
      }
      last = index
    }
    return marks
  }
}
