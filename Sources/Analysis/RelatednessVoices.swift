import ArabicText
import Briefings

/// Who speaks, folded once for many comparisons; bytes, because folded names need no canonical comparison.
struct SpeakerName {
  /// The entity, else the words, unless these could be anybody; `nil` where nobody is known.
  let name: [UInt8]?
  /// The words of the source with title and office.
  private let phrase: [UInt8]
  private let joined: [UInt8]

  init(_ statement: Statement) {
    phrase = statement.speaker.map { Array(folded($0).utf8) } ?? []
    if let entity = statement.speakerEntity {
      name = Array(folded(entity).utf8)
    } else {
      name = phrase.contains(Self.blank) ? phrase : nil
    }
    joined = (name ?? []).filter { $0 != Self.blank }
  }

  /// A name alone.
  init(_ name: String) {
    let bytes = Array(folded(name).utf8)
    (self.name, phrase) = (bytes, [])
    joined = bytes.filter { $0 != Self.blank }
  }

  /// The same name, written together or apart, or the end of a fuller one (بن سلمان, محمد بن سلمان).
  func isOne(with other: SpeakerName) -> Bool {
    guard let own = name, let there = other.name, !own.isEmpty, !there.isEmpty else { return false }
    if own == there { return true }
    let (short, long) = own.count < there.count ? (self, other) : (other, self)
    guard let less = short.name, let more = long.name else { return false }
    // The end of a fuller name has its last letter, the beginning its first.
    if less.suffix(2) == more.suffix(2) {
      if more.count > less.count, more.suffix(less.count + 1) == [Self.blank] + less { return true }
      // «أمير عبد اللهيان» and «حسين أمير عبداللهيان»
      return short.joined == long.joined
        || less.contains(Self.blank) && long.joined.suffix(short.joined.count) == short.joined[...]
    }
    // «الوفد المفاوض» and «الوفد المفاوض للحوثيين»
    return less.contains(Self.blank) && more.count > less.count && more.prefix(less.count + 1) == less + [Self.blank]
  }

  /// «المتحدث باسم الكرملين دميتري بيسكوف» speaks for الكرملين.
  func speaks(for body: SpeakerName) -> Bool {
    guard let wanted = body.name, wanted.count >= 8, phrase.count > wanted.count + 8,
      Self.offices.contains(where: { Self.holds(phrase, $0) })
    else { return false }
    return Self.holds([Self.blank] + phrase + [Self.blank], [Self.blank] + wanted + [Self.blank])
  }

  /// The one country that the title or name names (وزير الخارجية المصري), as a class of words.
  func country(in topics: TopicWords) -> Int? {
    var found: Set<Int> = []
    for words in [name ?? [], phrase] {
      for word in words.split(separator: Self.blank) {
        if let group = topics.country(of: statementStem(String(decoding: word, as: UTF8.self))) {
          found.insert(group)
        }
      }
    }
    return found.count == 1 ? found.first : nil
  }

  /// Whether it is the same name as another language spells it, by its consonants; or of bodies and countries the same country's
  /// name or adjectives (ممثل لكوريا الشمالية، North Korea).
  func isTranslated(as other: SpeakerName, in topics: TopicWords) -> Bool {
    guard name != nil, other.name != nil else { return false }
    if let country = country(in: topics), country == other.country(in: topics) {
      return [self, other].contains { $0.name?.split(separator: Self.blank).count ?? 0 <= 2 }
    }
    return skeleton.isOne(with: other.skeleton)
  }

  /// The name by its consonants.
  var skeleton: NameConsonants { NameConsonants(String(decoding: name ?? [], as: UTF8.self)) }

  /// Whether it may be a person's name: of two words, and not begun by a word for a body. Countries are told apart by
  /// `country(in:)`.
  var isPersonal: Bool {
    guard let name, name.contains(Self.blank) else { return false }
    let bare = name.starts(with: Self.article) ? name.dropFirst(Self.article.count) : name[...]
    return !Self.bodies.contains { bare.starts(with: $0) }
  }

  private static func holds(_ text: [UInt8], _ part: [UInt8]) -> Bool {
    guard let first = part.first, text.count >= part.count else { return false }
    for start in 0...(text.count - part.count) where text[start] == first {
      if text[start..<(start + part.count)].elementsEqual(part) { return true }
    }
    return false
  }

  /// The stems of the words of the name.
  var stems: Set<StemKey> {
    Set((name ?? []).split(separator: Self.blank).map { StemKey(statementStem(String(decoding: $0, as: UTF8.self))) })
  }

  /// The stem of the last word of the name: a surname.
  var lastStem: StemKey? {
    name?.split(separator: Self.blank).last.map { StemKey(statementStem(String(decoding: $0, as: UTF8.self))) }
  }

  private static let article = Array("ال".utf8)
  private static let blank = UInt8(ascii: " ")
  private static let bodies = [
    "وزار", "شرك", "حزب", "قوات", "تنظيم", "قياد", "منظم", "مملك", "حرك", "جماع", "حكوم", "مجلس", "هيء", "امان",
    "اتحاد", "بنك", "جيش", "مكتب", "مصدر", "جهاز", "لجن", "موسس", "مءسس", "ادار", "كتل", "جبه", "صحيف", "قنا",
    "وكال", "امم", "جامع", "بلدي", "نادي", "مديري", "محكم", "مستشف", "شبك", "منتخب", "بعث", "ديوان", "نياب",
    "رابط", "مسح", "جمعي", "غرف", "مركز", "كلي", "معهد", "صندوق", "سفار", "قطاع", "فريق", "شرط", "دفاع", "بيت",
  ].map { Array($0.utf8) }
  private static let offices = ["متحدث", "ناطق", "مسءول", "وزير", "رءيس", "spokes", "minister"].map { Array($0.utf8) }
}

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

  init(_ first: SpeakerName, _ second: SpeakerName) {
    if first.name == nil || second.name == nil {
      self = .unknown
    } else if first.isOne(with: second) {
      self = .same
    } else if first.speaks(for: second) || second.speaks(for: first) {
      self = .oneSide
    } else {
      self = .different
    }
  }

  /// Whether there are two speakers, as far as one can know.
  var areTwo: Bool { self == .different }

  /// Whether one and the same side speaks.
  var areOne: Bool { self == .same || self == .oneSide }
}
