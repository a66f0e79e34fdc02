import Briefings

/// Learns the model of names from text whose words carry tags.
///
/// An averaged structured perceptron (Collins 2002): decode, and where the tags are wrong, add the features of the right
/// ones and take away those of the wrong ones.
public struct NameModelTrainer: Sendable {
  /// One article of tagged words.
  public struct Document: Sendable {
    /// Its text, words separated by blanks, sentences by line breaks.
    public var text = ""
    /// Its names.
    public var names: [Name] = []
  }

  /// A name in a document.
  public struct Name: Hashable, Sendable {
    /// What it names.
    public var type: EntityType
    /// Where it stands, in UTF-8 bytes of the text.
    public var bytes: Range<Int>

    /// Creates a name.
    public init(type: EntityType, bytes: Range<Int>) {
      self.type = type
      self.bytes = bytes
    }
  }

  /// A stretch of words with their features and tags.
  private struct Stretch {
    var rows: [UInt32]
    var tags: [UInt8]
  }

  private let lexicon: Lexicon
  private var weights: [SIMD8<Float>]
  private var totals: [SIMD8<Float>]
  private var transitions: [SIMD8<Float>]
  private var transitionTotals: [SIMD8<Float>]
  private var time: Float = 1

  /// Creates a trainer.
  /// - Parameter lexicon: What the features know of words; the model works best with the same one.
  public init(lexicon: Lexicon) {
    self.lexicon = lexicon
    let zero = SIMD8<Float>(repeating: 0)
    weights = Array(repeating: zero, count: NameModel.rowCount)
    totals = weights
    transitions = Array(repeating: zero, count: 8)
    transitionTotals = transitions
  }

  /// Documents of a file with a word and its tag on each line and an empty line after each sentence (ANERcorp's format).
  ///
  /// - Parameter sentences: How many sentences make a document.
  public static func documents(ofLines contents: String, sentences: Int = 12) -> [Document] {
    var documents: [Document] = []
    var document = Document()
    var count = 0
    for line in contents.split(separator: "\n", omittingEmptySubsequences: false) {
      let parts = line.split(separator: " ")
      guard parts.count == 2 else {
        if !document.text.isEmpty, document.text.utf8.last != UInt8(ascii: "\n") {
          document.text += "\n"
          count += 1
        }
        if count >= sentences {
          documents.append(document)
          document = Document()
          count = 0
        }
        continue
      }
      let start = document.text.utf8.count
      document.text += parts[0]
      let end = document.text.utf8.count
      document.text += " "
      let type: EntityType? = ["PERS": .person, "ORG": .organization, "LOC": .place][String(parts[1].dropFirst(2))]
      guard let type else { continue }
      if parts[1].hasPrefix("I-"), let last = document.names.last, last.type == type, last.bytes.upperBound == start - 1
      {
        document.names[document.names.count - 1].bytes = last.bytes.lowerBound..<end
      } else {
        document.names.append(Name(type: type, bytes: start..<end))
      }
    }
    if !document.text.isEmpty { documents.append(document) }
    return documents
  }

  /// Learns from documents, several times over.
  public mutating func learn(_ documents: [Document], rounds: Int = 8) {
    var stretches = documents.flatMap(stretches)
    var random = SystemlessRandom(state: 42)
    for _ in 0..<rounds {
      stretches.shuffle(using: &random)
      for stretch in stretches { learn(stretch) }
    }
  }

  private func stretches(_ document: Document) -> [Stretch] {
    let finder = finder(document)
    let features = NameFeatures(finder)
    return finder.stretches.map { range in
      var tags = Array(repeating: UInt8(0), count: range.count)
      for token in range {
        let found = finder.passage.tokens[token]
        guard let name = document.names.first(where: { $0.bytes.contains(Int(found.start)) }), found.role == .word
        else {
          continue
        }
        let isFirst =
          token == range.lowerBound || Int(finder.passage.tokens[token - 1].start) < name.bytes.lowerBound
          || tags[token - range.lowerBound - 1] == 0
        tags[token - range.lowerBound] = UInt8(NameModel.tag(name.type, isFirst: isFirst))
      }
      return Stretch(rows: features.rows(of: range), tags: tags)
    }
  }

  private mutating func learn(_ stretch: Stretch) {
    let guess = bestTags(stretch)
    time += 1
    guard guess != stretch.tags else { return }
    var (before, guessBefore) = (0, 0)
    for word in guess.indices {
      let (right, wrong) = (Int(stretch.tags[word]), Int(guess[word]))
      if right != wrong {
        for row in stretch.rows[word * NameFeatures.count..<(word + 1) * NameFeatures.count] {
          weights[Int(row)][right] += 1
          weights[Int(row)][wrong] -= 1
          totals[Int(row)][right] += time
          totals[Int(row)][wrong] -= time
        }
      }
      transitions[before][right] += 1
      transitions[guessBefore][wrong] -= 1
      transitionTotals[before][right] += time
      transitionTotals[guessBefore][wrong] -= time
      (before, guessBefore) = (right, wrong)
    }
  }

  private func bestTags(_ stretch: Stretch) -> [UInt8] {
    let never: Float = -1e9
    let count = stretch.tags.count
    var scores = Array(repeating: SIMD8<Float>(repeating: never), count: count)
    var back = Array(repeating: SIMD8<UInt8>(repeating: 0), count: count)
    for word in 0..<count {
      var emission = SIMD8<Float>(repeating: 0)
      for row in stretch.rows[word * NameFeatures.count..<(word + 1) * NameFeatures.count] {
        emission += weights[Int(row)]
      }
      for tag in 0..<NameModel.tagCount {
        if word == 0 {
          if NameModel.mayFollow(0, tag) { scores[0][tag] = emission[tag] + transitions[0][tag] }
          continue
        }
        var best = (score: never, tag: 0)
        for before in 0..<NameModel.tagCount where NameModel.mayFollow(before, tag) {
          let score = scores[word - 1][before] + transitions[before][tag]
          if score > best.score { best = (score, before) }
        }
        scores[word][tag] = best.score + emission[tag]
        back[word][tag] = UInt8(best.tag)
      }
    }
    var tags = Array(repeating: UInt8(0), count: count)
    var tag = 0
    for other in 1..<NameModel.tagCount where count > 0 && scores[count - 1][other] > scores[count - 1][tag] {
      tag = other
    }
    for word in stride(from: count - 1, through: 0, by: -1) {
      tags[word] = UInt8(tag)
      tag = Int(back[word][tag])
    }
    return tags
  }

  /// The model with averaged weights, in 8 bits.
  func model(margins: [Int32] = [0, 0, 0]) -> NameModel {
    var averages = weights
    var largest: [Float] = []
    for row in averages.indices {
      averages[row] -= totals[row] / time
      for tag in 0..<NameModel.tagCount where averages[row][tag] != 0 { largest.append(abs(averages[row][tag])) }
    }
    largest.sort()
    // A few weights beyond the 8 bits are cut.
    let bound = largest.isEmpty ? 1 : largest[largest.count * 999 / 1000]
    let scale = 127 / bound
    var rows = Array(repeating: SIMD8<Int8>(repeating: 0), count: averages.count)
    for row in averages.indices {
      for tag in 0..<NameModel.tagCount {
        rows[row][tag] = Int8(max(-127, min(127, (averages[row][tag] * scale).rounded())))
      }
    }
    var steps = Array(repeating: Int32(0), count: 64)
    for before in 0..<NameModel.tagCount {
      let row = transitions[before] - transitionTotals[before] / time
      for after in 0..<NameModel.tagCount { steps[before * 8 + after] = Int32((row[after] * scale).rounded()) }
    }
    return NameModel(weights: rows, transitions: steps, margins: margins)
  }

  /// The model as a file; see `NameModelFile`.
  ///
  /// - Parameter about: Where the text is from and its licence, a line each.
  public func file(margins: [Int32], about: [String]) -> [UInt8] {
    NameModelFile.bytes(of: model(margins: margins), attribution: about)
  }

  /// The names that the model so far proposes for a document, without any rule's consent.
  public func proposals(for document: Document) -> [Name] {
    let model = model()
    let finder = finder(document)
    let features = NameFeatures(finder)
    return finder.stretches.flatMap { range in
      model.proposals(rows: features.rows(of: range), count: range.count).map { found in
        let (first, last) = (found.first + range.lowerBound, found.end - 1 + range.lowerBound)
        let bytes = Int(finder.passage.tokens[first].start)..<Int(finder.passage.tokens[last].end)
        return Name(type: found.type, bytes: bytes)
      }
    }
  }

  private func finder(_ document: Document) -> EntityFinder {
    let briefing = Briefing(id: BriefingID(""), title: "", text: document.text)
    var finder = EntityFinder(lexicon: lexicon, passage: Passage(briefing, words: lexicon.words))
    finder.findByRules()
    return finder
  }
}

/// Numbers that look random and are the same every time (SplitMix64).
private struct SystemlessRandom: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
