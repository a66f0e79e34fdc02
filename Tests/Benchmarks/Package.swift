// swift-tools-version: 6.1

import PackageDescription

// A package of its own, so that the program never sees the libraries it is measured against. `scripts/bench` and
// Tests/Benchmarks/README.md say how to run it.
let package = Package(
  name: "Benchmarks",
  dependencies: [
    .package(name: "mujaz", path: "../..")
  ],
  targets: [
    // FriBidi and ICU behind plain functions.
    .target(
      name: "CReferences",
      linkerSettings: [.linkedLibrary("fribidi"), .linkedLibrary("icuuc")]),
    // Clock, medians, tables, texts.
    .target(name: "Measuring", dependencies: ["CReferences"]),
    .executableTarget(
      name: "LayoutBenchmark",
      dependencies: [
        "CReferences", "Measuring", .product(name: "UnicodeText", package: "mujaz"),
        .product(name: "Cells", package: "mujaz"),
      ]),
    .executableTarget(
      name: "LayoutFuzz",
      dependencies: [
        "CReferences", "Measuring", .product(name: "UnicodeText", package: "mujaz"),
        .product(name: "Cells", package: "mujaz"),
      ]),
    // Xapian and FTS5 as they are.
    .target(name: "CEngines", linkerSettings: [.linkedLibrary("xapian"), .linkedLibrary("sqlite3")]),
    // Programs, also on pseudo-terminals.
    .target(name: "CProcesses", linkerSettings: [.linkedLibrary("util")]),
    // Archives of many articles, and the program that imports them.
    .target(
      name: "SampleArchive",
      dependencies: [
        "Measuring", .product(name: "Analysis", package: "mujaz"), .product(name: "Archive", package: "mujaz"),
      ]),
    .executableTarget(
      name: "ArchiveBenchmark",
      dependencies: [
        "CEngines", "CProcesses", "Measuring", "SampleArchive", .product(name: "Archive", package: "mujaz"),
      ]),
    .executableTarget(
      name: "ReaderBenchmark",
      dependencies: ["CProcesses", "Measuring", "SampleArchive", .product(name: "Archive", package: "mujaz")]),
    .executableTarget(name: "AnalysisBenchmark", dependencies: [.product(name: "Analysis", package: "mujaz")]),
    .executableTarget(
      name: "ThreadsBenchmark",
      dependencies: [.product(name: "Archive", package: "mujaz"), .product(name: "Analysis", package: "mujaz")]),
  ],
  swiftLanguageModes: [.v6])
