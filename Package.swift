// swift-tools-version: 6.1

import PackageDescription

// The arrows between targets are the architecture; Sources/README.md draws them and Tests/ArchitectureTests holds
// every `import` line against them.
let package = Package(
  name: "mujaz",
  products: [
    .executable(name: "mujaz", targets: ["MujazTool"]),
    .executable(name: "dev", targets: ["DevTool"]),
    .library(name: "UnicodeText", targets: ["UnicodeText"]),
    .library(name: "Cells", targets: ["Cells"]),
    .library(name: "ArabicText", targets: ["ArabicText"]),
    .library(name: "Analysis", targets: ["Analysis", "Briefings"]),
    .library(name: "Archive", targets: ["StoreSQLite", "Store", "Search", "Briefings", "ArabicText"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
  ],
  targets: [
    // Text
    .target(name: "UnicodeText"),
    .target(name: "Cells", dependencies: ["UnicodeText"]),
    .target(name: "ArabicText"),

    // The nouns and what is done with them
    .target(name: "Briefings"),
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev", "pkgconf"])]),
    .target(name: "CXML", dependencies: ["CLibXML2"]),
    .target(name: "CCompression", linkerSettings: [.linkedLibrary("z"), .linkedLibrary("zstd")]),
    .target(name: "Importing", dependencies: ["Briefings", "CXML", "CCompression"]),
    .target(name: "Analysis", dependencies: ["Briefings", "ArabicText"], exclude: ["README.md"]),
    .target(name: "Search", dependencies: ["Briefings", "ArabicText"]),
    .target(name: "Store", dependencies: ["Search", "Briefings"]),
    .target(name: "CSQLiteDefense"),
    .target(
      name: "StoreSQLite",
      dependencies: [
        "Store", "Search", "Briefings", "ArabicText", "CSQLiteDefense", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ]),

    // The screen
    .target(name: "Reader", dependencies: ["Cells", "Search", "Briefings"]),
    .target(
      name: "CTerminal",
      cSettings: [
        .define("_XOPEN_SOURCE", to: "700"), .define("_DEFAULT_SOURCE"), .define("NCURSES_WIDECHAR", to: "1"),
      ],
      linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
    .target(name: "Terminal", dependencies: ["Cells", "CTerminal"]),

    // Programs
    .target(name: "CMemory"),
    .executableTarget(
      name: "MujazTool",
      dependencies: [
        "Terminal", "Reader", "StoreSQLite", "Store", "Search", "Analysis", "Importing", "Briefings", "ArabicText",
        "CMemory", "Cells", "UnicodeText", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .executableTarget(
      name: "DevTool",
      dependencies: [
        "UnicodeText", "DevTables", "Analysis", "Briefings",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .target(name: "DevTables"),

    // Tests
    .target(name: "GoldenTesting", dependencies: ["Cells"], path: "Tests/GoldenTesting"),
    .target(name: "StoreContract", dependencies: ["Store", "Search", "Briefings"], path: "Tests/StoreContract"),
    .testTarget(name: "UnicodeTextTests", dependencies: ["UnicodeText", "DevTables"]),
    .testTarget(name: "CellsTests", dependencies: ["Cells", "UnicodeText", "GoldenTesting"]),
    .testTarget(name: "ArabicTextTests", dependencies: ["ArabicText"]),
    .testTarget(name: "BriefingsTests", dependencies: ["Briefings"]),
    .testTarget(name: "ImportingTests", dependencies: ["Importing", "Briefings"], exclude: ["Samples"]),
    .testTarget(
      name: "AnalysisTests", dependencies: ["Analysis", "Briefings", "ArabicText"], exclude: ["Relations"]),
    .testTarget(name: "SearchTests", dependencies: ["Search", "Briefings", "ArabicText"]),
    .testTarget(
      name: "StoreSQLiteTests",
      dependencies: [
        "StoreSQLite", "StoreContract", "Store", "Search", "Briefings", .product(name: "GRDB", package: "GRDB.swift"),
      ], exclude: ["Archives"]),
    .testTarget(
      name: "StoreMemoryTests", dependencies: ["StoreContract", "Store", "Search", "Briefings", "ArabicText"]),
    .testTarget(
      name: "ReaderTests", dependencies: ["Reader", "Cells", "Search", "Briefings", "GoldenTesting"],
      exclude: ["Screens", "Sessions"]),
    .executableTarget(name: "TerminalChild", dependencies: ["Terminal", "Cells"], path: "Tests/TerminalChild"),
    .testTarget(name: "TerminalTests", dependencies: ["Terminal", "Cells", "TerminalChild"]),
    .testTarget(name: "MujazToolTests", dependencies: ["MujazTool"]),
    .testTarget(name: "ArchitectureTests"),
  ],
  swiftLanguageModes: [.v6]
)
