import Testing

@testable import ArabicText

@Suite("Word lists of the stemmer")
struct WordListsTests {
  static let lists: [(String, StaticString)] = [
    ("wholeStems", WordLists.wholeStems), ("wholeArticles", WordLists.wholeArticles),
    ("afterFa", WordLists.afterFa), ("endings", WordLists.endings), ("wholeEndings", WordLists.wholeEndings),
    ("names", WordLists.names),
  ]

  @Test("every word is folded and stands once")
  func folding() {
    for (name, list) in Self.lists {
      let words = list.description.split(separator: " ").map { String($0) }
      #expect(!words.isEmpty)
      for word in words { #expect(Array(folded(word).utf8) == Array(word.utf8), "\(name): \(word)") }
      #expect(Set(words).count == words.count, "\(name)")
    }
  }

  @Test("a set finds its words and no others")
  func sets() {
    let set = WordSet("قال نفى قال")
    for (word, isIn) in [("قال", true), ("نفى", true), ("قا", false), ("قالت", false), ("", false)] {
      #expect(Array(word.utf8).withUnsafeBufferPointer { set.contains($0) } == isIn, "\(word)")
    }
    #expect(WordSet([]).isEmpty)
  }
}
