/// Why a terminal cannot be used.
public enum TerminalError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Input or output is a file or a pipe.
  case notATerminal(input: Bool, output: Bool)
  /// `TERM` is not set, or names a terminal that cannot place text.
  case noTerminalType(String)
  /// The system does not know the terminal that `TERM` names, nor a common one in its place.
  case unknownTerminalType(String)
  /// Letters other than Latin cannot be written: the encoding of the locale, and the locales that were tried.
  case encoding(String, tried: [String])
  /// There is one screen, and it is in use.
  case inUse
  /// The system refused: the number of its error.
  case system(Int32)

  /// What was found, what is needed, and what to do.
  public var description: String {
    switch self {
    case .notATerminal(let input, let output):
      let which =
        !input && !output ? "standard input and output are" : !input ? "standard input is" : "standard output is"
      return "\(which) not a terminal; run it in a terminal window, without < > or |"
    case .noTerminalType(let name):
      return "TERM is '\(name)', which has no screen to draw on; in most terminals TERM=xterm-256color works"
    case .unknownTerminalType(let name):
      return "no description of the terminal '\(name)' is installed; install Debian's ncurses-term, "
        + "or set TERM=xterm-256color"
    case .encoding(let found, let tried):
      return "the locale's encoding is \(found), and none of \(tried.joined(separator: ", ")) is installed; "
        + "Arabic needs UTF-8: set LANG=C.UTF-8 or install Debian's locales"
    case .inUse: return "the terminal is in use by this program already"
    case .system(let number): return "the terminal cannot be set up (system error \(number))"
    }
  }
}
