import Cells

/// Which way a title or paragraph of an article runs.
///
/// As its first letter does, but a headline in Arabic that begins with a Latin name (`NATO …`) still runs from right to
/// left: where the first letter is of the other direction than the article's language, the text runs as the language
/// unless it holds hardly any of its letters.
/// - Parameter language: The article's language (BCP 47), or `nil` where only the first letter counts.
/// - Complexity: O(*n*).
func readingDirection(of text: String, language: String?) -> BaseDirection {
  guard let language else { return .auto }
  let isRight = isRightToLeftLanguage(language)
  let direction: BaseDirection = isRight ? .rightToLeft : .leftToRight
  var own = 0
  var other = 0
  for scalar in text.unicodeScalars where scalar.value >= 0x41 && scalar.properties.isAlphabetic {
    let isRightLetter: Bool
    switch scalar.value {
    case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFC: isRightLetter = true
    default: isRightLetter = false
    }
    if isRightLetter == isRight { own += 1 } else { other += 1 }
    if other == 0 { return direction }
  }
  return other == 0 || own * 2 >= other ? direction : isRight ? .leftToRight : .rightToLeft
}
