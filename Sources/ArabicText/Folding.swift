/// The form of `text` that search and comparison use: one spelling for what readers take as the same.
///
/// Vowel marks, tatweel, directional controls, joiners and Hebrew points are dropped; alefs become ا, final ye and
/// Persian ye ي, ة and the Persian and Urdu hes ه, seats of hamza ء, ک ك; presentation forms and ligatures become their
/// letters, Arabic-Indic and Persian digits ASCII ones; Latin letters lose case and diacritics. Everything else stays.
/// - Shape: folding twice equals folding once, but for a mark that had no letter.
/// - Complexity: O(*n*) in the bytes of `text`.
/// - Source: the spellings that lose hits in search engines for Arabic; UnicodeData.txt 15.0 for the forms.
public func folded(_ text: String) -> String {
  var text = text
  return text.withUTF8 { bytes in
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    fold(bytes, into: &out)
    return String(decoding: out, as: UTF8.self)
  }
}

/// A folded text that knows where each of its bytes comes from.
///
/// - Units: bytes of UTF-8, of the folded text on one side and of the original on the other.
public struct FoldedText: Sendable {
  /// The folded text, UTF-8.
  public let bytes: [UInt8]

  /// For each folded byte, the first byte of the original scalar it comes from.
  private let starts: [UInt32]

  /// For each folded byte, the end of that scalar together with the marks on it.
  private let ends: [UInt32]

  /// The number of bytes of the original.
  public let sourceCount: Int

  /// Folds `text` and keeps the way back.
  ///
  /// - Complexity: O(*n*) in the bytes of `text`; nine bytes of memory for each folded byte.
  public init(_ text: String) {
    var text = text
    var out: [UInt8] = []
    var starts: [UInt32] = []
    var ends: [UInt32] = []
    let table = FoldingTable.shared
    sourceCount = text.withUTF8 { bytes in
      out.reserveCapacity(bytes.count)
      starts.reserveCapacity(bytes.count)
      ends.reserveCapacity(bytes.count)
      // Marks extend the bytes from here on.
      var cluster = 0
      var at = 0
      while at < bytes.count {
        let (scalar, length) = decoded(bytes, at: at)
        let entry = table.entry(scalar)
        let next = at + length
        switch entry.role {
        case .control: break
        case .mark, .hamzaAbove, .gershayim:
          if entry.role == .hamzaAbove { placeHamza(in: &out) }
          for index in cluster..<out.count { ends[index] = UInt32(next) }
        default:
          cluster = out.count
          table.append(entry, to: &out)
          for _ in cluster..<out.count {
            starts.append(UInt32(at))
            ends.append(UInt32(next))
          }
        }
        at = next
      }
      return bytes.count
    }
    self.bytes = out
    self.starts = starts
    self.ends = ends
  }

  /// The folded text as a string.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The bytes of the original that `foldedRange` comes from, the marks on its last letter included.
  ///
  /// - Precondition: `foldedRange` lies inside the folded text.
  /// - Complexity: O(1).
  public func sourceRange(of foldedRange: Range<Int>) -> Range<Int> {
    let start = foldedRange.lowerBound < starts.count ? Int(starts[foldedRange.lowerBound]) : sourceCount
    if foldedRange.isEmpty { return start..<start }
    return start..<Int(ends[foldedRange.upperBound - 1])
  }
}

/// Appends the folding of `bytes` to `out`.
func fold(_ bytes: UnsafeBufferPointer<UInt8>, into out: inout [UInt8]) {
  let table = FoldingTable.shared
  var at = 0
  while at < bytes.count {
    let (scalar, length) = decoded(bytes, at: at)
    let entry = table.entry(scalar)
    switch entry.role {
    case .mark, .control, .gershayim: break
    case .hamzaAbove: placeHamza(in: &out)
    default: table.append(entry, to: &out)
    }
    at += length
  }
}

/// A decomposed hamza turns the seat before it into ء, as the precomposed letter is folded.
///
/// Marks between the two have been dropped already, so canonical order does not matter.
@inline(__always)
func placeHamza(in out: inout [UInt8]) {
  let count = out.count
  guard count >= 2, out[count - 2] == 0xD9, out[count - 1] == 0x88 || out[count - 1] == 0x8A else { return }
  out[count - 2] = 0xD8
  out[count - 1] = 0xA1
}
