import ArabicText
import Briefings
import Measuring
import SampleArchive
import Search

/// What is asked of an archive, by kind.
struct Questions {
  /// One kind of question.
  struct Kind {
    let name: String
    let order: SearchOrder
    let queries: [(query: Query, filter: BriefingFilter)]
    /// The words, and how they belong together, for the other engines; `nil` where they do not take part.
    let words: [[String]]?
    let joining: Joining
    /// At most so many milliseconds at the 95th percentile.
    let goal: Double
  }

  enum Joining: Int32 {
    case all = 0
    case any = 1
    case sideBySide = 2
  }

  /// Words of the articles and in which share of the paragraphs' articles they stand.
  private let shares: [(word: String, share: Double)]
  private let sample: [(title: String, text: String)]
  private var random = Random(seed: 99)
  private static let count = 25

  /// Takes a sample of the articles.
  init(_ sample: [(title: String, text: String)]) {
    self.sample = sample
    var counts: [String: Int] = [:]
    for article in sample {
      for word in Set(Self.words(article.text)) { counts[word, default: 0] += 1 }
    }
    shares = counts.map { ($0.key, Double($0.value) / Double(sample.count)) }.filter { $0.share > 0.0005 }
      .sorted { ($0.share, $0.word) > ($1.share, $1.word) }
  }

  private static func words(_ text: String) -> [String] {
    tokens(in: text).filter { $0.kind == .word && $0.script == .arabic && $0.folded.utf8.count >= 6 }.map(\.folded)
  }

  private func words(between low: Double, _ high: Double) -> [String] {
    shares.filter { low...high ~= $0.share }.map(\.word)
  }

  private mutating func picks(_ words: [String]) -> [String] {
    words.isEmpty ? [] : (0..<Self.count).map { _ in random.pick(words) }
  }

  /// All kinds; `entities` are names of entities, the most named first.
  mutating func kinds(entities: [String]) -> [Kind] {
    let rare = picks(ArticleMaker.rareWords)
    let middling = words(between: 0.01, 0.05)
    let frequent = picks(words(between: 0.08, 0.13))
    let stopLike = Array(shares.prefix(8).map(\.word))
    let any = picks(rare + middling + frequent + stopLike)
    var pairs: [[String]] = []
    var phrases: [[String]] = []
    while pairs.count < Self.count || phrases.count < Self.count {
      let words = Self.words(random.pick(sample).text)
      guard words.count > 12 else { continue }
      let chosen = [random.pick(words), random.pick(words)]
      let isSpecific = chosen[0] != chosen[1] && chosen.allSatisfy { middling.contains($0) }
      if isSpecific, pairs.count < Self.count { pairs.append(chosen) }
      let article = random.pick(sample).text
      if phrases.count < Self.count, let phrase = phrase(in: article, among: middling) { phrases.append(phrase) }
    }
    let fives = (0..<Self.count).map { _ in (0..<5).map { _ in random.pick(middling) } }
    let starts = any.map { String(String.UnicodeScalarView($0.unicodeScalars.prefix(3))) }
    let longer = any.map { String(String.UnicodeScalarView($0.unicodeScalars.prefix(5))) }
    let none = BriefingFilter()
    func single(_ words: [String]) -> [(Query, BriefingFilter)] { words.map { (.word($0), none) } }
    let weeks = any.map { word -> (query: Query, filter: BriefingFilter) in
      let day = random.below(3_600)
      return (
        .word(word),
        BriefingFilter(
          since: PublicationDate(ArticleMaker.dayText(day)), until: PublicationDate(ArticleMaker.dayText(day + 6)))
      )
    }
    let named = any.map { word -> (query: Query, filter: BriefingFilter) in
      (.word(word), BriefingFilter(entity: entities.isEmpty ? nil : random.pick(entities)))
    }
    func kind(
      _ name: String, _ order: SearchOrder, _ queries: [(Query, BriefingFilter)], _ words: [[String]]?,
      _ joining: Joining, _ goal: Double
    ) -> Kind {
      Kind(
        name: name, order: order, queries: queries.map { (query: $0.0, filter: $0.1) }, words: words, joining: joining,
        goal: goal)
    }
    return [
      kind("by date: any word", .date, single(any), any.map { [$0] }, .all, 8),
      kind("by date: stop-like word", .date, single(stopLike), stopLike.map { [$0] }, .all, 8),
      kind("by date: word and week", .date, weeks.map { ($0.query, $0.filter) }, nil, .all, 8),
      kind("by date: word and entity", .date, named.map { ($0.query, $0.filter) }, nil, .all, 8),
      kind("as you type: 3 letters", .date, starts.map { (.prefix($0), none) }, nil, .all, 15),
      kind("as you type: 3 letters, relevance", .relevance, starts.map { (.prefix($0), none) }, nil, .all, 15),
      kind("as you type: 5 letters, relevance", .relevance, longer.map { (.prefix($0), none) }, nil, .all, 15),
      kind("relevance: rare word", .relevance, single(rare), rare.map { [$0] }, .all, 30),
      kind(
        "relevance: two words", .relevance, pairs.map { (.and([.word($0[0]), .word($0[1])]), none) }, pairs, .all, 30),
      kind("relevance: phrase", .relevance, phrases.map { (.phrase($0), none) }, phrases, .sideBySide, 30),
      kind("relevance: frequent word", .relevance, single(frequent), frequent.map { [$0] }, .all, 60),
      kind(
        "relevance: one of five words", .relevance, fives.map { (.or($0.map { .word($0) }), none) }, fives, .any, 60),
      kind("relevance: stop-like word", .relevance, single(stopLike), stopLike.map { [$0] }, .all, 60),
    ]
  }

  /// Two words side by side as they are written, one of them telling something.
  private func phrase(in text: String, among middling: [String]) -> [String]? {
    let bytes = Array(text.utf8)
    let all = tokens(in: text).filter { $0.kind == .word }
    for (first, second) in zip(all, all.dropFirst()).dropFirst(5) where middling.contains(first.folded) {
      guard second.script == .arabic, second.folded.utf8.count >= 6,
        second.range.lowerBound == first.range.upperBound + 1
      else { continue }
      return [first, second].map { String(decoding: bytes[$0.range], as: UTF8.self) }
    }
    return nil
  }
}
