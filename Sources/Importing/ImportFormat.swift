/// The format of what is imported.
public enum ImportFormat: String, Hashable, Sendable, CaseIterable {
  /// By the file's ending, else by its first bytes.
  case auto
  /// Plain text: the first line is the title, a last line that names a source becomes the source.
  case text
  /// Markdown with front matter.
  case markdown
  /// A page of a news site.
  case html
  /// RSS 2.0 and its forerunners, Atom, RSS 1.0 (RDF).
  case feed
  /// One message, or many in the mbox format.
  case mail
  /// One JSON object a line.
  case jsonl

  /// The format of a file, by its ending and then by how its contents begin.
  ///
  /// - Parameters:
  ///   - name: The file's name; `.gz` and `.zst` at its end are passed over.
  ///   - beginning: The first bytes, unpacked, at least a few hundred where there are as many.
  public static func guessed(name: String, beginning: some Collection<UInt8>) -> ImportFormat {
    let whole = beginning.starts(with: [0xEF, 0xBB, 0xBF]) ? beginning.dropFirst(3) : beginning[...]
    let start = whole.drop { $0 == 0x20 || 0x09...0x0D ~= $0 }
    if let ending = ending(of: name), let format = byEnding[ending] {
      // The same ending serves pages and feeds, and what servers call them is not to be trusted.
      guard format == .html || format == .feed, let found = markup(start) else { return format }
      return found
    }
    if start.first == UInt8(ascii: "{") { return .jsonl }
    if start.starts(with: "---\n".utf8) || start.starts(with: "---\r\n".utf8) { return .markdown }
    if let found = markup(start) { return found }
    if isMail(ArraySlice(start.prefix(4096))) { return .mail }
    return .text
  }

  /// Whether a file in a folder is taken for an article by its ending.
  static func hasKnownEnding(_ name: String) -> Bool { ending(of: name).map { byEnding[$0] != nil } ?? false }

  private static let byEnding: [String: ImportFormat] = [
    "jsonl": .jsonl, "ndjson": .jsonl, "json": .jsonl, "md": .markdown, "markdown": .markdown, "txt": .text,
    "text": .text, "html": .html, "htm": .html, "xhtml": .html, "shtml": .html, "xml": .feed, "rss": .feed,
    "atom": .feed, "rdf": .feed, "eml": .mail, "mbox": .mail, "mbx": .mail,
  ]

  /// The last ending of a name in lower case, those of packed files passed over; `nil` where there is none.
  private static func ending(of name: String) -> String? {
    var parts = name.split(separator: "/").last?.lowercased().split(separator: ".") ?? []
    while let last = parts.last, ["gz", "zst", "zstd"].contains(last) { parts.removeLast() }
    return parts.count >= 2 ? parts.last.map(String.init) : nil
  }

  /// Whether bytes begin a page or a feed; `nil` where they begin neither.
  private static func markup(_ start: some Collection<UInt8>) -> ImportFormat? {
    guard start.first == UInt8(ascii: "<") else { return nil }
    let head = String(decoding: start.prefix(2048), as: UTF8.self).lowercased()
    // Comments and instructions may stand before the first element; the earliest of these words is it.
    let roots: [(String, ImportFormat)] = [
      ("<rss", .feed), ("<feed", .feed), ("<rdf:rdf", .feed), ("<atom:feed", .feed), ("<channel", .feed),
      ("<!doctype html", .html), ("<html", .html), ("<head", .html), ("<body", .html), ("<article", .html),
    ]
    var best: (at: Int, format: ImportFormat)?
    for (word, format) in roots {
      guard let at = offset(of: word, in: head), at < best?.at ?? .max else { continue }
      best = (at, format)
    }
    if let best { return best.format }
    if head.hasPrefix("<?xml") { return .feed }
    let elements = ["<p", "<div", "<h1", "<meta", "<title", "<section", "<main", "<table", "<a ", "<!--", "<script"]
    return elements.contains { head.hasPrefix($0) } ? .html : nil
  }

  private static func offset(of word: String, in text: String) -> Int? {
    let (word, text) = (Array(word.utf8), Array(text.utf8))
    guard text.count >= word.count else { return nil }
    return (0...text.count - word.count).first { text[$0...].starts(with: word) }
  }

  /// Whether bytes begin like a message: an mbox separator, or header fields of which one is a message's own.
  private static func isMail(_ start: ArraySlice<UInt8>) -> Bool {
    if isMboxSeparator(start.prefix { $0 != 0x0A }) { return true }
    let known: Set<String> = [
      "from", "to", "subject", "date", "message-id", "received", "return-path", "delivered-to", "mime-version",
      "reply-to", "list-id", "x-original-to", "dkim-signature", "sender", "authentication-results", "content-type",
    ]
    var own = 0
    for line in start.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let line = line.last == 0x0D ? line.dropLast() : line
      if line.isEmpty { break }
      if line.first == 0x20 || line.first == 0x09 { continue }
      guard let colon = line.firstIndex(of: 0x3A) else { return false }
      let name = line[..<colon]
      guard !name.isEmpty, name.allSatisfy({ 0x21...0x7E ~= $0 }) else { return own >= 2 }
      if known.contains(String(decoding: name, as: UTF8.self).lowercased()) { own += 1 }
    }
    return own >= 2
  }
}
