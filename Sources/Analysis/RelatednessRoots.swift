/// The consonants that inflected forms of one Arabic word mostly share: `ينحاز` and `انحياز` both give نحز.
///
/// Weak letters and the letters that verb forms add before and inside are left out. A rough likeness: used only where
/// two statements already share their speaker or other words, and counted less than the same stem.
/// - Returns: Three or four letters packed into a number, or `nil` where fewer remain or the word is not Arabic.
/// - Complexity: O(*m*) in the letters of the stem.
func rootKey(_ stem: String) -> UInt64? {
  var consonants: [UInt16] = []
  consonants.reserveCapacity(8)
  for scalar in stem.unicodeScalars {
    switch scalar.value {
    // ا و ي ى and hamza come and go with the form.
    case 0x621, 0x627, 0x648, 0x649, 0x64A: continue
    case 0x622...0x6FF: consonants.append(UInt16(scalar.value))
    default: return nil
    }
  }
  // استهدف، يستهدف
  if consonants.count > 4, consonants[0] == 0x633, consonants[1] == 0x62A { consonants.removeFirst(2) }
  // Participles, present forms and انفعل.
  if consonants.count > 3, added.contains(consonants[0]) { consonants.removeFirst() }
  // افتعل: التزم، ملتزم
  if consonants.count > 3, consonants[1] == 0x62A { consonants.remove(at: 1) }
  // صدرت
  if consonants.count > 3, consonants.last == 0x62A { consonants.removeLast() }
  guard 3...4 ~= consonants.count else { return nil }
  return consonants.reduce(0) { $0 << 16 | UInt64($1) }
}

/// ت م ن
private let added: Set<UInt16> = [0x62A, 0x645, 0x646]

/// Whether one word is the other with an ending of names or adjectives: `روس` of الروسي, `روسيا`.
func isNameOfAdjective(_ first: String, _ second: String) -> Bool {
  let (short, long) = first.utf8.count < second.utf8.count ? (first, second) : (second, first)
  // Three letters of two bytes, and at most two more.
  guard short.utf8.count >= 6, long.utf8.count - short.utf8.count <= 4, long.begins(with: short) else { return false }
  return long.unicodeScalars.dropFirst(short.unicodeScalars.count).allSatisfy {
    [0x627, 0x647, 0x64A].contains($0.value)
  }
}
