import ArabicText
import Briefings

/// One match of a query in a text.
public struct Match: Hashable, Sendable {
  /// The matched words: UTF-8 bytes, marks included, attached particles left out where only the rest was asked for.
  public let range: Range<Int>
  /// The number of the query's term that matched, from 0.
  public let term: Int
  /// The numbers of the first and last matched word of the text, from 0.
  public let words: ClosedRange<Int>
}

/// Finds the words of a text that made a query match it.
///
/// Make one for a query and use it for many texts. Conditions under `not` and on fields mark nothing.
public struct Highlighter: Sendable {
  private enum Term: Hashable {
    case word(folded: [UInt8], stems: [[UInt8]], matchesBareStem: Bool)
    case prefix([UInt8])
  }

  private enum Condition: Hashable {
    case one(Term)
    case adjacent([Term])
    case exact([String])
  }

  private var conditions: [Condition] = []
  private var titleConditions: [Condition] = []

  /// Makes a highlighter for `query`.
  public init(_ query: Query) { collect(query, inTitle: false) }

  /// Whether nothing can be marked in a body.
  public var isEmpty: Bool { conditions.isEmpty }

  private mutating func collect(_ query: Query, inTitle: Bool) {
    let condition: Condition
    switch query {
    case .all, .field, .published, .cue, .quotation, .isRead, .not: return
    case .and(let parts), .or(let parts):
      for part in parts { collect(part, inTitle: inTitle) }
      return
    case .title(let inner):
      collect(inner, inTitle: true)
      return
    case .word(let word): condition = .one(Self.term(word))
    case .prefix(let word): condition = .one(.prefix(Array(folded(word).utf8)))
    case .adjacent(let words): condition = .adjacent(words.map { Self.term($0) })
    case .phrase(let words): condition = .exact(words)
    }
    if !inTitle { conditions.append(condition) }
    titleConditions.append(condition)
  }

  private static func term(_ written: String) -> Term {
    let word = SearchWord(written)
    return .word(
      folded: Array(word.folded.utf8), stems: word.stems.map { Array($0.utf8) }, matchesBareStem: word.matchesBareStem)
  }

  /// The byte ranges to mark in `text`, in order, not overlapping.
  ///
  /// - Parameters:
  ///   - text: A headline or a body.
  ///   - field: Which of the two; conditions on the headline mark only there.
  /// - Complexity: O(*n* · *t*) in the bytes of `text` and the terms of the query.
  public func ranges(in text: String, field: BriefingField = .text) -> [Range<Int>] {
    Self.merged(matches(in: text, field: field).map(\.range))
  }

  /// All matches in `text`, in the order of their first word.
  ///
  /// - Complexity: O(*n* · *t*) in the bytes of `text` and the terms of the query.
  public func matches(in text: String, field: BriefingField = .text) -> [Match] {
    let conditions = field == .title ? titleConditions : self.conditions
    guard !conditions.isEmpty else { return [] }
    var text = text
    return text.withUTF8 { matches(of: conditions, in: $0, limit: Int.max) }
  }

  /// Whether there is any match in `text`; reads no further than the first.
  ///
  /// - Complexity: O(*n* · *t*) in the bytes of `text` and the terms of the query.
  public func hasMatch(in text: String, field: BriefingField = .text) -> Bool {
    let conditions = field == .title ? titleConditions : self.conditions
    guard !conditions.isEmpty else { return false }
    var text = text
    return text.withUTF8 { !matches(of: conditions, in: $0, limit: 1).isEmpty }
  }

  static func merged(_ ranges: [Range<Int>]) -> [Range<Int>] {
    var merged: [Range<Int>] = []
    for range in ranges.sorted(by: { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }) {
      if let last = merged.last, range.lowerBound < last.upperBound {
        merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        merged.append(range)
      }
    }
    return merged
  }

  private func matches(
    of conditions: [Condition], in bytes: UnsafeBufferPointer<UInt8>, limit: Int
  ) -> [Match] {
    var found: [Match] = []
    let needsStems = conditions.contains { if case .exact = $0 { false } else { true } }
    /// How far each condition of several words has come, ending at the word before.
    var partial: [[Progress]] = Array(repeating: [], count: conditions.count)
    var scanner = TokenScanner()
    var key: [UInt8] = []
    var number = 0
    scanner.scan(bytes, punctuation: false) { token in
      let stem = needsStems ? LightStemmer.standard.stemRange(of: token.folded) : 0..<0
      if needsStems {
        let letters = UnsafeBufferPointer(rebasing: token.folded[stem])
        if !Lexemes.standard.key(of: letters, into: &key) {
          key.removeAll(keepingCapacity: true)
          key.append(contentsOf: letters)
        }
      }
      for (index, condition) in conditions.enumerated() {
        switch condition {
        case .one(let term):
          guard let skipped = Self.match(term, token, stem, key) else { continue }
          let start = Self.start(of: token, skipping: skipped, in: bytes)
          found.append(Match(range: start..<token.end, term: index, words: number...number))
        case .adjacent(let terms):
          Self.advance(&partial[index], token, number, count: terms.count) { step in
            Self.match(terms[step], token, stem, key) != nil
          } whenDone: {
            found.append(Match(range: $0.start..<token.end, term: index, words: $0.word...number))
          }
        case .exact(let words):
          Self.advance(&partial[index], token, number, count: words.count) { step in
            Self.isWritten(words[step], bytes[token.start..<token.end])
          } whenDone: {
            found.append(Match(range: $0.start..<token.end, term: index, words: $0.word...number))
          }
        }
      }
      number += 1
      return found.count < limit
    }
    return found
  }

  private struct Progress {
    var step: Int
    var start: Int
    var word: Int
  }

  private static func advance(
    _ partial: inout [Progress], _ token: ScannedToken, _ number: Int, count: Int, fits: (Int) -> Bool,
    whenDone: (Progress) -> Void
  ) {
    guard count > 0 else { return }
    var next: [Progress] = []
    for progress in partial + [Progress(step: 0, start: token.start, word: number)] where fits(progress.step) {
      if progress.step + 1 == count {
        whenDone(progress)
      } else {
        next.append(Progress(step: progress.step + 1, start: progress.start, word: progress.word))
      }
    }
    partial = next
  }

  /// How many folded bytes of the token stand before what was asked for, or `nil` when it does not match.
  private static func match(_ term: Term, _ token: ScannedToken, _ stem: Range<Int>, _ key: [UInt8]) -> Int? {
    switch term {
    case .word(let folded, let stems, let matchesBareStem):
      if token.folded.elementsEqual(folded) { return 0 }
      guard matchesBareStem || !token.folded.elementsEqual(key) else { return nil }
      return stems.contains(key) ? particles(of: token, before: stem) : nil
    case .prefix(let folded):
      if token.folded.starts(with: folded) { return 0 }
      return token.folded[stem].starts(with: folded) || key.starts(with: folded)
        ? particles(of: token, before: stem) : nil
    }
  }

  /// The bytes of the particles before the stem; the article counts as part of the word.
  private static func particles(of token: ScannedToken, before stem: Range<Int>) -> Int {
    let start = stem.lowerBound
    let article = token.script == .hebrew ? "ה" : "ال"
    let length = article.utf8.count
    guard start >= length, token.folded[start - length..<start].elementsEqual(article.utf8) else { return start }
    return start - length
  }

  /// The byte of the original at which the token begins once `skipped` folded bytes are left out.
  private static func start(of token: ScannedToken, skipping skipped: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int
  {
    guard skipped > 0 else { return token.start }
    let written = String(decoding: UnsafeBufferPointer(rebasing: bytes[token.start..<token.end]), as: UTF8.self)
    let folded = FoldedText(written)
    guard skipped < folded.bytes.count else { return token.start }
    return token.start + folded.sourceRange(of: skipped..<skipped + 1).lowerBound
  }

  /// Whether the bytes are the word as written; composed and decomposed letters are the same letters.
  private static func isWritten(_ word: String, _ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    if word.utf8.elementsEqual(bytes) { return true }
    // Comparing strings costs far more than comparing bytes, and most words have one spelling only.
    return word.unicodeScalars.contains { mayCompose($0) } && word == String(decoding: bytes, as: UTF8.self)
  }

  /// Whether a letter has another spelling with a combining mark, or is one.
  private static func mayCompose(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x622...0x626, 0x6C0, 0x6C2, 0x6D3, 0xC0...0x36F, 0x591...0x5C7, 0x64B...0x65F, 0x1E00...0x1EFF,
      0xFB1D...0xFB4F:
      true
    default: false
    }
  }
}

/// The exact byte ranges of the words in `text` that made `query` match it, in order, not overlapping.
public func matches(of query: Query, in text: String) -> [Range<Int>] { Highlighter(query).ranges(in: text) }
