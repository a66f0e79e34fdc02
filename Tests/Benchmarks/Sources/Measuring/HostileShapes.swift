/// Texts made to break what is not linear: facts about other libraries, each of which some library needs quadratic
/// time or a deep stack for.
public struct HostileShape: Sendable {
  /// What it is called in tables.
  public let name: String
  private let unit: [UInt32]
  private let head: [UInt32]
  private let isDeep: Bool

  /// Repeats `unit` behind `head`.
  private init(_ name: String, _ unit: String, head: String = "", isDeep: Bool = false) {
    self.name = name
    self.unit = unit.unicodeScalars.map(\.value)
    self.head = head.unicodeScalars.map(\.value)
    self.isDeep = isDeep
  }

  /// A paragraph of this shape.
  ///
  /// - Parameter count: How many scalars it has.
  public func text(count: Int) -> SampleText {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count * 3)
    for place in 0..<count {
      let scalar: UInt32
      if place < head.count {
        scalar = head[place]
      } else if isDeep {
        // All openers, then all closers.
        scalar = place < count / 2 ? unit[place % (unit.count / 2)] : unit[unit.count / 2 + place % (unit.count / 2)]
      } else {
        scalar = unit[(place - head.count) % unit.count]
      }
      append(scalar, to: &bytes)
    }
    return SampleText(name, bytes)
  }

  private func append(_ scalar: UInt32, to bytes: inout [UInt8]) {
    guard let scalar = Unicode.Scalar(scalar) else { return }
    bytes += Array(UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }

  private static let deepEmbedding =
    (0..<61).map { $0 % 2 == 0 ? "\u{202B}\u{5D0}" : "\u{202A}a" }.joined() + String(repeating: "\u{202C}", count: 61)
  private static let deepIsolates =
    (0..<61).map { $0 % 2 == 0 ? "\u{2067}\u{5D0}" : "\u{2066}a" }.joined() + String(repeating: "\u{2069}", count: 61)

  /// All shapes.
  public static let all: [HostileShape] = [
    HostileShape("()n, right to left", "()", head: "\u{5D0}"),
    HostileShape("()n around letters", "(a)", head: "\u{5D0}"),
    HostileShape("unclosed (", "(", head: "\u{5D0}"),
    HostileShape("(n then )n", "()", isDeep: true),
    HostileShape("nested [(])", "[(])", head: "\u{5D0}"),
    HostileShape("( NSM", "(\u{300}", head: "\u{5D0}"),
    HostileShape("FSIn", "\u{2068}"),
    HostileShape("FSIn PDIn", "\u{2068}\u{2069}", isDeep: true),
    HostileShape("FSI ! PDI", "\u{2068}!\u{2069}"),
    HostileShape("FSI a PDI", "\u{2068}a\u{2069}", head: "\u{5D0}"),
    HostileShape("a RLI R PDI", "a\u{2067}\u{5D0}\u{2069}"),
    HostileShape("( RLI R PDI", "(\u{2067}\u{5D0}\u{2069}"),
    HostileShape("RLI ( PDI )", "\u{2067}(\u{2069})"),
    HostileShape("RLIn", "\u{2067}"),
    HostileShape("LRIn", "\u{2066}"),
    HostileShape("PDIn", "\u{2069}"),
    HostileShape("RLEn", "\u{202B}"),
    HostileShape("RLOn LRO", "\u{202E}\u{202D}a"),
    HostileShape("RLE R PDF", "\u{202B}\u{5D0}\u{202C}"),
    HostileShape("61 embeddings, closed", deepEmbedding),
    HostileShape("61 isolates, closed", deepIsolates),
    HostileShape("ETn", "$"),
    HostileShape("CS EN", ",1", head: "\u{5D0}"),
    HostileShape("BNn", "\u{AD}"),
    HostileShape("neutrals", "! ", head: "\u{5D0}"),
    HostileShape("L R", "a\u{5D0}"),
    HostileShape("L EN R AN", "a1\u{5D0}\u{661}"),
    HostileShape("combining marks", "\u{300}", head: "a"),
    HostileShape("Arabic marks", "\u{64E}", head: "\u{628}"),
    HostileShape("ZWJn", "\u{200D}"),
    HostileShape("no break opportunity", "a"),
    HostileShape("no break, Arabic", "\u{628}"),
    HostileShape("lam alef", "\u{644}\u{627}"),
    HostileShape("lam with marks", "\u{64E}", head: "\u{644}"),
    HostileShape("flags", "\u{1F1E6}"),
    HostileShape("PR OP", "$(", head: "\u{5D0}"),
    HostileShape("PR OP marks", "\u{300}", head: "$("),
    HostileShape("( in numbers", "1(\u{661})", head: "\u{5D0}"),
    HostileShape("quotation marks", "\""),
    HostileShape("blanks", " "),
    HostileShape("tabs", "\t"),
  ]
}
