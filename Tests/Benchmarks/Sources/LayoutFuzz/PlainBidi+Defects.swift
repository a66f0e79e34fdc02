extension PlainBidi {
  /// Known defects of FriBidi 1.0.8 and ICU 72.
  struct Defects: OptionSet, Hashable {
    let rawValue: Int

    /// ICU (X5a to X5c, X6a as before Unicode 8.0): isolate initiators and PDI do not take an override's class.
    static let isolatesEscapeOverrides = Defects(rawValue: 1)
    /// ICU (N0 as before Unicode 8.0): marks on brackets do not take the brackets' class.
    static let marksLeaveBrackets = Defects(rawValue: 2)
    /// ICU: brackets are paired however many are open (BD16).
    static let noBracketLimit = Defects(rawValue: 4)
    /// FriBidi: behind the 63rd open bracket no pair is found, but those found before count (BD16).
    static let earlyPairsCount = Defects(rawValue: 8)
    /// FriBidi: the search for an FSI's direction does not end at its PDI (X5c).
    static let isolateSearchRunsOn = Defects(rawValue: 16)

    /// FriBidi before 1.0.9 (its issues 130 and 141): isolates of one depth are taken for one sequence where their
    /// levels are the same (BD13).
    static let isolatesJoin = Defects(rawValue: 32)
    /// FriBidi (its issues 233 and 246): brackets pair with those of compatible width or height (BD14, BD15).
    static let compatibleBracketsPair = Defects(rawValue: 64)
    /// ICU: when a pair around nothing strong is closed, the canonical equivalent of its opener stays open (BD16).
    static let synonymsStayOpen = Defects(rawValue: 128)
    /// ICU: brackets are paired under an override, though they are no neutrals there (BD14, BD15).
    static let overriddenBracketsPair = Defects(rawValue: 256)

    /// FriBidi: behind an initiator or embedding that went too deep, an isolate that would fit still counts, and
    /// changes the level without being put on the stack (X5a); a PDF ends an embedding from inside an isolate that did
    /// not fit (X7).
    static let overflowsUnheeded = Defects(rawValue: 512)

    /// What may be wrong with FriBidi.
    static let fribidi: Defects = [
      .isolateSearchRunsOn, .earlyPairsCount, .isolatesJoin, .compatibleBracketsPair, .overflowsUnheeded,
    ]
    /// What may be wrong with ICU.
    static let icu: Defects = [
      .isolatesEscapeOverrides, .marksLeaveBrackets, .noBracketLimit, .synonymsStayOpen, .overriddenBracketsPair,
    ]

    /// All sets of some of these defects, small ones first; not the empty one.
    var subsets: [Defects] {
      (1...rawValue).map { Defects(rawValue: $0) }.filter { isSuperset(of: $0) }
        .sorted { $0.rawValue.nonzeroBitCount < $1.rawValue.nonzeroBitCount }
    }

    /// The names of the defects in the set.
    var names: String {
      let all: [(Defects, String)] = [
        (.isolatesEscapeOverrides, "overrides do not reach isolate controls (X5a-X6a)"),
        (.marksLeaveBrackets, "marks do not follow their bracket (N0)"),
        (.noBracketLimit, "no limit of 63 open brackets (BD16)"),
        (.earlyPairsCount, "pairs before the 64th open bracket count (BD16)"),
        (.isolateSearchRunsOn, "FSI looks beyond its PDI (X5c)"),
        (.isolatesJoin, "isolates of one depth join (BD13; fribidi issues 130, 141)"),
        (.compatibleBracketsPair, "compatible brackets pair (BD14; fribidi issues 233, 246)"),
        (.synonymsStayOpen, "an equivalent of a closed bracket stays open (BD16)"),
        (.overflowsUnheeded, "isolates and PDF count behind an overflow (X5a, X7)"),
        (.overriddenBracketsPair, "overridden brackets pair (BD14)"),
      ]
      return all.filter { contains($0.0) }.map(\.1).joined(separator: " and ")
    }
  }
}
