import ArabicText

/// Where a stretch of letters occurs in a text, both folded: how one searches inside an open article.
///
/// Unlike a query of the archive it knows no words: part of a word suffices, and blanks count.
/// - Returns: Byte ranges of `text`, in order, not overlapping, marks on the last letter included.
/// - Complexity: O(*n* · *m*) at worst in the bytes of both, O(*n*) in practice.
public func occurrences(of needle: String, in text: String) -> [Range<Int>] {
  let wanted = Array(folded(needle).utf8)
  guard let first = wanted.first, wanted.contains(where: { $0 != 0x20 }) else { return [] }
  let haystack = FoldedText(text)
  let bytes = haystack.bytes
  var found: [Range<Int>] = []
  var at = 0
  while at + wanted.count <= bytes.count {
    if bytes[at] == first, bytes[at..<at + wanted.count].elementsEqual(wanted) {
      found.append(haystack.sourceRange(of: at..<at + wanted.count))
      at += wanted.count
    } else {
      at += 1
    }
  }
  return found
}
