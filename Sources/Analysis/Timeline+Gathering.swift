import Briefings

extension Timeline {
  /// All that one person or body said, by day.
  ///
  /// - Parameters:
  ///   - speaker: The name, full or shortened at its beginning.
  ///   - records: Statements of any speakers.
  /// - Complexity: O(*n* log *n*) in the records, and a comparison with each other claim of the week.
  public init(speaker: String, among records: [StatementRecord]) {
    let wanted = SpeakerName(speaker)
    self.init(
      entries: records.filter { SpeakerName($0.statement).isOne(with: wanted) }.map {
        Entry(record: $0, repeats: 0, link: nil)
      })
  }

  /// Statements of any speakers, by day.
  ///
  /// - Complexity: O(*n* log *n*) in the records, and a comparison with each other claim of the week.
  public init(of records: [StatementRecord]) {
    self.init(entries: records.map { Entry(record: $0, repeats: 0, link: nil) })
  }

  /// All that bears on one statement's matter, by day, the statement itself among it.
  ///
  /// What only has its speaker in common is left out.
  /// - Parameter links: As `Relatedness.relations(of:to:)` gives them.
  public init(topicOf record: StatementRecord, _ links: [RelatedStatement]) {
    self.init(
      entries: [Entry(record: record, repeats: 0, link: nil)]
        + links.filter { $0.relation != .sameSpeaker }.map { Entry(record: $0.record, repeats: 0, link: $0) })
  }

  private init(entries: [Entry]) {
    let order = StatementThread.byTime(entries.map(\.record))
    var byID: [StatementID: Entry] = [:]
    for entry in entries { byID[entry.record.id] = entry }
    var kept: [Claim] = []
    for record in order {
      guard let entry = byID.removeValue(forKey: record.id) else { continue }
      let claim = Claim(entry)
      if let known = Self.index(ofSame: claim, in: kept) {
        kept[known].entry.repeats += 1
      } else {
        kept.append(claim)
      }
    }
    var days: [Day] = []
    for entry in kept.map(\.entry) {
      let day = entry.record.briefing.date?.day ?? ""
      if days.last?.day == day {
        days[days.count - 1].entries.append(entry)
      } else {
        days.append(Day(day: day, entries: [entry]))
      }
    }
    self.init(days: days)
  }

  /// What two entries are compared by.
  private struct Claim {
    var entry: Entry
    let seconds: Int64?
    let keys: Set<StemKey>
    let name: SpeakerName

    init(_ entry: Entry) {
      self.entry = entry
      seconds = entry.record.briefing.date?.seconds
      keys = Set(entry.record.signature.stems.map { StemKey($0) })
      name = SpeakerName(entry.record.statement)
    }

    func isSame(as other: Self) -> Bool {
      entry.record.statement.polarity == other.entry.record.statement.polarity
        && entry.link?.relation == other.entry.link?.relation && StatementThread.areAlike(keys, other.keys)
        && (name.name == nil || other.name.name == nil || name.isOne(with: other.name))
    }
  }

  /// Which claim of the week before says the same: the last one that does.
  ///
  /// - Parameter known: In the order of time, so that the first that is older than a week ends the search.
  /// - Complexity: O(*k*) in the claims of the week.
  private static func index(ofSame claim: Claim, in known: [Claim]) -> Int? {
    guard let seconds = claim.seconds else { return nil }
    for index in known.indices.reversed() {
      guard let earlier = known[index].seconds, seconds - earlier <= 7 * 86_400 else { return nil }
      if known[index].isSame(as: claim) { return index }
    }
    return nil
  }
}
