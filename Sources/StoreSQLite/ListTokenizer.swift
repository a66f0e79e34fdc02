import GRDB
import GRDBSQLite

/// FTS5's view of a list: each stretch between blanks and line breaks is a token, as it stands.
///
/// For texts that are folded and stemmed already: the stems of statements, the names of entities and speakers.
final class ListTokenizer: FTS5CustomTokenizer {
  static let name = "mujaz_list"

  init(db: Database, arguments: [String]) throws {}

  func tokenize(
    context: UnsafeMutableRawPointer?, tokenization: FTS5Tokenization, pText: UnsafePointer<CChar>?, nText: CInt,
    tokenCallback: @escaping FTS5TokenCallback
  ) -> CInt {
    guard let pText, nText > 0 else { return SQLITE_OK }
    var start = 0
    for end in 0...Int(nText) where end == Int(nText) || Self.isBetween(UInt8(bitPattern: pText[end])) {
      if start < end {
        let code = tokenCallback(context, 0, pText + start, CInt(end - start), CInt(start), CInt(end))
        guard code == SQLITE_OK else { return code }
      }
      start = end + 1
    }
    return SQLITE_OK
  }

  /// Whether a byte stands between tokens.
  static func isBetween(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A }
}
