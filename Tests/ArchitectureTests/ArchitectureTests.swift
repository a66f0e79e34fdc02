import Foundation
import Testing

@Suite struct ArchitectureTests {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  @Test("every import follows the arrows")
  func importsFollowArrows() throws {
    for target in Architecture.targets {
      let files = try Self.files(under: "Sources/\(target.name)").filter { $0.hasSuffix(".swift") }
      for file in files {
        let text = try String(contentsOf: Self.root.appending(path: file), encoding: .utf8)
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
          guard let module = SourceReading.importedModule(line) else { continue }
          let isAllowed =
            target.imports.contains(module) || (target.usesSystem && Architecture.system.contains(module))
          #expect(isAllowed, "\(file):\(number + 1): \(target.name) must not import \(module)")
        }
      }
    }
  }

  @Test("every folder of Sources is a target that the arrows know, and the other way round")
  func knowsAllTargets() throws {
    let sources = Self.root.appending(path: "Sources")
    let folders = try FileManager.default.contentsOfDirectory(
      at: sources, includingPropertiesForKeys: [.isDirectoryKey]
    )
    .filter { try $0.resourceValues(forKeys: [.isDirectoryKey]).isDirectory == true }
    .map(\.lastPathComponent)
    #expect(Set(folders) == Set(Architecture.targets.map(\.name)))
  }

  @Test("Package.swift has the same arrows")
  func packageAgrees() throws {
    let text = try String(contentsOf: Self.root.appending(path: "Package.swift"), encoding: .utf8)
    let package = SourceReading.dependencies(inPackage: text)
    for target in Architecture.targets {
      let found = try #require(package[target.name], "Package.swift has no target \(target.name)")
      #expect(found == target.imports, "Package.swift: dependencies of \(target.name)")
    }
  }

  @Test("the arrows make no circle")
  func hasNoCircle() {
    var known = Set(Architecture.targets.flatMap(\.imports)).subtracting(Architecture.targets.map(\.name))
    var open = Architecture.targets
    while let next = open.firstIndex(where: { $0.imports.isSubset(of: known) }) {
      known.insert(open.remove(at: next).name)
    }
    #expect(open.map(\.name).isEmpty, "these import each other")
  }

  @Test("import lines are read in all their forms")
  func readsImports() {
    let rows = [
      ("plain", "import Cells", "Cells"), ("indented", "  import Cells", "Cells"),
      ("testable", "@testable import Cells", "Cells"), ("access", "public import Cells", "Cells"),
      ("attribute and access", "@preconcurrency internal import Cells", "Cells"),
      ("one declaration", "import struct Cells.Cell", "Cells"), ("comment after it", "import Cells // why", "Cells"),
      ("submodule", "import Glibc.stdlib", "Glibc"), ("comment", "// import Cells", nil),
      ("name", "importCells()", nil),
      ("text", "let text = \"import Cells\"", nil), ("empty", "", nil),
    ]
    for (name, line, module) in rows { #expect(SourceReading.importedModule(line) == module, "\(name)") }
  }

  @Test("the package description is read")
  func readsPackage() {
    let text = """
      .target(name: "A"),
      .target(name: "B", dependencies: ["A", .product(name: "P", package: "Q")]), // .target(name: "C")
      .executableTarget(name: "D", dependencies: [.product(name: "P", package: "Q"), "A"], path: "X"),
      .testTarget(name: "T", dependencies: ["A"]),
      """
    #expect(SourceReading.dependencies(inPackage: text) == ["A": [], "B": ["A", "P"], "D": ["A", "P"]])
  }

  private static func files(under path: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: root.appending(path: path).path).map { "\(path)/\($0)" }
  }
}
