/// The arrows between the targets, as Sources/README.md draws them: what each may import, and nothing else.
enum Architecture {
  /// What a target may import.
  struct Target: Sendable {
    var name: String
    /// Targets of this package, and products of others.
    var imports: Set<String>
    /// Whether it may use the system as well: files, clocks, signals. The others are told everything they know.
    var usesSystem = false
  }

  /// The modules that come with Swift and the system.
  static let system: Set<String> = ["Dispatch", "Foundation", "Glibc", "Synchronization"]

  /// All targets under Sources.
  static let targets = [
    // No imports at all.
    Target(name: "UnicodeText", imports: []),
    Target(name: "ArabicText", imports: []),
    Target(name: "Briefings", imports: []),

    Target(name: "Cells", imports: ["UnicodeText"]),
    Target(name: "CLibXML2", imports: [], usesSystem: true),
    Target(name: "CXML", imports: ["CLibXML2"], usesSystem: true),
    Target(name: "CCompression", imports: [], usesSystem: true),
    Target(name: "Importing", imports: ["Briefings", "CXML", "CCompression"], usesSystem: true),
    Target(name: "Analysis", imports: ["Briefings", "ArabicText"], usesSystem: true),
    Target(name: "Search", imports: ["Briefings", "ArabicText"]),

    // Never SQL, never a file.
    Target(name: "Store", imports: ["Search", "Briefings"]),
    Target(name: "CSQLiteDefense", imports: [], usesSystem: true),
    Target(
      name: "StoreSQLite",
      imports: ["Store", "Search", "Briefings", "ArabicText", "CSQLiteDefense", "GRDB", "GRDBSQLite"],
      usesSystem: true),

    // Never Store, never Terminal, never the system: screens and sessions are tested without any of them.
    Target(name: "Reader", imports: ["Cells", "Search", "Briefings"]),
    Target(name: "CTerminal", imports: [], usesSystem: true),
    Target(name: "Terminal", imports: ["Cells", "CTerminal"], usesSystem: true),

    Target(name: "CMemory", imports: [], usesSystem: true),
    Target(
      name: "MujazTool",
      imports: [
        "Terminal", "Reader", "StoreSQLite", "Store", "Search", "Analysis", "Importing", "Briefings", "ArabicText",
        "CMemory", "Cells", "UnicodeText", "ArgumentParser",
      ], usesSystem: true),
    Target(name: "DevTables", imports: [], usesSystem: true),
    Target(
      name: "DevTool", imports: ["UnicodeText", "DevTables", "Analysis", "Briefings", "ArgumentParser"],
      usesSystem: true),
  ]
}
