import DevTables
import Testing

@testable import UnicodeText

/// The committed tables against a fresh run of the generator.
@Suite(UnicodeData.isInstalled)
struct GeneratedTablesTests {
  private static let folder = packageFolder + "/Sources/UnicodeText/Generated"

  @Test("the tables are what `swift run dev tables` writes")
  func areCurrent() throws {
    let generated = try GeneratedFiles(database: CharacterDatabase(folder: UnicodeData.folder))
    #expect(generated.version == unicodeVersion)
    for (name, contents) in generated.files {
      let written = try readFile(Self.folder + "/" + name)
      let isCurrent = written == Array(contents.utf8)
      #expect(isCurrent, "\(name) differs: run `swift run dev tables`")
    }
  }
}

/// The enumerations against the generator's lists of values.
struct PropertyValuesTests {
  @Test("cases stand in the order of the numbers in the tables")
  func order() {
    #expect(BidiClass.allCases.map { "\($0)" } == PropertyValues.bidiClass.map { $0.short.lowercased() })
    #expect(CellKind.allCases.map { "\($0)" } == PropertyValues.cellKind)
    #expect(LineBreakClass.allCases.map { "\($0)" } == PropertyValues.lineBreak)
    #expect(JoiningType.allCases.map(\.rawValue) == Array(0..<UInt8(PropertyValues.joiningType.count)))
    let plain = { (name: String) in name.filter { $0 != "_" }.lowercased() }
    let graphemes = ClusterBreakClass.allCases.map { "\($0)".lowercased() }
    #expect(
      graphemes == PropertyValues.graphemeBreak.map(plain).map { $0 == "extendedpictographic" ? "pictographic" : $0 })
    #expect(WordBreakClass.allCases.map { "\($0)".lowercased() } == PropertyValues.wordBreak.map(plain))
  }

  @Test(
    "joining types",
    arguments: [
      (0x0640, JoiningType.joinCausing), (0x200D, .joinCausing), (0x0628, .dual), (0x0627, .right),
      (0x064E, .transparent),
      (0x200C, .nonJoining), (0x0041, .nonJoining), (0xA872, .left),
    ] as [(UInt32, JoiningType)])
  func joiningTypes(_ row: (scalar: UInt32, type: JoiningType)) throws {
    #expect(JoiningType(try #require(Unicode.Scalar(row.scalar))) == row.type)
  }

  @Test("sets of classes are spelled right")
  func classSets() {
    func set(_ classes: BidiClass...) -> UInt32 { classes.reduce(0) { $0 | $1.bit } }
    #expect(BidiClassSet.removed == set(.bn, .lre, .lro, .rle, .rlo, .pdf))
    #expect(BidiClassSet.initiators == set(.lri, .rli, .fsi))
    #expect(BidiClassSet.isolates == set(.lri, .rli, .fsi, .pdi))
    #expect(BidiClassSet.neutrals == set(.b, .s, .ws, .on, .lri, .rli, .fsi, .pdi))
    #expect(BidiClassSet.blanks == set(.ws, .lri, .rli, .fsi, .pdi, .bn, .lre, .lro, .rle, .rlo, .pdf))
    #expect(BidiClassSet.separators == set(.b, .s))
    #expect(BidiClassSet.weak == set(.al, .en, .es, .et, .an, .cs, .nsm))
    #expect(BidiClassSet.numeric == set(.en, .an, .es, .et, .cs))
    #expect(BidiClassSet.strong == set(.l, .r, .al))
    #expect(BidiClassSet.bridged == set(.es, .et, .cs, .nsm, .bn, .ws, .on))
    let explicit = set(.lre, .lro, .rle, .rlo, .pdf, .lri, .rli, .fsi, .pdi)
    #expect(BidiClassSet.explicit == explicit)
    #expect(BidiClassSet.againstLeftToRight == explicit | set(.r, .al, .an))
    #expect(BidiClassSet.againstRightToLeft == explicit | set(.l, .en, .an))
    #expect(BidiClassSet.merging == set(.l, .r, .al, .en, .an, .et, .nsm, .bn, .ws, .on))
  }
}

/// The package's folder.
let packageFolder = #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 }
