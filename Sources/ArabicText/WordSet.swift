/// A set of folded words that is asked about bytes, without making a string.
struct WordSet: Sendable {
  /// Open addressing: the number of the word in each slot, from 1, or 0 for an empty slot; a power of two in length.
  private var slots: [UInt32]
  private var bytes: [UInt8] = []
  private var starts: [Int] = [0]

  /// Makes a set of `words`, which must be folded.
  init(_ words: some Sequence<String>) {
    let list = Array(words)
    var size = 16
    while size < list.count * 2 { size *= 2 }
    slots = Array(repeating: 0, count: size)
    for word in list {
      let utf8 = Array(word.utf8)
      utf8.withUnsafeBufferPointer { insert($0) }
    }
  }

  /// Makes a set of the words of a list separated by blanks.
  init(_ list: StaticString) {
    self.init(list.description.unicodeScalars.split { $0 == " " || $0 == "\n" }.map { String($0) })
  }

  /// Whether the set has no words.
  var isEmpty: Bool { starts.count == 1 }

  private mutating func insert(_ word: UnsafeBufferPointer<UInt8>) {
    guard !word.isEmpty, !contains(word) else { return }
    bytes.append(contentsOf: word)
    starts.append(bytes.count)
    var slot = Int(truncatingIfNeeded: Self.hash(word)) & (slots.count - 1)
    while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = UInt32(starts.count - 1)
  }

  /// Whether `word` is in the set.
  ///
  /// - Complexity: O(*m*) in the bytes of `word`.
  func contains(_ word: UnsafeBufferPointer<UInt8>) -> Bool { number(of: word) != nil }

  /// The number of `word` in the order of insertion, from 0.
  ///
  /// - Complexity: O(*m*) in the bytes of `word`.
  func number(of word: UnsafeBufferPointer<UInt8>) -> Int? {
    var slot = Int(truncatingIfNeeded: Self.hash(word)) & (slots.count - 1)
    while slots[slot] != 0 {
      let number = Int(slots[slot])
      let start = starts[number - 1]
      if starts[number] - start == word.count {
        var index = 0
        while index < word.count, bytes[start + index] == word[index] { index += 1 }
        if index == word.count { return number - 1 }
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// FNV-1a, 64 bits.
  @inline(__always)
  private static func hash(_ word: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var value: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in word { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return value ^ value >> 32
  }
}
