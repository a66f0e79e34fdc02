import CReferences
import UnicodeText

/// Levels and order against the plain rules, FriBidi and ICU.
enum BidiChecks {
  static let all = [
    Check(name: "bidi, the rules", find: rules), Check(name: "bidi, FriBidi", find: fribidi),
    Check(name: "bidi, ICU", find: icu),
  ]

  private static let fribidiDefects = PlainBidi.Defects.fribidi.subsets.filter { $0.rawValue.nonzeroBitCount <= 2 }
  private static let icuDefects = PlainBidi.Defects.icu.subsets

  private static func rules(_ text: FuzzText, _ answer: OurAnswer) -> Finding {
    let plain = PlainBidi(text.scalars, base: text.base)
    let removed = plain.original.map(PlainBidi.isRemoved)
    let expected = Order(plain).without(removed)
    let found = Order(answer).without(removed)
    return found == expected ? .agrees : .unexplained(difference(found, "the rules", expected))
  }

  private static func fribidi(_ text: FuzzText, _ answer: OurAnswer) -> Finding {
    let removed = self.removed(text)
    guard let theirs = Order(text, by: cr_fribidi_levels)?.without(removed) else { return .agrees }
    let found = Order(answer).without(removed)
    if theirs == found { return .agrees }
    if let names = fribidiDefectNames(text, theirs, removed) { return .explained(names) }
    if let family = fribidiFamily(text) { return .explained(family + ", as its shortest form shows") }
    return .unexplained(difference(found, "FriBidi", theirs))
  }

  private static func fribidiDefectNames(_ text: FuzzText, _ theirs: Order, _ removed: [Bool]) -> String? {
    fribidiDefects.first { defects in
      Order(PlainBidi(text.scalars, base: text.base, defects: defects)).without(removed) == theirs
    }?.names
  }

  /// What FriBidi's weaknesses that the plain rules do not imitate come to. The text is first made so short that
  /// nothing can be left out without the disagreement, or its cause, going away: what is left is the cause. ICU must
  /// order the short text as the rules do.
  private static func fribidiFamily(_ text: FuzzText) -> String? {
    let short = shrunk(text) { shorter in
      let removed = self.removed(shorter)
      let rules = Order(PlainBidi(shorter.scalars, base: shorter.base)).without(removed)
      guard let theirs = Order(shorter, by: cr_fribidi_levels)?.without(removed), theirs != rules,
        let third = Order(shorter, by: cr_icu_levels)?.without(removed), third.order == rules.order
      else { return false }
      return fribidiDefectNames(shorter, theirs, removed) == nil
    }
    let classes = short.scalars.compactMap { Unicode.Scalar($0).map { BidiClass($0) } }
    func count(_ isSuch: (BidiClass) -> Bool) -> Int { classes.filter(isSuch).count }
    let isolates = count(PlainBidi.isInitiator)
    let embeddings = count { $0 == .lre || $0 == .rle || $0 == .lro || $0 == .rlo }
    let hasBrackets = short.scalars.contains { value in
      var opens = false
      return cr_icu_bracket(value, &opens) != 0
    }
    if isolates + embeddings >= 40 { return "levels at the limit: isolates and PDF behind an overflow (X5a, X7)" }
    if hasBrackets, isolates + embeddings > 0 {
      return "brackets in embeddings or isolates: their level is taken from the isolate, and its end is overlooked (N0)"
    }
    if hasBrackets, classes.contains(.nsm) { return "a mark on a neutral swallows the bracket behind it (W1)" }
    if isolates >= 2 { return "isolates of one depth join (BD13; fribidi issues 130, 141)" }
    return nil
  }

  private static func icu(_ text: FuzzText, _ answer: OurAnswer) -> Finding {
    let removed = self.removed(text)
    guard let theirs = Order(text, by: cr_icu_levels)?.without(removed) else { return .agrees }
    let found = Order(answer).without(removed)
    // ICU gives no levels of their own to numbers where the order is the same without.
    if theirs.order == found.order, theirs.baseLevel == found.baseLevel { return .agrees }
    for defects in icuDefects {
      let plain = PlainBidi(text.scalars, base: text.base, defects: defects)
      if Order(plain).without(removed).order == theirs.order { return .explained(defects.names) }
    }
    return .unexplained(difference(found, "ICU", theirs))
  }

  private static func removed(_ text: FuzzText) -> [Bool] {
    text.scalars.map { Unicode.Scalar($0).map { PlainBidi.isRemoved(BidiClass($0)) } ?? false }
  }

  private static func difference(_ ours: Order, _ name: String, _ theirs: Order) -> String {
    "ours \(ours.baseLevel) \(ours.levels) order \(ours.order), "
      + "\(name) \(theirs.baseLevel) \(theirs.levels) order \(theirs.order)"
  }
}
