/// Words as small numbers: the folded spelling in, a number out.
///
/// - Shape: open addressing over 32-bit slots; a word's units stand in one common array.
/// - Complexity: O(*k*) in the units of a word.
struct WordTable: Sendable {
  /// The number of a word that the table does not hold.
  static let unknown: Int32 = -1

  private var units: [UInt16] = []
  private var ends: [Int32] = [0]
  private var slots: [Int32] = Array(repeating: WordTable.unknown, count: 1024)

  /// How many words there are; they are numbered from 0.
  var count: Int { ends.count - 1 }

  /// The number of the word `letters[range]`, with the Arabic article put before it if asked.
  func find(_ letters: [UInt16], _ range: Range<Int>, article: Bool = false) -> Int32 {
    var slot = Int(truncatingIfNeeded: hash(letters, range, article: article)) & (slots.count - 1)
    while slots[slot] >= 0 {
      if equals(slots[slot], letters, range, article: article) { return slots[slot] }
      slot = (slot + 1) & (slots.count - 1)
    }
    return Self.unknown
  }

  /// The number of a word, adding it where it is new.
  mutating func intern(_ letters: [UInt16]) -> Int32 {
    let known = find(letters, 0..<letters.count)
    if known >= 0 { return known }
    if (count + 1) * 2 > slots.count { grow() }
    let number = Int32(count)
    units.append(contentsOf: letters)
    ends.append(Int32(units.count))
    place(number)
    return number
  }

  /// The folded spelling of a word.
  func spelling(_ word: Int32) -> ArraySlice<UInt16> { units[Int(ends[Int(word)])..<Int(ends[Int(word) + 1])] }

  private mutating func grow() {
    slots = Array(repeating: Self.unknown, count: slots.count * 2)
    for number in 0..<count { place(Int32(number)) }
  }

  private mutating func place(_ number: Int32) {
    let range = Int(ends[Int(number)])..<Int(ends[Int(number) + 1])
    var slot = Int(truncatingIfNeeded: hash(units, range, article: false)) & (slots.count - 1)
    while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = number
  }

  private func hash(_ letters: [UInt16], _ range: Range<Int>, article: Bool) -> UInt64 {
    // FNV-1a, with a last shuffle because the table takes the low bits.
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    if article {
      hash = (hash ^ 0x627) &* 0x100_0000_01b3
      hash = (hash ^ 0x644) &* 0x100_0000_01b3
    }
    for index in range { hash = (hash ^ UInt64(letters[index])) &* 0x100_0000_01b3 }
    return hash ^ (hash >> 29)
  }

  private func equals(_ word: Int32, _ letters: [UInt16], _ range: Range<Int>, article: Bool) -> Bool {
    var at = Int(ends[Int(word)])
    let length = Int(ends[Int(word) + 1]) - at
    guard length == range.count + (article ? 2 : 0) else { return false }
    if article {
      guard units[at] == 0x627, units[at + 1] == 0x644 else { return false }
      at += 2
    }
    for index in range {
      if units[at] != letters[index] { return false }
      at += 1
    }
    return true
  }
}
