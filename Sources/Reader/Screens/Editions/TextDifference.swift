/// What was taken out of a text and put into it, word by word.
struct TextDifference: Hashable, Sendable {
  /// What became of some words.
  enum Change: Hashable, Sendable {
    case kept, removed, added
  }

  /// Words one behind the other of which the same became.
  struct Run: Hashable, Sendable {
    var change: Change
    var words: [String]
  }

  /// One paragraph with its words, old and new ones.
  struct Paragraph: Hashable, Sendable {
    var runs: [Run]
    /// Whether nothing changed in it.
    var isKept: Bool { runs.allSatisfy { $0.change == .kept } }
  }

  /// The paragraphs, in the order of the text.
  let paragraphs: [Paragraph]

  /// The most pairs that are looked at one by one; where there are more, the whole is exchanged for the whole.
  private static let pairLimit = 4_000_000

  /// Compares two texts: paragraph by paragraph, and those that were exchanged word by word.
  ///
  /// - Complexity: O(*n*) in the words, and at most `pairLimit` steps for what differs.
  init(from old: String, to new: String) {
    func split(_ text: String) -> [[String]] {
      text.split(separator: "\n").map { $0.split(whereSeparator: \.isWhitespace).map(String.init) }.filter {
        !$0.isEmpty
      }
    }
    var paragraphs: [Paragraph] = []
    let steps = Self.steps(from: split(old), to: split(new))
    var index = 0
    while index < steps.count {
      guard steps[index].change != .kept else {
        paragraphs.append(Paragraph(runs: [Run(change: .kept, words: steps[index].value)]))
        index += 1
        continue
      }
      // What was taken out and what was put in at one place are one another's, in turn.
      var (removed, added): ([[String]], [[String]]) = ([], [])
      while index < steps.count, steps[index].change != .kept {
        if steps[index].change == .removed {
          removed.append(steps[index].value)
        } else {
          added.append(steps[index].value)
        }
        index += 1
      }
      for pair in 0..<max(removed.count, added.count) {
        let before = pair < removed.count ? removed[pair] : []
        let after = pair < added.count ? added[pair] : []
        paragraphs.append(Paragraph(runs: Self.runs(Self.steps(from: before, to: after))))
      }
    }
    self.paragraphs = paragraphs
  }

  private struct Step<Value> {
    var change: Change
    var value: Value
  }

  private static func runs(_ steps: [Step<String>]) -> [Run] {
    var runs: [Run] = []
    for step in steps {
      if runs.last?.change == step.change {
        runs[runs.count - 1].words.append(step.value)
      } else {
        runs.append(Run(change: step.change, words: [step.value]))
      }
    }
    return runs
  }

  /// What became of the values of one row on the way to another: at each place first what was taken out.
  private static func steps<Value: Hashable>(from old: [Value], to new: [Value]) -> [Step<Value>] {
    var first = 0
    while first < min(old.count, new.count), old[first] == new[first] { first += 1 }
    var last = 0
    while last < min(old.count, new.count) - first, old[old.count - 1 - last] == new[new.count - 1 - last] { last += 1 }
    let (before, after) = (old[first..<old.count - last], new[first..<new.count - last])
    var middle: [Step<Value>] = []
    if before.count * after.count <= pairLimit {
      var (removed, added): (Set<Int>, Set<Int>) = ([], [])
      for change in Array(after).difference(from: Array(before)) {
        switch change {
        case .remove(let offset, _, _): removed.insert(offset)
        case .insert(let offset, _, _): added.insert(offset)
        }
      }
      var (left, right) = (0, 0)
      while left < before.count || right < after.count {
        if left < before.count, removed.contains(left) {
          middle.append(Step(change: .removed, value: before[before.startIndex + left]))
          left += 1
        } else if right < after.count, added.contains(right) {
          middle.append(Step(change: .added, value: after[after.startIndex + right]))
          right += 1
        } else {
          middle.append(Step(change: .kept, value: after[after.startIndex + right]))
          (left, right) = (left + 1, right + 1)
        }
      }
    } else {
      middle = before.map { Step(change: .removed, value: $0) } + after.map { Step(change: .added, value: $0) }
    }
    return old[..<first].map { Step(change: .kept, value: $0) } + middle
      + new[(new.count - last)...].map { Step(change: .kept, value: $0) }
  }
}

extension TextDifference.Paragraph {
  /// The paragraph as a text in which `[-…-]` was taken out and `[+…+]` was put in, and where these stand, by bytes.
  var marked: (text: String, marks: [(range: Range<Int>, change: TextDifference.Change)]) {
    var text = ""
    var marks: [(range: Range<Int>, change: TextDifference.Change)] = []
    for run in runs {
      if !text.isEmpty { text += " " }
      let start = text.utf8.count
      let words = run.words.joined(separator: " ")
      switch run.change {
      case .kept: text += words
      case .removed: text += "[-\(words)-]"
      case .added: text += "[+\(words)+]"
      }
      if run.change != .kept { marks.append((start..<text.utf8.count, run.change)) }
    }
    return (text, marks)
  }
}
