/// An opening bracket that waits for its partner.
private struct OpenBracket: BitwiseCopyable {
  var key: UInt32
  var position: UInt32
  /// `BidiFlag.insideEmbedding` and `.insideOpposite`: what has been met since.
  var inside: UInt8
}

extension BidiSequence {
  /// BD16: more open brackets than this end the search, and no pair of the sequence counts.
  private static var maximumOpenBrackets: Int { 63 }

  /// N0: paired brackets take the direction of what they enclose, or of what they stand in.
  func resolveBrackets() {
    guard findPairs() else { return }
    var strong = start
    for position in 0..<count {
      let index = place(position)
      if runs[index].flags & BidiFlag.paired != 0 { resolvePair(index, at: position, context: strong) }
      switch runs[index].current {
      case .l: strong = .l
      case .r, .en, .an: strong = .r
      default: break
      }
    }
  }

  /// N0 b to d, for one pair. Pairs come in the order of their openers, so that all before it are resolved.
  private func resolvePair(_ opener: Int, at position: Int, context: BidiClass) {
    let inside = runs[opener].flags
    let result: BidiClass
    if inside & BidiFlag.insideEmbedding != 0 {
      result = embedding  // N0 b
    } else if inside & BidiFlag.insideOpposite != 0 {
      result = context == embedding ? embedding : context  // N0 c
    } else {
      return  // N0 d
    }
    setBracket(at: position, result)
    setBracket(at: Int(runs[opener].link), result)
  }

  /// Sets a bracket's class and that of the marks on it.
  private func setBracket(at position: Int, _ result: BidiClass) {
    runs[place(position)].current = result
    var next = position + 1
    while next < count, runs[place(next)].flags & BidiFlag.mark != 0 {
      runs[place(next)].current = result
      next += 1
    }
  }

  /// BD16: finds the pairs; `false` when none counts.
  ///
  /// What stands inside a pair is gathered on the way: each open bracket collects what comes before the next one opens,
  /// and hands it to the one around it when it is closed or given up. So no text is looked through twice.
  private func findPairs() -> Bool {
    withUnsafeTemporaryAllocation(of: OpenBracket.self, capacity: Self.maximumOpenBrackets) { stack in
      var depth = 0
      var found = false
      for position in 0..<count {
        let run = runs[place(position)]
        switch run.current {
        case .l, .r, .en, .an:
          guard depth > 0 else { continue }
          let isEmbedding = (run.current == .l) == (embedding == .l)
          stack[depth - 1].inside |= isEmbedding ? BidiFlag.insideEmbedding : BidiFlag.insideOpposite
        case .on where run.flags & BidiFlag.opener != 0:
          guard depth < Self.maximumOpenBrackets else {
            forgetPairs(upTo: position)
            return false
          }
          stack[depth] = OpenBracket(key: run.link, position: UInt32(position), inside: 0)
          depth += 1
        case .on where run.flags & BidiFlag.closer != 0:
          var inside: UInt8 = 0
          var at = depth - 1
          while at >= 0 {
            inside |= stack[at].inside
            if stack[at].key == run.link { break }
            at -= 1
          }
          guard at >= 0 else { continue }
          let opener = place(Int(stack[at].position))
          runs[opener].flags |= BidiFlag.paired | inside
          runs[opener].link = UInt32(position)
          depth = at
          if depth > 0 { stack[depth - 1].inside |= inside }
          found = true
        default: break
        }
      }
      return found
    }
  }

  private func forgetPairs(upTo end: Int) {
    for position in 0..<end { runs[place(position)].flags &= ~BidiFlag.paired }
  }

  /// N1 and N2: neutrals take the direction around them; I1 and I2: levels from classes.
  func resolveNeutral() {
    var before = start
    var position = 0
    while position < count {
      let value = self.value(position)
      guard value.isIn(BidiClassSet.neutrals) else {
        before = value == .l ? .l : .r
        runs[place(position)].level = implicitLevel(value)
        position += 1
        continue
      }
      var next = position + 1
      while next < count, self.value(next).isIn(BidiClassSet.neutrals) { next += 1 }
      let after: BidiClass = next == count ? end : self.value(next) == .l ? .l : .r
      let result = implicitLevel(before == after ? before : embedding)
      while position < next {
        runs[place(position)].level = result
        position += 1
      }
    }
  }

  /// I1 and I2.
  @inline(__always)
  private func implicitLevel(_ value: BidiClass) -> UInt8 {
    if level & 1 == 0 { return value == .l ? level : value == .r ? level + 1 : level + 2 }
    return value == .r ? level : level + 1
  }
}
