import ArabicText

/// Where a stretch of letters occurs in a text, both folded: how one searches inside an open article.
///
/// Unlike a query of the archive it knows no words: part of a word suffices, and blanks count.
/// - Parameters:
///   - needle: The letters looked for.
///   - text: Where they are looked for; it is folded a part at a time.
///   - limit: No more than so many are looked for.
/// - Returns: Byte ranges of `text`, in order, not overlapping, marks on the last letter included.
/// - Complexity: O(*n* · *m*) at worst in the bytes of both, O(*n*) in practice; memory for what is found alone.
public func occurrences(of needle: String, in text: String, limit: Int = .max) -> [Range<Int>] {
  occurrences(of: needle, in: text, limit: limit, partLength: 1 << 18)
}

/// - Parameter partLength: So many bytes are folded at a time, and more only where that many are hardly a letter.
func occurrences(of needle: String, in text: String, limit: Int, partLength: Int) -> [Range<Int>] {
  let wanted = Array(folded(needle).utf8)
  guard wanted.contains(where: { $0 != 0x20 }) else { return [] }
  var text = text
  return text.withUTF8 { bytes in
    var found: [Range<Int>] = []
    // What is looked through next: from a scalar of the text on, without so many of its folded bytes.
    var start = 0
    var skipped = 0
    var length = partLength
    while start < bytes.count {
      var end = min(bytes.count, start + length)
      while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
      let part = FoldedText(String(decoding: bytes[start..<end], as: UTF8.self))
      // The last letter may have marks in the next part, which belong to it and may change it.
      let sure = end == bytes.count ? part.bytes.count : part.firstByte(ofScalarAt: part.bytes.count - 1)
      var at = skipped
      while let place = firstPlace(of: wanted, in: part.bytes[..<sure], from: at) {
        guard found.count < limit else { return found }
        let range = part.sourceRange(of: place..<place + wanted.count)
        found.append(range.lowerBound + start..<range.upperBound + start)
        at = place + wanted.count
      }
      guard end < bytes.count else { break }
      at = max(at, sure - wanted.count + 1)
      let next = at < part.bytes.count ? part.sourceRange(of: at..<at + 1).lowerBound : 0
      guard next > 0 else {
        length *= 2
        continue
      }
      length = partLength
      start += next
      skipped = at - part.firstByte(ofScalarAt: at)
    }
    return found
  }
}

extension FoldedText {
  /// The first folded byte of the scalar that a folded byte comes from; 0 for none.
  fileprivate func firstByte(ofScalarAt byte: Int) -> Int {
    guard byte > 0 else { return 0 }
    var first = byte
    let start = sourceRange(of: byte..<byte + 1).lowerBound
    while first > 0, sourceRange(of: first - 1..<first).lowerBound == start { first -= 1 }
    return first
  }
}

/// The first place of some bytes, from a byte on.
private func firstPlace(of wanted: [UInt8], in bytes: ArraySlice<UInt8>, from start: Int) -> Int? {
  bytes.withUnsafeBufferPointer { bytes in
    var at = start
    while at + wanted.count <= bytes.count {
      if bytes[at] == wanted[0], bytes[at..<at + wanted.count].elementsEqual(wanted) { return at }
      at += 1
    }
    return nil
  }
}
