import ArabicText
import Briefings

/// The names of the fields of the query language, and the values that some of them know.
enum QueryFieldNames {
  /// A field as the parser treats it.
  enum Field: Hashable {
    case title
    case date
    case cue
    case state
    case asked(QueryField)
  }

  /// The English names, as an error suggests them.
  static let english = ["title", "date", "source", "entity", "speaker", "tag", "lang", "cue"]

  /// The field with a name, which must be folded.
  static func field(_ name: String) -> Field? { names[name] }

  /// What `cue:` asks: something that a reporting word does, by its name, or else the word itself.
  static func cue(_ value: String) -> CueQuestion { cues[folded(value)] ?? .word(value) }

  /// What `is:` asks.
  static func state(_ value: String) -> Query? { states[folded(value)] }

  // All keys are folded: final letters ه and ي, no hamza on alef.
  private static let names: [String: Field] = [
    "title": .title, "date": .date, "cue": .cue, "is": .state, "source": .asked(.source), "entity": .asked(.entity),
    "speaker": .asked(.speaker), "tag": .asked(.tag), "lang": .asked(.language), "language": .asked(.language),
    // Arabic
    "عنوان": .title, "تاريخ": .date, "فعل": .cue, "حاله": .state, "مصدر": .asked(.source), "كيان": .asked(.entity),
    "متحدث": .asked(.speaker), "وسم": .asked(.tag), "لغه": .asked(.language),
    // Persian; title and date are the Arabic words
    "منبع": .asked(.source), "نهاد": .asked(.entity), "گوينده": .asked(.speaker), "برچسب": .asked(.tag),
    "زبان": .asked(.language), "وضعيت": .state,
    // Hebrew
    "כותרת": .title, "תאריך": .date, "פועל": .cue, "מצב": .state, "מקור": .asked(.source), "ישות": .asked(.entity),
    "דובר": .asked(.speaker), "תג": .asked(.tag), "שפה": .asked(.language),
  ]

  private static let cues: [String: CueQuestion] = [
    "deny": .polarity(.deny), "denies": .polarity(.deny), "denied": .polarity(.deny), "نفي": .polarity(.deny),
    "affirm": .classes([.affirm]), "assert": .classes([.affirm]), "تاكيد": .classes([.affirm]),
    "say": .classes([.say, .continuation]), "قول": .classes([.say, .continuation]),
    "announce": .classes([.announce]), "اعلان": .classes([.announce]),
    "commit": .classes([.commit]), "تعهد": .classes([.commit]),
    "warn": .classes([.warn]), "تحذير": .classes([.warn]),
    "opine": .classes([.opine]), "راي": .classes([.opine]),
    "claim": .classes([.claim]), "زعم": .classes([.claim]), "ادعاء": .classes([.claim]),
    "ask": .classes([.ask]), "سوال": .classes([.ask]), "سءال": .classes([.ask]),
    "reply": .classes([.reply]), "رد": .classes([.reply]),
    "reject": .classes([.reject]), "رفض": .classes([.reject]),
    "accuse": .classes([.accuse]), "اتهام": .classes([.accuse]),
    "criticize": .classes([.criticize]), "criticise": .classes([.criticize]), "انتقاد": .classes([.criticize]),
    "express": .classes([.express]),
    "demand": .classes([.demand]), "مطالبه": .classes([.demand]), "دعوه": .classes([.demand]),
    "agree": .classes([.agree]), "موافقه": .classes([.agree]),
    "relay": .classes([.relay]), "نقل": .classes([.relay]),
    "evidence": .classes([.evidential]),
  ]

  private static let states: [String: Query] = [
    "unread": .isRead(false), "read": .isRead(true), "direct": .quotation(.direct), "indirect": .quotation(.indirect),
    "quoted": .quotation(.direct), "reported": .quotation(.indirect), "جديد": .isRead(false), "مقروء": .isRead(true),
    "مباشر": .quotation(.direct),
  ]
}
