import Briefings

/// The id of an article that brings none: a digest of title and text, the same wherever and whenever it is imported.
///
/// - Source: FNV-1a with 128 bits, of which the first 80 are kept; a chance collision among a million articles has
///   odds of one in 10¹².
/// - Complexity: O(*n*) in the bytes of both.
public func contentID(title: String, text: String) -> BriefingID {
  var hash: UInt128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d
  func add(_ byte: UInt8) {
    hash ^= UInt128(byte)
    hash = hash &* 0x0000_0000_0100_0000_0000_0000_0000_013B
  }
  title.utf8.forEach(add)
  add(0)
  text.utf8.forEach(add)
  let digits = String(hash, radix: 16)
  return BriefingID(String((String(repeating: "0", count: 32 - digits.count) + digits).prefix(20)))
}
