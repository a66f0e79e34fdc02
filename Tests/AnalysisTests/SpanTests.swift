import Briefings
import Testing

@testable import Analysis

/// Whatever stands in an article, analysis ends and its spans hold.
struct SpanTests {
  static let seeds = [
    "وقال وزير الخارجية الأميركي جون كيري: \"الاتفاق جيد\"، مضيفاً أن طهران وافقت. ونفت الوزارة ذلك.",
    "سبق – وكالات: اتهمت روسيا (أوكرانيا) بـ«قصف» المدينة؛ بحسب وكالة \"تاس\".. | مصدر |",
    "The minister said that the UN “will not” leave Kyiv. אמר ראש הממשלה: \"לא\" — وزیر خارجه گفت که تهران",
    "لل لل وال ب ل ك \" \" \" ( ( ) « » ، ، : : أن إن أن إن قال قال قال وقال وقال",
  ]

  static let scraps: [[UInt8]] = [
    [0xFF], [0xD9], [0xE2, 0x80], [0xF0, 0x9F, 0x87, 0xB8], Array("\u{300}".utf8), Array("\u{200D}".utf8),
    Array("\u{600}".utf8), Array("\r\n".utf8), Array("\u{64B}".utf8), Array("\u{1F469}\u{200D}\u{1F467}".utf8),
    Array("\u{FEFB}".utf8), Array("\"".utf8), Array("إن ".utf8), Array("قال ".utf8), Array("\u{202E}".utf8), [0x0A],
    Array("\u{1100}\u{1161}".utf8), Array("\u{915}\u{94D}\u{937}".utf8), [0x00], Array(": ".utf8),
  ]

  @Test func spansHoldOnMutatedText() {
    var random = SplitMix(state: 20_231_113)
    for round in 0..<1_500 {
      var bytes = Array(Self.seeds[round % Self.seeds.count].utf8)
      for _ in 0..<Int(random.next() % 12) {
        let at = Int(random.next() % UInt64(bytes.count + 1))
        switch random.next() % 4 {
        case 0: bytes.insert(contentsOf: Self.scraps[Int(random.next() % UInt64(Self.scraps.count))], at: at)
        case 1 where at < bytes.count: bytes[at] = UInt8(truncatingIfNeeded: random.next())
        case 2 where at < bytes.count: bytes.removeSubrange(at..<min(bytes.count, at + Int(random.next() % 6)))
        default:
          let from = Int(random.next() % UInt64(bytes.count + 1))
          bytes.insert(contentsOf: bytes[from..<min(bytes.count, from + 9)], at: at)
        }
      }
      let cut = Int(random.next() % UInt64(bytes.count + 1))
      check(String(decoding: bytes[..<cut], as: UTF8.self), String(decoding: bytes, as: UTF8.self), round)
    }
  }

  @Test func spansHoldOnRandomBytes() {
    var random = SplitMix(state: 7)
    for round in 0..<400 {
      let bytes = (0..<Int(random.next() % 300)).map { _ in UInt8(truncatingIfNeeded: random.next()) }
      check("", String(decoding: bytes, as: UTF8.self), round)
    }
  }

  /// One word for a whole article, without a full stop: what would take forever if the cost grew with its square.
  @Test func spansHoldOnMonotonousText() {
    for (round, word) in ["قال ", "لندن ", "محمد ", "وزارة الخارجية ", "مضيفا أن ", "\"", "( "].enumerated() {
      check("", String(repeating: word, count: 4_000), round)
    }
  }

  @Test func emptyBriefingHasNoFindings() {
    let found = ShippedLexicon.analyzer.findings(of: Briefing(id: BriefingID("e"), title: "", text: ""))
    #expect(found.entities.isEmpty && found.statements.isEmpty && found.signatures.isEmpty)
  }

  @Test func equalTextsGiveEqualFindings() {
    let briefing = Briefing(id: BriefingID("e"), title: Self.seeds[0], text: Self.seeds.joined(separator: "\n"))
    #expect(ShippedLexicon.analyzer.findings(of: briefing) == ShippedLexicon.analyzer.findings(of: briefing))
  }

  private func check(_ title: String, _ text: String, _ round: Int) {
    let briefing = Briefing(id: BriefingID("f"), title: title, text: text)
    let found = ShippedLexicon.analyzer.findings(of: briefing)
    func holds(_ place: Place, _ shown: String) {
      let field = briefing.text(of: place.field)
      let span = try? TextSpan(from: place.span.start, to: place.span.end, in: field)
      #expect(span == place.span, "round \(round): \(place) of \(Array(field.utf8))")
      #expect(field.text(at: place.span) == shown, "round \(round)")
      #expect(place.span.count > 0, "round \(round)")
    }
    for entity in found.entities { for mention in entity.mentions { holds(mention.place, mention.form) } }
    for statement in found.statements {
      holds(statement.place, statement.content)
      if let place = statement.cuePlace { holds(place, statement.cue) }
      if let place = statement.speakerPlace { holds(place, statement.speaker ?? "") }
      if let place = statement.targetPlace { holds(place, statement.target ?? "") }
      #expect(0...1 ~= statement.confidence)
    }
    let starts = found.statements.map { [$0.place.field == .title ? 0 : 1, $0.place.span.start] }
    #expect(Set(starts).count == starts.count, "round \(round): two statements begin at one byte")
    #expect(found.signatures.count == found.statements.count)
  }
}

/// A small generator with a seed, so that a failing round can be run again.
struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
