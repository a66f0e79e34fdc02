import Cells

/// Applies a key to a line being typed; answers whether anything changed.
///
/// Backspace and Delete take a letter with its marks, C-w the word before the cursor, C-u everything before it. The
/// arrows go where they point, which is forward to the left in a line from right to left.
/// - Parameter behind: The letters that stand behind the cursor.
func edit(_ text: inout String, behind: inout Int, with key: Key) -> Bool {
  behind = min(behind, text.count)
  let cursor = text.index(text.endIndex, offsetBy: -behind)
  switch (key.code, key.modifiers) {
  case (.left, []), (.right, []):
    let isForward = (key.code == .left) == (baseDirection(of: text) == .rightToLeft)
    return move(&behind, to: behind + (isForward ? -1 : 1), count: text.count)
  case (.home, []), (.character("a"), .control): return move(&behind, to: text.count, count: text.count)
  case (.end, []), (.character("e"), .control): return move(&behind, to: 0, count: text.count)
  case (.backspace, _), (.character("h"), .control):
    guard cursor > text.startIndex else { return false }
    text.remove(at: text.index(before: cursor))
  case (.delete, []), (.character("d"), .control):
    guard cursor < text.endIndex else { return false }
    text.remove(at: cursor)
    behind -= 1
  case (.character("u"), .control):
    guard cursor > text.startIndex else { return false }
    text.removeSubrange(..<cursor)
  case (.character("w"), .control):
    var head = text[..<cursor]
    guard !head.isEmpty else { return false }
    while head.last?.isWhitespace == true { head.removeLast() }
    while let last = head.last, !last.isWhitespace { head.removeLast() }
    text = String(head + text[cursor...])
  case (.character(let scalar), []): text.unicodeScalars.insert(scalar, at: cursor)
  default: return false
  }
  behind = min(behind, text.count)
  return true
}

private func move(_ behind: inout Int, to target: Int, count: Int) -> Bool {
  let bounded = min(max(0, target), count)
  defer { behind = bounded }
  return bounded != behind
}
