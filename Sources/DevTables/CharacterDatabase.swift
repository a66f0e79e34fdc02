/// The properties of all code points that the tables are made from.
///
/// - Shape: each array has one element a code point, 0x110000 of them, holding a number of `PropertyValues`.
public struct CharacterDatabase: Sendable {
  /// The Unicode version, such as `15.0.0`.
  public let version: String
  /// Bidi_Class.
  public let bidiClass: [UInt8]
  /// Joining_Type.
  public let joiningType: [UInt8]
  /// What a scalar is for a grid of cells.
  public let cellKind: [UInt8]
  /// Line_Break, resolved.
  public let lineBreak: [UInt8]
  /// Grapheme_Cluster_Break.
  public let graphemeBreak: [UInt8]
  /// Word_Break.
  public let wordBreak: [UInt8]
  /// Extended_Pictographic.
  public let isPictographic: [Bool]
  /// Paired brackets: the bracket, the one it pairs with, and whether it opens.
  public let brackets: [(bracket: Int, pair: Int, opens: Bool)]
  /// Mirrored characters and the character that looks like their mirror image.
  public let mirrors: [(character: Int, mirror: Int)]
  /// Decompositions of one character into one other (canonical singletons).
  public let singletons: [Int: Int]
  /// Arabic letters or pairs of them, and their presentation forms: isolated, final, initial, medial (0: none).
  public let arabicForms: [(letters: [Int], forms: [Int])]

  /// The number of code points.
  public static let size = 0x110000

  /// Reads the files of a folder laid out like the Unicode Character Database's `ucd`.
  ///
  /// - Throws: `UCDError`, when a file is missing, of another version, or has values that are not known.
  public init(folder: String) throws(UCDError) {
    func file(_ name: String) throws(UCDError) -> UCDFile { try UCDFile(path: folder + "/" + name) }

    let bidi = try file("extracted/DerivedBidiClass.txt")
    version = bidi.version
    func sameVersion(_ name: String) throws(UCDError) -> UCDFile {
      let file = try file(name)
      guard file.version == bidi.version || file.version.isEmpty || !file.version.contains(".") else {
        throw .versions(path: file.path, found: file.version, expected: bidi.version)
      }
      return file
    }

    let category = try sameVersion("extracted/DerivedGeneralCategory.txt")
    let width = try sameVersion("extracted/DerivedEastAsianWidth.txt")
    let emoji = try file("emoji/emoji-data.txt")
    let ignorable = try sameVersion("DerivedCoreProperties.txt")

    bidiClass = try Self.numbers(bidi, values: PropertyValues.bidiClass, property: "Bidi_Class")
    joiningType = try Self.numbers(
      sameVersion("extracted/DerivedJoiningType.txt"), values: PropertyValues.joiningType, property: "Joining_Type")
    isPictographic = Self.members(emoji, "Extended_Pictographic")
    let categories = Self.names(category, default: "Cn")
    let widths = Self.names(width, default: "N")
    let isWide = widths.map { $0 == "W" || $0 == "F" || $0 == "Wide" }

    cellKind = Self.cellKinds(
      categories: categories, isWide: isWide, isPictographic: isPictographic,
      isModifier: Self.members(emoji, "Emoji_Modifier"),
      isIgnorable: Self.members(ignorable, "Default_Ignorable_Code_Point"))
    lineBreak = try Self.lineBreaks(
      sameVersion("extracted/DerivedLineBreak.txt"), categories: categories, widths: widths,
      isPictographic: isPictographic)

    var graphemes = try Self.numbers(
      sameVersion("auxiliary/GraphemeBreakProperty.txt"), values: PropertyValues.graphemeBreak.map { ($0, $0) },
      property: "Grapheme_Cluster_Break")
    let other: UInt8 = 0
    for scalar in 0..<Self.size where isPictographic[scalar] && graphemes[scalar] == other {
      graphemes[scalar] = UInt8(PropertyValues.graphemeBreak.count - 1)
    }
    graphemeBreak = graphemes
    wordBreak = try Self.numbers(
      sameVersion("auxiliary/WordBreakProperty.txt"), values: PropertyValues.wordBreak.map { ($0, $0) },
      property: "Word_Break")

    brackets = try sameVersion("BidiBrackets.txt").rows.map { row in
      (row.range.lowerBound, Int(row.fields[0], radix: 16) ?? 0, row.fields[1] == "o")
    }
    mirrors = try sameVersion("BidiMirroring.txt").rows.map { row in
      (row.range.lowerBound, Int(row.fields[0], radix: 16) ?? 0)
    }
    (singletons, arabicForms) = Self.decompositions(try file("UnicodeData.txt"))
  }
}
