import ArabicText
import Testing

/// Properties that hold for any text, tried on random mixtures of what news and its noise are made of.
@Suite("Any text")
struct RandomTextTests {
  private static let pieces = [
    "قال", "الوزير", "وَالنَّاسُ", "غــزة", "ﷲ", "ﻻ", "إيران", "می\u{200C}رود", "ہے", "שָׁלוֹם", "צה\"ל", "NATO", "Erdoğan",
    "F-16", "3.5",
    "١٬٠٠٠", "7.10.2023", "د.", "U.S.", ".", "...", ". .", "|", "«", "»", "\"", "(", ")", "،", "؟", "!", "\n", " ", " ",
    "\u{200F}", "\u{2067}",
    "\u{64E}", "\u{654}", "\u{AD}", "🙂", "👩‍👩‍👧", "日本", "हिन्दी", "е\u{308}", "\u{FEFF}", "\t", "#", "_", "ـ",
  ]

  private struct Random {
    var state: UInt64

    mutating func text(_ count: Int) -> String {
      var text = ""
      for _ in 0..<count {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += RandomTextTests.pieces[Int(state >> 33) % RandomTextTests.pieces.count]
      }
      return text
    }
  }

  @Test("folding twice is folding once, and every folded byte has a source")
  func folding() {
    var random = Random(state: 1)
    for _ in 0..<3_000 {
      let text = random.text(12)
      let once = folded(text)
      #expect(Array(folded(once).utf8) == Array(once.utf8), "\(text)")
      let source = FoldedText(text)
      #expect(Array(source.text.utf8) == Array(once.utf8))
      var last = 0
      for index in source.bytes.indices {
        let range = source.sourceRange(of: index..<index + 1)
        #expect(range.lowerBound >= last && range.upperBound <= text.utf8.count && !range.isEmpty)
        last = range.lowerBound
      }
    }
  }

  @Test("tokens stand in order, and each folds to itself")
  func tokensFold() {
    var random = Random(state: 2)
    for _ in 0..<3_000 {
      let text = random.text(12)
      let bytes = Array(text.utf8)
      var end = 0
      for token in tokens(in: text) {
        #expect(token.range.lowerBound >= end && token.range.upperBound <= bytes.count, "\(text)")
        end = token.range.upperBound
        // Numbers lose the marks of thousands, Hebrew abbreviations theirs.
        guard token.kind == .word, token.script != .hebrew else { continue }
        let written = String(decoding: bytes[token.range], as: UTF8.self)
        #expect(Array(folded(written).utf8) == Array(token.folded.utf8), "\(written)")
      }
    }
  }

  @Test("sentences stand in order and hold every word")
  func sentencesHoldWords() {
    var random = Random(state: 3)
    for _ in 0..<3_000 {
      let text = random.text(25)
      let found = sentences(in: text)
      for (a, b) in zip(found, found.dropFirst()) { #expect(a.upperBound <= b.lowerBound, "\(text)") }
      for token in tokens(in: text) where token.kind != .punctuation {
        #expect(
          found.contains { $0.lowerBound <= token.range.lowerBound && token.range.upperBound <= $0.upperBound },
          "\(token.folded) in \(text)")
      }
    }
  }

  @Test("a stem is a stretch of its word")
  func stems() {
    var random = Random(state: 4)
    for _ in 0..<3_000 {
      for token in tokens(in: random.text(8)) where token.kind == .word {
        let stem = lightStem(token.folded)
        #expect(!stem.isEmpty)
        #expect(range(of: Array(stem.utf8), in: Array(token.folded.utf8)) != nil)
        #expect(lightStem(token.folded) == stem)
        for split in cliticSplits(of: token.folded) where !split.restoresAlef {
          #expect(Array((split.proclitics + split.rest).utf8) == Array(token.folded.utf8))
        }
      }
    }
  }
}
