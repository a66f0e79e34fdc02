import Briefings
import Glibc
import Store

/// Articles with four statements each, made of words that are as common as in news: a few everywhere, most seldom.
///
/// The same numbers give the same articles. A third of the statements are retellings of one of the last three hundred,
/// with three of ten words changed; speakers are as uneven as words.
struct SyntheticNews {
  static let statementsPerArticle = 4
  private static let words = 120_000
  private static let speakers = 20_000

  /// The number of the next article.
  var article = 0
  var random = Random(state: 1)
  private var recent: [[Int]] = []

  static func id(_ number: Int) -> BriefingID { BriefingID("synthetic-\(number)") }
  static func speaker(_ number: Int) -> String { "متحدث \(word(number)) \(word(number * 7 + 3))" }

  mutating func next() -> AnalyzedBriefing {
    defer { article += 1 }
    // A fresh start for each article, so that filling an archive can go on later.
    random = Random(state: UInt64(article) &* 0x9E37_79B9_7F4A_7C15 &+ 1)
    var text = ""
    var statements: [Statement] = []
    var signatures: [StatementSignature] = []
    for _ in 0..<Self.statementsPerArticle {
      let numbers = content()
      let stems = numbers.map { Self.word($0) }
      let content = stems.joined(separator: " ")
      let speaker = Self.speaker(random.rank(Self.speakers))
      text += "قال " + speaker + " إن "
      let start = text.utf8.count
      text += content
      let place = Place(.text, TextSpan(start..<text.utf8.count))
      text += ". "
      statements.append(
        Statement(
          speaker: speaker, speakerEntity: speaker, cue: "قال", cueClass: .say, content: content, place: place,
          kind: .indirect, polarity: random.below(20) == 0 ? .deny : .affirm))
      signatures.append(StatementSignature(stems: stems))
    }
    let title = content().prefix(6).map { Self.word($0) }.joined(separator: " ")
    let briefing = Briefing(
      id: Self.id(article), title: title, text: text, date: PublicationDate(day), source: "source \(article % 14)",
      language: "ar")
    return AnalyzedBriefing(
      briefing, Findings(version: 1, language: "ar", entities: [], statements: statements, signatures: signatures))
  }

  /// Six hundred articles a day.
  private var day: String {
    let number = article / 600
    let (month, year) = (number / 28 % 12 + 1, 1990 + number / 336)
    let parts = [month, number % 28 + 1].map { $0 < 10 ? "0\($0)" : "\($0)" }
    return "\(year)-\(parts[0])-\(parts[1])"
  }

  private mutating func content() -> [Int] {
    var numbers: [Int] = []
    if recent.count > 100, random.below(3) == 0 {
      numbers = recent[random.below(recent.count)]
      for index in numbers.indices where random.below(10) < 3 { numbers[index] = random.rank(Self.words) }
    } else {
      let count = 6 + random.below(18)
      for _ in 0..<count { numbers.append(random.rank(Self.words)) }
    }
    if recent.count < 300 { recent.append(numbers) } else { recent[random.below(300)] = numbers }
    return numbers
  }

  /// Four or five letters, another for each number.
  static func word(_ number: Int) -> String {
    var rest = UInt64(number) &* 2_654_435_761 % 537_824
    var word = ""
    for _ in 0..<5 {
      word.unicodeScalars.append(letters[Int(rest % 14)])
      rest /= 14
    }
    return word
  }

  private static let letters = Array("بجدرزسشصطعقكمح".unicodeScalars)
}

/// A generator of the kind xorshift*.
struct Random {
  var state: UInt64

  mutating func next() -> UInt64 {
    state ^= state >> 12
    state ^= state << 25
    state ^= state >> 27
    return state &* 0x2545_F491_4F6C_DD1D
  }

  mutating func below(_ count: Int) -> Int { count < 1 ? 0 : Int(next() >> 33) % count }

  /// Ranks as words have them: the *n*-th about 1/*n* as often as the first.
  mutating func rank(_ count: Int) -> Int {
    let share = Double(next() >> 11) / Double(UInt64(1) << 53)
    return min(count - 1, Int(pow(Double(count + 1), share)) - 1)
  }
}
