/// The visual order of a line's level runs, from left to right.
///
/// - Parameter runs: The line's level runs in logical order. The levels of trailing blanks must have been reset (L1).
/// - Returns: The same runs in visual order; the characters of runs with odd levels are to be read backwards.
/// - Complexity: O(*n*) in the number of runs, whatever their levels.
/// - Source: UAX #9, L2.
public func visualOrder(_ runs: [BidiLevelRun]) -> [BidiLevelRun] {
  guard runs.count > 1 else { return runs }
  // Instead of reversing once for each level, groups of runs are chained: a group is finished when a lower level
  // follows, and then stands as one piece in the order of the level below it.
  var next = [Int](repeating: -1, count: runs.count)
  var groups: [(first: Int, last: Int, level: UInt8)] = []

  func join(_ left: (first: Int, last: Int), _ right: (first: Int, last: Int)) -> (first: Int, last: Int) {
    next[left.last] = right.first
    return (left.first, right.last)
  }
  // The group on top becomes part of the one below it, in that one's direction.
  func mergeTop(into level: UInt8) {
    let top = groups.removeLast()
    let below = groups.removeLast()
    let isOdd = level & 1 == 1
    let (first, last) =
      isOdd
      ? join((top.first, top.last), (below.first, below.last)) : join((below.first, below.last), (top.first, top.last))
    groups.append((first, last, level))
  }

  for (index, run) in runs.enumerated() {
    while groups.count > 1, groups[groups.count - 1].level > run.level,
      groups[groups.count - 2].level >= run.level
    {
      mergeTop(into: groups[groups.count - 2].level)
    }
    if let top = groups.last, top.level >= run.level {
      groups.append((index, index, run.level))
      mergeTop(into: run.level)
    } else {
      groups.append((index, index, run.level))
    }
  }
  while groups.count > 1 { mergeTop(into: groups[groups.count - 2].level) }

  var ordered: [BidiLevelRun] = []
  ordered.reserveCapacity(runs.count)
  var at = groups[0].first
  while at >= 0 {
    ordered.append(runs[at])
    at = next[at]
  }
  return ordered
}
