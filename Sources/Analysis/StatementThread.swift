import Briefings

/// One claim with all its reports, and what else bears on it.
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

extension StatementThread {
  /// Gathers links as `Relatedness.relations(of:to:)` gives them: repetitions become reports of the statement, and
  /// links of one relation that are worded alike become reports of one claim.
  ///
  /// - Complexity: O(*n*²) in the links of one relation, a comparison of two small sets each.
  public init(_ record: StatementRecord, _ links: [RelatedStatement]) {
    let repeats = links.filter { $0.relation == .repeats }.map(\.record)
    reports = Self.byTime([record] + repeats)
    var gathered: [(link: ThreadLink, keys: Set<StemKey>)] = []
    for link in links where link.relation != .repeats {
      let keys = Set(link.record.signature.stems.map { StemKey($0) })
      // Links come nearest first, so the one that stands is the nearest.
      let known = gathered.firstIndex {
        $0.link.nearest.relation == link.relation && Self.areAlike($0.keys, keys)
          && $0.link.nearest.record.statement.polarity == link.record.statement.polarity
      }
      if let known {
        gathered[known].link.reports.append(link.record)
      } else {
        gathered.append((ThreadLink(nearest: link, reports: [link.record]), keys))
      }
    }
    self.links = gathered.map { ThreadLink(nearest: $0.link.nearest, reports: Self.byTime($0.link.reports)) }
  }

  /// Most of the words of both.
  static func areAlike(_ a: Set<StemKey>, _ b: Set<StemKey>) -> Bool {
    guard a.count > 2, b.count > 2 else { return a == b && !a.isEmpty }
    let shared = a.intersection(b).count
    return Double(shared) >= 0.6 * Double(a.count + b.count - shared)
  }

  /// Earliest first, undated last; then in the order of the text.
  static func byTime(_ records: [StatementRecord]) -> [StatementRecord] {
    records.sorted { a, b in
      let (first, second) = (a.briefing.date?.seconds ?? .max, b.briefing.date?.seconds ?? .max)
      if first != second { return first < second }
      if a.briefing.id != b.briefing.id { return a.briefing.id < b.briefing.id }
      return a.statement.place < b.statement.place
    }
  }
}
