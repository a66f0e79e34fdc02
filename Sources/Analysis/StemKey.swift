/// A stem or folded word as a number: what statements are compared by.
///
/// Swift hashes and compares strings that are not ASCII by their canonical form, which costs many times more; folded
/// words need only their bytes. Two words with one key are so rare (64 bits) that a wrong match does no harm here.
/// - Source: FNV-1a, 64 bits.
struct StemKey: Hashable, Sendable {
  private let value: UInt64

  /// - Complexity: O(*m*) in the bytes of the word.
  init(_ word: String) {
    var word = word
    value = word.withUTF8 { bytes in
      var hash: UInt64 = 0xCBF2_9CE4_8422_2325
      for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
      return hash
    }
  }
}

extension StringProtocol {
  /// Whether the bytes are the same: equality of folded words.
  func isSame(as other: some StringProtocol) -> Bool { utf8.elementsEqual(other.utf8) }

  /// Whether the bytes begin with those of `other`.
  func begins(with other: some StringProtocol) -> Bool { utf8.starts(with: other.utf8) }
}
