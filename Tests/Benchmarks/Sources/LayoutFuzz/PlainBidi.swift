import CReferences
import UnicodeText

/// UAX #9 for one paragraph and one line, character by character and rule by rule, slow and plain; with switches that
/// make it err as the references are known to err. So a disagreement is explained only when the very answer of a
/// reference comes out under a named defect.
///
/// It shares with the product the classes of characters; brackets come from ICU's data.
struct PlainBidi {
  let defects: Defects
  let original: [BidiClass]
  let baseLevel: UInt8
  /// After L1; meaningless for what X9 removes.
  private(set) var levels: [UInt8]
  private let text: [UInt32]
  private var classes: [BidiClass]
  private var partner: [Int]

  /// - Parameter base: 0 left to right, 1 right to left, 2 by the first strong character.
  init(_ text: [UInt32], base: Int, defects: Defects = []) {
    self.text = text
    self.defects = defects
    original = text.map { Unicode.Scalar($0).map { BidiClass($0) } ?? .on }
    classes = original
    levels = Array(repeating: 0, count: text.count)
    partner = Array(repeating: -1, count: text.count)
    var open: [Int] = []
    for (place, value) in original.enumerated() {  // BD9
      if Self.isInitiator(value) { open.append(place) }
      if value == .pdi, let initiator = open.popLast() {
        partner[initiator] = place
        partner[place] = initiator
      }
    }
    baseLevel = base < 2 ? UInt8(base) : Self.isRightToLeft(original[...], partner, to: original.count) ? 1 : 0
    resolveExplicit()
    resolveSequences()
    resetBlanks()
  }

  static func isInitiator(_ value: BidiClass) -> Bool { value == .lri || value == .rli || value == .fsi }
  static func isRemoved(_ value: BidiClass) -> Bool {
    switch value {
    case .bn, .lre, .lro, .rle, .rlo, .pdf: return true
    default: return false
    }
  }

  private static func isStrong(_ value: BidiClass) -> Bool { value == .l || value == .r || value == .al }

  /// P2 and P3.
  private static func isRightToLeft(_ classes: ArraySlice<BidiClass>, _ partner: [Int], to end: Int) -> Bool {
    var place = classes.startIndex
    while place < end {
      if isStrong(classes[place]) { return classes[place] != .l }
      if isInitiator(classes[place]) {
        guard partner[place] >= 0 else { return false }
        place = partner[place]
      }
      place += 1
    }
    return false
  }

  private func isRightToLeft(isolate place: Int) -> Bool {
    guard defects.contains(.isolateSearchRunsOn) else {
      return Self.isRightToLeft(original[(place + 1)...], partner, to: partner[place] < 0 ? text.count : partner[place])
    }
    var depth = 0
    for value in original[(place + 1)...] {
      if value == .pdi {
        depth -= 1
      } else if Self.isInitiator(value) {
        depth += 1
      } else if depth == 0, Self.isStrong(value) {
        return value != .l
      }
    }
    return false
  }

  // MARK: X1 to X8

  private mutating func resolveExplicit() {
    struct Status {
      var level: UInt8
      var override: BidiClass?
      var isIsolate: Bool
    }
    var stack = [Status(level: baseLevel, override: nil, isIsolate: false)]
    var overflowIsolates = 0
    var overflowEmbeddings = 0
    var validIsolates = 0
    func next(_ level: UInt8, _ isOdd: Bool) -> UInt8 { isOdd ? (level + 1) | 1 : (level + 2) & ~1 }

    for place in text.indices {
      let value = original[place]
      var top = stack[stack.count - 1]
      switch value {
      case .rle, .lre, .rlo, .lro:
        levels[place] = top.level
        let level = next(top.level, value == .rle || value == .rlo)
        if level <= 125, overflowIsolates == 0, overflowEmbeddings == 0 {
          stack.append(Status(level: level, override: value == .rlo ? .r : value == .lro ? .l : nil, isIsolate: false))
        } else if overflowIsolates == 0 {
          overflowEmbeddings += 1
        }
      case .rli, .lri, .fsi:
        levels[place] = top.level
        if let override = top.override, !defects.contains(.isolatesEscapeOverrides) { classes[place] = override }
        let level = next(top.level, value == .rli || value == .fsi && isRightToLeft(isolate: place))
        if level <= 125, overflowIsolates == 0, overflowEmbeddings == 0 {
          validIsolates += 1
          stack.append(Status(level: level, override: nil, isIsolate: true))
        } else if level <= 125, defects.contains(.overflowsUnheeded) {
          validIsolates += 1
          stack[stack.count - 1].level = level
          if overflowIsolates == 0 { overflowEmbeddings += 1 }
        } else {
          overflowIsolates += 1
        }
      case .pdi:
        if overflowIsolates > 0 {
          overflowIsolates -= 1
        } else if validIsolates > 0 {
          overflowEmbeddings = 0
          while !stack[stack.count - 1].isIsolate, stack.count > 1 { stack.removeLast() }
          if stack.count > 1 { stack.removeLast() }
          validIsolates -= 1
        }
        top = stack[stack.count - 1]
        levels[place] = top.level
        if let override = top.override, !defects.contains(.isolatesEscapeOverrides) { classes[place] = override }
      case .pdf:
        levels[place] = top.level
        if overflowIsolates > 0, !defects.contains(.overflowsUnheeded) { continue }
        if overflowEmbeddings > 0 {
          overflowEmbeddings -= 1
        } else if !top.isIsolate, stack.count > 1 {
          stack.removeLast()
        }
      case .b: levels[place] = baseLevel
      case .bn: levels[place] = top.level
      default:
        levels[place] = top.level
        if let override = top.override { classes[place] = override }
      }
    }
  }

  // MARK: X10

  private mutating func resolveSequences() {
    let kept = text.indices.filter { !Self.isRemoved(original[$0]) }
    // BD7, with what X9 removes left out.
    var runs: [[Int]] = []
    for place in kept {
      if let last = runs.last?.last, levels[last] == levels[place] {
        runs[runs.count - 1].append(place)
      } else {
        runs.append([place])
      }
    }
    var runOf = [Int: Int]()
    for (number, run) in runs.enumerated() { runOf[run[0]] = number }
    let explicit = levels
    if defects.contains(.isolatesJoin) {
      for sequence in sequencesByDepth(kept) { resolve(sequence.places, sequence.neighbours, explicit) }
      return
    }
    for run in runs {
      if original[run[0]] == .pdi, partner[run[0]] >= 0 { continue }
      var sequence = run
      while let last = sequence.last, Self.isInitiator(original[last]), partner[last] >= 0,
        let next = runOf[partner[last]]
      {
        sequence += runs[next]
      }
      resolve(sequence, kept, explicit)
    }
  }

  /// Stretches of one level among the characters of each isolate depth, with all characters of that depth.
  private func sequencesByDepth(_ kept: [Int]) -> [(places: [Int], neighbours: [Int])] {
    var byDepth: [[Int]] = [[]]
    var depth = 0
    for place in kept {
      if original[place] == .pdi, partner[place] >= 0 { depth -= 1 }
      while byDepth.count <= depth { byDepth.append([]) }
      byDepth[depth].append(place)
      if Self.isInitiator(original[place]) { depth += 1 }
    }
    var result: [(places: [Int], neighbours: [Int])] = []
    for places in byDepth {
      var start = 0
      for end in places.indices where end + 1 == places.count || levels[places[end]] != levels[places[end + 1]] {
        result.append((Array(places[start...end]), places))
        start = end + 1
      }
    }
    return result
  }

  private mutating func resolve(_ sequence: [Int], _ kept: [Int], _ explicit: [UInt8]) {
    guard let first = sequence.first, let last = sequence.last else { return }
    let level = explicit[first]
    let before = kept.last { $0 < first }.map { explicit[$0] } ?? baseLevel
    let isOpen = Self.isInitiator(original[last]) && partner[last] < 0
    let after = isOpen ? baseLevel : kept.first { $0 > last }.map { explicit[$0] } ?? baseLevel
    let start: BidiClass = max(before, level) % 2 == 0 ? .l : .r
    let end: BidiClass = max(after, level) % 2 == 0 ? .l : .r
    resolveWeak(sequence, start)
    resolveBrackets(sequence, start, level % 2 == 0 ? .l : .r)
    resolveNeutral(sequence, start, end, level)
  }

  private mutating func resolveWeak(_ sequence: [Int], _ start: BidiClass) {
    for (position, place) in sequence.enumerated() where classes[place] == .nsm {  // W1
      guard position > 0 else {
        classes[place] = start
        continue
      }
      let previous = sequence[position - 1]
      let isIsolate = Self.isInitiator(classes[previous]) || classes[previous] == .pdi
      classes[place] = isIsolate ? .on : classes[previous]
    }
    var strong = start
    for place in sequence {  // W2
      if Self.isStrong(classes[place]) { strong = classes[place] }
      if classes[place] == .en, strong == .al { classes[place] = .an }
    }
    for place in sequence where classes[place] == .al { classes[place] = .r }  // W3
    for position in sequence.indices.dropFirst().dropLast() {  // W4
      let (left, right) = (classes[sequence[position - 1]], classes[sequence[position + 1]])
      let value = classes[sequence[position]]
      if left == .en, right == .en, value == .es || value == .cs { classes[sequence[position]] = .en }
      if left == .an, right == .an, value == .cs { classes[sequence[position]] = .an }
    }
    for position in sequence.indices where classes[sequence[position]] == .en {  // W5
      var other = position - 1
      while other >= 0, classes[sequence[other]] == .et {
        classes[sequence[other]] = .en
        other -= 1
      }
      other = position + 1
      while other < sequence.count, classes[sequence[other]] == .et {
        classes[sequence[other]] = .en
        other += 1
      }
    }
    strong = start
    for place in sequence {
      switch classes[place] {
      case .es, .et, .cs: classes[place] = .on  // W6
      case .l, .r: strong = classes[place]
      case .en: if strong == .l { classes[place] = .l }  // W7
      default: break
      }
    }
  }

  // MARK: N0

  /// The closing brackets that would close an opening one, the last the nearest; by their opening brackets.
  private func keys(opener key: UInt32) -> [UInt32] {
    guard defects.contains(.synonymsStayOpen) else { return [Self.canonical(key)] }
    return key == 0x2329 ? [0x3008, 0x2329] : key == 0x3008 ? [0x2329, 0x3008] : [key]
  }

  private static func canonical(_ key: UInt32) -> UInt32 { key == 0x2329 ? 0x3008 : key }

  /// The bracket of plain width and height; as FriBidi's data has it.
  private static func compatible(_ key: UInt32) -> UInt32 {
    switch key {
    case 0xFF08, 0xFE59, 0x207D, 0x208D: return 0x28
    case 0xFF3B: return 0x5B
    case 0xFF5B, 0xFE5B: return 0x7B
    case 0xFF5F: return 0x2985
    case 0xFF62: return 0x300C
    case 0xFE5D: return 0x3014
    default: return key
    }
  }

  /// BD16. A place counts as overridden where the override was, not where it leads to.
  private func pairs(_ sequence: [Int]) -> [(Int, Int)] {
    var open: [(key: UInt32, position: Int)] = []
    var found: [(Int, Int)] = []
    for (position, place) in sequence.enumerated() {
      guard classes[place] == .on || defects.contains(.overriddenBracketsPair) && original[place] == .on else {
        continue
      }
      var opens = false
      var key = cr_icu_bracket(text[place], &opens)
      if key == 0 { continue }
      if defects.contains(.compatibleBracketsPair) { key = Self.compatible(key) }
      if opens {
        if open.count == 63, !defects.contains(.noBracketLimit) {
          return defects.contains(.earlyPairsCount) ? found.sorted { $0.0 < $1.0 } : []
        }
        for key in keys(opener: key) { open.append((key, position)) }
        continue
      }
      if !defects.contains(.synonymsStayOpen) { key = Self.canonical(key) }
      guard let match = open.lastIndex(where: { $0.key == key }) else { continue }
      let opener = open[match].position
      found.append((opener, position))
      open.removeSubrange(match...)
      let isEmpty = sequence[(opener + 1)..<position].allSatisfy { direction(classes[$0]) == nil }
      if !isEmpty { while open.last?.position == opener { open.removeLast() } }
    }
    return found.sorted { $0.0 < $1.0 }
  }

  private func direction(_ value: BidiClass) -> BidiClass? {
    value == .l ? .l : value == .r || value == .en || value == .an ? .r : nil
  }

  private mutating func resolveBrackets(_ sequence: [Int], _ start: BidiClass, _ embedding: BidiClass) {
    for (opener, closer) in pairs(sequence) {
      let inside = sequence[(opener + 1)..<closer].compactMap { direction(classes[$0]) }
      if inside.isEmpty { continue }
      var result = embedding
      if !inside.contains(embedding) {
        let context = sequence[..<opener].compactMap { direction(classes[$0]) }.last ?? start
        if context != embedding { result = context }
      }
      for position in [opener, closer] {
        classes[sequence[position]] = result
        if defects.contains(.marksLeaveBrackets) { continue }
        for place in sequence[(position + 1)...] {
          guard original[place] == .nsm else { break }
          classes[place] = result
        }
      }
    }
  }

  // MARK: N1, N2, I1, I2, L1

  private mutating func resolveNeutral(_ sequence: [Int], _ start: BidiClass, _ end: BidiClass, _ level: UInt8) {
    var position = 0
    while position < sequence.count {
      guard direction(classes[sequence[position]]) == nil else {
        position += 1
        continue
      }
      var next = position
      while next < sequence.count, direction(classes[sequence[next]]) == nil { next += 1 }
      let left = position == 0 ? start : direction(classes[sequence[position - 1]])
      let right = next == sequence.count ? end : direction(classes[sequence[next]])
      let result = left == right ? left ?? .l : level % 2 == 0 ? .l : .r
      for other in position..<next { classes[sequence[other]] = result }
      position = next
    }
    for place in sequence {
      switch (classes[place], level % 2) {
      case (.r, 0): levels[place] = level + 1
      case (.an, 0), (.en, 0): levels[place] = level + 2
      case (.l, 1), (.an, 1), (.en, 1): levels[place] = level + 1
      default: levels[place] = level
      }
    }
  }

  private mutating func resetBlanks() {
    var resets = true
    for place in text.indices.reversed() {
      switch original[place] {
      case .b, .s:
        levels[place] = baseLevel
        resets = true
      case .ws, .lri, .rli, .fsi, .pdi: if resets { levels[place] = baseLevel }
      case .bn, .lre, .lro, .rle, .rlo, .pdf: break
      default: resets = false
      }
    }
  }

  /// L2: the places of what X9 leaves, from left to right.
  var order: [Int] { Self.order(text.indices.filter { !Self.isRemoved(original[$0]) }, levels) }

  /// L2 as it is written.
  static func order(_ places: [Int], _ levels: [UInt8]) -> [Int] {
    var order = places
    var level = places.map { levels[$0] }.max() ?? 0
    while level > 0 {
      var start = 0
      while start < order.count {
        guard levels[order[start]] >= level else {
          start += 1
          continue
        }
        var end = start
        while end < order.count, levels[order[end]] >= level { end += 1 }
        order[start..<end].reverse()
        start = end
      }
      level -= 1
    }
    return order
  }
}
