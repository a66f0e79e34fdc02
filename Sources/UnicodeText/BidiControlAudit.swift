/// What the explicit directional codes of a text do to its reader: whether it reads as it is stored.
///
/// Source code and messages can be made to read differently than machines take them, by codes that turn letters round,
/// are not closed or lie inside each other. Isolates and embeddings that are closed and lie side by side, as word
/// processors write them, are no problem.
/// - Source: UAX #9; UTS #55, section 4.1.
public struct BidiControlAudit: Hashable, Sendable {
  /// What is the matter with a code.
  public enum Problem: String, Hashable, Sendable, CaseIterable {
    /// An override: letters inside stand in one direction, whatever they are.
    case override
    /// An embedding, override or isolate that its paragraph's end ends.
    case unclosed
    /// A PDF or PDI that ends nothing.
    case unopened
    /// A code inside another one.
    case nested
  }

  /// A code that could mislead.
  public struct Finding: Hashable, Sendable {
    /// The code.
    public let scalar: Unicode.Scalar
    /// Where it stands, in bytes of the text.
    public let offset: Int
    /// What is the matter with it.
    public let problem: Problem
  }

  /// The codes that could mislead, in the order of the text.
  public private(set) var findings: [Finding] = []
  /// Whether the text without its codes would stand in another order.
  public private(set) var changesOrder = false
  /// Whether codes that could mislead do so.
  public var misleads: Bool { changesOrder && !findings.isEmpty }

  /// Looks through one paragraph of UTF-8 text.
  ///
  /// - Parameters:
  ///   - bytes: The paragraph.
  ///   - base: Its direction.
  /// - Complexity: O(*n*); O(1) room for a text without such codes.
  public init(_ bytes: UnsafeBufferPointer<UInt8>, base: BidiBase = .automatic) {
    guard let text = bytes.baseAddress else { return }
    var bare: [UInt8] = []
    var open: [Open] = []
    var place = 0
    var kept = 0
    while place < bytes.count {
      let start = place
      let value = decodedScalar(text, &place, bytes.count)
      let type = bidiClass(bidiProperties(value))
      guard type.isIn(BidiClassSet.explicit), let scalar = Unicode.Scalar(value) else { continue }
      bare.append(contentsOf: bytes[kept..<start])
      kept = place
      meet(type, scalar, start, &open)
    }
    guard kept > 0 else { return }
    bare.append(contentsOf: bytes[kept...])
    findings += open.map(\.finding)
    findings.sort { ($0.offset, $0.problem.rawValue) < ($1.offset, $1.problem.rawValue) }
    var resolver = BidiResolver()
    let stored = Self.shown(bytes, base, &resolver)
    // Compared in the same direction: that of a paragraph is not what codes inside it change.
    let same: BidiBase = resolver.baseLevel == 0 ? .leftToRight : .rightToLeft
    changesOrder = bare.withUnsafeBufferPointer { Self.shown($0, same, &resolver) } != stored
  }

  private mutating func meet(_ type: BidiClass, _ scalar: Unicode.Scalar, _ offset: Int, _ open: inout [Open]) {
    func finding(_ problem: Problem) -> Finding { Finding(scalar: scalar, offset: offset, problem: problem) }
    switch type {
    case .pdf where open.last?.isIsolate == false: open.removeLast()
    case .pdi where open.last?.isolates ?? 0 > 0:
      // What is open inside an isolate ends with it, but should not have to.
      while let last = open.popLast(), !last.isIsolate { findings.append(last.finding) }
    case .pdf, .pdi: findings.append(finding(.unopened))
    default:
      if type == .lro || type == .rlo { findings.append(finding(.override)) }
      if !open.isEmpty { findings.append(finding(.nested)) }
      let isIsolate = type.isIn(BidiClassSet.initiators)
      let isolates = (open.last?.isolates ?? 0) + (isIsolate ? 1 : 0)
      open.append(Open(finding: finding(.unclosed), isIsolate: isIsolate, isolates: isolates))
    }
  }

  /// A code that is not closed yet, and how many isolates are open with it.
  private struct Open {
    let finding: Finding
    let isIsolate: Bool
    let isolates: Int
  }

  /// The scalars from left to right on one line, without those that only direct.
  private static func shown(
    _ bytes: UnsafeBufferPointer<UInt8>, _ base: BidiBase, _ resolver: inout BidiResolver
  ) -> [UInt32] {
    guard let text = bytes.baseAddress else { return [] }
    resolver.resolve(bytes, 0..<bytes.count, base: base)
    var scalars: [UInt32] = []
    resolver.forEachVisualRun(ofLine: 0..<bytes.count, in: bytes) { run in
      let first = scalars.count
      var place = run.start
      while place < run.end {
        let scalar = decodedScalar(text, &place, run.end)
        if !bidiClass(bidiProperties(scalar)).isIn(BidiClassSet.explicit | BidiClassSet.removed) {
          scalars.append(scalar)
        }
      }
      if run.isRightToLeft { scalars[first...].reverse() }
    }
    return scalars
  }
}
