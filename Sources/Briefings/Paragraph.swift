/// One paragraph of a text: what is laid out, wrapped and scrolled as one.
public struct Paragraph: Hashable, Sendable {
  /// How a paragraph is meant to be read.
  public enum Kind: Hashable, Sendable {
    /// Running text.
    case body
    /// A heading of the level given, 1 to 6.
    case heading(Int)
    /// A quotation set off from the text.
    case quotation
    /// An item of a list.
    case item
  }

  /// Where it stands in the briefing's text, its marker (`## `, `> `, `- `) and line break left out.
  public let span: TextSpan

  /// How it is meant to be read.
  public let kind: Kind

  /// Creates a paragraph.
  public init(span: TextSpan, kind: Kind) {
    self.span = span
    self.kind = kind
  }
}

/// The paragraphs of `text`: its lines that are not blank, in order.
///
/// A line that begins with `#`s and a space is a heading, with `> ` a quotation, with `- `, `* ` or `• ` an item.
/// Blanks at both ends of a line belong to no paragraph.
/// - Complexity: O(*n*) in the bytes of `text`.
public func paragraphs(of text: String) -> [Paragraph] {
  var found: [Paragraph] = []
  let bytes = Array(text.utf8)
  var start = 0
  while start < bytes.count {
    var end = start
    while end < bytes.count, bytes[end] != 0x0A { end += 1 }
    var (first, last) = (start, end)
    while first < last, isBlank(bytes[first]) { first += 1 }
    while last > first, isBlank(bytes[last - 1]) { last -= 1 }
    if first < last {
      let (kind, marker) = kindAndMarker(bytes[first..<last])
      found.append(Paragraph(span: TextSpan(first + marker..<last), kind: kind))
    }
    start = end + 1
  }
  return found
}

func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }

/// The paragraph that a line without blanks at its ends is.
func paragraph(of line: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> Paragraph {
  // No marker is longer than this.
  let (kind, marker) = kindAndMarker(Array(bytes[line.prefix(16)])[...])
  return Paragraph(span: TextSpan(line.lowerBound + marker..<line.upperBound), kind: kind)
}

/// The kind of a line and the number of bytes its marker takes.
private func kindAndMarker(_ line: ArraySlice<UInt8>) -> (Paragraph.Kind, Int) {
  let hashes = line.prefix { $0 == UInt8(ascii: "#") }.count
  if 1...6 ~= hashes, line.count > hashes + 1, line[line.startIndex + hashes] == 0x20 {
    return (.heading(hashes), hashes + 1)
  }
  if line.starts(with: "> ".utf8), line.count > 2 { return (.quotation, 2) }
  for marker in ["- ", "* ", "• "] where line.starts(with: marker.utf8) && line.count > marker.utf8.count {
    return (.item, marker.utf8.count)
  }
  return (.body, 0)
}
