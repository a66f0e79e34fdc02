/// One paragraph of a page as text.
struct RenderedLine: Hashable {
  /// What the paragraph begins with in a briefing's text: `## `, `> `, `- ` or nothing.
  var marker: String
  /// Its text, blanks made one.
  var text: String
  /// How many bytes of it are the words of links.
  var linked: Int

  /// How much of the text is links, 0 to 1.
  var linkDensity: Double { text.isEmpty ? 0 : min(1, Double(linked) / Double(text.utf8.count)) }

  /// The paragraph as it stands in a briefing's text.
  var line: String { marker + text }
}

/// What becomes of the targets of links.
enum LinkTargets {
  /// They are left out.
  case dropped
  /// They follow the words in brackets where they lead to another host than this one.
  case foreign(host: String)
}

/// The paragraphs of `root`, in order: headings, quotations and items keep their markers, line breaks end paragraphs, the
/// cells of a plain row stand in one line.
///
/// - Parameter pruned: Whether a node is left out with all that is inside it.
/// - Complexity: O(*n*) in the nodes inside `root`.
func renderedLines(
  of root: HTMLTree.Index, in tree: HTMLTree, links: LinkTargets = .dropped, pruned: (HTMLTree.Index) -> Bool
) -> [RenderedLine] {
  var renderer = Renderer(tree: tree, links: links)
  var index = root
  while index < tree.nodes[root].end {
    renderer.close(upTo: index)
    if index != root, pruned(index) {
      index = tree.nodes[index].end
      continue
    }
    renderer.open(index)
    index += 1
  }
  renderer.close(upTo: tree.nodes[root].end)
  renderer.flush()
  return renderer.lines
}

private struct Renderer {
  let tree: HTMLTree
  let links: LinkTargets
  var lines: [RenderedLine] = []

  private var open: [HTMLTree.Index] = []
  private var buffer = ""
  private var linked = 0
  private var heading = 0
  private var quotations = 0
  private var isItem = false
  private var preformatted = 0
  private var linkDepth = 0
  private var linkStart = 0

  init(tree: HTMLTree, links: LinkTargets) {
    self.tree = tree
    self.links = links
  }

  mutating func open(_ index: HTMLTree.Index) {
    let node = tree.nodes[index]
    if node.isText { return add(node.text) }
    open.append(index)
    switch node.name {
    case "br", "hr": flush()
    case "h1", "h2", "h3", "h4", "h5", "h6":
      flush()
      heading = Int(node.name.dropFirst()) ?? 2
    case "blockquote":
      flush()
      quotations += 1
    case "li", "dt", "dd":
      flush()
      isItem = node.name == "li"
    case "pre", "textarea":
      flush()
      preformatted += 1
    case "a":
      linkDepth += 1
      if linkDepth == 1 { linkStart = buffer.utf8.count }
    case "td", "th":
      if isPlainRow(node.parent) {
        if !withSingleBlanks(buffer).isEmpty { buffer += " | " }
      } else {
        flush()
      }
    case _ where blockNames.contains(node.name): flush()
    default: break
    }
  }

  /// Leaves the elements that end before `index`.
  mutating func close(upTo index: HTMLTree.Index) {
    while let last = open.last, tree.nodes[last].end <= index {
      open.removeLast()
      close(tree.nodes[last])
    }
  }

  private mutating func close(_ node: HTMLTree.Node) {
    switch node.name {
    case "h1", "h2", "h3", "h4", "h5", "h6":
      flush()
      heading = 0
    case "blockquote":
      flush()
      quotations -= 1
    case "li", "dt", "dd":
      flush()
      isItem = false
    case "pre", "textarea":
      flush()
      preformatted -= 1
    case "a":
      linkDepth -= 1
      if linkDepth == 0 { endLink(node.attributes["href"] ?? "") }
    case "td", "th": if !isPlainRow(node.parent) { flush() }
    case _ where blockNames.contains(node.name): flush()
    default: break
    }
  }

  private mutating func add(_ text: String) {
    guard preformatted > 0 else { return buffer += text }
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if number > 0 { flush() }
      buffer += line
    }
  }

  private mutating func endLink(_ target: String) {
    // A block inside the link may have taken its beginning already.
    let words = withSingleBlanks(
      String(decoding: buffer.utf8.dropFirst(min(linkStart, buffer.utf8.count)), as: UTF8.self))
    linked += words.utf8.count
    if case .foreign(let host) = links, !words.isEmpty, let shown = foreignTarget(target, host: host),
      !words.contains(shown)
    {
      buffer += " (\(shown))"
    }
  }

  mutating func flush() {
    if linkDepth > 0 {
      linked += max(0, buffer.utf8.count - linkStart)
      linkStart = 0
    }
    defer {
      buffer = ""
      linked = 0
    }
    let text = withSingleBlanks(buffer)
    guard text.unicodeScalars.contains(where: { $0.properties.isAlphabetic || $0.properties.numericType != nil }) else {
      return
    }
    var marker = ""
    if heading > 0 {
      marker = String(repeating: "#", count: max(2, heading)) + " "
    } else if isItem {
      marker = "- "
      // Only its first paragraph bears the mark.
      isItem = false
    } else if quotations > 0 {
      marker = "> "
    }
    lines.append(RenderedLine(marker: marker, text: text, linked: linked))
  }

  /// Whether a row holds nothing but text, so that its cells stand in one line; a table for layout holds blocks.
  private func isPlainRow(_ row: HTMLTree.Index) -> Bool {
    guard tree.nodes[row].name == "tr", tree.nodes[row].end - row <= 64 else { return false }
    let isNested = tree.inside(row).contains { blockNames.contains(tree.nodes[$0].name) || tree.nodes[$0].name == "br" }
    let bytes = tree.inside(row).reduce(0) { $0 + tree.nodes[$1].text.utf8.count }
    return !isNested && bytes < 400
  }
}

/// Elements that begin and end a paragraph.
let blockNames: Set<String> = [
  "address", "article", "aside", "body", "caption", "center", "details", "div", "dl", "fieldset", "figcaption",
  "figure",
  "footer", "form", "header", "main", "menu", "nav", "ol", "p", "section", "summary", "table", "tbody", "tfoot",
  "thead",
  "tr", "ul",
]

/// An address of the web that leads to another host, without what only counts its readers.
private func foreignTarget(_ target: String, host: String) -> String? {
  guard let there = webHost(target), there != host, !there.hasSuffix("." + host), !host.hasSuffix("." + there) else {
    return nil
  }
  let clean = withoutTracking(target)
  return clean.utf8.count <= 200 ? clean : nil
}
