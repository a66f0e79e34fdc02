import Testing

@testable import Importing

@Suite("encodings")
struct EncodingTests {
  static let arabic = "وقالت الوزارة إن المحادثات ستستأنف الأسبوع المقبل، ولم تذكر مكانها"

  struct Garbled: Sendable {
    let name: String
    let text: String
    let finding: MojibakeFinding
  }

  /// UTF-8 of `text` as a program reads it that takes it for another encoding.
  private static func misread(_ text: String, as encoding: LegacyEncoding) -> String { encoding.text(Array(text.utf8)) }

  static let garbled = [
    Garbled(
      name: "UTF-8 read as Windows-1252", text: misread(arabic, as: .windows1252),
      finding: .repaired(arabic, encoding: "WINDOWS-1252")),
    Garbled(
      name: "UTF-8 read as Windows-1256", text: misread(arabic, as: .windows1256),
      finding: .repaired(arabic, encoding: "WINDOWS-1256")),
    Garbled(
      name: "Hebrew", text: misread("הממשלה אישרה את ההסכם החדש", as: .windows1252),
      finding: .repaired("הממשלה אישרה את ההסכם החדש", encoding: "WINDOWS-1252")),
    Garbled(
      name: "only the line that is garbled", text: "NATO meets today\n" + misread(arabic, as: .windows1252),
      finding: .repaired("NATO meets today\n" + arabic, encoding: "WINDOWS-1252")),
    Garbled(
      name: "Windows-1256 read as Windows-1252",
      text: LegacyEncoding.windows1252.text(LegacyEncoding.windows1256.encoded(arabic.unicodeScalars) ?? []),
      finding: .repaired(arabic, encoding: "WINDOWS-1252")),
    Garbled(
      name: "letters that were lost cannot come back",
      text: misread(arabic, as: .windows1252).replacing("„", with: "?"),
      finding: .suspected),
    Garbled(name: "Arabic", text: arabic, finding: .none),
    Garbled(name: "Arabic with many emphatic letters", text: "ضغط خطط ظاهرة طبطب طلب طرطوس طنطا خطاط", finding: .none),
    Garbled(name: "French", text: "Le député a répété à l'Élysée que l'été dernier avait été décisif", finding: .none),
    Garbled(name: "German", text: "Größe, Öl, Übung und Straße müssen für Köln zählen", finding: .none),
    Garbled(
      name: "signs between names", text: "مصر × تونس، ليبيا × السودان، قطر × عمان، لبنان × الأردن، العراق × سوريا",
      finding: .none),
    Garbled(name: "nothing", text: "", finding: .none),
  ]

  @Test("letters read by the wrong encoding", arguments: garbled)
  func findsMojibake(_ row: Garbled) { #expect(mojibake(in: row.text) == row.finding) }

  @Test("an article that came garbled is imported right and the problem is named")
  func repairsArticles() throws {
    let bytes = Array(Self.misread("عنوان الخبر الرئيسي\n" + Self.arabic, as: .windows1252).utf8)
    let got = try imported(bytes, name: "a.txt")[0].get()
    #expect(got.briefing.title == "عنوان الخبر الرئيسي")
    #expect(got.briefing.text == Self.arabic)
    #expect(got.briefing.id == contentID(title: got.briefing.title, text: got.briefing.text))
    #expect(got.problems.map(\.message).contains { $0.contains("WINDOWS-1252") })
  }

  struct Declared: Sendable {
    let name: String
    let bytes: [UInt8]
    let declared: String?
    let text: String
    let isNoted: Bool
  }

  private static func legacy(_ text: String, _ encoding: LegacyEncoding) -> [UInt8] {
    encoding.encoded(text.unicodeScalars) ?? []
  }

  static let declared = [
    Declared(
      name: "declared and right", bytes: legacy(arabic, .windows1256), declared: "cp1256", text: arabic, isNoted: false),
    Declared(
      name: "declared Latin but Arabic", bytes: legacy(arabic, .windows1256), declared: "iso-8859-1", text: arabic,
      isNoted: true),
    Declared(
      name: "declared UTF-8 but Arabic of Windows", bytes: legacy(arabic, .windows1256), declared: "utf-8",
      text: arabic,
      isNoted: true),
    Declared(
      name: "declared Windows-1256 but UTF-8", bytes: Array(arabic.utf8), declared: "windows-1256", text: arabic,
      isNoted: false),
    Declared(
      name: "declared and unknown", bytes: legacy(arabic, .windows1256), declared: "x-none/../", text: arabic,
      isNoted: true),
    Declared(
      name: "one broken letter in UTF-8", bytes: Array(arabic.utf8) + [0xD8], declared: nil, text: arabic + "\u{FFFD}",
      isNoted: true),
    Declared(name: "zeros", bytes: [0x61, 0, 0x62], declared: nil, text: "ab", isNoted: false),
    Declared(
      name: "Russian by name", bytes: [0xCD, 0xC1, 0xCA], declared: "koi8-r", text: "май", isNoted: false),
  ]

  @Test("what is declared and what is there", arguments: declared)
  func decodes(_ row: Declared) {
    let got = decodedText(row.bytes, declared: row.declared)
    #expect(got.text == row.text)
    #expect((got.note != nil) == row.isNoted)
  }

  @Test("UTF-16 of both orders, with and without a mark, in any format")
  func utf16() throws {
    let line = #"{"id":"u","title":"عنوان","text":"نص 𝄞 طويل بما يكفي"}"# + "\n"
    let little = line.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let big = line.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    for bytes in [little, big, [0xFF, 0xFE] + little, [0xFE, 0xFF] + big] {
      let got = try imported(bytes, name: "a.jsonl").map { try $0.get().briefing }
      #expect(got.map(\.text) == ["نص 𝄞 طويل بما يكفي"])
    }
  }

  @Test("JSON Lines of an old program are read with a note")
  func legacyJSON() throws {
    let bytes = LegacyEncoding.windows1256.encoded(#"{"title":"عنوان","text":"\#(Self.arabic)"}"#.unicodeScalars)
    let got = try imported(try #require(bytes), name: "a.jsonl")[0].get()
    #expect(got.briefing.text == Self.arabic)
    #expect(got.problems.count == 1)
  }
}
