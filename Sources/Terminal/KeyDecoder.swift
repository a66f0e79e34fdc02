import Cells

/// Turns the bytes that a terminal sends into keys, mouse events and pasted text.
///
/// - Shape: bytes go in with `feed`, events come out with `next`. A sequence that is not complete stays inside; when
///   nothing more arrives within `patience`, `giveUp` takes it for what it is: an Escape key, for example.
/// - Source: ECMA-48 for the grammar; xterm's ctlseqs for keys and mouse; the deviations of rxvt, the Linux console
///   and mlterm. Keys are recognised whatever `TERM` says, since the sequences do not contradict each other.
///   Replies to questions, and everything else that is no key, are swallowed.
public struct KeyDecoder: Sendable {
  var bytes: [UInt8] = []
  var start = 0
  private var pasted: [UInt8]?

  /// Creates a decoder that holds nothing.
  public init() {}

  /// Takes in what arrived.
  public mutating func feed(_ arrived: some Sequence<UInt8>) {
    if start > 0 {
      bytes.removeFirst(start)
      start = 0
    }
    bytes.append(contentsOf: arrived)
  }

  /// Whether a sequence has begun and not ended.
  public var isWaiting: Bool { start < bytes.count || pasted != nil }

  /// How many milliseconds to wait for the rest of a sequence before `giveUp`.
  ///
  /// A lone Escape is a key after 25 ms; whatever has an unmistakable beginning may take longer to arrive.
  public var patience: Int {
    if pasted != nil { return 1000 }
    return bytes.count - start <= 2 ? 25 : 200
  }

  /// The next event, or `nil` when nothing complete is left.
  ///
  /// - Complexity: O(*n*) in the bytes of the event.
  public mutating func next() -> InputEvent? {
    while start < bytes.count {
      if pasted != nil {
        guard let text = pasteEnd() else { return nil }
        return .paste(text)
      }
      switch step() {
      case .event(let event, let length):
        start += length
        return event
      case .nothing(let length): start += length
      case .pasteBegins(let length):
        start += length
        pasted = []
      case .incomplete: return nil
      }
    }
    return nil
  }

  /// Takes what has waited too long for what it is, and says what that was.
  public mutating func giveUp() -> InputEvent? {
    if let text = pasted {
      // The end of a paste got lost. Better a paste cut short than a keyboard that writes into nowhere.
      pasted = nil
      return .paste(String(decoding: text, as: UTF8.self))
    }
    guard start < bytes.count else { return nil }
    let rest = bytes[start...]
    guard rest.first == 0x1B else {
      // A letter that was cut off.
      start = bytes.count
      return nil
    }
    guard rest.count > 1, rest.last != 0x1B else {
      start += 1
      return .key(Key(.escape))
    }
    guard rest.count == 2, let second = rest.last, second < 0x80 else {
      // The rest of an answer or of an unknown key never came: none of it was typed by a hand.
      start = bytes.count
      return nil
    }
    start += 2
    return Self.key(ascii: second, .alt).map { .key($0) }
  }

  // MARK: - One step

  enum Step {
    case event(InputEvent, length: Int)
    case nothing(length: Int)
    case pasteBegins(length: Int)
    case incomplete
  }

  private func step() -> Step {
    let rest = bytes[start...]
    guard let first = rest.first else { return .incomplete }
    guard first == 0x1B else { return character(rest, []) }
    guard let second = rest.dropFirst().first else { return .incomplete }
    switch second {
    case UInt8(ascii: "["): return controlSequence(rest.dropFirst(2), before: 2, [])
    case UInt8(ascii: "O"): return singleShift(rest.dropFirst(2), before: 2, [])
    case UInt8(ascii: "P"), UInt8(ascii: "]"), UInt8(ascii: "^"), UInt8(ascii: "_"), UInt8(ascii: "X"):
      return string(rest, bellEnds: second == UInt8(ascii: "]"))
    case 0x1B:
      // rxvt puts a second Escape before a key for Alt; two Escape keys look the same up to here.
      guard let third = rest.dropFirst(2).first else { return .incomplete }
      switch third {
      case UInt8(ascii: "["): return controlSequence(rest.dropFirst(3), before: 3, .alt)
      case UInt8(ascii: "O"): return singleShift(rest.dropFirst(3), before: 3, .alt)
      default: return .event(.key(Key(.escape)), length: 1)
      }
    default:
      switch character(rest.dropFirst(), .alt) {
      case .event(let event, let length): return .event(event, length: length + 1)
      case .nothing(let length): return .nothing(length: length + 1)
      default: return .incomplete
      }
    }
  }

  /// A character of any script, or a control.
  private func character(_ rest: ArraySlice<UInt8>, _ modifiers: Key.Modifiers) -> Step {
    guard let first = rest.first else { return .incomplete }
    if first < 0x80 {
      guard let key = Self.key(ascii: first, modifiers) else { return .nothing(length: 1) }
      return .event(.key(key), length: 1)
    }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard first >= 0xC2, first <= 0xF4 else { return .nothing(length: 1) }
    let letter = rest.prefix(length)
    if let wrong = letter.dropFirst().firstIndex(where: { $0 & 0xC0 != 0x80 }) {
      return .nothing(length: wrong - rest.startIndex)
    }
    guard letter.count == length else { return .incomplete }
    guard let text = String(validating: letter, as: UTF8.self), let scalar = text.unicodeScalars.first,
      scalar.value >= 0xA0
    else { return .nothing(length: length) }
    return .event(.key(Key(scalar, modifiers)), length: length)
  }

  /// The key of one ASCII byte.
  static func key(ascii byte: UInt8, _ modifiers: Key.Modifiers) -> Key? {
    switch byte {
    case 0x00: return Key(" ", modifiers.union(.control))
    case 0x09: return Key(.tab, modifiers)
    case 0x0D: return Key(.enter, modifiers)
    case 0x1B: return Key(.escape, modifiers)
    // Terminals disagree which of the two the Backspace key sends.
    case 0x08, 0x7F: return Key(.backspace, modifiers)
    case 0x01...0x1A: return Key(Unicode.Scalar(byte + 0x60), modifiers.union(.control))
    case 0x1C...0x1F: return Key(Unicode.Scalar(byte + 0x40), modifiers.union(.control))
    default: return byte < 0x80 ? Key(Unicode.Scalar(byte), modifiers) : nil
    }
  }

  /// Skips an answer: everything up to the string terminator, or a bell.
  private func string(_ rest: ArraySlice<UInt8>, bellEnds: Bool) -> Step {
    var index = rest.startIndex + 2
    while index < rest.endIndex {
      if bellEnds, rest[index] == 0x07 { return .nothing(length: index + 1 - rest.startIndex) }
      if rest[index] == 0x1B {
        guard index + 1 < rest.endIndex else { return .incomplete }
        // Another sequence begins: the string was cut off.
        let isEnd = rest[index + 1] == UInt8(ascii: "\\")
        return .nothing(length: index + (isEnd ? 2 : 0) - rest.startIndex)
      }
      index += 1
    }
    return .incomplete
  }

  // MARK: - Paste

  /// Moves what was pasted out of `bytes`; the whole text when its end is there.
  private mutating func pasteEnd() -> String? {
    let end: [UInt8] = [0x1B, 0x5B, 0x32, 0x30, 0x31, 0x7E]  // CSI 201 ~
    var index = start
    while index < bytes.count {
      if bytes[index] == 0x1B {
        let tail = bytes[index...].prefix(end.count)
        if tail.elementsEqual(end) {
          let text = (pasted ?? []) + bytes[start..<index]
          pasted = nil
          start = index + end.count
          return String(decoding: text, as: UTF8.self)
        }
        if end.starts(with: tail) { break }
      }
      index += 1
    }
    pasted?.append(contentsOf: bytes[start..<index])
    start = index
    return nil
  }
}
