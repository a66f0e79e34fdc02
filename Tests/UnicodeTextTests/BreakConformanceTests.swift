import DevTables
import Testing
import UnicodeText

/// The conformance files of UAX #14 and UAX #29, whole.
@Suite(UnicodeData.isInstalled)
struct BreakConformanceTests {
  @Test("LineBreakTest.txt: 7,654 cases")
  func lines() throws {
    let (cases, failures) = try run("LineBreakTest.txt") { text in
      var places: [Int] = []
      lineBreaks(text) { place, _ in places.append(place) }
      return places
    }
    #expect(failures == [])
    #expect(cases == 7_654)
  }

  @Test("GraphemeBreakTest.txt: 602 cases")
  func graphemes() throws {
    let (cases, failures) = try run("GraphemeBreakTest.txt") { text in
      var places: [Int] = []
      graphemeBoundaries(text) { places.append($0) }
      return Array(places.dropFirst())
    }
    #expect(failures == [])
    #expect(cases == 602)
  }

  @Test("WordBreakTest.txt: 1,823 cases")
  func words() throws {
    let (cases, failures) = try run("WordBreakTest.txt") { text in
      var places: [Int] = []
      wordBoundaries(text) { places.append($0) }
      return Array(places.dropFirst())
    }
    #expect(failures == [])
    #expect(cases == 1_823)
  }

  /// Runs a file of lines such as `÷ 0061 × 0308 ÷ 0062 ÷ # …`; `found` gives the places inside a text, in bytes.
  private func run(
    _ name: String, _ found: (UnsafeBufferPointer<UInt8>) -> [Int]
  ) throws -> (cases: Int, failures: [String]) {
    var cases = 0
    var failures: [String] = []
    try readFile(UnicodeData.folder + "/auxiliary/" + name).withUnsafeBufferPointer { bytes in
      var scanner = ByteScanner(bytes)
      while !scanner.isAtEnd {
        var text: [UInt8] = []
        var expected: [Int] = []
        while scanner.byte != UInt8(ascii: "#"), scanner.byte != 10 {
          scanner.skipBlanks()
          if scanner.skip("÷") {
            if !text.isEmpty { expected.append(text.count) }
          } else if let scalar = scanner.number(radix: 16) {
            appendUTF8(scalar, to: &text)
          } else if !scanner.skip("×") {
            break
          }
        }
        if !text.isEmpty {
          cases += 1
          expected.removeLast()
          let places = text.withUnsafeBufferPointer(found)
          if places != expected, failures.count < 20 {
            failures.append("line \(scanner.line): \(places), expected \(expected)")
          }
        }
        scanner.skipLine()
      }
    }
    return (cases, failures)
  }
}
