/// `text` as it may be written to a terminal that is no screen of ours: one line, with every control replaced by what is
/// shown for it (the pictures of C0, U+FFFD for C1, a blank for tabs and line ends) and without the invisible controls of
/// direction.
///
/// Text that came from anywhere (articles, names of files, the environment, a terminal's answers) goes through here or
/// through a layout before it goes to a terminal; nothing else makes it harmless.
/// - Complexity: O(*n*); a text without controls is returned as it is.
public func printable(_ text: String) -> String {
  guard text.unicodeScalars.contains(where: isControlling) else { return text }
  var scalars = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 0x0A, 0x0D: scalars.append(" ")
    case 0x2028, 0x2029: scalars.append("\u{FFFD}")
    case 0x202A...0x202E, 0x2066...0x2069: continue
    default: scalars.append(isControlling(scalar) ? controlPicture(scalar) : scalar)
    }
  }
  return String(scalars)
}

/// Whether a terminal may act on a scalar instead of showing it: C0, delete, C1, ends of lines and paragraphs, and the
/// embeddings, overrides and isolates of the bidi algorithm.
public func isControlling(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x00...0x1F, 0x7F...0x9F, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069: true
  default: false
  }
}
