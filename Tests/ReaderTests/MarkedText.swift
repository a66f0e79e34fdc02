/// A text with marks in it, so that tests need no offsets: `وصل [وزير الخارجية|p] إلى [عمان|l=سلطنة عمان] …`.
///
/// Marks may stand inside each other; a role runs from `|` to `]`.
struct MarkedText {
  /// The text without the marks.
  private(set) var text = ""
  /// What was marked: the role and the bytes of `text`, inner marks before outer ones.
  private(set) var marks: [(role: String, range: Range<Int>)] = []

  init(_ marked: String) {
    var open: [Int] = []
    var role: String?
    for scalar in marked.unicodeScalars {
      switch (scalar, role) {
      case ("[", nil): open.append(text.utf8.count)
      case ("|", nil) where !open.isEmpty: role = ""
      case ("]", let name?):
        if let start = open.popLast() { marks.append((name, start..<text.utf8.count)) }
        role = nil
      case (_, let name?): role = name + String(scalar)
      default: text.unicodeScalars.append(scalar)
      }
    }
  }
}
