/// The sequences that prepare a terminal and put it right again.
///
/// - Source: the terminals' own documentation and trials; `TerminalProfile` says which apply.
public struct TerminalModes: Hashable, Sendable {
  /// Sent when the alternate screen is shown and before it is drawn for the first time, since VTE notes the order of
  /// letters with each row when the row is cleared.
  public var start: String

  /// Sent when the normal screen is shown again; earlier, and the next line of the shell would keep our order.
  public var end: String

  /// Sent in one piece when the program crashes: leaves the alternate screen, too.
  public var crash: String

  /// Sent before the normal screen is shown again, where that is the better moment.
  let early: String
  /// The part of `start` that keeps the terminal from ordering letters. Through a multiplexer it may get lost, and must
  /// be sent more than once.
  let explicit: String
  /// Its inverse.
  let implicit: String
  /// Whether sequences go through a multiplexer.
  let isPassedThrough: Bool

  /// Sequences that every terminal wants: pasted text is marked, the mouse reports clicks, wheel, and moves
  /// with a button held down, where the terminal knows those.
  private static let inputOn = "\u{1B}[?2004h\u{1B}[?1000h\u{1B}[?1002h\u{1B}[?1006h"
  private static let inputOff = "\u{1B}[?1006l\u{1B}[?1002l\u{1B}[?1000l\u{1B}[?2004l"

  /// The sequences for a profile.
  ///
  /// - Parameter usesMouse: Whether clicks are wanted; the terminal's own selection then needs the Shift key.
  public init(_ profile: TerminalProfile, usesMouse: Bool = true) {
    let order = Self.order(profile.bidiSwitch)
    let passthrough = profile.passthrough
    isPassedThrough = passthrough != nil && !order.explicit.isEmpty
    let marksRows = isPassedThrough && profile.bidiSwitch == .bdsm
    explicit = marksRows ? Self.marked(order.explicit, passthrough) : Self.wrapped(order.explicit, for: passthrough)
    let back = marksRows ? Self.marked(order.implicit, passthrough) : Self.wrapped(order.implicit, for: passthrough)
    implicit = profile.restores ? back : ""
    start = explicit + (usesMouse ? Self.inputOn : "\u{1B}[?2004h")
    // mlterm leaves rests of our screen behind when it is switched after it.
    early = isPassedThrough || profile.bidiSwitch == .mlterm ? implicit : ""
    end = Self.inputOff + (isPassedThrough || early.isEmpty ? implicit : "")
    let once = profile.restores ? Self.wrapped(order.implicit, for: passthrough) : ""
    // tmux drops what it should pass through while it changes screens, so there it is sent before and after.
    let before = early.isEmpty ? "" : once
    let after = isPassedThrough || early.isEmpty ? once : ""
    crash = before + Self.inputOff + "\u{1B}[?1049l\u{1B}[0m\u{1B}[?25h\u{1B}[?1l\u{1B}>" + after
  }

  /// A sequence that VTE notes with the row in which the cursor stands, sent in every row.
  ///
  /// Needed behind a multiplexer, which clears rows in ways of its own. Rows below the last one are the last one. The
  /// rows are wrapped one by one because GNU screen takes short strings only.
  private static func marked(_ sequence: String, _ passthrough: TerminalProfile.Passthrough?) -> String {
    (1...120).map { wrapped("\u{1B}7\u{1B}[\($0);1H\(sequence)\u{1B}8", for: passthrough) }.joined()
  }

  /// What `doctor --reset-terminal` sends: gives back everything that any version of us could have changed.
  ///
  /// - Parameters:
  ///   - profile: The terminal at hand; sequences that it would not understand are left out.
  public static func reset(_ profile: TerminalProfile) -> String {
    let switches: [TerminalProfile.Switch] =
      profile.bidiSwitch == .off || profile.bidiSwitch == .lro ? [.bdsm] : [.bdsm, profile.bidiSwitch]
    let implicit = switches.map { wrapped(order($0).implicit, for: profile.passthrough) }.joined()
    return inputOff + "\u{1B}[?1049l\u{1B}[0m\u{1B}[?25h\u{1B}[?1l\u{1B}>" + implicit
  }

  /// The two sequences of a switch: order left alone, and order made by the terminal.
  static func order(_ method: TerminalProfile.Switch) -> (explicit: String, implicit: String) {
    switch method {
    case .bdsm: ("\u{1B}[8l", "\u{1B}[8h")
    case .konsole: ("\u{1B}]50;BidiRenderingEnabled=false\u{7}", "\u{1B}]50;BidiRenderingEnabled=true\u{7}")
    case .mlterm: ("\u{1B}]5379;use_ctl=false\u{7}", "\u{1B}]5379;use_ctl=true\u{7}")
    case .lro, .off: ("", "")
    }
  }

  /// A sequence as a multiplexer wants it, to hand it on to the terminal outside.
  public static func wrapped(_ sequence: String, for passthrough: TerminalProfile.Passthrough?) -> String {
    guard !sequence.isEmpty else { return "" }
    switch passthrough {
    case nil: return sequence
    case .screen: return "\u{1B}P\(sequence)\u{1B}\\"
    case .tmux:
      let doubled = sequence.unicodeScalars.map { $0 == "\u{1B}" ? "\u{1B}\u{1B}" : String($0) }.joined()
      return "\u{1B}Ptmux;\(doubled)\u{1B}\\"
    }
  }

  /// Hands text to the clipboard of the machine that the terminal runs on (OSC 52).
  public static func clipboard(_ text: String, for passthrough: TerminalProfile.Passthrough?) -> String {
    wrapped("\u{1B}]52;c;\(base64(text))\u{7}", for: passthrough)
  }

  static func base64(_ text: String) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    let bytes = Array(text.utf8)
    var coded: [UInt8] = []
    coded.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let bits = group.reduce(0) { $0 << 8 | UInt32($1) } << (8 * UInt32(3 - group.count))
      for place in 0..<4 {
        let digit = Int(bits >> UInt32(18 - 6 * place) & 63)
        coded.append(place <= group.count ? alphabet[digit] : UInt8(ascii: "="))
      }
    }
    return String(decoding: coded, as: UTF8.self)
  }
}
