/// The scalar that begins at `place`, and `place` moved behind it.
///
/// Bytes that are no UTF-8 give U+FFFD, one for each maximal part of a sequence, as Unicode 15.0 section 3.9 advises;
/// so every byte belongs to exactly one scalar.
///
/// - Parameters:
///   - bytes: The text.
///   - place: Where to read, below `end`; moved by 1 to 4.
///   - end: One past the last byte.
/// - Complexity: O(1).
@inline(__always)
public func decodedScalar(_ bytes: UnsafePointer<UInt8>, _ place: inout Int, _ end: Int) -> UInt32 {
  let first = UInt32(bytes[place])
  place &+= 1
  if first < 0x80 { return first }
  if first < 0xE0 {
    guard first >= 0xC2, place < end, bytes[place] & 0xC0 == 0x80 else { return 0xFFFD }
    place &+= 1
    return (first & 0x1F) << 6 | UInt32(bytes[place - 1] & 0x3F)
  }
  return decodedLongScalar(first, bytes, &place, end)
}

@inline(__always)
private func decodedLongScalar(
  _ first: UInt32, _ bytes: UnsafePointer<UInt8>, _ place: inout Int, _ end: Int
) -> UInt32 {
  guard first < 0xF5, place < end else { return 0xFFFD }
  let second = UInt32(bytes[place])
  // The second byte's range leaves out overlong forms, surrogates and what lies past U+10FFFF.
  let low: UInt32 = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80
  let high: UInt32 = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF
  guard second >= low, second <= high else { return 0xFFFD }
  place &+= 1
  guard place < end, bytes[place] & 0xC0 == 0x80 else { return 0xFFFD }
  let third = UInt32(bytes[place] & 0x3F)
  place &+= 1
  if first < 0xF0 { return (first & 0x0F) << 12 | (second & 0x3F) << 6 | third }
  guard place < end, bytes[place] & 0xC0 == 0x80 else { return 0xFFFD }
  place &+= 1
  return (first & 0x07) << 18 | (second & 0x3F) << 12 | third << 6 | UInt32(bytes[place - 1] & 0x3F)
}
