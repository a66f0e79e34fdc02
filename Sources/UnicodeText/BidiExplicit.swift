/// An entry of the directional status stack.
struct BidiStatus: BitwiseCopyable {
  var level: UInt8
  /// `l` or `r` under an override, `on` else.
  var override: BidiClass
  var isIsolate: Bool
}

extension BidiResolver {
  /// BD2: no level above this is made by explicit codes.
  static var maximumDepth: UInt8 { 125 }

  /// X1 to X8: levels from embeddings, overrides and isolates; X9: what is removed becomes BN.
  mutating func resolveExplicit() {
    let runs = self.runs.base
    withUnsafeTemporaryAllocation(of: BidiStatus.self, capacity: Int(Self.maximumDepth) + 2) { stack in
      var depth = 0
      stack[0] = BidiStatus(level: baseLevel, override: .on, isIsolate: false)
      var overflowIsolates = 0
      var overflowEmbeddings = 0
      var validIsolates = 0

      for index in 0..<self.runs.count {
        let top = stack[depth]
        let original = runs[index].original
        switch original {
        case .rle, .lre, .rlo, .lro:  // X2 to X5
          runs[index].level = top.level
          runs[index].current = .bn
          let level = Self.next(after: top.level, odd: original == .rle || original == .rlo)
          if level <= Self.maximumDepth, overflowIsolates == 0, overflowEmbeddings == 0 {
            depth += 1
            let override: BidiClass = original == .rlo ? .r : original == .lro ? .l : .on
            stack[depth] = BidiStatus(level: level, override: override, isIsolate: false)
          } else if overflowIsolates == 0 {
            overflowEmbeddings += 1
          }
        case .rli, .lri, .fsi:  // X5a to X5c
          runs[index].level = top.level
          if top.override != .on { runs[index].current = top.override }
          let odd = original == .rli || original == .fsi && runs[index].flags & BidiFlag.rightToLeft != 0
          let level = Self.next(after: top.level, odd: odd)
          if level <= Self.maximumDepth, overflowIsolates == 0, overflowEmbeddings == 0 {
            validIsolates += 1
            depth += 1
            stack[depth] = BidiStatus(level: level, override: .on, isIsolate: true)
          } else {
            overflowIsolates += 1
          }
        case .pdi:  // X6a
          if overflowIsolates > 0 {
            overflowIsolates -= 1
          } else if validIsolates > 0 {
            overflowEmbeddings = 0
            while !stack[depth].isIsolate { depth -= 1 }
            depth -= 1
            validIsolates -= 1
          }
          runs[index].level = stack[depth].level
          if stack[depth].override != .on { runs[index].current = stack[depth].override }
        case .pdf:  // X7
          runs[index].level = top.level
          runs[index].current = .bn
          if overflowIsolates > 0 { continue }
          if overflowEmbeddings > 0 {
            overflowEmbeddings -= 1
          } else if !top.isIsolate, depth > 0 {
            depth -= 1
          }
        case .b:  // X8
          runs[index].level = baseLevel
        case .bn:
          runs[index].level = top.level
        default:  // X6
          runs[index].level = top.level
          if top.override != .on {
            runs[index].current = top.override
            runs[index].flags = 0
          } else if original == .nsm {
            runs[index].flags |= BidiFlag.mark
          }
        }
      }
    }
  }

  private static func next(after level: UInt8, odd: Bool) -> UInt8 {
    odd ? (level + 1) | 1 : (level + 2) & ~1
  }
}
