/// The file of a model of names: lines that people can read, an empty line, and one byte a weight.
///
/// - Shape: `mujaz-name-model 1`; lines `# …` say what it was made from; `rows N`; `transitions` and 49 numbers, seven
///   for each tag before; `margins` and three numbers; an empty line; N × 7 signed bytes, row by row, a tag a byte.
enum NameModelFile {
  private static let magic = "mujaz-name-model 1"

  /// The model as bytes.
  static func bytes(of model: NameModel, attribution: [String]) -> [UInt8] {
    var steps: [String] = []
    for before in 0..<NameModel.tagCount {
      for after in 0..<NameModel.tagCount { steps.append(String(model.transitions[before * 8 + after])) }
    }
    var lines = [magic]
    lines += attribution.map { "# " + $0 }
    lines.append("rows \(model.weights.count)")
    lines.append("transitions " + steps.joined(separator: " "))
    lines.append("margins " + model.margins.map(String.init).joined(separator: " "))
    var bytes = Array((lines.joined(separator: "\n") + "\n\n").utf8)
    bytes.reserveCapacity(bytes.count + model.weights.count * NameModel.tagCount)
    for row in model.weights {
      for tag in 0..<NameModel.tagCount { bytes.append(UInt8(bitPattern: row[tag])) }
    }
    return bytes
  }

  /// The model in a file, or what is wrong with it.
  static func model(_ bytes: [UInt8]) -> Result<NameModel, Problem> {
    var at = 0
    var transitions: [Int32] = []
    var margins: [Int32] = []
    var rows = 0
    var isFirst = true
    while let end = bytes[at...].prefix(65_536).firstIndex(of: UInt8(ascii: "\n")) {
      let line = String(decoding: bytes[at..<end], as: UTF8.self)
      at = end + 1
      if isFirst, line != magic { return .failure(Problem(found: String(line.prefix(40)), expected: "«\(magic)»")) }
      isFirst = false
      if line.isEmpty { break }
      let parts = line.split(separator: " ")
      let numbers = parts.dropFirst().compactMap { Int32($0) }
      switch parts.first {
      case "rows": rows = Int(numbers.first ?? 0)
      case "transitions": transitions = numbers
      case "margins": margins = numbers
      default: continue
      }
    }
    let expected = NameModel.rowCount * NameModel.tagCount
    guard rows == NameModel.rowCount, bytes.count - at == expected else {
      return .failure(Problem(found: "\(bytes.count - at) bytes of weights", expected: "\(expected)"))
    }
    guard transitions.count == NameModel.tagCount * NameModel.tagCount, margins.count == 3 else {
      return .failure(
        Problem(found: "\(transitions.count) transitions and \(margins.count) margins", expected: "49 and 3"))
    }
    var steps = Array(repeating: Int32(0), count: 64)
    for (index, weight) in transitions.enumerated() {
      steps[index / NameModel.tagCount * 8 + index % NameModel.tagCount] = max(-100_000, min(100_000, weight))
    }
    var weights = Array(repeating: SIMD8<Int8>(repeating: 0), count: rows)
    for row in weights.indices {
      for tag in 0..<NameModel.tagCount {
        weights[row][tag] = Int8(bitPattern: bytes[at])
        at += 1
      }
    }
    return .success(NameModel(weights: weights, transitions: steps, margins: margins))
  }

  /// What was found instead of what.
  struct Problem: Error {
    var found: String
    var expected: String
  }
}
