import UnicodeText

/// The number of columns a text takes on one line, as `ParagraphLayout` would lay it out.
///
/// - Complexity: O(*n*).
public func columns(of text: String, options: LayoutOptions = LayoutOptions()) -> Int {
  LayoutUnits(text, options: options).units.reduce(0) { $0 + $1.width }
}

/// What is shown for a control: its picture for C0 and delete, U+FFFD for C1.
func controlPicture(_ control: Unicode.Scalar) -> Unicode.Scalar {
  switch control.value {
  case 0x09: return " "
  case 0x00...0x1F: return Unicode.Scalar(0x2400 + control.value) ?? "\u{FFFD}"
  case 0x7F: return "\u{2421}"
  default: return "\u{FFFD}"
  }
}
