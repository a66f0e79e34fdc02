import Cells

/// Keys and mouse events that come as control sequences.
extension KeyDecoder {
  /// What follows `ESC [`; `before` bytes of the sequence stand before `rest`.
  func controlSequence(_ rest: ArraySlice<UInt8>, before: Int, _ held: Key.Modifiers) -> Step {
    if rest.first == UInt8(ascii: "[") {
      // The Linux console: CSI [ A … E for F1 … F5.
      guard let letter = rest.dropFirst().first else { return .incomplete }
      guard (0x41...0x45).contains(letter) else { return .nothing(length: before + 1) }
      return .event(.key(Key(.function(Int(letter) - 0x40), held)), length: before + 2)
    }
    guard let last = rest.firstIndex(where: { !(0x20...0x3F).contains($0) }) else { return .incomplete }
    let final = rest[last]
    let length = before + last - rest.startIndex + 1
    // A control or a letter of another script ends what was no sequence, and is read again for itself.
    guard (0x40...0x7E).contains(final) else { return .nothing(length: length - 1) }
    let inside = rest[..<last]
    if final == UInt8(ascii: "M"), inside.isEmpty { return mouseX10(rest.dropFirst(), before: before + 1) }

    let prefix = inside.first.flatMap { (0x3C...0x3F).contains($0) ? $0 : nil }
    let numbers = Self.numbers(prefix == nil ? inside : inside.dropFirst())
    if prefix == UInt8(ascii: "<"), final == UInt8(ascii: "M") || final == UInt8(ascii: "m") {
      let event = numbers.flatMap { Self.mouse($0, pressed: final == UInt8(ascii: "M")) }
      return event.map { .event(.mouse($0), length: length) } ?? .nothing(length: length)
    }
    // Answers to questions: with a mark in front, or with characters between numbers and letter.
    guard prefix == nil, let numbers else { return .nothing(length: length) }
    if final == UInt8(ascii: "~"), numbers == [200] { return .pasteBegins(length: length) }
    guard let key = Self.key(final: final, numbers) else { return .nothing(length: length) }
    return .event(.key(Key(key.code, key.modifiers.union(held))), length: length)
  }

  /// What follows `ESC O`: the same keys in the terminal's application mode.
  func singleShift(_ rest: ArraySlice<UInt8>, before: Int, _ held: Key.Modifiers) -> Step {
    guard let last = rest.firstIndex(where: { !(0x30...0x39).contains($0) }) else { return .incomplete }
    let length = before + last - rest.startIndex + 1
    let final = rest[last]
    guard (0x40...0x7E).contains(final) else { return .nothing(length: length - 1) }
    let modifiers = Self.modifiers(Self.numbers(rest[..<last])?.last ?? 1).union(held)
    let key: Key? =
      switch final {
      case UInt8(ascii: "M"): Key(.enter)
      case UInt8(ascii: "a"): Key(.up, .control)
      case UInt8(ascii: "b"): Key(.down, .control)
      case UInt8(ascii: "c"): Key(.right, .control)
      case UInt8(ascii: "d"): Key(.left, .control)
      // The number block: its keys are the ASCII characters 64 places before.
      case UInt8(ascii: "j")...UInt8(ascii: "y"): Key(Unicode.Scalar(final - 0x40))
      default: Self.code(final).map { Key($0) }
      }
    guard let key else { return .nothing(length: length) }
    return .event(.key(Key(key.code, key.modifiers.union(modifiers))), length: length)
  }

  /// The numbers between semicolons, an empty one counting as 0; `nil` when there is something else between.
  private static func numbers(_ text: ArraySlice<UInt8>) -> [Int]? {
    guard !text.isEmpty else { return [] }
    var numbers: [Int] = []
    for field in text.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false) {
      // A colon separates details, such as the kind of a key event, that we have no use for.
      let digits = field.prefix { $0 != UInt8(ascii: ":") }
      guard digits.count <= 7, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
      numbers.append(digits.reduce(0) { $0 * 10 + Int($1) - 0x30 })
    }
    return numbers
  }

  /// xterm's number for keys held down: 1 + Shift 1 + Alt 2 + Control 4 + Meta 8.
  private static func modifiers(_ number: Int) -> Key.Modifiers {
    guard (2...16).contains(number) else { return [] }
    let bits = number - 1
    var modifiers: Key.Modifiers = []
    if bits & 1 != 0 { modifiers.insert(.shift) }
    if bits & 0b1010 != 0 { modifiers.insert(.alt) }
    if bits & 4 != 0 { modifiers.insert(.control) }
    return modifiers
  }

  private static func code(_ final: UInt8) -> Key.Code? {
    switch final {
    case UInt8(ascii: "A"): .up
    case UInt8(ascii: "B"): .down
    case UInt8(ascii: "C"): .right
    case UInt8(ascii: "D"): .left
    case UInt8(ascii: "F"): .end
    case UInt8(ascii: "H"): .home
    case UInt8(ascii: "P"): .function(1)
    case UInt8(ascii: "Q"): .function(2)
    case UInt8(ascii: "R"): .function(3)
    case UInt8(ascii: "S"): .function(4)
    case UInt8(ascii: "Z"): .backTab
    default: nil
    }
  }

  private static func code(number: Int) -> Key.Code? {
    switch number {
    case 1, 7: .home
    case 2: .insert
    case 3: .delete
    case 4, 8: .end
    case 5: .pageUp
    case 6: .pageDown
    case 11...15: .function(number - 10)
    case 17...21: .function(number - 11)
    case 23...26: .function(number - 12)
    case 28, 29: .function(number - 13)
    case 31...34: .function(number - 14)
    default: nil
    }
  }

  private static func key(final: UInt8, _ numbers: [Int]) -> Key? {
    let held = modifiers(numbers.count > 1 ? numbers[1] : 1)
    switch final {
    case UInt8(ascii: "~"):
      if numbers.count == 3, numbers[0] == 27 { return character(numbers[2], held) }
      return numbers.first.flatMap(code(number:)).map { Key($0, held) }
    // rxvt: Control is a circumflex instead of the tilde, with Shift an at sign.
    case UInt8(ascii: "^"): return numbers.first.flatMap(code(number:)).map { Key($0, .control) }
    case UInt8(ascii: "@"): return numbers.first.flatMap(code(number:)).map { Key($0, [.control, .shift]) }
    case UInt8(ascii: "a"): return Key(.up, .shift)
    case UInt8(ascii: "b"): return Key(.down, .shift)
    case UInt8(ascii: "c") where numbers.isEmpty: return Key(.right, .shift)
    case UInt8(ascii: "d"): return Key(.left, .shift)
    case UInt8(ascii: "u"): return numbers.first.flatMap { character($0, held) }
    case UInt8(ascii: "Z"): return Key(.backTab)
    default:
      // With two numbers, only "1;modifiers" is a key; others report positions and states.
      guard numbers.count <= 1 || (numbers.count == 2 && numbers[0] <= 1) else { return nil }
      return code(final).map { Key($0, held) }
    }
  }

  /// A character that comes as its number, as xterm and kitty send what has no byte of its own.
  private static func character(_ number: Int, _ held: Key.Modifiers) -> Key? {
    guard let scalar = Unicode.Scalar(UInt32(number)) else { return nil }
    if scalar.isASCII, scalar.value < 0x20 || scalar.value == 0x7F {
      return key(ascii: UInt8(scalar.value), held)
    }
    // Shift is in the character already.
    return Key(scalar, held.subtracting(.shift))
  }

  // MARK: - Mouse

  private func mouseX10(_ rest: ArraySlice<UInt8>, before: Int) -> Step {
    let three = Array(rest.prefix(3))
    guard three.count == 3 else { return .incomplete }
    let numbers = [Int(three[0]) - 32, Int(three[1]) - 32, Int(three[2]) - 32]
    // A release says 3 for the button here, whichever it was.
    let isRelease = numbers[0] & ~0b11100 == 3
    let event = Self.mouse(isRelease ? [0] + numbers.dropFirst() : numbers, pressed: !isRelease)
    return event.map { .event(.mouse($0), length: before + 3) } ?? .nothing(length: before + 3)
  }

  /// A press of the left button, a move with it, its release, or a turn of the wheel. Keys held down with it make no
  /// difference. How far the screen goes is not known here: a place may be far outside.
  private static func mouse(_ numbers: [Int], pressed: Bool) -> MouseEvent? {
    guard numbers.count == 3, numbers[1] > 0, numbers[2] > 0 else { return nil }
    let position = Frame.Position(column: numbers[1] - 1, row: numbers[2] - 1)
    switch numbers[0] & ~0b11100 {
    // Some terminals say of a release that the mouse has moved.
    case 0 where !pressed, 32 where !pressed: return MouseEvent(.release, at: position)
    case _ where !pressed: return nil
    case 32: return MouseEvent(.drag, at: position)
    case 0: return MouseEvent(.click, at: position)
    case 64: return MouseEvent(.wheelUp, at: position)
    case 65: return MouseEvent(.wheelDown, at: position)
    default: return nil
    }
  }
}
