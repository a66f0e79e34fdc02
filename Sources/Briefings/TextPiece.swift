/// A stretch of a text that is laid out by itself: some whole lines, or a part of a line that is too long.
///
/// So that of a text of any length only what is near a place need be laid out, and no more than a bound at once. The
/// pieces of a text depend on its bytes alone, never on a width or on what was looked at before.
///
/// A line of more than `bound` bytes is cut where that is not seen: behind a blank between two letters, where a line may
/// end by UAX #14 (LB18) and where by UAX #9 no letter or number looks back at what stands before. Only what opens in one
/// part and closes in another — brackets that are a pair, embeddings, isolates — is not known to belong together, and
/// each part begins a row. Where a quarter of `bound` holds no such blank, the line is cut behind another blank, else
/// before a letter, else between two scalars.
public struct TextPiece: Hashable, Sendable {
  /// The most bytes of a piece, but for what stands between two lines.
  public static let bound = 65_536

  /// The most lines of a piece that are not blank.
  public static let lineBound = 1_024

  /// The bytes of the text: from the first line's first byte to the last line's last one, blanks at both ends left out.
  public let range: Range<Int>

  /// The paragraph that it is a part of; `nil` for whole lines.
  public let paragraph: Paragraph?

  /// The pieces of `text`, in order; between them stand only blank lines, ends of lines and markers.
  ///
  /// - Parameter bound: The most bytes of one.
  /// - Complexity: O(*n*) in the bytes of `text`.
  public static func all(of text: String, bound: Int = bound) -> [TextPiece] {
    var text = text
    return text.withUTF8 { pieces(of: $0, bound) }
  }

  /// The parts of one line, whatever its letters are: one where it is not too long.
  ///
  /// - Parameter bound: The most bytes of one.
  /// - Complexity: O(*n*) in the bytes of `line`.
  public static func parts(of line: String, bound: Int = bound) -> [Range<Int>] {
    var line = line
    return line.withUTF8 { parts(of: 0..<$0.count, in: $0, bound) }
  }

  private static func pieces(of bytes: UnsafeBufferPointer<UInt8>, _ bound: Int) -> [TextPiece] {
    var found: [TextPiece] = []
    var lines: Range<Int>?
    var lineCount = 0
    func close() {
      if let range = lines { found.append(TextPiece(range: range, paragraph: nil)) }
      lines = nil
      lineCount = 0
    }
    var start = 0
    while start < bytes.count {
      var end = start
      while end < bytes.count, bytes[end] != 0x0A { end += 1 }
      var (first, last) = (start, end)
      while first < last, isBlank(bytes[first]) { first += 1 }
      while last > first, isBlank(bytes[last - 1]) { last -= 1 }
      start = end + 1
      if last - first > bound {
        close()
        let paragraph = Briefings.paragraph(of: first..<last, in: bytes)
        for part in parts(of: paragraph.span.range, in: bytes, bound) {
          found.append(TextPiece(range: part, paragraph: paragraph))
        }
      } else if first < last {
        if let range = lines, last - range.lowerBound > bound || lineCount == lineBound { close() }
        lines = (lines?.lowerBound ?? first)..<last
        lineCount += 1
      }
    }
    close()
    return found
  }

  private static func parts(of range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>, _ bound: Int) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start = range.lowerBound
    repeat {
      let end = range.upperBound - start > bound ? cut(start, in: bytes, bound) : range.upperBound
      found.append(start..<end)
      start = end
    } while start < range.upperBound
    return found
  }

  /// Where a part that begins at `start` ends; more than `bound` bytes stand there.
  private static func cut(_ start: Int, in bytes: UnsafeBufferPointer<UInt8>, _ bound: Int) -> Int {
    let last = start + bound
    let places = stride(from: last, to: last - bound / 4, by: -1)
    let behindBlanks = places.lazy.filter { bytes[$0 - 1] == 0x20 && bytes[$0] != 0x20 }
    let isSafe = { (place: Int) in
      guard scalar(at: place, in: bytes).isStrongLetter else { return false }
      var before = place - 1
      while before > start, bytes[before - 1] == 0x20 { before -= 1 }
      return before > start && scalar(before: before, in: bytes).isLetterOrNumber
    }
    return behindBlanks.first(where: isSafe)
      ?? behindBlanks.first { !scalar(at: $0, in: bytes).isMark }
      ?? places.first {
        bytes[$0] & 0xC0 != 0x80 && scalar(at: $0, in: bytes).isStrongLetter
          && scalar(before: $0, in: bytes).isLetterOrNumber
      }
      ?? places.first { bytes[$0] & 0xC0 != 0x80 }
      ?? last
  }
}

/// A part of a paragraph as it is laid out: mostly all of it.
public struct ParagraphPart: Hashable, Sendable {
  /// Where it stands in the text.
  public let span: TextSpan
  /// The paragraph's first bytes, all of it where it is not too long: what tells which way it runs.
  public let head: TextSpan
  /// How the paragraph is meant to be read.
  public let kind: Paragraph.Kind
  /// Whether the paragraph begins with it.
  public let isFirst: Bool
}

extension TextPiece {
  /// The paragraphs of a piece, or the part of one that it is.
  ///
  /// - Complexity: O(*m*) in the bytes of the piece.
  public func paragraphs(of text: String) -> [ParagraphPart] {
    if let paragraph {
      let (start, end) = (paragraph.span.start, paragraph.span.end)
      let head = TextSpan(start..<min(end, start + Self.bound))
      return [
        ParagraphPart(
          span: TextSpan(range), head: text.wholeScalars(of: head), kind: paragraph.kind,
          isFirst: range.lowerBound == start)
      ]
    }
    guard let lines = text.text(at: TextSpan(range)) else { return [] }
    return Briefings.paragraphs(of: lines).map { paragraph in
      let span = TextSpan(paragraph.span.start + range.lowerBound..<paragraph.span.end + range.lowerBound)
      return ParagraphPart(span: span, head: span, kind: paragraph.kind, isFirst: true)
    }
  }
}

extension String {
  /// A span without the first bytes of a scalar that it cuts at its end.
  fileprivate func wholeScalars(of span: TextSpan) -> TextSpan {
    let bytes = utf8
    var end = bytes.index(bytes.startIndex, offsetBy: span.end)
    var cut = span.end
    while cut > span.start, end < bytes.endIndex, bytes[end] & 0xC0 == 0x80 {
      end = bytes.index(before: end)
      cut -= 1
    }
    return TextSpan(span.start..<cut)
  }
}

/// The scalar that begins at a byte of well-formed UTF-8.
private func scalar(at place: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Unicode.Scalar {
  var end = place + 1
  while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
  return String(decoding: bytes[place..<end], as: UTF8.self).unicodeScalars.first ?? "\u{FFFD}"
}

/// The scalar that ends before a byte of well-formed UTF-8.
private func scalar(before place: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Unicode.Scalar {
  var start = place - 1
  while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
  return scalar(at: start, in: bytes)
}

extension Unicode.Scalar {
  /// Whether it is a letter that stands for itself: Hangul's make syllables with their neighbours.
  fileprivate var isStrongLetter: Bool {
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .otherLetter:
      !(0x1100...0x11FF ~= value || 0xA960...0xA97F ~= value || 0xAC00...0xD7FF ~= value)
    default: false
    }
  }

  fileprivate var isLetterOrNumber: Bool { isStrongLetter || properties.generalCategory == .decimalNumber }

  fileprivate var isMark: Bool {
    switch properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: true
    default: false
    }
  }
}
