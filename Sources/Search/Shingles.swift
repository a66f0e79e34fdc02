import ArabicText

/// The runs of four words of a text, as numbers: what tells that two texts are much the same, such as an agency's report
/// in several papers, whatever their headlines and whoever cut or edited them a little.
///
/// - Source: shingling and its smallest hashes as a sample (Broder, 1997).
public struct Shingles: Hashable, Sendable {
  /// The runs, each once, ascending; the same on every machine.
  public let hashes: [UInt64]

  /// The words of a run.
  private static let length = 4
  /// A text with fewer runs says too little: short news are often alike without being the same.
  private static let fewest = 16
  /// From this share of common runs on, two texts are the same: half of the words of a long text may be cut, or every
  /// tenth changed. Below it, what they share may be a quotation or one part of a survey.
  private static let alike = 0.35
  /// How many runs a text can be found by.
  private static let sampled = 4

  /// Reads a text.
  ///
  /// - Complexity: O(*n* log *n*) in the words of `text`.
  public init(_ text: String) {
    var text = text
    var words: [UInt64] = []
    var scanner = TokenScanner()
    text.withUTF8 { bytes in
      words.reserveCapacity(bytes.count / 9)
      scanner.scan(bytes, punctuation: false) { word in
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in word.folded { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        words.append(hash)
        return true
      }
    }
    var found: [UInt64] = []
    for start in words.indices.dropLast(Self.length - 1) {
      var hash: UInt64 = 0
      for word in words[start..<start + Self.length] { hash = Self.mixed(hash ^ word) }
      found.append(hash)
    }
    found.sort()
    var unique: [UInt64] = []
    unique.reserveCapacity(found.count)
    for hash in found where unique.last != hash { unique.append(hash) }
    hashes = unique
  }

  /// The numbers by which texts that may be much the same find each other: those who share none are not. Empty for a
  /// short text, which is never compared.
  public var keys: [Int64] {
    guard hashes.count >= Self.fewest else { return [] }
    return hashes.prefix(Self.sampled).map { Int64(bitPattern: $0) }
  }

  /// Whether both texts are much the same.
  ///
  /// - Complexity: O(*n* + *m*) in the runs of both.
  public func isReprint(of other: Shingles) -> Bool {
    min(hashes.count, other.hashes.count) >= Self.fewest && likeness(to: other) >= Self.alike
  }

  /// The share of their runs that two texts have in common, 0 to 1.
  ///
  /// - Complexity: O(*n* + *m*) in the runs of both.
  public func likeness(to other: Shingles) -> Double {
    guard !hashes.isEmpty, !other.hashes.isEmpty else { return 0 }
    var (a, b, common) = (0, 0, 0)
    while a < hashes.count, b < other.hashes.count {
      if hashes[a] == other.hashes[b] {
        (a, b, common) = (a + 1, b + 1, common + 1)
      } else if hashes[a] < other.hashes[b] {
        a += 1
      } else {
        b += 1
      }
    }
    return Double(common) / Double(hashes.count + other.hashes.count - common)
  }

  /// Spreads the bits of a number evenly.
  /// - Source: the finaliser of SplitMix64.
  private static func mixed(_ number: UInt64) -> UInt64 {
    var mixed = number &+ 0x9E37_79B9_7F4A_7C15
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}
