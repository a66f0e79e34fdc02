import CReferences
import Measuring
import UnicodeText

/// How far what is measured is the same work: what both sides find, compared.
enum Agreement {
  /// The part of `ours` that a reference finds too, number by number.
  ///
  /// - Parameters:
  ///   - ours: What ours finds, in the order of the text.
  ///   - fill: Writes what the reference finds, and gives how many numbers these are.
  static func part<Value: FixedWidthInteger>(
    of ours: [Value], _ fill: (UnsafeMutablePointer<Value>?) -> Int
  ) -> Double {
    // A reference that finds more than twice as much agrees in nothing, and says so by its count.
    var theirs = [Value](repeating: 0, count: 2 * ours.count + 1024)
    let count = theirs.withUnsafeMutableBufferPointer { fill($0.baseAddress) }
    guard count == ours.count else {
      // Where one is left out, those behind it are found again by going on to the next that is the same.
      return Double(common(ours, Array(theirs[0..<min(count, theirs.count)]))) / Double(max(count, ours.count))
    }
    return count == 0 ? 1 : Double(zip(ours, theirs).count { $0 == $1 }) / Double(count)
  }

  /// How many values two lists share in the same order, looking ahead a little where they part.
  private static func common<Value: Equatable>(_ one: [Value], _ other: [Value]) -> Int {
    var (first, second, count) = (0, 0, 0)
    while first < one.count, second < other.count {
      if one[first] == other[second] {
        count += 1
        first += 1
        second += 1
        continue
      }
      let step = (1..<64).first { step in
        first + step < one.count && one[first + step] == other[second]
          || second + step < other.count && one[first] == other[second + step]
      }
      guard let step else {
        first += 1
        second += 1
        continue
      }
      if first + step < one.count, one[first + step] == other[second] { first += step } else { second += step }
    }
    return count
  }

  /// The places where lines may end, the text's end included, as ICU reports it.
  static func ourBreaks(_ text: SampleText) -> [UInt32] {
    var places: [UInt32] = []
    text.bytes.withUnsafeBufferPointer { bytes in
      UnicodeText.lineBreaks(bytes) { place, _ in places.append(UInt32(place)) }
    }
    places.append(UInt32(text.bytes.count))
    return places
  }
}
