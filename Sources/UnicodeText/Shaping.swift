/// Joins the letters of UTF-8 text: writes its scalars in logical order, Arabic letters by their presentation forms.
///
/// - Parameters:
///   - bytes: The text; bytes that are no UTF-8 count as U+FFFD.
///   - shaped: Takes the scalars. It must have room for as many as there are bytes.
///   - lamAlef: Whether lam with an alef becomes one scalar, with the marks of both behind it.
/// - Returns: How many scalars were written.
/// - Complexity: O(*n*), without allocations. ASCII is copied in words of eight bytes.
/// - Source: The Unicode Standard 15.0, section 9.2; the forms are those of `PresentationForm`.
public func shapeLetters(
  _ bytes: UnsafeBufferPointer<UInt8>, into shaped: UnsafeMutableBufferPointer<UInt32>, lamAlef: Bool = true
) -> Int {
  precondition(shaped.count >= bytes.count, "room for \(shaped.count) scalars, \(bytes.count) may come")
  guard let text = bytes.baseAddress, let out = shaped.baseAddress else { return 0 }
  let end = bytes.count
  let raw = UnsafeRawPointer(text)
  let forms = PresentationFormTable()
  var place = 0
  var count = 0
  // The last letter that may join what follows: its scalar, its place in `out`, its form so far; 0 for none.
  var letter: UInt32 = 0
  var letterPlace = 0
  var letterForm: UInt8 = 0
  while place < end {
    if place &+ 8 <= end {
      let word = raw.loadUnaligned(fromByteOffset: place, as: UInt64.self)
      if word & 0x8080_8080_8080_8080 == 0 {
        for step in 0..<8 { out[count &+ step] = UInt32(text[place &+ step]) }
        count &+= 8
        place &+= 8
        letter = 0
        continue
      }
    }
    let scalar = decodedScalar(text, &place, end)
    if scalar < 0x80 {
      out[count] = scalar
      count &+= 1
      letter = 0
      continue
    }
    let type = ScalarProperties(scalar).joining
    if type == JoiningType.transparent.rawValue {
      out[count] = scalar
      count &+= 1
      continue
    }
    let joined = (letter != 0 ? 1 : 0) & Joiner.joinPrevious &>> type & 1
    if joined != 0 {
      if lamAlef, letter == 0x644, let both = forms.lamAlef(scalar, isFinal: letterForm != 0) {
        out[letterPlace] = both.value
        letter = 0
        continue
      }
      out[letterPlace] = forms.entry(letter, letterForm | 2) & ~PresentationFormTable.lacksMark
    }
    let entry = forms.entry(scalar, joined)
    out[count] = entry & ~PresentationFormTable.lacksMark
    letter = Joiner.joinNext &>> type & 1 == 0 ? 0 : scalar
    letterPlace = count
    letterForm = joined
    count &+= 1
    if entry & PresentationFormTable.lacksMark != 0, let base = Unicode.Scalar(scalar) {
      out[count] = PresentationForm.missingMark(base).value
      count &+= 1
    }
  }
  return count
}
