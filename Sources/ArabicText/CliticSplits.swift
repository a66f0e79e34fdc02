/// One way to read a word as attached particles and the rest.
public struct CliticSplit: Hashable, Sendable {
  /// The particles, folded; empty for the whole word.
  public let proclitics: String

  /// The rest, folded.
  public let rest: String

  /// Whether the alef of `rest` is not written: `للأمم` read as ل and الأمم.
  public let restoresAlef: Bool

  /// The number of bytes of the folded word before `rest`.
  public var offset: Int { proclitics.utf8.count }
}

/// The ways to read a folded word as particles and a rest of at least two letters; the whole word first, then the fewest
/// particles.
///
/// A conjunction (و ف), a preposition (ب ل ك) and the article (ال, or ل after ل) may come off; Hebrew words lose
/// ו ה ב ל מ ש כ. Which reading is right only a lexicon can tell.
/// - Complexity: O(*m*) in the letters; at most eight readings.
public func cliticSplits(of folded: String) -> [CliticSplit] {
  let letters = Array(folded.unicodeScalars)
  var splits = [CliticSplit(proclitics: "", rest: folded, restoresAlef: false)]
  func add(_ count: Int, restoresAlef: Bool = false) {
    guard letters.count - count >= 2 else { return }
    let split = CliticSplit(
      proclitics: text(letters[..<count]), rest: (restoresAlef ? "ا" : "") + text(letters[count...]),
      restoresAlef: restoresAlef)
    if !splits.contains(split) { splits.append(split) }
  }
  if let first = letters.first, 0x5D0...0x5EA ~= first.value {
    var count = 0
    while count < min(3, letters.count), "והבלמשכ".unicodeScalars.contains(letters[count]) {
      count += 1
      add(count)
    }
    return splits
  }
  func particles(from start: Int) {
    guard start < letters.count else { return }
    if start > 0 { add(start) }
    if letters[start] == "ا", start + 1 < letters.count, letters[start + 1] == "ل" { add(start + 2) }
    guard "بلك".unicodeScalars.contains(letters[start]), start + 1 < letters.count else { return }
    add(start + 1)
    if letters[start] == "ل", letters[start + 1] == "ل" {
      add(start + 1, restoresAlef: true)
      add(start + 2)
    }
    if letters[start + 1] == "ا", start + 2 < letters.count, letters[start + 2] == "ل" { add(start + 3) }
  }
  particles(from: 0)
  if let first = letters.first, first == "و" || first == "ف" { particles(from: 1) }
  return splits
}

/// The byte of the original at which a folded byte of a token begins.
///
/// - Parameters:
///   - offset: A byte offset in `token.folded`, such as `CliticSplit.offset`.
///   - token: A token of `text`.
///   - text: The text the token was found in.
/// - Complexity: O(*m*) in the bytes of the token, where `text` is contiguous UTF-8.
public func sourceOffset(ofFoldedByte offset: Int, of token: Token, in text: String) -> Int {
  guard offset > 0 else { return token.range.lowerBound }
  let bytes = text.utf8
  let start = bytes.index(bytes.startIndex, offsetBy: token.range.lowerBound)
  let end = bytes.index(bytes.startIndex, offsetBy: token.range.upperBound)
  let folded = FoldedText(String(text[start..<end]))
  guard offset < folded.bytes.count else { return token.range.upperBound }
  return token.range.lowerBound + folded.sourceRange(of: offset..<offset + 1).lowerBound
}

private func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
  var view = String.UnicodeScalarView()
  view.append(contentsOf: scalars)
  return String(view)
}
