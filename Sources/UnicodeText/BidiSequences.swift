extension BidiResolver {
  /// BD7: stretches of one level, chained over isolates into isolating run sequences (BD13).
  mutating func findStretches() {
    stretches.removeAll()
    let runs = self.runs.base
    var open = BidiLevelStretch(first: 0, last: 0, next: BidiRun.none, level: 0, continues: false)
    var isOpen = false
    for index in 0..<self.runs.count where runs[index].current != .bn {
      if isOpen, runs[index].level == open.level {
        open.last = UInt32(index)
        continue
      }
      if isOpen { close(open) }
      isOpen = true
      open = BidiLevelStretch(
        first: UInt32(index), last: UInt32(index), next: BidiRun.none, level: runs[index].level, continues: false)
      guard runs[index].original == .pdi, runs[index].link != BidiRun.none else { continue }
      let initiator = runs[Int(runs[index].link)]
      if initiator.flags & BidiFlag.endsLevelRun != 0 {
        stretches.base[Int(initiator.link)].next = UInt32(stretches.count)
        open.continues = true
      }
    }
    if isOpen { close(open) }
  }

  private mutating func close(_ stretch: BidiLevelStretch) {
    let last = Int(stretch.last)
    if runs.base[last].original.isIn(BidiClassSet.initiators) {
      runs.base[last].flags |= BidiFlag.endsLevelRun
      runs.base[last].link = UInt32(stretches.count)
    }
    stretches.append(stretch)
  }

  /// X10: resolves each isolating run sequence.
  mutating func resolveSequences() {
    let runs = self.runs.base
    for start in 0..<stretches.count where !stretches.base[start].continues {
      if resolveLetters(stretches.base[start]) { continue }
      sequence.removeAll()
      var classes: UInt32 = 0
      var brackets: UInt8 = 0
      var at = start
      while true {
        let stretch = stretches.base[at]
        for index in Int(stretch.first)...Int(stretch.last) where runs[index].current != .bn {
          sequence.append(UInt32(index))
          classes |= runs[index].current.bit
          brackets |= runs[index].flags
        }
        if stretch.next == BidiRun.none { break }
        at = Int(stretch.next)
      }

      let first = stretches.base[start]
      let last = stretches.base[at]
      let before = start > 0 ? stretches.base[start - 1].level : baseLevel
      // A sequence that ends in an open isolate is followed by the paragraph's level.
      let isOpen = runs[Int(last.last)].original.isIn(BidiClassSet.initiators)
      let after = isOpen || at + 1 == stretches.count ? baseLevel : stretches.base[at + 1].level
      let part = BidiSequence(
        runs: runs, places: sequence.base, count: sequence.count, level: first.level,
        start: max(before, first.level) & 1 == 0 ? .l : .r, end: max(after, last.level) & 1 == 0 ? .l : .r)

      part.resolve(classes, brackets)
    }
  }

  /// W1 to I2 for a sequence that is one run of letters; `false` for any other.
  private func resolveLetters(_ stretch: BidiLevelStretch) -> Bool {
    guard stretch.first == stretch.last, stretch.next == BidiRun.none else { return false }
    let run = runs.base + Int(stretch.first)
    guard run.pointee.current.isIn(BidiClassSet.strong) else { return false }
    // L goes to the next even level, R and AL to the next odd one (W3, I1, I2).
    run.pointee.level += (run.pointee.current == .l ? 0 : 1) ^ stretch.level & 1
    return true
  }

  /// X1 to X10 for a paragraph without explicit codes: it is one sequence.
  mutating func resolvePlainSequence() {
    let runs = self.runs.base
    let count = self.runs.count
    sequence.reserve(count)
    let places = sequence.base
    var kept = 0
    var brackets: UInt8 = 0
    for index in 0..<count {
      runs[index].level = baseLevel
      brackets |= runs[index].flags
      if runs[index].original == .nsm { runs[index].flags = BidiFlag.mark }
      places[kept] = UInt32(truncatingIfNeeded: index)
      kept &+= runs[index].original == .bn ? 0 : 1
    }
    let direction: BidiClass = baseLevel & 1 == 0 ? .l : .r
    let part = BidiSequence(
      runs: runs, places: places, count: kept, level: baseLevel, start: direction, end: direction)
    part.resolve(classes, brackets)
  }
}

/// An isolating run sequence (BD13), as the rules W1 to I2 see it.
struct BidiSequence {
  let runs: UnsafeMutablePointer<BidiRun>
  let places: UnsafeMutablePointer<UInt32>
  let count: Int
  let level: UInt8
  /// sos of X10: `l` or `r`.
  let start: BidiClass
  /// eos of X10: `l` or `r`.
  let end: BidiClass

  /// W1 to I2.
  ///
  /// - Parameters:
  ///   - classes: The sequence's classes, one bit each.
  ///   - brackets: All flags of its runs.
  @inline(__always)
  func resolve(_ classes: UInt32, _ brackets: UInt8) {
    if classes & BidiClassSet.weak != 0 { resolveWeak() }
    if brackets & BidiFlag.closer != 0, brackets & BidiFlag.opener != 0 { resolveBrackets() }
    resolveNeutral()
  }

  /// The class of the embedding direction.
  @inline(__always)
  var embedding: BidiClass { level & 1 == 0 ? .l : .r }

  @inline(__always)
  func place(_ position: Int) -> Int { Int(places[position]) }

  @inline(__always)
  func value(_ position: Int) -> BidiClass { runs[place(position)].current }
}
