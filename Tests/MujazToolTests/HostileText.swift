import Foundation

/// Texts that would do something to a terminal that is sent them as they are.
enum HostileText {
  /// Every control of C0 (without NUL, which no argument and no file name can hold), delete, every one of C1, and the
  /// controls of direction, each between letters.
  static let single: String = {
    var text = ""
    let values = Array(0x01...0x1F) + Array(0x7F...0x9F) + [0x2028, 0x2029] + Array(0x202A...0x202E)
    for value in values + Array(0x2066...0x2069) {
      guard let scalar = Unicode.Scalar(UInt32(value)) else { continue }
      text += "a\(Character(scalar))b"
    }
    return text
  }()

  /// Each known family of sequences, in its 7-bit and its 8-bit form.
  static let sequences: [(name: String, text: String)] = [
    ("CSI: print the screen", "\u{1B}[5i"), ("CSI in 8 bits", "\u{9B}5i"), ("CSI: report the title", "\u{1B}[21t"),
    ("CSI: all keys off", "\u{1B}[?9999h"), ("OSC: title", "\u{1B}]0;stolen\u{7}"),
    ("OSC with ST", "\u{1B}]2;stolen\u{1B}\\"), ("OSC in 8 bits", "\u{9D}0;stolen\u{9C}"),
    ("OSC 8: a link", "\u{1B}]8;;http://evil.example\u{1B}\\click\u{1B}]8;;\u{1B}\\"),
    ("OSC 52: the clipboard", "\u{1B}]52;c;ZXZpbA==\u{7}"), ("OSC 4: colours", "\u{1B}]4;0;?\u{7}"),
    ("DCS: ask for a setting", "\u{1B}P$qm\u{1B}\\"), ("DCS in 8 bits", "\u{90}$qm\u{9C}"),
    ("DCS: through tmux", "\u{1B}Ptmux;\u{1B}\u{1B}]0;stolen\u{7}\u{1B}\\"), ("APC: graphics", "\u{1B}_Ga=q\u{1B}\\"),
    ("APC in 8 bits", "\u{9F}Ga=q\u{9C}"), ("PM", "\u{1B}^stolen\u{1B}\\"), ("PM in 8 bits", "\u{9E}stolen\u{9C}"),
    ("SOS", "\u{1B}Xstolen\u{1B}\\"), ("SOS in 8 bits", "\u{98}stolen\u{9C}"), ("reset", "\u{1B}c"),
    ("screen of Es", "\u{1B}#8"), ("other letters", "\u{1B}(0"), ("shift out", "\u{E}"), ("enquiry", "\u{5}"),
    ("back over what was written", "\u{8}\u{8}\u{8}\u{8}stolen"), ("a line over another", "\rstolen"),
    ("escape before the end of a field", "x\u{1B}"),
    ("in the middle of a letter", "a\u{301}\u{1B}]0;stolen\u{7}\u{301}"),
    ("an override", "\u{202E}gnp.exe\u{202C}"), ("isolates", "\u{2067}\u{2066}abc\u{2069}\u{2069}"),
  ]

  /// All of them.
  static let all = single + sequences.map(\.text).joined(separator: " ") + "end"

  /// Bytes that are no UTF-8 and hide controls from programs that read it carelessly.
  static let broken: [(name: String, bytes: [UInt8])] = [
    ("a lone C1", [0x9B, 0x35, 0x69]), ("a letter cut short before ESC", [0xD9, 0x1B, 0x5B, 0x35, 0x69]),
    ("a longer letter cut short", [0xF0, 0x9F, 0x98, 0x1B, 0x5D, 0x30, 0x3B, 0x78, 0x07]),
    ("ESC in two bytes", [0xC0, 0x9B, 0x5B, 0x35, 0x69]), ("ESC in three", [0xE0, 0x80, 0x9B, 0x5B, 0x35, 0x69]),
    ("ESC in four", [0xF0, 0x80, 0x80, 0x9B, 0x5B, 0x35, 0x69]), ("a surrogate", [0xED, 0xA0, 0x9B, 0x5B, 0x35, 0x69]),
    ("beyond Unicode", [0xF5, 0x9B, 0x80, 0x80, 0x35, 0x69]), ("the lead of C1 alone", [0xC2]),
    ("8-bit OSC", [0x9D, 0x30, 0x3B, 0x78, 0x9C]), ("8-bit DCS", [0x90, 0x71, 0x9C]),
  ]

  /// A text as a string of JSON, every character by its number.
  static func json(_ text: String) -> String {
    "\""
      + text.utf16.map {
        "\\u" + String(repeating: "0", count: 4 - String($0, radix: 16).count) + String($0, radix: 16)
      }
      .joined() + "\""
  }
}
