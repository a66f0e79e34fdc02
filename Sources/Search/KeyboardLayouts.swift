import ArabicText

/// What was typed while the keyboard had another layout: `hdvhk` is إيران typed in Latin, `رشفخ` is nato in Arabic.
public enum KeyboardLayouts {
  /// The text as the other layouts would have given it, likeliest first; empty where no layout explains all its letters.
  ///
  /// Latin letters are read as Arabic, Persian and Hebrew keys; letters of those scripts as Latin keys. Blanks, digits and
  /// the marks of the query language stay.
  /// - Complexity: O(*n*).
  public static func retyped(_ text: String) -> [String] {
    let scalars = Array(text.unicodeScalars)
    var readings: [String] = []
    func add(_ reading: String?) {
      guard let reading, reading != text, !readings.contains(reading) else { return }
      readings.append(reading)
    }
    let isLatin = scalars.contains { isLatinLetter($0) }
    let isOther = scalars.contains { $0.value >= 0x5D0 }
    guard isLatin != isOther else { return [] }
    for keys in [arabic, persian, hebrew] {
      add(isLatin ? map(scalars, keys.fromLatin) : map(scalars, keys.toLatin))
    }
    return readings
  }

  private static func isLatinLetter(_ scalar: Unicode.Scalar) -> Bool {
    0x41...0x5A ~= scalar.value || 0x61...0x7A ~= scalar.value
  }

  private static func map(_ scalars: [Unicode.Scalar], _ keys: [String: String]) -> String? {
    var out = ""
    var at = 0
    while at < scalars.count {
      // The Arabic lam-alef is one key.
      if at + 1 < scalars.count, let letter = keys[String(scalars[at]) + String(scalars[at + 1])] {
        out += letter
        at += 2
        continue
      }
      if let letter = keys[String(scalars[at])] ?? keys[String(scalars[at]).lowercased()] {
        out += letter
      } else if scalars[at].properties.isAlphabetic {
        return nil
      } else {
        out.unicodeScalars.append(scalars[at])
      }
      at += 1
    }
    return out
  }

  private struct Keys {
    var fromLatin: [String: String] = [:]
    var toLatin: [String: String] = [:]

    /// - Parameter keys: The keys and their letters, in the same order, separated by blanks.
    init(_ latin: StaticString, _ letters: StaticString) {
      let keys = latin.description.split(separator: " ").map { String($0) }
      for (key, letter) in zip(keys, letters.description.split(separator: " ").map { String($0) }) {
        fromLatin[key] = letter
        if toLatin[letter] == nil { toLatin[letter] = key }
      }
    }
  }

  /// Windows and X11 "Arabic (101)".
  private static let arabic = Keys(
    "q w e r t y u i o p [ ] a s d f g h j k l ; ' z x c v b n m , . / ` H Y N G T B",
    "ض ص ث ق ف غ ع ه خ ح ج د ش س ي ب ل ا ت ن م ك ط ئ ء ؤ ر لا ى ة و ز ظ ذ أ إ آ لأ لإ لآ")

  /// ISIRI 9147.
  private static let persian = Keys(
    "q w e r t y u i o p [ ] a s d f g h j k l ; ' z x c v b n m , H N M",
    "ض ص ث ق ف غ ع ه خ ح ج چ ش س ی ب ل ا ت ن م ک گ ظ ط ز ر ذ د پ و آ أ ء")

  /// SI-1452.
  private static let hebrew = Keys(
    "e r t y u i o p a s d f g h j k l ; z x c v b n m , . '",
    "ק ר א ט ו ן ם פ ש ד ג כ ע י ח ל ך ף ז ס ב ה נ מ צ ת ץ ,")
}
