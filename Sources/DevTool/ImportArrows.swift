/// The arrows between targets, as Package.swift draws them.
///
/// The compiler lets a target import a module that some other target has built; only this tells.
struct ImportArrows {
  /// What each target may import of the package and of the packages it depends on.
  let arrows: [String: Set<String>]

  /// All modules that need an arrow: the package's targets and the products of others.
  let modules: Set<String>

  /// Reads the arrows from the text of a package description: each target is `name: "X"` with `dependencies: […]`.
  init(_ package: String) {
    var arrows: [String: Set<String>] = [:]
    var modules: Set<String> = []
    for part in Self.targets(package) {
      let quoted = Self.quoted(part)
      guard let name = quoted.first else { continue }
      var allowed: Set<String> = []
      if let start = part.firstRange(of: "dependencies: [") {
        var list = String(part[start.upperBound...])
        if let end = list.firstIndex(of: "]") { list = String(list[..<end]) }
        // A product's package is named besides the product.
        let pieces = list.split(separator: ",").filter { !$0.contains("package:") }
        allowed = Set(pieces.flatMap { Self.quoted(String($0)) })
      }
      arrows[name] = allowed
      modules.formUnion(allowed)
      modules.insert(name)
    }
    self.arrows = arrows
    self.modules = modules
  }

  /// What a file imports without an arrow, with the line.
  func violations(in text: String, target: String) -> [(line: Int, module: String)] {
    var found: [(Int, String)] = []
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let words = line.split(separator: " ")
      guard let keyword = words.firstIndex(of: "import"), words[..<keyword].allSatisfy(Self.mayPrecede),
        keyword + 1 < words.count
      else { continue }
      // `import struct Module.Name` names the module before the dot.
      let named = words[keyword + 1].first?.isLowercase == true && keyword + 2 < words.count ? keyword + 2 : keyword + 1
      let module = String(words[named].prefix { $0 != "." })
      guard modules.contains(module), module != target, arrows[target]?.contains(module) != true else { continue }
      found.append((number + 1, module))
    }
    return found
  }

  private static func mayPrecede(_ word: Substring) -> Bool {
    word.hasPrefix("@") || ["public", "internal", "package", "private", "fileprivate"].contains(word)
  }

  /// The text of each target, from behind its opening bracket on.
  private static func targets(_ package: String) -> [String] {
    var parts: [String] = []
    for kind in [".target(", ".executableTarget(", ".testTarget("] {
      var rest = Substring(package)
      while let start = rest.firstRange(of: kind) {
        rest = rest[start.upperBound...]
        // The next target of any kind ends this one.
        let ends = [".target(", ".executableTarget(", ".testTarget("].compactMap { rest.firstRange(of: $0)?.lowerBound }
        parts.append(String(rest[..<(ends.min() ?? rest.endIndex)]))
      }
    }
    return parts
  }

  private static func quoted(_ text: String) -> [String] {
    text.split(separator: "\"", omittingEmptySubsequences: false).enumerated().filter { $0.offset % 2 == 1 }.map {
      String($0.element)
    }
  }
}
