/// Rules that read one value after the other, as a table of states: what they answer and where they go on.
///
/// - Shape: states are numbered from 0; the entry of state *s* and value *v* stands at `s * symbols + v`. No two states
///   do the same from there on.
public struct BreakAutomaton: Hashable, Sendable {
  /// The number of values read.
  public let symbols: Int
  /// The state before the first value.
  public let start: Int
  /// The state that follows.
  public let next: [Int]
  /// What the rules answer.
  public let outcome: [UInt8]

  /// The number of states.
  public var states: Int { next.count / symbols }

  /// More states than these are a mistake in the rules.
  private static let limit = 100_000

  /// Makes the table of some rules by trying every value in every state that they can come into.
  ///
  /// - Parameters:
  ///   - symbols: The number of values.
  ///   - start: The rules' state before the first value.
  ///   - step: Takes a value, changes the state and answers.
  /// - Throws: `UCDError.tooLarge` when the rules do not come to an end of states.
  public init<State: Hashable>(
    symbols: Int, start: State, step: (inout State, Int) -> UInt8
  ) throws(UCDError) {
    var numbers = [start: 0]
    var found = [start]
    var next: [Int] = []
    var outcome: [UInt8] = []
    var at = 0
    while at < found.count {
      for symbol in 0..<symbols {
        var state = found[at]
        outcome.append(step(&state, symbol))
        if let number = numbers[state] {
          next.append(number)
        } else {
          next.append(found.count)
          numbers[state] = found.count
          found.append(state)
        }
      }
      at += 1
      guard found.count < Self.limit else {
        throw .tooLarge(table: "automaton", part: "states", count: found.count, limit: Self.limit)
      }
    }
    let group = Self.groups(symbols, next, outcome)
    let count = (group.max() ?? 0) + 1
    self.symbols = symbols
    self.start = group[0]
    var merged = [Int](repeating: 0, count: count * symbols)
    var answers = [UInt8](repeating: 0, count: count * symbols)
    for state in group.indices {
      for symbol in 0..<symbols {
        merged[group[state] * symbols + symbol] = group[next[state * symbols + symbol]]
        answers[group[state] * symbols + symbol] = outcome[state * symbols + symbol]
      }
    }
    self.next = merged
    self.outcome = answers
  }

  /// Which states do the same: groups are parted until no two states of one differ (Moore's algorithm).
  private static func groups(_ symbols: Int, _ next: [Int], _ outcome: [UInt8]) -> [Int] {
    let count = next.count / symbols
    var group = [Int](repeating: 0, count: count)
    var groups = 1
    while true {
      var numbers: [[Int]: Int] = [:]
      var refined = group
      for state in 0..<count {
        let entries = state * symbols..<(state + 1) * symbols
        let signature = [group[state]] + outcome[entries].map(Int.init) + next[entries].map { group[$0] }
        refined[state] = numbers[signature] ?? numbers.count
        numbers[signature] = refined[state]
      }
      group = refined
      if numbers.count == groups { return group }
      groups = numbers.count
    }
  }
}
