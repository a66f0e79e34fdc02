import Cells

/// Shows a greeting in each of the possible ways, one after the other, until the user says that it reads right.
///
/// Some terminals can order letters in one way only at a time for the whole screen, so the ways cannot stand side by
/// side.
public struct TerminalTrial: Sendable {
  /// One way of showing text.
  public struct Way: Hashable, Sendable {
    /// The settings that choose it: names and values.
    public var settings: [(name: String, value: String)] { TerminalTrial.settings[number] }
    /// The words for the command line that choose it.
    public var options: String { settings.map { "--\($0.name)=\($0.value)" }.joined(separator: " ") }
    /// Its number in `TerminalSample.greetings`.
    var number: Int
    /// What the terminal is given.
    public var profile: TerminalProfile
    /// The text that is shown.
    public var sample: TerminalSample
  }

  /// The settings that choose each way, in the order of `TerminalSample.greetings`.
  public static let settings: [[(name: String, value: String)]] = [
    [("bidi", "explicit"), ("shaping", "pf")], [("bidi", "explicit"), ("shaping", "none")], [("bidi", "terminal")],
  ]

  /// The ways, best first.
  public let ways: [Way]

  /// The ways that a terminal has, beginning with the one that was chosen for it.
  public init(_ profile: TerminalProfile) {
    var letters = profile
    letters.bidi = .explicit
    letters.usesPresentationForms = false
    var forms = letters
    forms.usesPresentationForms = true
    var logical = letters
    logical.bidi = .terminal
    logical.bidiSwitch = .off
    let all = zip([forms, letters, logical], TerminalSample.greetings).enumerated().map { number, way in
      Way(number: number, profile: way.0, sample: way.1)
    }
    ways = profile.bidi == .terminal ? all.suffix(1) + all.prefix(2) : all
  }

  /// Asks about each way.
  ///
  /// - Parameter terminal: The value of `TERM`.
  /// - Returns: The first way that the user accepts, or `nil` when none reads right or the user gave up.
  /// - Throws: `TerminalError` when there is no terminal to ask on.
  public func ask(terminal: String) throws(TerminalError) -> Way? {
    for (number, way) in ways.enumerated() {
      let display = try NcursesDisplay(profile: way.profile, terminal: terminal, usesMouse: false)
      defer { display.close() }
      var answer: Bool?
      while answer == nil {
        display.show(Self.frame(way, number: number + 1, of: ways.count, size: display.size))
        switch display.nextEvent(timeout: nil) {
        case .key(Key("y")), .key(Key("Y")): answer = true
        case .key(Key("n")), .key(Key("N")): answer = false
        case .key(Key("q")), .key(Key(.escape)), .key(Key("c", .control)), .hangup: return nil
        default: break
        }
      }
      if answer == true { return way }
    }
    return nil
  }

  static func frame(_ way: Way, number: Int, of count: Int, size: Size) -> Frame {
    var frame = Frame(size: size)
    let all = Rect(column: 0, row: 0, columns: size.columns, rows: size.rows)
    let lines = [
      "\(number) of \(count): \(way.sample.name)", "", "", "",
      "Does the line read right? \"Peace be upon you\" begins at its right end,",
      "the letters are joined, and NATO stands at its left end.",
      "y yes   n no   q give up",
    ]
    for (row, line) in lines.enumerated() {
      frame.put(line.unicodeScalars.map { Cell(String($0)) }, column: 2, row: row + 1, clip: all)
    }
    frame.put(cells(way.sample.text), column: 6, row: 3, clip: all)
    return frame
  }

  /// One cell a letter, its marks with it.
  private static func cells(_ text: String) -> [Cell] {
    text.unicodeScalars.reduce(into: []) { cells, scalar in
      if scalar.properties.generalCategory == .nonspacingMark, let last = cells.indices.last {
        cells[last].text.unicodeScalars.append(scalar)
      } else {
        cells.append(Cell(String(scalar)))
      }
    }
  }
}
