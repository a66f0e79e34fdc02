import UnicodeText

/// The number of columns a text takes on one line, as `ParagraphLayout` would lay it out.
///
/// - Complexity: O(*n*).
public func columns(of text: String, options: LayoutOptions = LayoutOptions()) -> Int {
  var buffer = LayoutBuffer()
  buffer.prepare(text, options: options)
  buffer.fillAll()
  return buffer.columns
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

/// What a hidden character is called, in brackets: the short name of the standard, or its number.
func controlName(_ control: Unicode.Scalar) -> String {
  switch control.value {
  case 0x00AD: "[SHY]"
  case 0x034F: "[CGJ]"
  case 0x061C: "[ALM]"
  case 0x200B: "[ZWSP]"
  case 0x200C: "[ZWNJ]"
  case 0x200D: "[ZWJ]"
  case 0x200E: "[LRM]"
  case 0x200F: "[RLM]"
  case 0x202A: "[LRE]"
  case 0x202B: "[RLE]"
  case 0x202C: "[PDF]"
  case 0x202D: "[LRO]"
  case 0x202E: "[RLO]"
  case 0x2060: "[WJ]"
  case 0x2066: "[LRI]"
  case 0x2067: "[RLI]"
  case 0x2068: "[FSI]"
  case 0x2069: "[PDI]"
  case 0xFEFF: "[BOM]"
  default: "[U+" + String(control.value, radix: 16, uppercase: true) + "]"
  }
}
