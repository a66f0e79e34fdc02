import Glibc

/// How common each letter is in a thousand letters of news in its language; what is not listed is rare.
///
/// Rounded: encodings put quite different letters on the same byte, so only the order of size matters.
private let perThousand: [Unicode.Scalar: Double] = {
  var table: [Unicode.Scalar: Double] = [:]
  let counts: [(String, [Double])] = [
    (
      "اليمونرتبعدةسهفأقكحىجإشصطخضذءثزغئظآؤ",
      [
        130, 115, 70, 62, 60, 58, 48, 47, 40, 36, 34, 33, 30, 30, 28, 25, 24, 22, 21, 11, 14, 10, 14, 12, 10, 10, 8, 7,
        5, 7, 7,
        5, 5, 3, 3, 2,
      ]
    ),
    ("پچژگکی", [8, 3, 1, 9, 12, 20]),
    (
      "יהולארתבמשנעדחקפםטכגסזצןךףץ",
      [
        110, 105, 100, 72, 63, 56, 50, 47, 46, 44, 30, 30, 25, 24, 22, 20, 26, 13, 22, 13, 12, 7, 10, 11, 7, 3, 2,
      ]
    ),
  ]
  for (letters, numbers) in counts {
    for (letter, number) in zip(letters.unicodeScalars, numbers) { table[letter] = number }
  }
  return table
}()

/// The encoding of one byte a letter that `bytes` fit best, by how common the letters are that they would be.
///
/// - Complexity: O(*n*); reads at most the first 64 KiB.
func bestLegacyEncoding(_ bytes: [UInt8]) -> LegacyEncoding {
  let candidates: [LegacyEncoding] = [.windows1256, .iso8859Arabic, .windows1255, .windows1252]
  let sample = bytes.prefix(1 << 16)
  var best = candidates[0]
  var bestScore = -Double.infinity
  for candidate in candidates {
    let score = fitness(of: sample, in: candidate)
    if score > bestScore { (best, bestScore) = (candidate, score) }
  }
  return best
}

/// The sum of the logarithms of how likely each byte beyond ASCII is in an encoding.
private func fitness(of sample: ArraySlice<UInt8>, in encoding: LegacyEncoding) -> Double {
  // A row for each byte: how likely it is between letters of its own kind, and beside a Latin letter.
  let likely = zip(encoding.scalars, encoding.isDefined).map {
    scalar, isDefined -> (alone: Double, besideLatin: Double) in
    guard isDefined else { return (log(0.001), log(0.001)) }
    switch scalar.value {
    case 0x5D0...0x5EA, 0x620...0x64A, 0x66E...0x6D3:
      let share = perThousand[scalar] ?? 0.5
      return (log(share), log(0.02))
    case 0x5B0...0x5C7, 0x64B...0x652: return (log(1), log(0.02))
    case 0xA0, 0xAB, 0xBB, 0x60C, 0x61B, 0x61F, 0x2010...0x2026: return (log(8), log(8))
    case 0xC0...0xFF, 0x152...0x178: return (log(0.3), log(20))
    case 0x80...0x9F: return (log(0.01), log(0.01))
    default: return (log(0.2), log(0.2))
    }
  }
  var score = 0.0
  var previous: UInt8 = 0x20
  for (index, byte) in zip(sample.indices, sample) {
    if byte >= 0x80 {
      let next = index + 1 < sample.endIndex ? sample[index + 1] : 0x20
      let isBesideLatin = isLatinLetter(previous) || isLatinLetter(next)
      score += isBesideLatin ? likely[Int(byte)].besideLatin : likely[Int(byte)].alone
    }
    previous = byte
  }
  return score
}

private func isLatinLetter(_ byte: UInt8) -> Bool { 0x41...0x5A ~= byte & 0xDF }
