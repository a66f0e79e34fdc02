import UnicodeText

/// A place where a line can be made longer.
struct StretchJoint: BitwiseCopyable {
  /// The cell, behind which others are added.
  var place: Int
  /// How many are added.
  var count: Int
  /// Lower ones come first.
  var rank: UInt8
}

/// Justification: a line that is not its paragraph's last is made as long as the width.
///
/// Letters are stretched first, by tatweel at one joint of each word at most, where scribes stretch them; then blanks
/// are widened. Lam-alef is one letter, and letters of other scripts are left alone.
extension LayoutBuffer {
  /// No joint takes more tatweels than this.
  private static let longestStretch = 2
  /// A line takes one tatweel for so many columns at most.
  private static let columnsPerTatweel = 8

  /// Makes a longer copy of a line in `stretched`; `false` where nothing can be done.
  ///
  /// - Complexity: O(*m*) in the line's cells, times the few ranks of joints.
  mutating func stretch(_ cut: LineCut, to width: Int) -> Bool {
    guard options.order == .visual, !cut.isTooWide else { return false }
    var gap = width
    for place in cut.first..<cut.shownEnd { gap -= cells.base[place].width }
    guard gap > 0 else { return false }
    joints.removeAll()
    if options.isShaping { gap -= stretchLetters(cut, min(gap, width / Self.columnsPerTatweel)) }
    if gap > 0 { widenBlanks(cut, gap) }
    guard joints.count > 0 else { return false }
    copyStretched(cut)
    return true
  }

  /// Finds one joint in each word and gives out tatweels, the best joints first; gives how many.
  private mutating func stretchLetters(_ cut: LineCut, _ limit: Int) -> Int {
    var best: StretchJoint?
    for place in cut.first..<cut.shownEnd {
      if cells.base[place].isBlank {
        if let best { joints.append(best) }
        best = nil
      } else if let rank = rank(place, cut.shownEnd), rank <= best?.rank ?? .max {
        best = StretchJoint(place: place, count: 0, rank: rank)
      }
    }
    if let best { joints.append(best) }
    var left = limit
    for _ in 0..<Self.longestStretch {
      for rank in 0...Self.lastRank {
        for index in 0..<joints.count where left > 0 && joints.base[index].rank == rank {
          joints.base[index].count += 1
          left -= 1
        }
      }
    }
    return limit - left
  }

  private static let lastRank: UInt8 = 6

  /// How gladly a letter is stretched towards the next one: 0 most, `nil` never.
  ///
  /// - Source: the order of joints that Arabic typesetting has taken over from scribes: behind a tatweel of the text,
  ///   behind the teeth of seen and sad, before final heh, teh marbuta and dal, before final alef, tah, lam, kaf, before
  ///   a tooth that leads to final reh or yeh, before final waw, ain, qaf, feh, then before any other final letter.
  private func rank(_ place: Int, _ end: Int) -> UInt8? {
    let cell = cells.base[place]
    guard cell.flags & PackedCell.Flag.joinsNext != 0, place + 1 < end, cells.base[place + 1].beginsUnit else {
      return nil
    }
    let next = cells.base[place + 1].content & 0x1FFFFF
    switch cell.content & 0x1FFFFF {
    case 0x640: return 0
    // Lam and alef in two cells.
    case 0xFEDF, 0xFEE0: if [0xFE82, 0xFE84, 0xFE88, 0xFE8E].contains(next) { return nil }
    case 0xFEB3, 0xFEB4, 0xFEB7, 0xFEB8, 0xFEBB, 0xFEBC, 0xFEBF, 0xFEC0: return 1
    default: break
    }
    switch next {
    case 0xFE94, 0xFEEA, 0xFEAA, 0xFEAC: return 2
    case 0xFE82, 0xFE84, 0xFE88, 0xFE8E, 0xFEC2, 0xFEC6, 0xFEDE, 0xFEDA, 0xFB8F, 0xFB93: return 3
    case 0xFE92, 0xFE98, 0xFE9C, 0xFEE8, 0xFEF4, 0xFBFF:
      guard place + 2 < end else { return nil }
      let last = cells.base[place + 2].content & 0x1FFFFF
      return [0xFEAE, 0xFEB0, 0xFEF0, 0xFEF2, 0xFBFD].contains(last) ? 4 : nil
    case 0xFEEE, 0xFECA, 0xFECE, 0xFED6, 0xFED2: return 5
    default:
      // A letter that does not go on joining is a final one.
      return cells.base[place + 1].flags & PackedCell.Flag.joinsNext == 0 ? Self.lastRank : nil
    }
  }

  /// Widens the blanks between words, those at the line's end of reading least.
  private mutating func widenBlanks(_ cut: LineCut, _ gap: Int) {
    var blanks = 0
    var isInside = false
    for place in cut.first..<cut.shownEnd {
      if !cells.base[place].isBlank { isInside = true } else if isInside { blanks += 1 }
    }
    guard blanks > 0 else { return }
    var given = 0
    var number = 0
    isInside = false
    for place in cut.first..<cut.shownEnd {
      guard cells.base[place].isBlank else {
        isInside = true
        continue
      }
      guard isInside else { continue }
      number += 1
      let share = gap * number / blanks - given
      given += share
      if share > 0 { joints.append(StretchJoint(place: place, count: share, rank: .max)) }
    }
  }

  private mutating func copyStretched(_ cut: LineCut) {
    stretched.removeAll()
    // Joints of letters and of blanks are each in order, and no cell is both.
    var letters = 0
    while letters < joints.count, joints.base[letters].rank != .max { letters += 1 }
    var letter = 0
    var blank = letters
    for place in cut.first..<cut.shownEnd {
      var cell = cells.base[place]
      stretched.append(cell)
      var added = 0
      if letter < letters, joints.base[letter].place == place {
        added = joints.base[letter].count
        letter += 1
        cell.content = 0x640 | 1 << 21
      } else if blank < joints.count, joints.base[blank].place == place {
        added = joints.base[blank].count
        blank += 1
      }
      cell.flags |= PackedCell.Flag.beginsUnit
      for _ in 0..<added { stretched.append(cell) }
    }
  }

  /// Puts the longer line into visual order.
  mutating func orderStretched() {
    line.reserve(2 * stretched.count)
    order.removeAll()
    var start = 0
    while start < stretched.count {
      var end = start + 1
      while end < stretched.count, stretched.base[end].level == stretched.base[start].level { end += 1 }
      order.append(BidiLevelRun(start: start, end: end, level: stretched.base[start].level))
      start = end
    }
    copyOrdered(stretched.base)
  }
}
