import Measuring
import UnicodeText

/// Ours for "UTF-8 to visual runs of lines", kept from text to text.
final class OurBidi {
  private var work = OurBidiWork()

  /// Resolves each paragraph and orders lines of `columns` characters.
  func visualRuns(of text: SampleText, columns: Int) -> UInt64 { work.visualRuns(of: text, columns: columns) }
}

/// What the product is asked to do: the only file that knows how it is called. A structure, as access to the properties
/// of a class would be checked each time.
private struct OurBidiWork: ~Copyable {
  private var resolver = BidiResolver()
  private var runs: [BidiLevelRun] = []
  private var line: [BidiLevelRun] = []

  /// Resolves each paragraph and orders lines of `columns` characters.
  mutating func visualRuns(of text: SampleText, columns: Int) -> UInt64 {
    var sum: UInt64 = 0
    text.bytes.withUnsafeBufferPointer { bytes in
      var start = 0
      for end in text.ends {
        sum &+= paragraph(bytes, start..<Int(end), columns)
        start = Int(end)
      }
    }
    return sum
  }

  private mutating func paragraph(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ columns: Int) -> UInt64 {
    guard let text = bytes.baseAddress else { return 0 }
    runs.removeAll(keepingCapacity: true)
    resolver.resolve(bytes, range, base: .automatic) { runs.append($0) }
    var sum: UInt64 = 0
    var first = 0
    var at = range.lowerBound
    while at < range.upperBound {
      let end = endOfCharacters(text, at, range.upperBound, columns)
      while runs[first].end <= at { first += 1 }
      var last = first
      while runs[last].end < end { last += 1 }
      var content = end
      if runs[last].level != resolver.baseLevel { content = endOfContent(text, at, end) }
      if first == last, content == end {
        sum &+= 1 &+ UInt64(at) &+ UInt64(end - at)
      } else {
        sum &+= ordered(first...last, at, content, end)
      }
      at = end
    }
    return sum
  }

  private mutating func ordered(_ places: ClosedRange<Int>, _ start: Int, _ content: Int, _ end: Int) -> UInt64 {
    line.removeAll(keepingCapacity: true)
    for place in places {
      var run = runs[place]
      run.start = max(run.start, start)
      run.end = min(run.end, content)
      if run.start < run.end { line.append(run) }
    }
    if content < end { line.append(BidiLevelRun(start: content, end: end, level: resolver.baseLevel)) }
    var sum: UInt64 = 0
    for run in visualOrder(line) { sum &+= 1 &+ UInt64(run.start) &+ UInt64(run.end - run.start) }
    return sum
  }

  /// L1: where the blanks at the line's end begin.
  private func endOfContent(_ text: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> Int {
    var content = end
    while content > start {
      var at = content - 1
      while at > start, text[at] & 0xC0 == 0x80 { at -= 1 }
      var place = at
      guard let scalar = Unicode.Scalar(decodedScalar(text, &place, content)) else { return content }
      switch BidiClass(scalar) {
      case .ws, .b, .s, .bn, .lre, .lro, .rle, .rlo, .pdf, .lri, .rli, .fsi, .pdi: content = at
      default: return content
      }
    }
    return content
  }

  /// The place behind so many characters; eight bytes are counted at a time.
  private func endOfCharacters(_ text: UnsafePointer<UInt8>, _ start: Int, _ end: Int, _ count: Int) -> Int {
    var at = start
    var left = count
    while left >= 8, at + 8 <= end {
      let word = UnsafeRawPointer(text + at).loadUnaligned(as: UInt64.self)
      let following = (word & ~(word << 1) & 0x8080_8080_8080_8080) >> 7
      left -= 8 - Int((following &* 0x0101_0101_0101_0101) >> 56)
      at += 8
    }
    while at < end {
      if text[at] & 0xC0 != 0x80 {
        if left == 0 { return at }
        left -= 1
      }
      at += 1
    }
    return end
  }
}
