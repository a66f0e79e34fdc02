/// What a reporting word does with the content that it introduces.
///
/// The classes of the cue list (`data/lexicon/cues.tsv`).
public enum CueClass: String, Hashable, Sendable, CaseIterable {
  case say = "SAY"
  case continuation = "CONT"
  case announce = "ANN"
  case affirm = "ASSERT"
  case commit = "COMMIT"
  case warn = "WARN"
  case opine = "OPINE"
  case claim = "CLAIM"
  case ask = "ASK"
  case reply = "REPLY"
  case deny = "DENY"
  case reject = "REJECT"
  case accuse = "ACCUSE"
  case criticize = "CRIT"
  case express = "EXPR"
  case demand = "DIRECT"
  case agree = "AGREE"
  case relay = "RELAY"
  case evidential = "EVID"
}

/// Somebody is reported to have said something: who, by which word, what, and where that stands.
public struct Statement: Hashable, Sendable {
  /// Whether the content is given as the speaker's own words.
  public enum Kind: String, Hashable, Sendable {
    /// Quoted.
    case direct
    /// Reported.
    case indirect
  }

  /// Whether the speaker stands by the content or denies it.
  public enum Polarity: String, Hashable, Sendable {
    /// Stands by it.
    case affirm
    /// Denies or rejects it; the content is what is denied.
    case deny
  }

  /// The noun phrase of the source as it stands in the sentence, or `nil` when it is left out ("وأضاف أن").
  public var speaker: String?

  /// Where `speaker` stands.
  public var speakerPlace: Place?

  /// The canonical name of the entity that speaks, named or implied, where there is one.
  public var speakerEntity: String?

  /// The reporting word as it stands in the text.
  public var cue: String

  /// Where `cue` stands.
  public var cuePlace: Place?

  /// What the reporting word does.
  public var cueClass: CueClass

  /// Whom the words are meant for or are about, as it stands in the sentence: who is accused, warned, called upon,
  /// condemned, praised or told; `nil` where the sentence names nobody.
  public var target: String?

  /// Where `target` stands.
  public var targetPlace: Place?

  /// The canonical name of the entity that `target` is, where it is one.
  public var targetEntity: String?

  /// What is said, as it stands in the text.
  public var content: String

  /// Exactly the bytes of `content`.
  public var place: Place

  /// Quoted or reported.
  public var kind: Kind

  /// Affirmed or denied.
  public var polarity: Polarity

  /// How sure the rules are, 0 to 1.
  public var confidence: Double

  /// Whether the rules are so unsure that a reader may want to leave it out: below one half.
  public var isDoubtful: Bool { confidence < 0.5 }

  /// Who found it.
  public var origin: Origin

  /// Creates a statement.
  public init(
    speaker: String?, speakerPlace: Place? = nil, speakerEntity: String?, cue: String, cuePlace: Place? = nil,
    cueClass: CueClass, target: String? = nil, targetPlace: Place? = nil, targetEntity: String? = nil,
    content: String, place: Place, kind: Kind, polarity: Polarity, confidence: Double = 1, origin: Origin = .analyzed
  ) {
    self.speaker = speaker
    self.speakerPlace = speakerPlace
    self.speakerEntity = speakerEntity
    self.cue = cue
    self.cuePlace = cuePlace
    self.cueClass = cueClass
    self.target = target
    self.targetPlace = targetPlace
    self.targetEntity = targetEntity
    self.content = content
    self.place = place
    self.kind = kind
    self.polarity = polarity
    self.confidence = confidence
    self.origin = origin
  }
}
