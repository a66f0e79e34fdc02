import Measuring
import UnicodeText

/// Ours for "UTF-8 to visual runs of lines", kept from text to text.
final class OurBidi {
  private var work = OurBidiWork()

  /// Resolves each paragraph and orders lines of `columns` characters; gives a number made from all runs.
  func visualRuns(of text: SampleText, columns: Int) -> UInt64 {
    var sum: UInt64 = 0
    work.forEachRun(of: text, columns: columns) { run in
      sum &+= 1 &+ UInt64(run.start) &+ UInt64(run.end - run.start)
    }
    return sum
  }

  /// What rule X9 of UAX #9 removes stands nowhere.
  private static let removed: Set<BidiClass> = [.lre, .lro, .rle, .rlo, .pdf, .bn]

  /// A number for each line, made from its order: see `OrderHash`.
  func lineHashes(of text: SampleText, columns: Int) -> [UInt64] {
    var hashes: [UInt64] = []
    var hash: UInt64 = 0
    // Places in characters, as the references count them.
    var places = [UInt32](repeating: 0, count: text.bytes.count + 1)
    var count: UInt32 = 0
    var at = 0
    var isSeen: [Bool] = []
    for scalar in String(decoding: text.bytes, as: UTF8.self).unicodeScalars {
      for _ in 0..<UTF8.width(scalar) { places[at] = count; at += 1 }
      isSeen.append(!Self.removed.contains(BidiClass(scalar)))
      count += 1
    }
    places[text.bytes.count] = count
    work.forEachRun(of: text, columns: columns) {
      hashes.append(hash)
      hash = 0
    } run: { run in
      let first = places[run.start]
      let end = places[run.end]
      if run.isRightToLeft {
        for place in (first..<end).reversed() where isSeen[Int(place)] { hash = OrderHash.next(hash, place) }
      } else {
        for place in first..<end where isSeen[Int(place)] { hash = OrderHash.next(hash, place) }
      }
    }
    return hashes
  }
}

/// A number made from the characters of a line in the order in which they are seen; as `cr_icu_line_hashes` makes it.
enum OrderHash {
  @inline(__always)
  static func next(_ hash: UInt64, _ character: UInt32) -> UInt64 {
    (hash &+ UInt64(character) &+ 1) &* 0x100_0000_01B3
  }
}

/// What the product is asked to do: the only file that knows how it is called. A structure, as access to the properties
/// of a class would be checked each time.
private struct OurBidiWork: ~Copyable {
  private var resolver = BidiResolver()

  /// Resolves each paragraph and orders lines of `columns` characters.
  @inline(__always)
  mutating func forEachRun(
    of text: SampleText, columns: Int, endOfLine: () -> Void = {}, run: (BidiLevelRun) -> Void
  ) {
    text.bytes.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return }
      var start = 0
      for end in text.ends {
        let paragraph = start..<Int(end)
        resolver.resolve(bytes, paragraph, base: .automatic)
        var at = start
        while at < paragraph.upperBound {
          let lineEnd = Self.endOfCharacters(base, at, paragraph.upperBound, columns)
          resolver.forEachVisualRun(ofLine: at..<lineEnd, in: bytes, run)
          endOfLine()
          at = lineEnd
        }
        start = paragraph.upperBound
      }
    }
  }

  /// The place behind so many characters; eight bytes are counted at a time.
  private static func endOfCharacters(_ text: UnsafePointer<UInt8>, _ start: Int, _ end: Int, _ count: Int) -> Int {
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
