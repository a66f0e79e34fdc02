import CReferences
import Measuring
import UnicodeText

/// Random texts through the product, FriBidi, ICU and the plain rules; every disagreement is explained by a defect of
/// the others or shown as short as it can be made.
@main
struct LayoutFuzz {
  private static let usage = """
    usage: scripts/bench fuzz-layout [--cases N] [--seed S] [--examples N] [--check NAME]

      --cases N     random texts, 200000 unless told
      --seed S      1 unless told; the same seed gives the same texts
      --examples N  shown of each unexplained disagreement, 5 unless told
      --check NAME  only checks whose names contain this

    Exit status 1 if a disagreement is not explained.

    """

  static func main() {
    var arguments = Array(CommandLine.arguments.dropFirst())
    var numbers = ["--cases": 200_000, "--seed": 1, "--examples": 5]
    var only = ""
    while !arguments.isEmpty {
      let argument = arguments.removeFirst()
      if argument == "--check", let name = arguments.first {
        only = name
      } else if numbers[argument] != nil, let number = arguments.first.flatMap({ Int($0) }), number >= 0 {
        numbers[argument] = number
      } else {
        writeError(argument == "--help" ? usage : "wrong option or number: \(argument)\n\(usage)")
        exit(argument == "--help" ? 0 : 2)
      }
      arguments.removeFirst()
    }
    let checks = (BidiChecks.all + BreakChecks.all + CellChecks.all).filter { only.isEmpty || $0.name.contains(only) }
    let found = run(checks, numbers["--cases"] ?? 0, seed: UInt64(numbers["--seed"] ?? 1), numbers["--examples"] ?? 5)
    exit(found == 0 ? 0 : 1)
  }

  /// - Returns: How many disagreements are not explained.
  private static func run(_ checks: [Check], _ cases: Int, seed: UInt64, _ examples: Int) -> Int {
    writeOut(String(cString: cr_versions()) + "; ours: Unicode \(unicodeVersion)\n")
    var properties = PropertyComparison()
    properties.run()
    var texts = FuzzTexts(seed: seed)
    var explained: [String: Int] = [:]
    var unexplained: [String: Int] = [:]
    let start = threadTime()
    for _ in 0..<cases {
      let text = texts.next()
      let answer = OurAnswer(text)
      for check in checks {
        switch check.find(text, answer) {
        case .agrees: break
        case .explained(let cause): explained["\(check.name): \(cause)", default: 0] += 1
        case .unexplained:
          unexplained[check.name, default: 0] += 1
          if unexplained[check.name, default: 0] <= examples { show(check, text) }
        }
      }
    }
    let seconds = Double(threadTime() - start) / 1e9
    writeOut("\n\(cases) texts of seed \(seed) in \(decimal(seconds)) s of processor time\n\n")
    var table = TextTable(["check", "texts"])
    for check in checks {
      let causes = explained.filter { $0.key.hasPrefix(check.name + ": ") }.sorted { $0.value > $1.value }
      let all = causes.reduce(unexplained[check.name] ?? 0) { $0 + $1.value }
      table.add([check.name + ", disagreements", "\(all)"])
      for (cause, count) in causes {
        table.add(["  explained by " + cause.dropFirst(check.name.count + 2), "\(count)"])
      }
      if let count = unexplained[check.name] { table.add(["  NOT EXPLAINED", "\(count)"]) }
    }
    writeOut(table.text)
    return unexplained.values.reduce(0, +)
  }

  private static func show(_ check: Check, _ text: FuzzText) {
    let short = shrunk(text) { shorter in
      if case .unexplained = check.find(shorter, OurAnswer(shorter)) { return true }
      return false
    }
    guard case .unexplained(let detail) = check.find(short, OurAnswer(short)) else { return }
    let base = ["left to right", "right to left", "automatic"][short.base]
    let scalars = short.scalars.map { value in
      "U+" + String(repeating: "0", count: max(0, 4 - String(value, radix: 16).count))
        + String(value, radix: 16, uppercase: true)
    }
    writeOut("\(check.name), \(base), \(scalars.joined(separator: " "))\n    \(detail)\n")
  }
}

import Glibc
