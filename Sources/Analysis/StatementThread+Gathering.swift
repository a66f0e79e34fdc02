import Briefings

extension StatementThread {
  /// The thread of a statement, from what an archive knows.
  ///
  /// - Parameters:
  ///   - record: The statement asked about.
  ///   - candidates: Statements that may be related to it.
  ///   - frequencies: In how many statements each stem of `Relatedness.stems(for:candidates:)` occurs.
  ///   - total: How many statements there are.
  ///   - topics: Which words stand for one thing.
  ///   - limit: The most links taken, the strongest first.
  public init(
    _ record: StatementRecord, candidates: [StatementRecord], frequencies: [String: Int], total: Int,
    topics: TopicWords = .none, limit: Int = .max
  ) {
    let links = Relatedness.relations(
      of: record, to: candidates, frequencies: frequencies, total: total, topics: topics)
    self.init(record, Array(links.prefix(limit)))
  }

  /// Gathers links as `Relatedness.relations(of:to:)` gives them: repetitions become reports of the statement, and
  /// links of one relation that are worded alike become reports of one claim.
  ///
  /// - Complexity: O(*n*²) in the links of one relation, a comparison of two small sets each.
  public init(_ record: StatementRecord, _ links: [RelatedStatement]) {
    let repeats = links.filter { $0.relation == .repeats }.map(\.record)
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
    self.init(
      reports: Self.byTime([record] + repeats),
      links: gathered.map { ThreadLink(nearest: $0.link.nearest, reports: Self.byTime($0.link.reports)) })
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
