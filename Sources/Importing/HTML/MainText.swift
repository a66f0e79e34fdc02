/// The article of a page: which node holds it, and what inside that is none of it.
///
/// What a page says itself counts first (`itemprop="articleBody"`, `article`); else the node wins whose paragraphs are
/// long, have commas and are no links, as in the classical readers' views of web pages.
/// - Complexity: O(*n*) in the nodes of the page.
struct MainText {
  private let tree: HTMLTree
  private var isPruned: [Bool]
  /// Bytes of text inside each node, links left out.
  private var plain: [Int]
  /// Bytes of link text inside each node.
  private var linked: [Int]

  /// The node that holds the article.
  private(set) var root: HTMLTree.Index = HTMLTree.root

  init(_ tree: HTMLTree) {
    self.tree = tree
    isPruned = tree.nodes.map(Boilerplate.isNever)
    (plain, linked) = ([], [])
    measure()
    // A name that fits most of the page says nothing about it ("has-sidebar", "page-with-comments").
    let whole = plain[HTMLTree.root]
    for index in tree.nodes.indices where !isPruned[index] && plain[index] * 10 < whole * 4 {
      if Boilerplate.isNamedSo(tree.nodes[index]) || isLinkList(index) { isPruned[index] = true }
    }
    measure()
    root = found()
  }

  /// The paragraphs of the article, those that are only links or labels left out.
  func lines(links: LinkTargets) -> [RenderedLine] {
    let all = renderedLines(of: root, in: tree, links: links) { isPruned[$0] }
    let isLink = all.map { $0.marker.first != "#" && $0.linkDensity > 0.8 && $0.text.utf8.count < 400 }
    let words = all.reduce(0) { $0 + $1.text.utf8.count }
    let linkWords = zip(all, isLink).reduce(0) { $0 + ($1.1 ? $1.0.text.utf8.count : 0) }
    // Where most of the article is links they are its matter.
    let keepsLinks = linkWords * 2 > words
    var kept = zip(all, isLink).filter { (keepsLinks || !$1) && !Boilerplate.isLabel($0.text) }.map(\.0)
    // A heading that nothing follows headed what was left out.
    kept = zip(kept, kept.dropFirst().map(Optional.some) + [nil]).filter { line, next in
      guard let level = headingLevel(line) else { return true }
      guard let next else { return false }
      return headingLevel(next).map { $0 > level } ?? true
    }.map(\.0)
    return kept
  }

  private func headingLevel(_ line: RenderedLine) -> Int? {
    line.marker.first == "#" ? line.marker.utf8.count - 1 : nil
  }

  /// Counts text inside each node. Children stand behind their parents, so one pass backwards does it.
  private mutating func measure() {
    let count = tree.nodes.count
    plain = [Int](repeating: 0, count: count)
    linked = [Int](repeating: 0, count: count)
    var isInLink = [Bool](repeating: false, count: count)
    var isGone = isPruned
    for index in tree.nodes.indices.dropFirst() {
      let parent = tree.nodes[index].parent
      isInLink[index] = isInLink[parent] || tree.nodes[index].name == "a"
      isGone[index] = isGone[index] || isGone[parent]
    }
    for index in tree.nodes.indices.dropFirst().reversed() {
      if isGone[index] {
        (plain[index], linked[index]) = (0, 0)
        continue
      }
      if tree.nodes[index].isText {
        let bytes = tree.nodes[index].text.utf8.count { $0 > 0x20 }
        if isInLink[index] { linked[index] = bytes } else { plain[index] = bytes }
      }
      plain[tree.nodes[index].parent] += plain[index]
      linked[tree.nodes[index].parent] += linked[index]
    }
  }

  /// A list or box that is nearly nothing but several links.
  private func isLinkList(_ index: HTMLTree.Index) -> Bool {
    let node = tree.nodes[index]
    guard ["ul", "ol", "div", "section", "table", "dl"].contains(node.name), linked[index] > 3 * plain[index] else {
      return false
    }
    guard node.end - index < 2000 else { return true }
    return tree.inside(index).count { tree.nodes[$0].name == "a" } >= 3
  }

  private func found() -> HTMLTree.Index {
    let whole = max(1, plain[HTMLTree.root])
    let said = tree.nodes.indices.filter {
      tree.nodes[$0].attributes["itemprop"]?.lowercased() == "articlebody" && plain[$0] >= 100
    }
    if let best = said.max(by: { plain[$0] < plain[$1] }), plain[best] * 5 > whole { return best }
    let articles = tree.nodes.indices.filter { tree.nodes[$0].name == "article" && !isPruned[$0] }
    let scored = scoredBest()
    if let best = articles.max(by: { plain[$0] < plain[$1] }), plain[best] * 2 > whole {
      // The best node by its paragraphs may be a narrower one inside.
      if let scored, isInside(scored, best), plain[scored] * 10 >= plain[best] * 8 { return scored }
      return best
    }
    if let scored { return scored }
    return tree.elements("main").first ?? tree.elements("body").first ?? HTMLTree.root
  }

  private func isInside(_ node: HTMLTree.Index, _ outer: HTMLTree.Index) -> Bool {
    outer <= node && node < tree.nodes[outer].end
  }

  /// The node whose paragraphs score best, widened to its parent where little else is in there.
  private func scoredBest() -> HTMLTree.Index? {
    var scores = [Double](repeating: 0, count: tree.nodes.count)
    // Text that stands in a block directly counts as a paragraph, so that pages of <br> are read too.
    for index in tree.nodes.indices.dropFirst() {
      let name = tree.nodes[index].name
      guard ["p", "pre", "blockquote", "td"].contains(name) || isTextBlock(index), plain[index] >= 25 else { continue }
      let isLeaf = name == "p" || isTextBlock(index)
      guard isLeaf else { continue }
      let total = plain[index] + linked[index]
      let density = Double(linked[index]) / Double(max(1, total))
      let score = (1 + Double(commas(in: index)) + min(Double(plain[index]) / 150, 4)) * (1 - density)
      var parent = tree.nodes[index].parent
      if name != "p" { scores[index] += score }
      for share in [1.0, 0.5, 0.25] {
        scores[parent] += score * share
        if parent == HTMLTree.root { break }
        parent = tree.nodes[parent].parent
      }
    }
    var best: (index: HTMLTree.Index, score: Double)?
    for index in tree.nodes.indices where scores[index] > 0 && !isPruned[index] {
      let density = Double(linked[index]) / Double(max(1, plain[index] + linked[index]))
      let score = scores[index] * (1 - density) * nameWeight(tree.nodes[index])
      if score > best?.score ?? 0 { best = (index, score) }
    }
    guard var index = best?.index else { return nil }
    while index != HTMLTree.root {
      let parent = tree.nodes[index].parent
      guard parent != HTMLTree.root, tree.nodes[parent].name != "body" || plain[parent] * 10 < plain[index] * 12,
        plain[parent] * 10 <= plain[index] * 14, linked[parent] <= linked[index] + plain[index] / 5
      else { break }
      if tree.nodes[index].name == "article" { break }
      index = parent
    }
    return index
  }

  private func isTextBlock(_ index: HTMLTree.Index) -> Bool {
    let node = tree.nodes[index]
    guard ["div", "section", "td", "span", "font", "center", "body", "main", "article"].contains(node.name) else {
      return false
    }
    guard node.name != "span" && node.name != "font" || node.end - index < 1000 else { return false }
    var at = index + 1
    var bytes = 0
    while at < node.end {
      if tree.nodes[at].isText { bytes += tree.nodes[at].text.utf8.count { $0 > 0x20 } }
      if bytes >= 80 { return true }
      at = tree.nodes[at].end
    }
    return false
  }

  private func commas(in node: HTMLTree.Index) -> Int {
    guard tree.nodes[node].end - node < 5000 else { return 10 }
    var count = 0
    for index in tree.inside(node) {
      for scalar in tree.nodes[index].text.unicodeScalars.prefix(20_000) where [",", "،", "؛", ";"].contains(scalar) {
        count += 1
      }
    }
    return min(count, 10)
  }

  /// A little more for nodes that are named like articles.
  private func nameWeight(_ node: HTMLTree.Node) -> Double {
    if node.name == "article" || node.name == "main" { return 1.25 }
    guard let names = node.attributes["class"] ?? node.attributes["id"], names.utf8.count < 2000 else { return 1 }
    let good: Set<String> = [
      "article", "body", "content", "entry", "post", "story", "text", "news", "detail", "details",
    ]
    return Boilerplate.nameWords(names).contains(where: good.contains) ? 1.25 : 1
  }
}
