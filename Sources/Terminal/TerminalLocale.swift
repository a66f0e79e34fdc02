import CTerminal

/// The locale of letters, by which curses tells how many columns a letter takes.
public enum TerminalLocale {
  /// Locales of which one is on every Debian, tried when the user's own cannot write Arabic.
  static let fallbacks = ["C.UTF-8", "C.utf8", "en_US.UTF-8"]

  /// Takes the user's locale, or one that can write Arabic in its place.
  ///
  /// Acts on the whole process, on LC_CTYPE only. Must come before the terminal is used.
  ///
  /// - Returns: The encoding in use, and the encoding that was replaced, if any.
  @discardableResult
  public static func adopt(environment: [String: String]) -> (codeset: String, replaced: String?) {
    let name = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? "C"
    let isKnown = ct_set_locale(name)
    let own = isKnown ? String(cString: ct_codeset()) : "that of '\(name)', which is not installed"
    if isKnown, isUTF8(own) { return (own, nil) }
    for fallback in fallbacks where ct_set_locale(fallback) {
      let codeset = String(cString: ct_codeset())
      if isUTF8(codeset) { return (codeset, own) }
    }
    if !isKnown { _ = ct_set_locale("C") }
    return (String(cString: ct_codeset()), nil)
  }

  /// Fails with advice where letters cannot be written.
  public static func check(codeset: String) throws(TerminalError) {
    guard isUTF8(codeset) else { throw .encoding(codeset, tried: fallbacks) }
  }

  private static func isUTF8(_ codeset: String) -> Bool {
    let letters = codeset.lowercased().filter { $0 != "-" }
    return letters == "utf8"
  }
}
