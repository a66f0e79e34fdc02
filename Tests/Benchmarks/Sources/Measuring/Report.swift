/// What a benchmark found: tables for people, the same numbers for programs, and which targets were met.
public struct Report {
  /// A target and what was measured.
  public struct Verdict: Sendable {
    /// What is asked for.
    public let target: String
    /// What was measured.
    public let measured: Double
    /// What it must reach, or must not exceed.
    public let limit: Double
    /// Whether the limit is an upper one.
    public let isUpperLimit: Bool
    /// Parts of a whole near 1 need more digits than ratios.
    var digits: Int { limit > 0.9 && limit < 1 ? 4 : 2 }
    /// Whether the target is met.
    public var isMet: Bool { isUpperLimit ? measured <= limit : measured >= limit }
  }

  /// One measured number.
  public struct Row: Sendable {
    /// Which table it belongs to.
    public let table: String
    /// What was worked on.
    public let subject: String
    /// What worked.
    public let entry: String
    /// Values by name, in the order given.
    public let values: [(name: String, value: Double)]
  }

  /// All numbers.
  public private(set) var rows: [Row] = []
  /// All targets, in the order in which they were judged.
  public private(set) var verdicts: [Verdict] = []
  /// Whether tables are printed as they come.
  private let prints: Bool

  /// Creates an empty report.
  ///
  /// - Parameter prints: Whether tables and remarks go to standard output as they come.
  public init(prints: Bool) { self.prints = prints }

  /// Adds a number.
  public mutating func add(_ table: String, _ subject: String, _ entry: String, _ values: [(String, Double)]) {
    rows.append(Row(table: table, subject: subject, entry: entry, values: values.map { ($0.0, $0.1) }))
  }

  /// Judges a target that must be reached.
  public mutating func require(_ target: String, _ measured: Double, atLeast limit: Double) {
    verdicts.append(Verdict(target: target, measured: measured, limit: limit, isUpperLimit: false))
  }

  /// Judges a target that must not be exceeded.
  public mutating func require(_ target: String, _ measured: Double, atMost limit: Double) {
    verdicts.append(Verdict(target: target, measured: measured, limit: limit, isUpperLimit: true))
  }

  /// Prints a heading and a table.
  public func show(_ heading: String, _ table: TextTable) {
    if prints { writeOut("\n\(heading)\n\n\(table.text)") }
  }

  /// Prints a remark.
  public func say(_ remark: String) {
    if prints { writeOut(remark + "\n") }
  }

  /// The targets as a table.
  public var verdictTable: TextTable {
    var table = TextTable(["target", "goal", "measured", ""])
    for verdict in verdicts {
      table.add([
        verdict.target, (verdict.isUpperLimit ? "<= " : ">= ") + decimal(verdict.limit, verdict.digits),
        decimal(verdict.measured, verdict.digits), verdict.isMet ? "PASS" : "miss",
      ])
    }
    return table
  }

  /// Everything as one JSON object.
  public var json: String {
    let rows = rows.map { row in
      let values = row.values.map { "\(quoted($0.name)):\(number($0.value))" }.joined(separator: ",")
      return "{\"table\":\(quoted(row.table)),\"subject\":\(quoted(row.subject)),\"entry\":\(quoted(row.entry)),"
        + "\"values\":{\(values)}}"
    }
    let verdicts = verdicts.map {
      "{\"target\":\(quoted($0.target)),\"measured\":\(number($0.measured)),\"limit\":\(number($0.limit)),"
        + "\"isUpperLimit\":\($0.isUpperLimit),\"isMet\":\($0.isMet)}"
    }
    return "{\"rows\":[\n\(rows.joined(separator: ",\n"))\n],\"verdicts\":[\n\(verdicts.joined(separator: ",\n"))\n]}\n"
  }

  private func number(_ value: Double) -> String { value.isFinite ? "\(value)" : "null" }

  private func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\u{0}"..<" ": result += "\\u00" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
