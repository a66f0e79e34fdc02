import ArabicText
import Briefings

/// What two statements in two languages have in common: words of one meaning, names by their consonants, numbers.
struct TranslatedOverlap {
  /// The words that mean the same, as they stand in the contents.
  private(set) var pairs: [RelationReason.WordPair] = []
  /// The numbers of both, as the first content writes them.
  private(set) var numbers: [String] = []
  /// How many words the shorter statement has, those that say nothing left aside.
  private(set) var smaller = 0

  /// How much they share.
  var count: Int { pairs.count + numbers.count }
  /// The share of the shorter one.
  var containment: Double { smaller > 0 ? min(1, Double(count) / Double(smaller)) : 0 }

  init(_ own: TranslatedContent, _ other: TranslatedContent) {
    smaller = min(own.size, other.size)
    for (row, word) in own.meanings.sorted(by: { $0.key < $1.key }) {
      if let there = other.meanings[row] { pairs.append(RelationReason.WordPair(word, there)) }
    }
    for (skeleton, word) in own.names.sorted(by: { $0.value < $1.value }) {
      if let there = other.names[skeleton] { pairs.append(RelationReason.WordPair(word, there)) }
    }
    for (value, text) in own.numbers.sorted(by: { $0.key < $1.key }) where other.numbers[value] != nil {
      numbers.append(text)
    }
  }
}

/// A content as what can be found again in another language.
struct TranslatedContent {
  /// Rows of `TopicWords` with the word that stands for each.
  private(set) var meanings: [Int: String] = [:]
  /// The consonants of words that no row knows, three at least.
  private(set) var names: [[UInt8]: String] = [:]
  /// Values from two on, years left aside.
  private(set) var numbers: [Double: String] = [:]
  /// How many words and numbers there are.
  private(set) var size = 0

  init(_ content: String, _ topics: TopicWords) {
    let words = tokens(in: content).map { ContentWord($0, in: content) }
    var index = 0
    while index < words.count {
      if let number = NumberPhrase(words, at: index), number.value >= 2 {
        let span = TextSpan(words[index].token.range.lowerBound..<words[number.end - 1].token.range.upperBound)
        // A year stands for no amount, and scales alone are words.
        if !(1_900...2_100 ~= number.value) {
          numbers[number.value] = content.text(at: span) ?? ""
          size += 1
        }
        index = number.end
        continue
      }
      add(words[index], content, topics)
      index += 1
    }
  }

  private mutating func add(_ word: ContentWord, _ content: String, _ topics: TopicWords) {
    guard word.token.kind == .word, word.roles.isDisjoint(with: [.small, .negation]),
      !Self.silent.contains(word.token.folded)
    else { return }
    size += 1
    let text = content.text(at: TextSpan(word.token.range)) ?? ""
    let stem = statementStem(word.token.folded)
    // Hebrew particles, and those Arabic ones that stayed on their word, are one letter.
    let bare = String(stem.unicodeScalars.dropFirst())
    let known = topics.meaning(of: word.stem) ?? topics.meaning(of: word.key)
    if let row = known ?? (Self.mayBegin(stem) ? topics.meaning(of: StemKey(bare)) : nil) {
      if meanings[row] == nil { meanings[row] = text }
      return
    }
    let skeleton = NameConsonants(stem).letters
    if skeleton.count >= 3, names[skeleton] == nil { names[skeleton] = text }
  }

  private static func mayBegin(_ stem: String) -> Bool {
    let letters = stem.unicodeScalars.prefix(4).map(\.value)
    guard letters.count == 4 else { return false }
    return [0x5D1, 0x5D4, 0x5D5, 0x5DC, 0x5DE, 0x5E9, 0x5DB, 0x628, 0x644, 0x641, 0x648, 0x633].contains(letters[0])
  }

  /// Words of English, Persian and Hebrew that say nothing by themselves.
  static let silent: Set<String> = Set(
    """
    the a an and or but of to for in on at by with from into over under as that this these those it its he his her their \
    they we our i is are was were be been being has have had will would shall should may might can could do does did not \
    no there such same any some more most than also just only very up out about after before when which who what \
    در از به با که را این آن است بود شود می هم نیز برای تا بر یا اگر هر هیچ ما او خود آنها های ها یک \
    את של על עם כי זה זו הוא היא הם לא כל גם או אם יש אין היה יהיה כמו אל מן
    """.split(separator: " ").map { folded(String($0)) })
}

extension PairJudge {
  /// How two statements of one speaker in two languages stand to each other; `nil` where it is one language, or not one speaker.
  mutating func translatedRelation() -> RelatedStatement? {
    guard context.isTranslated(other, by: speaker), let name = longerSpeaker else { return nil }
    let shared = TranslatedOverlap(context.translated, TranslatedContent(other.statement.content, context.topics))
    var reasons: [RelationReason] = []
    if !shared.pairs.isEmpty { reasons.append(.sameMeaning(Array(shared.pairs.prefix(4)))) }
    if !shared.numbers.isEmpty { reasons.append(.sharedNumbers(shared.numbers)) }
    reasons.append(.sameSpeaker(name))
    let time = seconds.map { RelationReason.daysLater(Int((Double($0) / Double(Self.day)).rounded())) }
    func made(_ relation: Relation, _ score: Double, _ reasons: [RelationReason]) -> RelatedStatement {
      RelatedStatement(record: other, relation: relation, score: min(1, score), reasons: reasons)
    }
    if own.withholds != there.withholds, (own.withholds ? there : own).hasGround, mayWithhold, days <= 60 {
      return made(.changes, 0.5, [.unconfirmed(own.withholds ? .asked : .related)] + reasons)
    }
    let isMost =
      shared.count >= 3 && shared.containment >= 0.4 || shared.count >= 2 && shared.containment >= 0.55
      || !shared.numbers.isEmpty && shared.count >= 2 && shared.containment >= 0.3
    // What is demanded is not what is then told.
    let isDemand = record.statement.cueClass == .demand
    if isMost, days <= 120, isDemand == (other.statement.cueClass == .demand) {
      return made(.repeats, shared.containment, reasons + [time].compactMap { $0 })
    }
    if shared.count >= 2, shared.containment >= 0.2 { return made(.sameTopic, shared.containment, reasons) }
    return made(.sameSpeaker, 0.1 + shared.containment / 2, [.sameSpeaker(name)])
  }
}
