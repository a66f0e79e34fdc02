/// All files of `Sources/UnicodeText/Generated`, made from a folder of the Unicode Character Database.
public struct GeneratedFiles: Sendable {
  /// The Unicode version of the tables.
  public let version: String
  /// The files' names and contents.
  public let files: [(name: String, contents: String)]

  /// Makes the files.
  ///
  /// - Throws: `UCDError` when the database cannot be used.
  public init(database: CharacterDatabase) throws(UCDError) {
    version = database.version
    let writer = TableWriter(version: database.version)
    var files: [(name: String, contents: String)] = []

    files.append(("ScalarTable.swift", try Self.scalars(database, writer: writer)))
    files.append(("LineBreakTable.swift", try Self.lineBreaks(writer)))
    files.append(("ClusterBreakTable.swift", try Self.clusterBreaks(writer)))

    var brackets: [UInt8] = []
    for (bracket, pair, opens) in database.brackets.sorted(by: { $0.bracket < $1.bracket }) {
      // Brackets pair by canonical equivalence (BD14, BD15): the key of a pair is its opener without decomposition.
      let opener = opens ? bracket : pair
      brackets += Self.digits(bracket) + Self.digits(database.singletons[opener] ?? opener) + [opens ? 1 : 0]
    }
    files.append(
      (
        "BracketTable.swift",
        writer.file(
          type: "BracketTable",
          about: "Paired brackets in order: bracket and key of its pair as three digits of base 128, 1 if it opens.",
          count: database.brackets.count, bytes: brackets)
      ))

    let mirrors = database.mirrors.sorted { $0.character < $1.character }
    files.append(
      (
        "MirrorTable.swift",
        writer.file(
          type: "MirrorTable", about: "Mirrored characters in order, and their images: three digits of base 128 each.",
          count: mirrors.count,
          bytes: mirrors.flatMap { Self.digits($0.character) + Self.digits($0.mirror) })
      ))

    files.append(("ArabicFormTable.swift", Self.arabicForms(database, writer: writer)))
    files.append(
      (
        "UnicodeVersion.swift",
        writer.header + """
          /// The version of the Unicode Standard that all tables are of.
          public let unicodeVersion = "\(database.version)"

          """
      ))
    self.files = files
  }

  /// A number as three digits of base 128, the highest first.
  static func digits(_ number: Int) -> [UInt8] {
    [UInt8(number >> 14), UInt8(number >> 7 & 0x7F), UInt8(number & 0x7F)]
  }

  /// Letters without forms of their own, the letter whose forms they take, and whether a mark is missing then. They were
  /// looked at in terminals: ae of Sorani and Uyghur looks like heh, teh marbuta goal like teh marbuta; heh goal with
  /// hamza above, yeh and lam with small v lack their marks.
  private static let substitutes = [
    (0x06D5, 0x0647, false), (0x06C3, 0x0629, false), (0x06C2, 0x06C1, true), (0x06CE, 0x06CC, true),
    (0x06B5, 0x0644, true),
  ]

  private static func arabicForms(_ database: CharacterDatabase, writer: TableWriter) -> String {
    // Letters U+0600–U+06FF, then lam with alef with madda, hamza above, hamza below and none.
    var bytes = [UInt8](repeating: 0, count: (256 + 4) * 8)
    let alefs = [0x0622, 0x0623, 0x0625, 0x0627]
    for (letters, forms) in database.arabicForms {
      let row: Int
      if letters.count == 2 {
        row = 256 + (alefs.firstIndex(of: letters[1]) ?? 0)
      } else {
        row = letters[0] - 0x0600
      }
      for (column, form) in forms.enumerated() where form != 0 {
        let distance = form - 0xFB00
        bytes[row * 8 + column * 2] = UInt8(distance >> 7)
        bytes[row * 8 + column * 2 + 1] = UInt8(distance & 0x7F)
      }
    }
    // Hamza joins nothing: its one form adds nothing, and fewer fonts have it.
    for place in 0x21 * 8..<0x22 * 8 { bytes[place] = 0 }
    for (letter, shape, lacksMark) in substitutes {
      for place in 0..<8 {
        let digit = bytes[(shape - 0x0600) * 8 + place]
        bytes[(letter - 0x0600) * 8 + place] = lacksMark && place & 1 == 0 ? digit | 0x40 : digit
      }
    }
    return writer.file(
      type: "ArabicFormTable",
      about: "Presentation forms of U+0600–U+06FF and four lam-alefs: isolated, final, initial, medial, each as the "
        + "distance from U+FB00 in two digits of base 128 (0: none); 8,192 is added where a mark is missing.",
      count: 260, bytes: bytes)
  }
}
