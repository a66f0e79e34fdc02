import Briefings

/// One name of the lexicon: what it names.
struct NameEntry: Sendable {
  /// What it names.
  let type: EntityType
  /// The English name; empty when there is none.
  let english: String
  /// ISO 3166 alpha-2, lower or upper case as in the file; empty when there is none.
  let country: String
  /// `m`, `f` or empty.
  let gender: String
  /// The file's own kind (`capital`, `ministry` …); empty for persons.
  let kind: String
}

/// One form of a reporting word.
struct CueEntry: Sendable {
  /// How the word is inflected.
  enum Form: UInt8, Sendable {
    case finite, passive, participle, noun, preposition, adverb, conjunction, infinitive
  }

  let cueClass: CueClass
  let form: Form
  /// `m`, `f` or 0 as an ASCII letter.
  let gender: UInt8
  /// `s`, `d`, `p` or 0 as an ASCII letter.
  let number: UInt8
  /// Whether the form carries its object (أبلغهم).
  let hasObject: Bool
  /// Whether the participle is accusative, as one that continues a sentence is (مضيفا).
  let isAccusative: Bool
  let complements: Complements
  /// `A`, `B` or `C` as an ASCII letter.
  let weight: UInt8
  /// `ar`, `fa`, `he`, `en`, `ur`.
  let language: String
  let lemma: String
  /// The seat of the hamza that the form begins with.
  var seat: PassageToken.Shape = []
  /// Whether the form ends in a hamza on alef (هنأ).
  var endsInHamza = false
}

/// What may introduce the content of a reporting word.
struct Complements: OptionSet, Sendable {
  let rawValue: UInt32
  /// أن، إن
  static let that = Complements(rawValue: 1 << 0)
  /// بأن
  static let byThat = Complements(rawValue: 1 << 1)
  static let colon = Complements(rawValue: 1 << 2)
  static let quote = Complements(rawValue: 1 << 3)
  /// A bare noun phrase.
  static let noun = Complements(rawValue: 1 << 4)
  /// An addressee stands before the content.
  static let addressee = Complements(rawValue: 1 << 5)
  static let about = Complements(rawValue: 1 << 6)  // عن
  static let on = Complements(rawValue: 1 << 7)  // على
  static let to = Complements(rawValue: 1 << 8)  // إلى
  static let from = Complements(rawValue: 1 << 9)  // من
  static let with = Complements(rawValue: 1 << 10)  // ب
  static let forWhom = Complements(rawValue: 1 << 11)  // ل
  static let inside = Complements(rawValue: 1 << 12)  // في
  /// قائلا
  static let saying = Complements(rawValue: 1 << 13)
  /// A question word.
  static let question = Complements(rawValue: 1 << 14)
  /// مسؤولية
  static let blame = Complements(rawValue: 1 << 15)
  /// Another reporting word follows (حسبما ذكر).
  static let cue = Complements(rawValue: 1 << 16)
  /// The object stands before بأنه or ب and is a part of the content (وصف المحادثات بأنها).
  static let objectFirst = Complements(rawValue: 1 << 18)
  /// Some preposition of another language.
  static let other = Complements(rawValue: 1 << 17)

  /// The prepositions.
  static let prepositions: Complements = [.about, .on, .to, .from, .with, .forWhom, .inside]

  /// Reads the column `complements` of the cue list.
  init(column: String) {
    var all: Complements = []
    for alternative in column.split(separator: "|") {
      for part in alternative.split(separator: " ") {
        switch part {
        case "@": all.insert(.addressee)
        case "أن", "إن", "that", "که", "ש", "کہ": all.insert(.that)
        case "بأن": all.insert(.byThat)
        case ":": all.insert(.colon)
        case "\"": all.insert(.quote)
        case "NP": all.insert(.noun)
        case "عن", "عما": all.insert(.about)
        case "على": all.insert(.on)
        case "إلى": all.insert(.to)
        case "من": all.insert(.from)
        case "ب": all.insert(.with)
        case "ل", "لأن": all.insert(.forWhom)
        case "في": all.insert(.inside)
        case "قائلا", "بالقول", "يقول": all.insert(.saying)
        case "هل", "لماذا", "كيف", "ما": all.insert(.question)
        case "مسؤولية", "المسؤولية", "المسئولية", "مسئولية": all.insert(.blame)
        case "CUE": all.insert(.cue)
        default: all.insert(.other)
        }
      }
    }
    self = all
  }

  init(rawValue: UInt32) { self.rawValue = rawValue }
}

extension CueEntry {
  /// Reads the column `features` of the cue list (`past.3fs`, `part.ms.acc`, `noun`).
  init(
    lemma: String, cueClass: CueClass, features: String, complements: Complements, weight: UInt8, language: String
  ) {
    let parts = features.split(separator: ".")
    var form = Form.finite
    switch parts.first ?? "" {
    case "part": form = .participle
    case "noun": form = .noun
    case "prep": form = .preposition
    case "adv": form = .adverb
    case "conj": form = .conjunction
    case "inf": form = .infinitive
    default: form = .finite
    }
    var (gender, number): (UInt8, UInt8) = (0, 0)
    for part in parts.dropFirst() {
      for byte in part.utf8 where part.utf8.count <= 3 && part != "acc" && part != "obj" {
        if byte == UInt8(ascii: "m") || byte == UInt8(ascii: "f") { gender = byte }
        if byte == UInt8(ascii: "s") || byte == UInt8(ascii: "p") || byte == UInt8(ascii: "d") { number = byte }
      }
    }
    if parts.contains("pass") { form = form == .finite ? .passive : form }
    self.init(
      cueClass: cueClass, form: form, gender: gender, number: number, hasObject: parts.contains("obj"),
      isAccusative: parts.contains("acc"), complements: complements, weight: weight, language: language, lemma: lemma)
  }
}
