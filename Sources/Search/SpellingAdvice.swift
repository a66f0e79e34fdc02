import ArabicText

/// A better query where one found nothing: words put right by the archive's own, or typed with the right keyboard layout.
public struct SpellingAdvice {
  /// Tells in how many articles each of some folded words stands; a word that is missing stands in none.
  public typealias Counting = ([String]) throws -> [String: Int]

  private let counts: Counting

  /// Makes an adviser that asks an archive.
  public init(counts: @escaping Counting) { self.counts = counts }

  /// What may have been meant by `query`, or `nil`.
  ///
  /// A word that stands in no article becomes the commonest word that one slip away from it makes; confusions of ear, eye
  /// and keyboard count most. Everything else of the query stays as it is typed. Fields and what is in quotation marks are
  /// left alone.
  /// - Complexity: a look-up for some 80 words for each letter of a word that is not known.
  public func better(than query: String) throws -> String? {
    let words = Self.plainWords(of: query)
    guard !words.isEmpty else { return nil }
    let known = try counts(words.map(\.folded))
    guard words.contains(where: { known[$0.folded, default: 0] == 0 }) else { return nil }
    for reading in KeyboardLayouts.retyped(query) {
      let meant = Self.plainWords(of: reading)
      let found = try counts(meant.map(\.folded))
      if !meant.isEmpty, meant.allSatisfy({ found[$0.folded, default: 0] > 0 }) { return reading }
    }
    var bytes = Array(query.utf8)
    var isChanged = false
    // From the end, so that the places before stay right.
    for word in words.reversed() where known[word.folded, default: 0] == 0 {
      guard let better = try best(for: word.folded) else { continue }
      bytes.replaceSubrange(word.range, with: Array(better.utf8))
      isChanged = true
    }
    return isChanged ? String(decoding: bytes, as: UTF8.self) : nil
  }

  /// The likeliest word one slip away from a folded word.
  private func best(for word: String) throws -> String? {
    let candidates = Self.candidates(for: word)
    let found = try counts(candidates.map(\.word))
    var best: (word: String, worth: Double)?
    for candidate in candidates {
      let count = found[candidate.word, default: 0]
      guard count > 0 else { continue }
      let worth = candidate.likelihood * (1 + Double(min(count, 10_000))).squareRoot()
      if worth > best?.worth ?? 0 { best = (candidate.word, worth) }
    }
    return best?.word
  }

  /// Words that one slip makes of `word`, with how likely the slip is; words of fewer than three letters are left alone.
  static func candidates(for word: String) -> [(word: String, likelihood: Double)] {
    let letters = Array(word.unicodeScalars)
    guard letters.count >= 3, letters.count <= 24, let alphabet = alphabet(of: letters[0]) else { return [] }
    var found: [(word: String, likelihood: Double)] = []
    var seen: Set<String> = [word]
    func add(_ letters: [Unicode.Scalar], _ likelihood: Double) {
      var view = String.UnicodeScalarView()
      view.append(contentsOf: letters)
      let word = String(view)
      if seen.insert(word).inserted { found.append((word, likelihood)) }
    }
    for index in letters.indices {
      for other in confusions[letters[index], default: []] {
        var changed = letters
        changed[index] = other
        add(changed, 1)
      }
    }
    for index in letters.indices.dropLast() where letters[index] != letters[index + 1] {
      var changed = letters
      changed.swapAt(index, index + 1)
      add(changed, 0.7)
    }
    for index in letters.indices where letters.count > 3 {
      var changed = letters
      changed.remove(at: index)
      add(changed, index > 0 && letters[index] == letters[index - 1] ? 0.9 : 0.5)
    }
    for index in 0...letters.count {
      for letter in alphabet {
        var changed = letters
        changed.insert(letter, at: index)
        add(changed, index > 0 && letter == letters[index - 1] ? 0.7 : 0.5)
      }
    }
    for index in letters.indices {
      for letter in alphabet {
        var changed = letters
        changed[index] = letter
        add(changed, 0.2)
      }
    }
    return found
  }

  private static func alphabet(of letter: Unicode.Scalar) -> [Unicode.Scalar]? {
    switch letter.value {
    case 0x61...0x7A: Array("abcdefghijklmnopqrstuvwxyz".unicodeScalars)
    case 0x5D0...0x5EA: Array("אבגדהוזחטיכלמנסעפצקרשתםןץףך".unicodeScalars)
    case 0x621...0x6D3: Array("ابتثجحخدذرزسشصضطظعغفقكلمنهويءپچژگ".unicodeScalars)
    default: nil
    }
  }

  /// Letters that ear, eye and keyboard confuse, folded; each group one way and the other.
  private static let confusions: [Unicode.Scalar: [Unicode.Scalar]] = {
    // Alike in sound; alike but for dots; neighbours on the Arabic keyboard; Hebrew; Latin vowels and neighbours.
    let groups = [
      "ظض", "ذز", "دذ", "ثس", "ثت", "صس", "طت", "قك", "قغ", "حه", "خح", "جح", "جخ", "غع", "ءا", "ءع", "ءي", "ءو", "هت",
      "اي",
      "بت", "تث", "بن", "تن", "ني", "فق", "رز", "سش", "صض", "طظ", "كگ", "جچ", "بپ", "زژ", "وف",
      "ضص", "صث", "ثق", "قف", "فغ", "عه", "هخ", "شس", "سي", "يب", "بل", "لا", "ات", "تن", "نم", "مك", "كط", "رو", "وز",
      "תט", "קכ", "חכ", "אע", "סש", "הא", "בו", "םמ", "ןנ", "ךכ", "ףפ", "ץצ",
      "ae", "ei", "iy", "ou", "sz", "ck", "kq", "vw", "fv", "mn", "bp", "dt", "gj", "er", "io", "as", "rt",
    ]
    var found: [Unicode.Scalar: [Unicode.Scalar]] = [:]
    for group in groups {
      let pair = Array(group.unicodeScalars)
      guard pair.count == 2 else { continue }
      found[pair[0], default: []].append(pair[1])
      found[pair[1], default: []].append(pair[0])
    }
    return found
  }()

  /// The words of a query that are neither quoted nor the value of a field, nor ask for what must not be there.
  private static func plainWords(of query: String) -> [(folded: String, range: Range<Int>)] {
    let bytes = Array(query.utf8)
    var quotes = 0
    var lastEnd = 0
    var isField = false
    var words: [(folded: String, range: Range<Int>)] = []
    for token in tokens(in: query) {
      let gap = lastEnd < token.range.lowerBound ? Array(bytes[lastEnd..<token.range.lowerBound]) : []
      if gap.contains(0x20) { isField = false }
      lastEnd = token.range.upperBound
      if token.kind == .punctuation {
        let mark = String(decoding: bytes[token.range], as: UTF8.self)
        if ["\"", "«", "»", "“", "”"].contains(mark) { quotes += 1 }
        if mark == ":", !words.isEmpty, words[words.count - 1].range.upperBound == token.range.lowerBound {
          words.removeLast()
          isField = true
        }
        if mark == "-", gap.contains(0x20) || token.range.lowerBound == 0 { isField = true }
        continue
      }
      guard token.kind == .word, quotes % 2 == 0, !isField else { continue }
      if String(decoding: bytes[token.range], as: UTF8.self) == "OR" { continue }
      words.append((token.folded, token.range))
    }
    return words
  }
}
