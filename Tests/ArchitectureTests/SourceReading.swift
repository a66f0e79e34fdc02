/// Reads import lines and the package description, as far as the tests need them.
enum SourceReading {
  /// The module that a line imports, or `nil` for every other line.
  static func importedModule(_ line: some StringProtocol) -> String? {
    let code = String(line).split(separator: "//", maxSplits: 1, omittingEmptySubsequences: false).first ?? ""
    var words = code.split { $0 == " " || $0 == "\t" || $0 == ";" }[...]
    let before: Set<Substring> = ["public", "package", "internal", "fileprivate", "private"]
    while let word = words.first, word.hasPrefix("@") || before.contains(word) { words.removeFirst() }
    guard words.popFirst() == "import" else { return nil }
    let kinds: Set<Substring> = ["struct", "class", "enum", "protocol", "typealias", "func", "let", "var"]
    if let kind = words.first, kinds.contains(kind), words.count > 1 { words.removeFirst() }
    return words.first.flatMap { $0.split(separator: ".").first }.map { String($0) }
  }

  /// The targets of a package description with what they depend on.
  ///
  /// - Shape: only `.target(…)`, `.executableTarget(…)` and `.systemLibrary(…)`, written as Package.swift writes them.
  static func dependencies(inPackage text: String) -> [String: Set<String>] {
    var found: [String: Set<String>] = [:]
    let uncommented = text.split(separator: "\n").map { $0.split(separator: "//", maxSplits: 1).first ?? "" }
    // "https://…" loses its end that way, which does not matter here.
    let code = uncommented.joined(separator: "\n")
    for kind in [".target(", ".executableTarget(", ".systemLibrary("] {
      for piece in code.split(separator: kind, omittingEmptySubsequences: false).dropFirst() {
        let body = balanced(piece)
        guard let name = strings(in: body).first else { continue }
        let list = body.split(separator: "dependencies: [", maxSplits: 1, omittingEmptySubsequences: false).dropFirst()
        let names = list.first.map { strings(in: withoutPackages(upToBracket($0))) } ?? []
        found[name] = Set(names)
      }
    }
    return found
  }

  private static func balanced(_ text: Substring) -> Substring {
    var depth = 1
    for index in text.indices {
      if text[index] == "(" { depth += 1 }
      if text[index] == ")" { depth -= 1 }
      if depth == 0 { return text[..<index] }
    }
    return text
  }

  private static func upToBracket(_ text: Substring) -> Substring { text.prefix { $0 != "]" } }

  /// A product is written with the package it comes from, which is no dependency of its own.
  private static func withoutPackages(_ text: Substring) -> String {
    let pieces = text.split(separator: "package: ", omittingEmptySubsequences: false)
    return pieces.enumerated().map { index, piece in
      index == 0 ? String(piece) : String(piece.drop { $0 != ")" })
    }.joined()
  }

  private static func strings(in text: some StringProtocol) -> [String] {
    text.split(separator: "\"", omittingEmptySubsequences: false).enumerated().filter { $0.offset % 2 == 1 }
      .map { String($0.element) }
  }
}
