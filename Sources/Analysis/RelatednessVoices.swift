import ArabicText
import Briefings

/// Whether two statements have one speaker.
enum Voices {
  /// The same person or body.
  case same
  /// One speaks for the other: the spokesman of the body that speaks there.
  case oneSide
  /// Two speakers.
  case different
  /// At least one speaker is not known.
  case unknown

  init(_ a: Statement, _ b: Statement) {
    let (first, second) = (Voices.name(of: a), Voices.name(of: b))
    guard let first, let second else {
      self = .unknown
      return
    }
    if Voices.isOne(first, second) {
      self = .same
    } else if Voices.speaks(a, for: second) || Voices.speaks(b, for: first) {
      self = .oneSide
    } else {
      self = .different
    }
  }

  /// Whether there are two speakers, as far as one can know.
  var areTwo: Bool { self == .different }

  /// Whether one and the same side speaks.
  var areOne: Bool { self == .same || self == .oneSide }

  /// The folded name of the speaker: the entity, else the words, unless these could be anybody.
  private static func name(of statement: Statement) -> String? {
    if let entity = statement.speakerEntity { return folded(entity) }
    guard let speaker = statement.speaker.map({ folded($0) }) else { return nil }
    return speaker.contains(" ") ? speaker : nil
  }

  /// The same name, written together or apart, or the end of a fuller one (بن سلمان, محمد بن سلمان).
  static func isOne(_ first: String, _ second: String) -> Bool {
    if first == second { return true }
    let (short, long) = first.utf8.count < second.utf8.count ? (first, second) : (second, first)
    if long.hasSuffix(" " + short) { return true }
    // «الوفد المفاوض» and «الوفد المفاوض للحوثيين»
    if short.contains(" "), long.hasPrefix(short + " ") { return true }
    // «أمير عبد اللهيان» and «حسين أمير عبداللهيان»
    let (plainShort, plainLong) = (joined(short), joined(long))
    return plainShort == plainLong || short.contains(" ") && plainLong.hasSuffix(plainShort)
  }

  /// «المتحدث باسم الكرملين دميتري بيسكوف» speaks for الكرملين.
  private static func speaks(_ statement: Statement, for body: String) -> Bool {
    guard let phrase = statement.speaker.map({ folded($0) }), phrase != body, body.utf8.count >= 8 else { return false }
    return (" " + phrase + " ").contains(" " + body + " ") && office.contains { phrase.contains($0) }
  }

  /// The one country that the speaker's title or name names (وزير الخارجية المصري), as a class of words.
  static func country(of statement: Statement) -> Int? {
    var found: Set<Int> = []
    for phrase in [statement.speakerEntity, statement.speaker].compactMap({ $0 }) {
      for word in folded(phrase).split(separator: " ") {
        if let group = RelatednessSynonyms.country(of: lightStem(String(word))) { found.insert(group) }
      }
    }
    return found.count == 1 ? found.first : nil
  }

  private static func joined(_ name: String) -> String { String(name.unicodeScalars.filter { $0 != " " }) }

  private static let office = ["متحدث", "ناطق", "مسءول", "وزير", "رءيس", "spokes", "minister"]
}
