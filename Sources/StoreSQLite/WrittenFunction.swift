import GRDB
import Search
import Synchronization

/// The SQL function that tells whether words stand side by side in a text, exactly as written where the query says so.
///
/// The index knows only folded words, so it names the articles that may match, and this looks into them.
enum WrittenFunction {
  static let name = "mujaz_written"

  /// The words of a phrase as one argument, or `nil` for another query.
  static func key(_ query: Query) -> String? {
    switch query {
    case .phrase(let words): "=\n" + words.joined(separator: "\n")
    case .adjacent(let words): "~\n" + words.joined(separator: "\n")
    default: nil
    }
  }

  /// The argument that stands for a word in any of its forms.
  static func key(ofWord word: String) -> String { "~\n" + word }

  /// `mujaz_written(key, title, text)`.
  static func make() -> DatabaseFunction {
    let known = Mutex<[String: Highlighter]>([:])
    return DatabaseFunction(name, argumentCount: 3, pure: true) { values in
      guard let key = String.fromDatabaseValue(values[0]) else { return false }
      let highlighter = known.withLock { known in
        if let highlighter = known[key] { return highlighter }
        // A connection lives long; the last few queries suffice.
        if known.count > 20 { known.removeAll() }
        let words = key.split(separator: "\n").map { String($0) }
        let highlighter = Highlighter(
          words.first == "=" ? .phrase(Array(words.dropFirst())) : .adjacent(Array(words.dropFirst())))
        known[key] = highlighter
        return highlighter
      }
      for value in values.dropFirst() {
        if let text = String.fromDatabaseValue(value), highlighter.hasMatch(in: text) { return true }
      }
      return false
    }
  }
}
