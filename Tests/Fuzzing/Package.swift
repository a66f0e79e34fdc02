// swift-tools-version: 6.1

import Foundation
import PackageDescription

// Every parser of the product under libFuzzer, which looks for new input by what each input reaches. `scripts/fuzz` builds
// and runs it; Tests/README.md says more. `Product` is a link to the product's sources: only what is compiled here can be
// looked into.
let runtime = ProcessInfo.processInfo.environment["MUJAZ_FUZZER_RUNTIME"] ?? ""
let watched: [SwiftSetting] = [.unsafeFlags(["-sanitize=fuzzer", "-enable-testing"])]
let watchedC: [CSetting] = [.unsafeFlags(["-fsanitize=fuzzer-no-link"])]

let package = Package(
  name: "Fuzzing",
  targets: [
    .target(name: "Briefings", path: "Product/Briefings", swiftSettings: watched),
    .target(name: "UnicodeText", path: "Product/UnicodeText", swiftSettings: watched),
    .target(name: "ArabicText", path: "Product/ArabicText", swiftSettings: watched),
    .target(name: "Cells", dependencies: ["UnicodeText"], path: "Product/Cells", swiftSettings: watched),
    .target(
      name: "Search", dependencies: ["Briefings", "ArabicText"], path: "Product/Search", swiftSettings: watched),
    .target(
      name: "Analysis", dependencies: ["Briefings", "ArabicText"], path: "Product/Analysis", exclude: ["README.md"],
      swiftSettings: watched),
    .systemLibrary(name: "CLibXML2", path: "Product/CLibXML2", pkgConfig: "libxml-2.0"),
    .target(name: "CXML", dependencies: ["CLibXML2"], path: "Product/CXML", cSettings: watchedC),
    .target(
      name: "CCompression", path: "Product/CCompression", cSettings: watchedC,
      linkerSettings: [.linkedLibrary("z"), .linkedLibrary("zstd")]),
    .target(
      name: "Importing", dependencies: ["Briefings", "CXML", "CCompression"], path: "Product/Importing",
      swiftSettings: watched),
    .target(
      name: "Reader", dependencies: ["Cells", "Search", "Briefings"], path: "Product/Reader", swiftSettings: watched),
    .target(
      name: "CTerminal", path: "Product/CTerminal",
      cSettings: [
        .define("_XOPEN_SOURCE", to: "700"), .define("_DEFAULT_SOURCE"), .define("NCURSES_WIDECHAR", to: "1"),
      ], linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
    .target(
      name: "Terminal", dependencies: ["Cells", "CTerminal"], path: "Product/Terminal", swiftSettings: watched),
    .target(
      name: "Settings", dependencies: ["Cells", "Reader", "Terminal"],
      path: "Product/MujazTool", sources: ["Configuration.swift", "Setting.swift", "TOML"],
      swiftSettings: watched),
    .target(name: "CFuzzer"),
    .executableTarget(
      name: "Fuzz",
      dependencies: [
        "CFuzzer", "Importing", "Search", "Analysis", "Cells", "Terminal", "Settings", "ArabicText", "Briefings",
      ],
      swiftSettings: watched, linkerSettings: [.unsafeFlags([runtime]), .linkedLibrary("stdc++")]),
  ],
  swiftLanguageModes: [.v6])
