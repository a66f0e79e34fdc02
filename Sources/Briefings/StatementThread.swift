/// One claim with all its reports, and what else bears on it; Analysis gathers it.
public struct StatementThread: Hashable, Sendable {
  /// The statement asked about and those that repeat it, the earliest first (undated last).
  public var reports: [StatementRecord]

  /// What else bears on it, strongest relation first, then nearest in time; each claim once, with all its reports.
  public var links: [ThreadLink]

  /// The report that came first.
  public var firstReport: StatementRecord? { reports.first }

  /// Creates a thread.
  public init(reports: [StatementRecord], links: [ThreadLink]) {
    self.reports = reports
    self.links = links
  }

  /// The links of one relation, in their order.
  public struct Group: Hashable, Sendable {
    /// How they stand to the claim; never `repeats`, as repetitions are its reports.
    public var relation: Relation
    /// At least one.
    public var links: [ThreadLink]
  }

  /// The links by relation, the strongest relation first.
  public var groups: [Group] {
    var groups: [Group] = []
    for link in links {
      if let last = groups.indices.last, groups[last].relation == link.nearest.relation {
        groups[last].links.append(link)
      } else {
        groups.append(Group(relation: link.nearest.relation, links: [link]))
      }
    }
    return groups
  }
}

/// One claim that bears on another.
public struct ThreadLink: Hashable, Sendable {
  /// The report that is nearest in time, with the relation and its reasons.
  public var nearest: RelatedStatement

  /// All reports of the claim in the list, the earliest first.
  public var reports: [StatementRecord]

  /// Creates a link.
  public init(nearest: RelatedStatement, reports: [StatementRecord]) {
    self.nearest = nearest
    self.reports = reports
  }
}
