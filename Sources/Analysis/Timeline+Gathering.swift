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
    var kept: [(entry: Entry, keys: Set<StemKey>, name: SpeakerName)] = []
    for record in order {
      guard let entry = byID.removeValue(forKey: record.id) else { continue }
      let keys = Set(record.signature.stems.map { StemKey($0) })
      let name = SpeakerName(record.statement)
      let known = kept.lastIndex { Self.isWithinWeek($0.entry.record, record) && Self.isAgain($0, entry, keys, name) }
      if let known {
        kept[known].entry.repeats += 1
      } else {
        kept.append((entry, keys, name))
      }
    }
    var days: [Day] = []
    for (entry, _, _) in kept {
      let day = entry.record.briefing.date?.day ?? ""
      if days.last?.day == day {
        days[days.count - 1].entries.append(entry)
      } else {
        days.append(Day(day: day, entries: [entry]))
      }
    }
    self.init(days: days)
  }

  private static func isWithinWeek(_ a: StatementRecord, _ b: StatementRecord) -> Bool {
    guard let first = a.briefing.date, let second = b.briefing.date else { return false }
    return abs(first.seconds - second.seconds) <= 7 * 86_400
  }

  private static func isAgain(
    _ known: (entry: Entry, keys: Set<StemKey>, name: SpeakerName), _ entry: Entry, _ keys: Set<StemKey>,
    _ name: SpeakerName
  ) -> Bool {
    known.entry.record.statement.polarity == entry.record.statement.polarity
      && known.entry.link?.relation == entry.link?.relation && StatementThread.areAlike(known.keys, keys)
      && (known.name.name == nil || name.name == nil || known.name.isOne(with: name))
  }
}
