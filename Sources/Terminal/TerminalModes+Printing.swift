import CTerminal

extension TerminalModes {
  /// What to send before and after lines in visual order that are printed on the normal screen, as `mujaz show` does.
  ///
  /// VTE notes the order with each row, so the lines stay right after the terminal's own order is given back; in others
  /// they change with it, and there they are best piped into a pager or read in the reader.
  public static func printing(_ profile: TerminalProfile) -> (start: String, end: String) {
    let (explicit, implicit) = order(profile.bidiSwitch)
    return (
      wrapped(explicit, for: profile.passthrough), profile.restores ? wrapped(implicit, for: profile.passthrough) : ""
    )
  }

  /// What to print before each such line: an override, where nothing else holds the order of a row.
  public static func linePrefix(_ profile: TerminalProfile) -> String {
    profile.bidiSwitch == .lro ? "\u{202D}" : ""
  }

  /// Makes the terminal edit lines and show what is typed again, as `stty sane` does: what a program that was killed
  /// could not undo. Says whether standard input is a terminal.
  public static func restoreSettings() -> Bool { ct_sane() }
}
