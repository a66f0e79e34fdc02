import CReferences
import UnicodeText

/// Clusters, words and line breaks against ICU, joining against FriBidi.
enum BreakChecks {
  static let all = [
    Check(name: "clusters, ICU") { text, answer in
      compare(text, 0, answer.scalars.map { $0.beginsCluster ? 1 : 0 })
    },
    Check(name: "words, ICU") { text, answer in
      if text.scalars.contains(where: isTailoredInWords) { return .agrees }
      return compare(text, 1, answer.scalars.map { answer.words.contains(Int($0.offset)) ? 1 : 0 })
    },
    Check(name: "line breaks, ICU") { text, answer in
      if text.scalars.contains(where: isTailored) { return .agrees }
      return LineBreakTailoring.explained(
        compare(text, 2, answer.scalars.map { number($0.breakBefore) }), text, answer)
    },
    Check(name: "line breaks, two ways") { text, answer in
      for scalar in answer.scalars where scalar.offset > 0 {
        let alone = answer.lines[Int(scalar.offset)] ?? .prohibited
        if alone != scalar.breakBefore {
          return .unexplained(
            "lineBreaks says \(alone) before byte \(scalar.offset), AnalyzedText \(scalar.breakBefore)")
        }
      }
      return .agrees
    },
    Check(name: "joining, FriBidi", find: joining),
  ]

  private static func number(_ kind: LineBreakKind) -> UInt8 {
    kind == .prohibited ? 0 : kind == .allowed ? 1 : 2
  }

  /// In words ICU's root locale tailors colon and at sign, and Hangul goes with the ideographs to a dictionary.
  private static func isTailoredInWords(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x3A, 0x40, 0xFE55, 0xFF1A, 0xFE13, 0x1100...0x11FF, 0xA960...0xA97F, 0xAC00...0xD7FF: return true
    default: return cr_icu_is_complex(scalar)
    }
  }

  /// ICU breaks such text by dictionaries or by a tailoring.
  private static func isTailored(_ scalar: UInt32) -> Bool {
    cr_icu_is_complex(scalar) && !(0x4E00...0x9FFF ~= scalar)
  }

  private static func compare(_ text: FuzzText, _ kind: Int32, _ ours: [UInt8]) -> Finding {
    var theirs = [UInt8](repeating: 0, count: text.scalars.count)
    guard cr_icu_boundaries(text.scalars, Int32(text.scalars.count), kind, &theirs) == 0 else { return .agrees }
    // A text's start is a boundary by definition.
    if theirs.dropFirst() == ours.dropFirst() { return .agrees }
    return .unexplained("ours \(ours), ICU \(theirs)")
  }

  private static func joining(_ text: FuzzText, _ answer: OurAnswer) -> Finding {
    let isAgreed = text.scalars.allSatisfy { value in
      Unicode.Scalar(value).map { cr_fribidi_joining_type(value) == Int32(JoiningType($0).rawValue) } ?? false
    }
    guard isAgreed else { return .agrees }
    let levels = answer.scalars.map(\.level)
    // What causes joining has one form, and what does not join none: FriBidi gives the sides that could be joined.
    let shows = answer.scalars.map { scalar in
      let type = JoiningType(scalar.scalar)
      return type == .dual || type == .left || type == .right
    }
    let ours = zip(answer.scalars, shows).map { $1 ? $0.form.rawValue : 0 }
    func forms(_ levels: [UInt8]) -> [UInt8] {
      var forms = [UInt8](repeating: 0, count: text.scalars.count)
      _ = cr_fribidi_forms(text.scalars, Int32(text.scalars.count), levels, &forms)
      return zip(forms, shows).map { $1 ? $0 : 0 }
    }
    let theirs = forms(levels)
    if theirs == ours { return .agrees }
    // The same level runs, but all from right to left.
    let distinct = Set(levels).sorted()
    let odd = levels.map { level in UInt8((distinct.firstIndex(of: level) ?? 0) % 60 * 2 + 1) }
    if forms(odd) == ours { return .explained("in text from left to right FriBidi joins sides as they are seen") }
    return .unexplained("ours \(ours), FriBidi \(theirs), levels \(levels)")
  }
}
