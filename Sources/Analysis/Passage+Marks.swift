/// Quotation marks and brackets and their partners.
extension Passage {
  /// Gives every quotation mark and bracket its partner, line by line.
  ///
  /// A mark without direction opens or closes by the blanks around it, and by turns where they do not tell; one that is
  /// left over stays alone, so that a forgotten mark spoils one quotation and not the rest of the line.
  mutating func pairMarks() {
    var openQuote = -1
    var openBrackets: [Int] = []
    for index in tokens.indices {
      if tokens[index].startsLine {
        openQuote = -1
        openBrackets.removeAll(keepingCapacity: true)
      }
      switch tokens[index].role {
      case .openQuote where isNeutralQuote(index):
        let side = side(of: index)
        if openQuote >= 0, side != .opens || !isNeutralQuote(openQuote) {
          tokens[index].role = .closeQuote
          pair(openQuote, index)
          openQuote = -1
        } else if side == .closes {
          tokens[index].role = .closeQuote
        } else {
          openQuote = index
        }
      case .openQuote: openQuote = index
      case .closeQuote where openQuote >= 0:
        pair(openQuote, index)
        openQuote = -1
      case .openBracket: openBrackets.append(index)
      case .closeBracket:
        if let open = openBrackets.popLast() { pair(open, index) }
      default: break
      }
    }
  }

  enum Side { case opens, closes, unclear }

  /// What the blanks around a mark say.
  func side(of index: Int) -> Side {
    let isLast = index + 1 == tokens.count || tokens[index + 1].startsLine
    let before = tokens[index].isSpaced || startsLine(index)
    let after = isLast || tokens[index + 1].isSpaced
    // A mark before a full stop or a comma closes.
    if !isLast, !after, [.comma, .stop, .semicolon].contains(tokens[index + 1].role) { return .closes }
    if before, !after { return .opens }
    if !before, after { return .closes }
    return .unclear
  }

  mutating func pair(_ open: Int, _ close: Int) {
    tokens[open].partner = Int32(close)
    tokens[close].partner = Int32(open)
  }

  func isNeutralQuote(_ index: Int) -> Bool {
    tokens[index].letterCount == 1 && letters[Int(tokens[index].firstLetter)] == 0x22
  }
}
