/// The sentences of `text`, in order: byte ranges without the blanks around them.
///
/// A line break ends a sentence. So do . ! ? ؟ ۔ and a stray `|`, with the closing marks behind them, but not inside a
/// quotation or bracket that closes in the same paragraph, not in a number (3.5) or an abbreviation (`د.`, `U.S.`), and
/// not the dots of an ellipsis. What holds neither letter nor digit is no sentence.
/// - Units: UTF-8 bytes of `text`.
/// - Complexity: O(*n*).
public func sentences(in text: String) -> [Range<Int>] {
  var text = text
  return text.withUTF8 { bytes in
    var found: [Range<Int>] = []
    var paragraph = SentenceParagraph()
    var at = 0
    while at < bytes.count {
      let (scalar, length) = decoded(bytes, at: at)
      switch scalar {
      case 0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029:
        paragraph.appendSentences(to: &found)
        paragraph.removeAll()
      default: paragraph.append(scalar, at: at, length: length)
      }
      at += length
    }
    paragraph.appendSentences(to: &found)
    return found
  }
}

/// One paragraph, decoded, while its sentences are looked for.
private struct SentenceParagraph {
  private var scalars: [UInt32] = []
  private var roles: [ScalarRole] = []
  /// Where each scalar begins, and at the end where the last one ends.
  private var offsets: [Int] = []
  private var end = 0
  private let table = FoldingTable.shared

  /// The longest quotation that is kept in one piece, in scalars: a mark left open must not swallow an article.
  private static let longestQuotation = 1_500

  mutating func append(_ scalar: UInt32, at offset: Int, length: Int) {
    scalars.append(scalar)
    roles.append(table.entry(scalar).role)
    offsets.append(offset)
    end = offset + length
  }

  mutating func removeAll() {
    scalars.removeAll(keepingCapacity: true)
    roles.removeAll(keepingCapacity: true)
    offsets.removeAll(keepingCapacity: true)
  }

  func appendSentences(to found: inout [Range<Int>]) {
    guard !scalars.isEmpty else { return }
    let closings = closingMarks()
    var start = 0
    var at = 0
    while at < scalars.count {
      var stop: Int?
      if closings[at] > at {
        // Behind a quotation that ends with a full stop the sentence ends too, unless it visibly goes on.
        let close = closings[at]
        at = close
        if isTerminator(lastScalar(before: close)), !continues(after: close) { stop = close + 1 }
      } else if scalars[at] == 0x7C {
        add(start..<at, to: &found)
        start = at + 1
      } else if isTerminator(scalars[at]), endsSentence(at) {
        stop = at + 1
      }
      if let stop {
        let next = endOfClosers(from: stop)
        add(start..<next, to: &found)
        start = next
        at = next
      } else {
        at += 1
      }
    }
    add(start..<scalars.count, to: &found)
  }

  private func add(_ range: Range<Int>, to found: inout [Range<Int>]) {
    var (first, last) = (range.lowerBound, range.upperBound)
    while first < last, isBlank(first) { first += 1 }
    while last > first, isBlank(last - 1) { last -= 1 }
    guard (first..<last).contains(where: { isLetter($0) || roles[$0] == .digit }) else { return }
    found.append(offsets[first]..<(last < offsets.count ? offsets[last] : end))
  }

  private func isBlank(_ index: Int) -> Bool { roles[index] == .space || roles[index] == .control }

  private func isLetter(_ index: Int) -> Bool {
    guard scalars.indices.contains(index) else { return false }
    switch roles[index] {
    case .latin, .arabic, .hebrew, .letter: return true
    default: return false
    }
  }

  private func isTerminator(_ scalar: UInt32?) -> Bool {
    switch scalar {
    case 0x2E, 0x21, 0x3F, 0x61F, 0x6D4, 0x5C3, 0x203C, 0x2047, 0x2048, 0x2049: true
    default: false
    }
  }

  private func isCloser(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x22, 0x27, 0x29, 0x5D, 0x7D, 0xBB, 0x2019, 0x201D: true
    default: false
    }
  }

  private func lastScalar(before index: Int) -> UInt32? {
    var at = index - 1
    while at >= 0, isBlank(at) || roles[at] == .mark { at -= 1 }
    return at >= 0 ? scalars[at] : nil
  }

  /// Whether what follows a closing mark belongs to the same sentence: a comma, a small letter, another closer.
  private func continues(after close: Int) -> Bool {
    var at = close + 1
    while at < scalars.count, isBlank(at) { at += 1 }
    guard at < scalars.count else { return false }
    switch scalars[at] {
    case 0x2C, 0x3B, 0x3A, 0x2E, 0x2D, 0x2013, 0x2014, 0x60C, 0x61B, 0x61...0x7A: return true
    default: return isTerminator(scalars[at])
    }
  }

  /// Past further terminators, closing marks and the blanks between them: `. .`, `?!`, `.»`.
  private func endOfClosers(from index: Int) -> Int {
    var next = index
    var at = index
    while at < scalars.count {
      if isTerminator(scalars[at]) || scalars[at] == 0x7C {
        next = at + 1
      } else if isCloser(scalars[at]), at == next {
        next = at + 1
      } else if !isBlank(at), roles[at] != .mark {
        break
      }
      at += 1
    }
    return next
  }

  /// Whether the terminator at `index` ends its sentence.
  private func endsSentence(_ index: Int) -> Bool {
    guard scalars[index] == 0x2E else { return true }
    let next = index + 1 < scalars.count ? scalars[index + 1] : 0
    let previous = index > 0 ? scalars[index - 1] : 0
    // An ellipsis leaves the sentence open.
    if next == 0x2E || previous == 0x2E { return next != 0x2E && isLast(index) }
    guard index > 0, index + 1 < scalars.count else { return true }
    if roles[index + 1] == .digit, roles[index - 1] == .digit { return false }
    var start = index
    while start > 0, isLetter(start - 1) || roles[start - 1] == .mark { start -= 1 }
    let letters = (start..<index).filter { isLetter($0) }
    if isLetter(index + 1), roles[index + 1] != .arabic || letters.count < 2 { return false }
    // `2015م.` ends a sentence, `د. أحمد` does not.
    if letters.count == 1 { return start > 0 && roles[start - 1] == .digit || isLast(index) }
    if isLast(index) || letters.isEmpty { return true }
    return !Self.abbreviations.contains(String(String.UnicodeScalarView(letters.compactMap { small($0) })))
  }

  private func isLast(_ index: Int) -> Bool {
    !(index + 1..<scalars.count).contains { isLetter($0) || roles[$0] == .digit }
  }

  private func small(_ index: Int) -> Unicode.Scalar? {
    let entry = table.entry(scalars[index])
    return entry.isSequence ? nil : Unicode.Scalar(entry.value)
  }

  /// Latin abbreviations that a name or number follows.
  private static let abbreviations: Set<String> = [
    "mr", "mrs", "ms", "dr", "prof", "st", "gen", "col", "lt", "maj", "capt", "sgt", "sen", "rep", "gov", "amb", "hon",
    "no", "vs", "jr", "sr", "fig", "jan", "feb", "aug", "sept", "oct", "nov", "dec",
  ]

  /// For each opening mark the index of the mark that closes it; 0 elsewhere.
  private func closingMarks() -> [Int] {
    var closings = Array(repeating: 0, count: scalars.count)
    var open: [(mark: UInt32, index: Int)] = []
    var openQuote: Int?
    for (index, scalar) in scalars.enumerated() {
      switch scalar {
      case 0xAB, 0x201C, 0x28, 0x5B, 0x7B: open.append((scalar, index))
      case 0xBB, 0x201D, 0x29, 0x5D, 0x7D:
        guard let depth = open.lastIndex(where: { isPair($0.mark, scalar) }) else { continue }
        if index - open[depth].index <= Self.longestQuotation { closings[open[depth].index] = index }
        open.removeSubrange(depth...)
      case 0x22:
        // A mark of abbreviation between Hebrew letters quotes nothing.
        if index > 0, index + 1 < roles.count, roles[index - 1] == .hebrew, roles[index + 1] == .hebrew { continue }
        if let start = openQuote {
          if index - start <= Self.longestQuotation { closings[start] = index }
          openQuote = nil
        } else {
          openQuote = index
        }
      default: continue
      }
    }
    return closings
  }

  private func isPair(_ opening: UInt32, _ closing: UInt32) -> Bool {
    switch opening {
    case 0xAB: closing == 0xBB
    case 0x201C: closing == 0x201D
    case 0x28: closing == 0x29
    case 0x5B: closing == 0x5D
    default: closing == 0x7D
    }
  }
}
