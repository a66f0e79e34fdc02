/// A page as a tree in two arrays: no node points at another one by reference, so that no depth can exhaust a stack.
struct HTMLTree {
  /// A place in `nodes`.
  typealias Index = Int

  /// An element, or a stretch of text.
  struct Node {
    /// The element's name in lower case; empty for text.
    var name: String
    /// The element that holds it; the root holds itself.
    var parent: Index
    /// Where the next node begins that is not inside this one. Nodes stand in the order of the page.
    var end: Index
    var attributes: [String: String]
    /// Its text as it stands in the page; empty for elements.
    var text: String

    var isText: Bool { name.isEmpty }
  }

  /// All nodes in the order of the page; the first one is the root.
  private(set) var nodes: [Node] = [Node(name: "#root", parent: 0, end: 1, attributes: [:], text: "")]

  /// What was wrong with the page, for people.
  private(set) var problem: String?

  /// The root, which holds everything.
  static let root: Index = 0

  /// Reads a page or a piece of one, however broken.
  ///
  /// - Complexity: O(*n*).
  init(_ html: String) {
    let builder = Builder()
    problem = readMarkup(html, as: .html, to: builder)?.message
    builder.finish()
    nodes = builder.nodes
  }

  /// The nodes inside one, in order, itself left out.
  func inside(_ node: Index) -> Range<Index> { (node + 1)..<nodes[node].end }

  /// The elements of one name inside a node, in order.
  func elements(_ name: String, in node: Index = HTMLTree.root) -> [Index] {
    inside(node).filter { nodes[$0].name == name }
  }

  /// The children of a node, in order.
  func children(of node: Index) -> [Index] {
    var found: [Index] = []
    var at = node + 1
    while at < nodes[node].end {
      found.append(at)
      at = nodes[at].end
    }
    return found
  }

  /// The text inside a node, blanks made one; of a long one the beginning.
  ///
  /// What is asked for is a headline or a name. Such elements may stand in one another, and be as long as the page.
  func plainText(of node: Index) -> String {
    var text = ""
    for index in inside(node) where nodes[index].isText {
      let parent = nodes[nodes[index].parent].name
      if parent != "script" && parent != "style" {
        text.unicodeScalars.append(contentsOf: nodes[index].text.unicodeScalars.prefix(Self.longestName))
        text += " "
      }
      if text.utf8.count > Self.longestName { break }
    }
    return withSingleBlanks(text)
  }

  /// About how many bytes of a headline or a name are read.
  private static let longestName = 4_000

  /// The text of a script, as it stands.
  func rawText(of node: Index) -> String { inside(node).map { nodes[$0].text }.joined() }

  private final class Builder: MarkupHandler {
    var nodes: [Node] = [Node(name: "#root", parent: 0, end: 1, attributes: [:], text: "")]
    private var open: [Index] = [0]
    private var bytes: [UInt8] = []

    func start(_ name: String, space: String, attributes: [String: String]) {
      flush()
      nodes.append(
        Node(
          name: name.lowercased(), parent: open.last ?? 0, end: nodes.count + 1, attributes: attributes, text: ""))
      open.append(nodes.count - 1)
    }

    func end(_ name: String) {
      flush()
      guard open.count > 1, let index = open.popLast() else { return }
      nodes[index].end = nodes.count
    }

    func text(_ more: UnsafeBufferPointer<UInt8>) { bytes.append(contentsOf: more) }

    func finish() {
      flush()
      while let index = open.popLast() { nodes[index].end = nodes.count }
    }

    private func flush() {
      guard !bytes.isEmpty else { return }
      let text = String(decoding: bytes, as: UTF8.self)
      nodes.append(Node(name: "", parent: open.last ?? 0, end: nodes.count + 1, attributes: [:], text: text))
      bytes.removeAll(keepingCapacity: true)
    }
  }
}

/// `text` with every run of white space as one blank, none at its ends, and without soft hyphens and stray marks.
func withSingleBlanks(_ text: String) -> String {
  var out = String.UnicodeScalarView()
  var isPending = false
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x3000: isPending = true
    case 0xAD, 0xFEFF, 0x200B, 0x00...0x08, 0x0E...0x1F, 0x7F...0x9F: continue
    default:
      if isPending, !out.isEmpty { out.append(" ") }
      isPending = false
      out.append(scalar)
    }
  }
  return String(out)
}
