import CReferences
import UnicodeText

/// Where ICU's line rules differ from UAX #14 on purpose, by the classes on both sides.
enum LineBreakTailoring {
  /// Explains a disagreement if every place of it is one that ICU tailors.
  static func explained(_ finding: Finding, _ text: FuzzText, _ answer: OurAnswer) -> Finding {
    guard case .unexplained(let detail) = finding else { return finding }
    var theirs = [UInt8](repeating: 0, count: text.scalars.count)
    guard cr_icu_boundaries(text.scalars, Int32(text.scalars.count), 2, &theirs) == 0 else { return finding }
    let classes = text.scalars.map { scalar in
      cr_icu_line_class_name(cr_icu_line_class(scalar)).map { String(cString: $0) } ?? "?"
    }
    var causes: Set<String> = []
    for place in text.scalars.indices.dropFirst() {
      let isOurs = answer.scalars[place].breakBefore != .prohibited
      if isOurs == (theirs[place] != 0) { continue }
      guard let cause = cause(classes, place, isOurs) else {
        return .unexplained(detail + " at \(place), classes \(classes.joined(separator: " "))")
      }
      causes.insert(cause)
    }
    return causes.isEmpty ? finding : .explained(causes.sorted().joined(separator: " and "))
  }

  private static func cause(_ classes: [String], _ place: Int, _ isOurs: Bool) -> String? {
    // Marks belong to what stands before them.
    var base = place - 1
    while base > 0, classes[base] == "CM" || classes[base] == "ZWJ" { base -= 1 }
    let last = classes[base]
    let next = classes[place]
    let numbers = "numbers may begin with a separator (LB25, ICU)"
    if isOurs, last == "IS", next == "NU" { return numbers }
    if !isOurs, last == "SP", next == "IS", classes[(place + 1)...].first(where: { $0 != "CM" }) == "NU" {
      return numbers
    }
    if isOurs, last == "PR" || last == "PO", next == "OP" || next == "HY",
      classes[(place + 1)...].filter({ $0 != "CM" }).prefix(2) == ["IS", "NU"]
    {
      return numbers
    }
    let startsWord = base == 0 || ["BK", "CR", "LF", "NL", "SP", "ZW", "CB", "GL"].contains(classes[base - 1])
    if isOurs, last == "HY" || last == "BA", startsWord, ["AL", "HL", "AI", "XX", "SG"].contains(next) {
      return "a hyphen at a word's start stays with it (ICU)"
    }
    return nil
  }
}
