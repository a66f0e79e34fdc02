import Foundation

/// What a page says about its article in JSON-LD.
///
/// - Source: schema.org's Article and its kinds.
struct LinkedData {
  var headline = ""
  var body = ""
  var date = ""
  var author = ""
  var publisher = ""
  var language = ""
  var url = ""
  var keywords: [String] = []

  /// Reads the scripts of a page; those that are no JSON are passed over. The first article counts.
  init(_ scripts: [String]) {
    for script in scripts {
      let text = withoutRawControls(script)
      // What is no JSON says nothing.
      guard let value = try? JSONSerialization.jsonObject(with: Data(text.utf8)) else { continue }
      if let article = Self.article(in: value) {
        read(article)
        return
      }
    }
  }

  private mutating func read(_ article: [String: Any]) {
    headline = string(article["headline"]) ?? string(article["name"]) ?? ""
    body = string(article["articleBody"]) ?? ""
    date = string(article["datePublished"]) ?? string(article["dateCreated"]) ?? ""
    author = names(article["author"]) ?? names(article["creator"]) ?? ""
    publisher = names(article["publisher"]) ?? ""
    language = string(article["inLanguage"]) ?? ""
    url = string(article["url"]) ?? ""
    if let page = article["mainEntityOfPage"], url.isEmpty {
      url = string(page) ?? (page as? [String: Any]).flatMap { string($0["@id"]) } ?? ""
    }
    if let list = article["keywords"] as? [Any] {
      keywords = list.compactMap(string)
    } else if let list = string(article["keywords"]) {
      keywords = list.split { $0 == "," || $0 == "،" }.map { String(trimmed($0)) }
    }
  }

  /// The first article inside lists and graphs, breadth first.
  private static func article(in value: Any) -> [String: Any]? {
    var waiting: [Any] = [value]
    var at = 0
    while at < waiting.count, at < 2000 {
      defer { at += 1 }
      if let list = waiting[at] as? [Any] { waiting += list }
      guard let object = waiting[at] as? [String: Any] else { continue }
      let kinds = (object["@type"] as? [Any])?.compactMap { $0 as? String } ?? [object["@type"] as? String ?? ""]
      if kinds.contains(where: { $0.hasSuffix("Article") || $0.hasSuffix("BlogPosting") || $0 == "Report" }) {
        return object
      }
      for key in ["@graph", "mainEntity", "itemListElement"] { object[key].map { waiting.append($0) } }
    }
    return nil
  }

  /// A name, or several with commas, of persons or bodies given as text, object or list.
  private func names(_ value: Any?) -> String? {
    let list = value as? [Any] ?? [value].compactMap(\.self)
    let found = list.prefix(20).compactMap { entry in
      string(entry) ?? (entry as? [String: Any]).flatMap { string($0["name"]) }
    }
    .filter { !$0.isEmpty && webHost($0) == nil }
    return found.isEmpty ? nil : found.joined(separator: ", ")
  }

  private func string(_ value: Any?) -> String? { (value as? String).map { unescapedCharacters($0) } }
}

/// Scripts often hold raw line breaks inside strings, which JSON forbids; outside of strings a blank is as good.
private func withoutRawControls(_ script: String) -> String {
  var bytes = Array(script.utf8)
  for index in bytes.indices where bytes[index] < 0x20 { bytes[index] = 0x20 }
  return String(decoding: bytes, as: UTF8.self)
}

/// `text` with the characters that HTML writes as `&amp;`, `&#x27;` and so on.
func unescapedCharacters(_ text: String) -> String {
  guard text.utf8.contains(0x26), text.utf8.contains(0x3B) else { return text }
  return HTMLTree("<p>" + text.replacing("<", with: "&lt;")).nodes.map(\.text).joined()
}
