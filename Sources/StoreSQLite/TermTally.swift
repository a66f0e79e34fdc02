import Glibc

/// Counts in how many articles each token stands while the full-text index is written, and how long each article is.
///
/// The tokenizer reports to the tally of the thread, so that no text is read twice. A table of its own instead of a
/// dictionary: no string is made for a token that is known.
///
/// Only the thread that writes the index has it; `@unchecked` because a task-local value must be `Sendable`.
final class TermTally: @unchecked Sendable {
  /// Whom the tokenizer reports to, if anybody.
  @TaskLocal static var current: TermTally?

  private var bytes: [UInt8] = []
  private var starts: [Int32] = []
  private var hashes: [UInt32] = []
  private var changes: [Int32] = []
  private var lastDocuments: [Int32] = []
  private var slots: [Int32]
  private var document: Int32 = 0
  private var change: Int32 = 1

  /// The words of the present article so far.
  private(set) var words = 0

  init() { slots = Array(repeating: -1, count: 1 << 16) }

  /// Begins an article that comes or goes.
  func begin(isAdded: Bool) {
    document += 1
    change = isAdded ? 1 : -1
    words = 0
  }

  /// Counts a token of the present article.
  ///
  /// - Parameter isWord: Whether it is a word of its own and not another form at the same place.
  func add(_ token: UnsafeBufferPointer<UInt8>, isWord: Bool) {
    if isWord { words += 1 }
    var hash: UInt32 = 0x811C_9DC5
    for byte in token { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
    let mask = slots.count - 1
    var slot = Int(hash ^ hash >> 15) & mask
    while slots[slot] >= 0 {
      let entry = Int(slots[slot])
      if hashes[entry] == hash, isEntry(entry, token) {
        if lastDocuments[entry] != document {
          lastDocuments[entry] = document
          changes[entry] += change
        }
        return
      }
      slot = (slot + 1) & mask
    }
    slots[slot] = Int32(starts.count)
    starts.append(Int32(bytes.count))
    hashes.append(hash)
    changes.append(change)
    lastDocuments.append(document)
    bytes.append(contentsOf: token)
    if starts.count * 2 > slots.count { grow() }
  }

  /// Hands over every token whose count changed, in the order of their bytes.
  func forEachChange(_ body: (UnsafeBufferPointer<UInt8>, Int) throws -> Void) rethrows {
    try bytes.withUnsafeBufferPointer { all in
      func token(_ entry: Int) -> UnsafeBufferPointer<UInt8> {
        let end = entry + 1 < starts.count ? Int(starts[entry + 1]) : all.count
        return UnsafeBufferPointer(rebasing: all[Int(starts[entry])..<end])
      }
      let order = starts.indices.filter { changes[$0] != 0 }.sorted { precedes(token($0), token($1)) }
      for entry in order { try body(token(entry), Int(changes[entry])) }
    }
  }

  private func precedes(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let left = a.baseAddress, let right = b.baseAddress else { return a.count < b.count }
    let order = memcmp(left, right, min(a.count, b.count))
    return order == 0 ? a.count < b.count : order < 0
  }

  private func isEntry(_ entry: Int, _ token: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = Int(starts[entry])
    let end = entry + 1 < starts.count ? Int(starts[entry + 1]) : bytes.count
    guard end - start == token.count else { return false }
    for index in token.indices where bytes[start + index] != token[index] { return false }
    return true
  }

  private func grow() {
    slots = Array(repeating: -1, count: slots.count * 2)
    let mask = slots.count - 1
    for entry in starts.indices {
      var slot = Int(hashes[entry] ^ hashes[entry] >> 15) & mask
      while slots[slot] >= 0 { slot = (slot + 1) & mask }
      slots[slot] = Int32(entry)
    }
  }
}
