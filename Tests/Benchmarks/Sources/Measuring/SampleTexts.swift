/// Makes texts of any length from the project's sample briefings, always the same ones.
public struct SampleTexts {
  private var arabic: [String]
  /// Without their brackets, for mixtures: they would be cut from their partners, and ICU's time grows with the number
  /// of open brackets.
  private let arabicPlain: [[Substring]]
  private let hebrewPlain: [[Substring]]
  /// How long the texts are to be, about.
  public let bytes: Int

  /// - Parameter bytes: How long the texts are to be, about.
  public init(bytes: Int) {
    self.bytes = bytes
    var byLanguage: [String: [String]] = [:]
    for path in files(in: projectFolder + "/data/briefings", ending: ".md") {
      guard let contents = contents(ofFile: path) else { continue }
      let lines = String(decoding: contents, as: UTF8.self).split(separator: "\n").map(String.init)
      guard let end = lines.dropFirst().firstIndex(of: "---") else { continue }
      let language = lines[..<end].first { $0.hasPrefix("language: ") }?.dropFirst("language: ".count) ?? ""
      byLanguage[String(language), default: []] += lines[(end + 1)...]
    }
    arabic = byLanguage["ar"] ?? []
    arabicPlain = arabic.map(Self.plainWords)
    hebrewPlain = (byLanguage["he"] ?? []).map(Self.plainWords)
    precondition(!arabic.isEmpty && !hebrewPlain.isEmpty, "no briefings in \(projectFolder)/data/briefings")
  }

  /// Takes the paragraphs of Arabic news from a text instead, a paragraph a line.
  public mutating func useArabic(_ text: String) {
    let paragraphs = text.split(separator: "\n").map(String.init)
    if !paragraphs.isEmpty { arabic = paragraphs }
  }

  /// Paragraphs of Arabic news in a random order.
  public func arabicNews() -> SampleText {
    SampleText("Arabic news", joined(seed: 1, separator: "\n") { $0.pick(arabic) })
  }

  /// The same as one paragraph.
  public func arabicParagraph() -> SampleText {
    SampleText("one Arabic paragraph", joined(seed: 1, separator: " ") { $0.pick(arabic) })
  }

  /// English in ASCII.
  public func ascii() -> SampleText {
    SampleText("ASCII", joined(seed: 2, separator: "\n") { english(sentences: 2 + $0.below(5), &$0) })
  }

  /// ASCII as one paragraph.
  public func asciiParagraph() -> SampleText {
    SampleText("one ASCII paragraph", joined(seed: 2, separator: " ") { english(sentences: 2 + $0.below(5), &$0) })
  }

  /// Arabic, Hebrew, English, numbers, brackets, a few emoji and ideographs, changing every few words.
  public func mixed() -> SampleText {
    SampleText("mixed", joined(seed: 3, separator: "\n") { mixture(pieces: 6 + $0.below(20), &$0) })
  }

  /// The same as one paragraph.
  public func mixedParagraph() -> SampleText {
    SampleText("one mixed paragraph", joined(seed: 3, separator: " ") { mixture(pieces: 6 + $0.below(20), &$0) })
  }

  /// An article of so many Arabic words, by paragraphs.
  public func arabicArticle(words: Int) -> [String] {
    var random = Random(seed: 4)
    var paragraphs: [String] = []
    var left = words
    while left > 0 {
      let found = random.pick(arabic).split(separator: " ").prefix(left)
      left -= found.count
      paragraphs.append(found.joined(separator: " "))
    }
    return paragraphs
  }

  private func joined(seed: UInt64, separator: Unicode.Scalar, _ next: (inout Random) -> String) -> [UInt8] {
    var random = Random(seed: seed)
    var result: [UInt8] = []
    result.reserveCapacity(bytes + 4096)
    while result.count < bytes {
      result += Array(next(&random).utf8)
      result.append(UInt8(truncatingIfNeeded: separator.value))
    }
    return result
  }

  private static let words = """
    the of and to in that for with on was said by from after minister talks would agreement between government their \
    have been two states officials not it at his which were over under statement security council border ministry \
    region meeting foreign sources according president sanctions forces report about since before during against \
    troops oil output barrels energy grain exports port corridor inspectors enrichment percent members week month \
    delegation denied confirmed added told reporters spokesman negotiations ceasefire roadmap prisoners exchange \
    summit communique deterrence satellite launch allies partners position earlier later no new first last million
    """.split(separator: " ").map(String.init)

  private func english(sentences: Int, _ random: inout Random) -> String {
    var text: [String] = []
    for _ in 0..<sentences {
      var sentence: [String] = []
      for place in 0..<6 + random.below(18) {
        var word = random.below(25) == 0 ? String(random.below(3000)) : random.pick(Self.words)
        if place == 0 { word = word.prefix(1).uppercased() + word.dropFirst() }
        if random.below(12) == 0 { word += "," }
        if random.below(40) == 0 { word = "(" + word + ")" }
        sentence.append(word)
      }
      text.append(sentence.joined(separator: " ") + ".")
    }
    return text.joined(separator: " ")
  }

  private func mixture(pieces: Int, _ random: inout Random) -> String {
    var words: [String] = []
    for _ in 0..<pieces {
      var piece: [String]
      switch random.below(10) {
      case 0...3: piece = Self.some(random.pick(arabicPlain), 1 + random.below(6), &random)
      case 4...7: piece = (0..<1 + random.below(6)).map { _ in random.pick(Self.words) }
      case 8: piece = Self.some(random.pick(hebrewPlain), 1 + random.below(4), &random)
      default:
        piece = [
          "\(random.below(100)).\(random.below(10))%", "\(1 + random.below(28))/\(1 + random.below(12))/2023",
          "$\(random.below(900))", random.pick(["\u{1F600}", "\u{1F6A2}", "\u{5317}\u{4EAC}", "\u{6771}\u{4EAC}"]),
        ]
      }
      switch random.below(8) {
      case 0:
        piece[0] = "(" + piece[0]
        piece[piece.count - 1] += ")"
      case 1: piece[piece.count - 1] += random.pick([",", ".", ":", "\u{60C}"])
      default: break
      }
      words += piece
    }
    return words.joined(separator: " ")
  }

  private static func plainWords(_ text: String) -> [Substring] {
    var plain = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where !"()[]{}".unicodeScalars.contains(scalar) { plain.append(scalar) }
    return String(plain).split(separator: " ")
  }

  /// Some words that follow each other.
  private static func some(_ words: [Substring], _ count: Int, _ random: inout Random) -> [String] {
    guard words.count > count else { return words.isEmpty ? ["-"] : words.map(String.init) }
    let start = random.below(words.count - count)
    return words[start..<start + count].map(String.init)
  }
}
