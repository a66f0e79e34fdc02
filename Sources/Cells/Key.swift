/// A key press, decoded: what reaches the reader, whatever the terminal sent.
public struct Key: Hashable, Sendable {
  /// Which key.
  public enum Code: Hashable, Sendable {
    /// A character, as typed (`q`, `Q`, `ض`). Control characters come as their letter with `.control`.
    case character(Unicode.Scalar)
    case enter, escape, backspace, delete, tab, backTab, insert
    case up, down, left, right, home, end, pageUp, pageDown
    /// F1 … F24.
    case function(Int)
  }

  /// Keys held down with it.
  public struct Modifiers: OptionSet, Hashable, Sendable {
    /// The bits.
    public let rawValue: UInt8

    /// Creates a set from its bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Control.
    public static let control = Modifiers(rawValue: 1)
    /// Alt, or Meta.
    public static let alt = Modifiers(rawValue: 2)
    /// Shift, for keys that are no characters.
    public static let shift = Modifiers(rawValue: 4)
  }

  /// Which key.
  public var code: Code

  /// Keys held down with it.
  public var modifiers: Modifiers

  /// Creates a key press.
  public init(_ code: Code, _ modifiers: Modifiers = []) {
    self.code = code
    self.modifiers = modifiers
  }

  /// A character key.
  public init(_ character: Unicode.Scalar, _ modifiers: Modifiers = []) {
    self.init(.character(character), modifiers)
  }
}

/// A mouse event, decoded.
public struct MouseEvent: Hashable, Sendable {
  /// What the mouse did.
  public enum Action: Hashable, Sendable {
    case click, doubleClick, wheelUp, wheelDown
    /// The mouse was moved with its button held down; or that was let go.
    case drag, release
  }

  /// What it did.
  public var action: Action
  /// Where, in cells from the top left.
  public var position: Frame.Position

  /// Creates an event.
  public init(_ action: Action, at position: Frame.Position) {
    self.action = action
    self.position = position
  }
}

/// What the outside tells a program on a terminal.
public enum InputEvent: Hashable, Sendable {
  /// A key was pressed.
  case key(Key)
  /// The mouse was used.
  case mouse(MouseEvent)
  /// Text was pasted, controls included as they came.
  case paste(String)
  /// The screen has a new size.
  case resize(Size)
  /// The program was resumed after a stop, and the screen must be drawn whole.
  case resumed
  /// Something that was waited for in the background is there.
  case wake
  /// The terminal is gone, or the program was asked to end.
  case hangup
}
