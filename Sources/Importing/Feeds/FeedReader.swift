/// Reads RSS 2.0 and its forerunners, Atom and RSS 1.0, and hands each item on when it ends.
///
/// Elements are known by their local names, and by their namespace only where two have the same name: what feeds declare
/// is too often wrong. Unknown ones are passed over.
final class FeedReader: MarkupHandler {
  private(set) var channel = FeedChannel()
  /// Whether anything of a feed was met.
  private(set) var isFeed = false
  private(set) var count = 0
  private let receive: (FeedItem, FeedChannel) -> Bool
  private var isWanted = true

  private var item: FeedItem?
  private var open: [String] = []
  private var bases: [String] = []
  private var languages: [String] = []
  private var text: [UInt8] = []
  /// Inside markup of `type="xhtml"`: how deep the element that holds it lies.
  private var markupDepth: Int?
  /// How many elements are open inside one that holds text.
  private var inlineDepth = 0

  /// Elements whose text counts, markup in it included.
  private static let textual: Set<String> = ["title", "description", "summary", "encoded", "content", "abstract"]

  /// Elements that stand in no text.
  private static let structural: Set<String> = [
    "item", "entry", "channel", "title", "description", "summary", "encoded", "content", "link", "guid", "id",
    "pubDate",
    "date", "creator", "author", "category", "subject", "published", "updated", "source", "thumbnail", "enclosure",
    "comments", "credit",
  ]

  init(receive: @escaping (FeedItem, FeedChannel) -> Bool) { self.receive = receive }

  func start(_ name: String, space: String, attributes: [String: String]) {
    guard isWanted else { return }
    let parent = open.last ?? ""
    if markupDepth == nil, Self.textual.contains(parent) {
      if Self.structural.contains(name) {
        // Broken XML: the element before was never closed. What it said counts.
        endOfPart(parent)
      } else if item != nil {
        // HTML that should have been escaped.
        open.append(name)
        inlineDepth += 1
        append("<\(name)>")
        return
      }
    }
    if inlineDepth > 0 {
      if Self.structural.contains(name) {
        endOfPart(open.last { Self.textual.contains($0) } ?? "")
        inlineDepth = 0
      } else {
        open.append(name)
        inlineDepth += 1
        append("<\(name)>")
        return
      }
    }
    open.append(name)
    if markupDepth != nil {
      // Its elements become a piece of HTML again, without attributes but the targets of links.
      let target = name == "a" ? attributes["href"].map { " href=\"\(escaped($0))\"" } ?? "" : ""
      append("<\(name)\(target)>")
      return
    }
    bases.append(attributes["xml:base"].flatMap { webAddress($0, in: bases.last ?? "") } ?? bases.last ?? "")
    languages.append(attributes["xml:lang"] ?? languages.last ?? "")
    text.removeAll(keepingCapacity: true)
    switch name {
    case "rss", "feed", "RDF", "channel": isFeed = true
    case "item", "entry":
      isFeed = true
      if let item { isWanted = receive(item, channel) }
      count += 1
      var item = FeedItem()
      item.id = attributes["rdf:about"] ?? attributes["about"] ?? ""
      item.base = bases.last ?? ""
      item.language = languages.last ?? ""
      item.number = count
      self.item = item
    default: break
    }
    if name == "feed" || name == "channel" {
      channel.base = bases.last ?? ""
      if channel.language.isEmpty { channel.language = languages.last ?? "" }
    }
    if attributes["type"] == "xhtml" { markupDepth = open.count }
    // The link of Atom is empty and says all in its attributes.
    if name == "link", let target = attributes["href"], ["alternate", nil].contains(attributes["rel"]) {
      let address = webAddress(target, in: bases.last ?? "") ?? target
      if item != nil {
        if item?.link.isEmpty == true { item?.link = address }
      } else if channel.link.isEmpty {
        channel.link = address
      }
    }
    if name == "category", let term = attributes["label"] ?? attributes["term"] { item?.tags.append(term) }
  }

  func end(_ name: String) {
    guard isWanted, !open.isEmpty else { return }
    if inlineDepth > 0 {
      append("</\(name)>")
      open.removeLast()
      inlineDepth -= 1
      return
    }
    if let depth = markupDepth {
      if open.count > depth {
        append("</\(name)>")
        open.removeLast()
        return
      }
      markupDepth = nil
    }
    open.removeLast()
    if !bases.isEmpty { bases.removeLast() }
    if !languages.isEmpty { languages.removeLast() }
    defer { text.removeAll(keepingCapacity: true) }
    if name == "item" || name == "entry", let item {
      isWanted = receive(item, channel)
      self.item = nil
      return
    }
    endOfPart(name)
  }

  private func endOfPart(_ name: String) {
    let text = String(decoding: text, as: UTF8.self)
    guard text.utf8.contains(where: { $0 > 0x20 }) else { return }
    if item != nil { endOfItemPart(name, text) } else { endOfChannelPart(name, text) }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard isWanted else { return }
    if markupDepth != nil || inlineDepth > 0 {
      append(escaped(String(decoding: bytes, as: UTF8.self)))
    } else {
      text.append(contentsOf: bytes)
    }
  }

  private func append(_ more: String) { text.append(contentsOf: more.utf8) }

  private func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
  }

  private func endOfItemPart(_ name: String, _ text: String) {
    let parent = open.last ?? ""
    // Pictures have titles and descriptions, too.
    let isOfMedia = ["content", "group", "thumbnail", "image"].contains(parent)
    switch name {
    case "title" where parent == "source": item?.source = text
    case "title": if !isOfMedia, item?.title.isEmpty == true { item?.title = text }
    case "source": item?.source = text
    case "guid", "id": if parent != "source", parent != "author" { item?.id = withSingleBlanks(text) }
    case "link":
      if item?.link.isEmpty == true { item?.link = webAddress(text, in: bases.last ?? "") ?? withSingleBlanks(text) }
    case "pubDate", "published", "date", "issued", "created": item?.date = text
    case "updated", "modified": if item?.date.isEmpty == true, parent != "source" { item?.date = text }
    case "author", "creator", "name": addAuthor(name, text, parent)
    case "category", "subject": item?.tags.append(text)
    case "language": item?.language = withSingleBlanks(text)
    case "encoded", "content", "body", "content_encoded":
      // media:content and its kind have no text; the longest one is the article.
      if text.utf8.count > item?.content.utf8.count ?? 0 { item?.content = text }
    case "description", "summary", "abstract":
      if !isOfMedia, item?.summary.isEmpty == true { item?.summary = text }
    default: break
    }
  }

  private func addAuthor(_ name: String, _ text: String, _ parent: String) {
    if name == "name", parent != "author" && parent != "contributor" { return }
    if parent == "contributor" { return }
    // What is longer is no name.
    guard text.utf8.count < 300 else { return }
    let name = authorName(text)
    guard !name.isEmpty, item?.author.contains(name) == false else { return }
    let separator = item?.author.isEmpty == true ? "" : ", "
    item?.author += separator + name
  }

  /// RSS wants `address (name)`.
  private func authorName(_ text: String) -> String {
    let text = withSingleBlanks(text)
    if let start = text.firstIndex(of: "("), let end = text.lastIndex(of: ")"), start < end,
      text[..<start].contains("@")
    {
      return String(trimmed(text[text.index(after: start)..<end]))
    }
    return text
  }

  private func endOfChannelPart(_ name: String, _ text: String) {
    let parent = open.last ?? ""
    guard parent == "channel" || parent == "feed" || parent == "author" else { return }
    switch name {
    case "title": if channel.title.isEmpty { channel.title = text }
    case "link": if channel.link.isEmpty { channel.link = withSingleBlanks(text) }
    case "language": channel.language = withSingleBlanks(text)
    case "name", "creator", "managingEditor": if parent != "channel" { channel.author = withSingleBlanks(text) }
    default: break
    }
  }

}
