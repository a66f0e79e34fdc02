@testable import UnicodeText

/// UAX #9 once more, character by character and rule by rule, slow and plain: an oracle for random text.
///
/// It shares with the resolver nothing but the table of classes and brackets.
struct BidiReference {
  /// The level of each character; `nil` for what X9 removes.
  private(set) var levels: [UInt8?]
  let baseLevel: UInt8

  private let text: [UInt32]
  private let original: [BidiClass]
  private var types: [BidiClass]
  private var raw: [UInt8]
  private let partner: [Int?]

  init(_ text: [UInt32], base: BidiBase) {
    self.text = text
    original = text.map { bidiClass(bidiProperties($0)) }
    types = original
    let count = text.count
    raw = Array(repeating: 0, count: count)
    levels = Array(repeating: nil, count: count)
    let original = self.original
    var partner = [Int?](repeating: nil, count: count)
    for start in 0..<count where original[start].isIn(BidiClassSet.initiators) {  // BD9
      var depth = 1
      for end in start + 1..<max(count, start + 1) {
        if original[end].isIn(BidiClassSet.initiators) { depth += 1 }
        if original[end] == .pdi { depth -= 1 }
        if depth == 0 {
          partner[start] = end
          partner[end] = start
          break
        }
      }
    }
    self.partner = partner
    switch base {
    case .leftToRight: baseLevel = 0
    case .rightToLeft: baseLevel = 1
    case .automatic: baseLevel = Self.isRightToLeft(original, partner, 0..<count) == true ? 1 : 0
    case .automaticRightToLeft: baseLevel = Self.isRightToLeft(original, partner, 0..<count) == false ? 0 : 1
    }
    resolveExplicit()
    // All sequences are resolved against the levels of X1 to X8.
    var resolved = raw
    for sequence in sequences() { resolve(sequence, into: &resolved) }
    raw = resolved
    var resets = true
    for index in (0..<count).reversed() {  // L1
      switch original[index] {
      case .b, .s:
        raw[index] = baseLevel
        resets = true
      case .ws, .lri, .rli, .fsi, .pdi: if resets { raw[index] = baseLevel }
      case .bn, .lre, .lro, .rle, .rlo, .pdf: break
      default: resets = false
      }
    }
    for index in 0..<count where !isRemoved(index) { levels[index] = raw[index] }
  }

  private func isRemoved(_ index: Int) -> Bool { original[index].isIn(BidiClassSet.removed) }

  /// P2 and P3.
  private static func isRightToLeft(_ classes: [BidiClass], _ partner: [Int?], _ range: Range<Int>) -> Bool? {
    var index = range.lowerBound
    while index < range.upperBound {
      switch classes[index] {
      case .l: return false
      case .r, .al: return true
      case .lri, .rli, .fsi: index = partner[index] ?? range.upperBound
      default: break
      }
      index += 1
    }
    return nil
  }

  private mutating func resolveExplicit() {
    var stack: [(level: UInt8, override: BidiClass?, isIsolate: Bool)] = [(baseLevel, nil, false)]
    var overflowIsolates = 0, overflowEmbeddings = 0, validIsolates = 0
    func next(_ odd: Bool) -> UInt8 {
      let level = stack[stack.count - 1].level
      return odd ? level + (level % 2 == 0 ? 1 : 2) : level + (level % 2 == 0 ? 2 : 1)
    }
    func place(_ index: Int) {
      raw[index] = stack[stack.count - 1].level
      if let override = stack[stack.count - 1].override { types[index] = override }
    }
    for index in text.indices {
      switch original[index] {
      case .rle, .lre, .rlo, .lro:
        let type = original[index]
        let level = next(type == .rle || type == .rlo)
        if level <= 125, overflowIsolates == 0, overflowEmbeddings == 0 {
          stack.append((level, type == .rlo ? .r : type == .lro ? .l : nil, false))
        } else if overflowIsolates == 0 {
          overflowEmbeddings += 1
        }
      case .rli, .lri, .fsi:
        place(index)
        let inside = index + 1..<max(index + 1, partner[index] ?? text.count)
        let odd =
          original[index] == .rli
          || original[index] == .fsi && Self.isRightToLeft(original, partner, inside) == true
        let level = next(odd)
        if level <= 125, overflowIsolates == 0, overflowEmbeddings == 0 {
          validIsolates += 1
          stack.append((level, nil, true))
        } else {
          overflowIsolates += 1
        }
      case .pdi:
        if overflowIsolates > 0 {
          overflowIsolates -= 1
        } else if validIsolates > 0 {
          overflowEmbeddings = 0
          while !stack[stack.count - 1].isIsolate { stack.removeLast() }
          stack.removeLast()
          validIsolates -= 1
        }
        place(index)
      case .pdf:
        if overflowIsolates > 0 {
        } else if overflowEmbeddings > 0 {
          overflowEmbeddings -= 1
        } else if !stack[stack.count - 1].isIsolate, stack.count > 1 {
          stack.removeLast()
        }
      case .b: raw[index] = baseLevel
      case .bn: break
      default: place(index)
      }
    }
  }

  /// BD7 and BD13.
  private func sequences() -> [[Int]] {
    var runs: [[Int]] = []
    for index in text.indices where !isRemoved(index) {
      if let last = runs.last?.last, raw[last] == raw[index] {
        runs[runs.count - 1].append(index)
      } else {
        runs.append([index])
      }
    }
    var found: [[Int]] = []
    for run in runs {
      if original[run[0]] == .pdi, let initiator = partner[run[0]],
        runs.contains(where: { $0.last == initiator })
      {
        continue
      }
      var sequence = run
      while let last = sequence.last, original[last].isIn(BidiClassSet.initiators), let end = partner[last],
        let next = runs.first(where: { $0.contains(end) })
      {
        sequence += next
      }
      found.append(sequence)
    }
    return found
  }

  private func resolve(_ places: [Int], into resolved: inout [UInt8]) {
    let level = raw[places[0]]
    let embedding: BidiClass = level % 2 == 0 ? .l : .r
    let last = places[places.count - 1]
    let before = (0..<places[0]).last { !isRemoved($0) }.map { raw[$0] } ?? baseLevel
    var after = (last + 1..<max(last + 1, text.count)).first { !isRemoved($0) }.map { raw[$0] } ?? baseLevel
    if original[last].isIn(BidiClassSet.initiators) { after = baseLevel }
    let start: BidiClass = max(before, level) % 2 == 0 ? .l : .r
    let end: BidiClass = max(after, level) % 2 == 0 ? .l : .r
    var type = places.map { types[$0] }
    let marks = type.map { $0 == .nsm }

    for index in type.indices where type[index] == .nsm {  // W1
      let previous = index == 0 ? start : type[index - 1]
      type[index] = previous.isIn(BidiClassSet.isolates) ? .on : previous
    }
    for index in type.indices where type[index] == .en {  // W2
      if type[..<index].last(where: { $0 == .l || $0 == .r || $0 == .al }) ?? start == .al { type[index] = .an }
    }
    for index in type.indices where type[index] == .al { type[index] = .r }  // W3
    for index in type.indices.dropFirst().dropLast() {  // W4
      let (left, right) = (type[index - 1], type[index + 1])
      if type[index] == .es, left == .en, right == .en { type[index] = .en }
      if type[index] == .cs, left == right, left == .en || left == .an { type[index] = left }
    }
    for index in type.indices where type[index] == .en {  // W5
      var at = index - 1
      while at >= 0, type[at] == .et {
        type[at] = .en
        at -= 1
      }
      at = index + 1
      while at < type.count, type[at] == .et {
        type[at] = .en
        at += 1
      }
    }
    for index in type.indices where type[index] == .et || type[index] == .es || type[index] == .cs {  // W6
      type[index] = .on
    }
    for index in type.indices where type[index] == .en {  // W7
      if type[..<index].last(where: { $0 == .l || $0 == .r }) ?? start == .l { type[index] = .l }
    }

    func strong(_ type: BidiClass) -> BidiClass? {
      type == .l ? .l : type == .r || type == .en || type == .an ? .r : nil
    }
    for (opener, closer) in pairs(places, type) {  // N0
      let inside = type[opener + 1..<closer].compactMap(strong)
      var result: BidiClass?
      if inside.contains(embedding) {
        result = embedding
      } else if !inside.isEmpty {
        let context = type[..<opener].compactMap(strong).last ?? start
        result = context != embedding ? context : embedding
      }
      guard let result else { continue }
      for bracket in [opener, closer] {
        type[bracket] = result
        var next = bracket + 1
        while next < type.count, marks[next] {
          type[next] = result
          next += 1
        }
      }
    }
    let neutrals = type
    for index in type.indices where neutrals[index].isIn(BidiClassSet.neutrals) {  // N1, N2
      let left = neutrals[..<index].last { !$0.isIn(BidiClassSet.neutrals) }.flatMap(strong) ?? start
      let right = neutrals[(index + 1)...].first { !$0.isIn(BidiClassSet.neutrals) }.flatMap(strong) ?? end
      type[index] = left == right ? left : embedding
    }
    for (index, place) in places.enumerated() {  // I1, I2
      switch (level % 2, type[index]) {
      case (0, .r): resolved[place] = level + 1
      case (0, .an), (0, .en): resolved[place] = level + 2
      case (1, .l), (1, .en), (1, .an): resolved[place] = level + 1
      default: resolved[place] = level
      }
    }
  }

  /// BD16.
  private func pairs(_ places: [Int], _ type: [BidiClass]) -> [(Int, Int)] {
    var stack: [(key: UInt32, index: Int)] = []
    var found: [(Int, Int)] = []
    for index in places.indices where type[index] == .on {
      let key = bracketKey(text[places[index]])
      if key == 0 { continue }
      if key & 1 == 1 {
        if stack.count == 63 { return [] }
        stack.append((key >> 1, index))
      } else if let match = stack.lastIndex(where: { $0.key == key >> 1 }) {
        found.append((stack[match].index, index))
        stack.removeSubrange(match...)
      }
    }
    return found.sorted { $0.0 < $1.0 }
  }
}
