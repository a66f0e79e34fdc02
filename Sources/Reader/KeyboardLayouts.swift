/// The Latin letter on the key that gives `scalar` on an Arabic, Persian or Hebrew keyboard, or `nil`.
///
/// So that `q` works without changing the keyboard's layout: ض and / are on the same key.
/// - Source: the layouts Arabic (101), Persian (standard) and Hebrew (standard) over US QWERTY.
func latinKey(at scalar: Unicode.Scalar) -> Unicode.Scalar? { latinKeys[scalar] }

/// One row of keys of two layouts, in the same order; a blank stands where a layout has nothing of its own.
private let rows: [(latin: String, other: String)] = [
  ("qwertyuiop[]", "ضصثقفغعهخحجد"),
  ("asdfghjkl;'", "شسيبلاتنمكط"),
  ("zxcvnm,./", "ئءؤرىةوزظ"),
  ("qwertyuiop[]", "ضصثقفغعهخحجچ"),
  ("asdfghjkl;'", "شسیبلاتنمکگ"),
  ("zxcvbnm,", "ظطزرذدپو"),
  ("wertyuiop", "'קראטוןםפ"),
  ("asdfghjkl;", "שדגכעיחלךף"),
  ("zxcvbnm,.", "זסבהנמצתץ"),
  ("?", "؟"),
  // Arabic with Shift, where this reader has a capital: fatha, two lam-alefs, tatweel, comma, alef with madda. Lam-alef
  // has a key of its own.
  ("QGBJKN", "\u{064E}\u{FEF7}\u{FEF5}\u{0640}\u{060C}\u{0622}"),
  ("b", "\u{FEFB}"),
  // Single quotation marks, dammatan, lam-alef with hamza below, sukun, kasratan.
  ("MURTXS", "\u{2019}\u{2018}\u{064C}\u{FEF9}\u{0652}\u{064D}"),
]

private let latinKeys: [Unicode.Scalar: Unicode.Scalar] = {
  var keys: [Unicode.Scalar: Unicode.Scalar] = [:]
  for row in rows {
    // The first layout wins where two disagree.
    for (latin, other) in zip(row.latin.unicodeScalars, row.other.unicodeScalars)
    where other.value > 0x7F && keys[other] == nil {
      keys[other] = latin
    }
  }
  // Arabic-Indic and Persian digits stand on the digits' keys.
  for digit: UInt32 in 0...9 {
    guard let latin = Unicode.Scalar(0x30 + digit) else { continue }
    for base: UInt32 in [0x660, 0x6F0] {
      if let other = Unicode.Scalar(base + digit) { keys[other] = latin }
    }
  }
  return keys
}()
