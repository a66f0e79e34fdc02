/// The key of a paired bracket: 0 for what is none.
///
/// - Shape: the code point of the pair's opening bracket without canonical decomposition (BD14, BD15), shifted up by
///   one; bit 0 is set for opening brackets.
/// - Complexity: O(log *n*) in the 128 brackets of Unicode, O(1) for the common ones.
func bracketKey(_ scalar: UInt32) -> UInt32 {
  switch scalar {
  case 0x28, 0x5B, 0x7B: return scalar << 1 | 1
  case 0x29: return 0x28 << 1
  case 0x5D: return 0x5B << 1
  case 0x7D: return 0x7B << 1
  default:
    guard let place = PackedBytes.place(of: scalar, in: BracketTable.bytes, count: BracketTable.count, width: 7)
    else { return 0 }
    let opens = UInt32(BracketTable.bytes.utf8Start[place + 6] ^ 0x40)
    return PackedBytes.number(BracketTable.bytes, at: place + 3) << 1 | opens
  }
}

/// The character whose picture is the mirror image of another's, or `nil` where there is none.
///
/// - Complexity: O(1) for characters without an image, else O(log *n*) in the 428 mirrored characters.
/// - Source: UAX #9, L4; BidiMirroring.txt.
public func mirrorImage(of scalar: Unicode.Scalar) -> Unicode.Scalar? {
  guard bidiProperties(scalar.value) & 0x40 != 0,
    let place = PackedBytes.place(of: scalar.value, in: MirrorTable.bytes, count: MirrorTable.count, width: 6)
  else { return nil }
  return Unicode.Scalar(PackedBytes.number(MirrorTable.bytes, at: place + 3))
}
