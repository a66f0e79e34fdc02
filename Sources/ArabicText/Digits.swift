/// `text` with Arabic-Indic and Persian digits as ASCII digits; everything else stays.
///
/// - Complexity: O(*n*).
public func westernDigits(_ text: String) -> String {
  var out = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    if let value = digitValue(scalar), let digit = Unicode.Scalar(0x30 + UInt32(value)) {
      out.append(digit)
    } else {
      out.append(scalar)
    }
  }
  return String(out)
}

/// The value of an ASCII, Arabic-Indic or Persian digit, or `nil`.
public func digitValue(_ scalar: Unicode.Scalar) -> Int? {
  switch scalar.value {
  case 0x30...0x39: Int(scalar.value - 0x30)
  case 0x660...0x669: Int(scalar.value - 0x660)
  case 0x6F0...0x6F9: Int(scalar.value - 0x6F0)
  default: nil
  }
}
