extension BidiSequence {
  /// W1 to W7: marks, numbers and what stands at numbers.
  func resolveWeak() {
    let found = resolveMarksAndDigits()
    if found & BidiClassSet.numeric != 0 { resolveNumbers() }
  }

  /// W1 to W3, in one pass; gives the classes that are there afterwards.
  private func resolveMarksAndDigits() -> UInt32 {
    var previous = start
    var strong = start
    var found: UInt32 = 0
    for position in 0..<count {
      let index = place(position)
      var value = runs[index].current
      if value == .nsm { value = previous }  // W1
      // W1: a mark after an isolate's end or beginning is a neutral.
      previous = value.isIn(BidiClassSet.isolates) ? .on : value
      switch value {
      case .l, .r: strong = value
      case .al:
        strong = .al
        value = .r  // W3
      case .en:
        if strong == .al { value = .an }  // W2
      default: break
      }
      runs[index].current = value
      found |= value.bit
    }
    return found
  }

  /// W4 to W7, in one pass.
  private func resolveNumbers() {
    var strong = start
    var number = BidiClass.on  // The class before, as W4 sees it.
    var isAfterNumber = false  // Whether a European number stands before, as W5 sees it.
    var position = 0
    while position < count {
      let index = place(position)
      let value = runs[index].current
      switch value {
      case .l, .r:
        strong = value
        number = value
        isAfterNumber = false
      case .en:
        number = .en
        isAfterNumber = true
        if strong == .l { runs[index].current = .l }  // W7
      case .an:
        number = .an
        isAfterNumber = false
      case .es, .cs:
        let next = position + 1 < count ? self.value(position + 1) : .on
        if number == .en, next == .en {  // W4
          runs[index].current = strong == .l ? .l : .en
          isAfterNumber = true
        } else if value == .cs, number == .an, next == .an {  // W4
          runs[index].current = .an
          isAfterNumber = false
        } else {
          runs[index].current = .on  // W6
          number = .on
          isAfterNumber = false
        }
      case .et:
        var next = position + 1
        while next < count, self.value(next) == .et { next += 1 }
        let isNumber = isAfterNumber || next < count && self.value(next) == .en  // W5
        let result: BidiClass = isNumber ? (strong == .l ? .l : .en) : .on  // W7, W6
        for other in position..<next { runs[place(other)].current = result }
        number = .et
        isAfterNumber = isNumber
        position = next
        continue
      default:
        number = value
        isAfterNumber = false
      }
      position += 1
    }
  }
}
