/// Decisions in their order, ready to be applied to the findings of any briefing.
public struct DecisionBook: Sendable {
  /// The decisions, oldest first.
  public let decisions: [Decision]

  private let folding: @Sendable (String) -> String
  /// Which decisions may touch an entity, by its key.
  private var bySubject: [Key: [Int]] = [:]
  /// Which decisions are about a place of a briefing.
  private var byBriefing: [BriefingID: [Int]] = [:]

  /// An entity as it is looked up.
  struct Key: Hashable, Sendable {
    let type: EntityType
    let folded: String
  }

  /// Creates a book.
  ///
  /// - Parameters:
  ///   - decisions: The decisions, oldest first.
  ///   - folding: The name as it is compared: two names that fold alike are one.
  public init(_ decisions: [Decision], folding: @escaping @Sendable (String) -> String) {
    self.decisions = decisions
    self.folding = folding
    for (index, decision) in decisions.enumerated() {
      if let subject = decision.subject { bySubject[key(subject), default: []].append(index) }
      if let briefing = decision.briefing { byBriefing[briefing, default: []].append(index) }
    }
  }

  /// Findings with all decisions applied, and the numbers of the decisions that changed something in them.
  ///
  /// Entities of one name and type become one, if both are our own or both imported; speakers and signatures follow
  /// their entities. Applied to what it gave it may change more: apply it to what Analysis gave.
  /// - Complexity: O(*n* + *d* log *d*) in the findings and in those decisions that touch them.
  public func applied(to findings: Findings, of briefing: Briefing) -> (findings: Findings, effective: [Int]) {
    let candidates = candidates(for: findings, of: briefing.id)
    guard !candidates.isEmpty else { return (findings, []) }
    var work = DecidedFindings(findings, of: briefing, folding: folding)
    let effective = candidates.filter { work.apply(decisions[$0]) }
    guard !effective.isEmpty else { return (findings, []) }
    return (work.ordered, effective)
  }

  /// The decisions that may touch findings, in their order: about what is named there, or about what such a decision
  /// makes of it.
  private func candidates(for findings: Findings, of briefing: BriefingID) -> [Int] {
    var found = byBriefing[briefing] ?? []
    guard !found.isEmpty || !bySubject.isEmpty else { return [] }
    var waiting = findings.entities.map { key(EntityName($0.type, $0.canonical)) }
    // A speaker or target may be an entity that is nowhere mentioned: of whatever type.
    let speaking = findings.statements.flatMap { [$0.speakerEntity, $0.targetEntity] }
    for name in Set(speaking.compactMap(\.self)) {
      let folded = folding(name)
      waiting += EntityType.allCases.map { Key(type: $0, folded: folded) }
    }
    waiting += found.compactMap { decisions[$0].target.map(key) }
    var seen = Set(waiting)
    while let next = waiting.popLast() {
      for index in bySubject[next] ?? [] {
        found.append(index)
        if let target = decisions[index].target.map(key), seen.insert(target).inserted { waiting.append(target) }
      }
    }
    return Set(found).sorted()
  }

  private func key(_ name: EntityName) -> Key { Key(type: name.type, folded: folding(name.name)) }
}
