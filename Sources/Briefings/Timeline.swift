/// Statements in the order in which they were made known, one day after the other; Analysis gathers it.
public struct Timeline: Hashable, Sendable {
  /// The statements of one day.
  public struct Day: Hashable, Sendable {
    /// `2023-11-13`; empty for statements without a date, which come last.
    public var day: String
    /// The statements, in the order of their articles' times.
    public var entries: [Entry]

    /// Creates a day.
    public init(day: String, entries: [Entry]) {
      self.day = day
      self.entries = entries
    }
  }

  /// One claim.
  public struct Entry: Hashable, Sendable {
    /// The first report of it.
    public var record: StatementRecord
    /// How often it was reported again within the week, worded alike and by the same speaker.
    public var repeats: Int
    /// How it stands to the statement that the timeline is of; `nil` in a speaker's and for that statement itself.
    public var link: RelatedStatement?

    /// Creates an entry.
    public init(record: StatementRecord, repeats: Int = 0, link: RelatedStatement? = nil) {
      self.record = record
      self.repeats = repeats
      self.link = link
    }
  }

  /// The days, the earliest first.
  public var days: [Day]

  /// Creates a timeline.
  public init(days: [Day]) { self.days = days }
}

/// How many statements each month has: what a small chart shows.
public struct TimelineMonths: Hashable, Sendable {
  /// One month.
  public struct Month: Hashable, Sendable {
    /// `2023-11`
    public var month: String
    /// How many statements.
    public var count: Int

    /// Creates a month.
    public init(_ month: String, _ count: Int) {
      self.month = month
      self.count = count
    }
  }

  /// The months from the first to the last one that has a statement, the earliest first, those without any in between
  /// among them.
  public var months: [Month]
  /// How many statements have no date.
  public var undated: Int

  /// Of so many months only those that have statements are listed.
  private static let longest = 1_200

  /// Sums up days.
  ///
  /// - Parameters:
  ///   - days: Days (`2023-11-13`) or months (`2023-11`) with their counts, in any order; what begins like neither counts
  ///     as undated.
  /// - Complexity: O(*n* log *n*) in the days.
  public init(days: some Sequence<(day: String, count: Int)>) {
    var counts: [Int: Int] = [:]
    undated = 0
    for (day, count) in days {
      if let month = Self.number(of: day) { counts[month, default: 0] += count } else { undated += count }
    }
    months = []
    guard let first = counts.keys.min(), let last = counts.keys.max() else { return }
    let all = last - first < Self.longest ? Array(first...last) : counts.keys.sorted()
    months = all.map { Month(Self.text(of: $0), counts[$0] ?? 0) }
  }

  /// Counts statements by the months of their articles.
  public init(of records: some Sequence<StatementRecord>) {
    self.init(days: records.map { (day: $0.briefing.date?.day ?? "", count: 1) })
  }

  /// Months since year 0.
  private static func number(of day: String) -> Int? {
    let parts = day.utf8.prefix(7).split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].count == 4, parts[1].count == 2, let year = Int(Substring(parts[0])),
      let month = Int(Substring(parts[1])), year >= 0, 1...12 ~= month
    else { return nil }
    return year * 12 + month - 1
  }

  private static func text(of number: Int) -> String {
    let (year, month) = (String(number / 12), String(number % 12 + 1))
    return String(repeating: "0", count: 4 - year.utf8.count) + year + (month.utf8.count < 2 ? "-0" : "-") + month
  }
}
