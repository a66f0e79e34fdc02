import Briefings
import Foundation
import GRDB

/// What the user did with an article: it stays when the article is replaced, or deleted and brought back.
struct UserMarks: Codable, Equatable {
  /// Whether it has been opened.
  var isRead = false
  /// Whether it was marked.
  var isFlagged = false
  /// Tags that the user gave it.
  var addedTags: [String] = []
  /// Tags that came with it and that the user took away, folded.
  var removedTags: [String] = []

  /// How it is stored.
  var text: String {
    get throws { String(decoding: try JSONEncoder().encode(self), as: UTF8.self) }
  }

  init() {}

  /// Reads what `text` made; nothing was done where it cannot be read.
  init(text: String) {
    // Losing the flag of an article must not keep the article from coming back.
    self = (try? JSONDecoder().decode(Self.self, from: Data(text.utf8))) ?? Self()
  }
}

/// Where a tag of an article comes from.
enum TagOrigin: Int {
  /// It came with the article.
  case given = 0
  /// The user gave it.
  case added = 1
  /// It came with the article, and the user took it away.
  case removed = 2
}
