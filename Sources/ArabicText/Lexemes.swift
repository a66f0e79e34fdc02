/// Joins stems that are forms of one word: يتراجع with تراجع, إعلان with يعلن, رؤساء with رئيس.
///
/// Regular verbs of the fifth to tenth form are known by their pattern; everything else by lists, since three letters
/// say too little.
/// - Source: grammar of the derived forms of the Arabic verb; the lists were written for it.
public struct Lexemes: Sendable {
  /// The built-in lists.
  public static let standard = Lexemes()

  private let keys: WordMap

  init() {
    var pairs: [(word: String, value: String)] = []
    let stemmer = LightStemmer.standard
    func isName(_ word: String) -> Bool {
      var word = word
      return word.withUTF8 { stemmer.isName($0) }
    }
    func add(_ all: [String]) {
      let words = all.filter { !isName($0) }
      guard let first = words.first else { return }
      let key = stemmer.stem(first)
      for word in words {
        let stem = stemmer.stem(word)
        if stem != key { pairs.append((stem, key)) }
      }
    }
    for root in words(WordLists.feminines) {
      let word = Self.text(root)
      add([word + "ه", word + "ت", word + "ات"])
    }
    func words(_ list: StaticString) -> [[Unicode.Scalar]] {
      list.description.unicodeScalars.split { $0 == " " || $0 == "\n" }.map { Array($0) }
    }
    func present(_ stem: String) -> [String] { ["ي", "ت", "سي", "ست"].map { $0 + stem } }
    // With ت the second and third form look like the fifth and sixth, which are other words.
    func masculine(_ stem: String) -> [String] { ["ي", "سي", "ست"].map { $0 + stem } }
    // The families come first: what they say about a word holds.
    for line in LexemeLists.families.description.unicodeScalars.split(separator: "|") {
      add(line.split { $0 == " " || $0 == "\n" }.map { String($0) })
    }
    for root in words(LexemeLists.causing) where root.count == 3 {
      let stem = Self.text(root)
      add(["ا" + stem] + present(stem) + ["ا" + Self.text([root[0], root[1]]) + "ا" + Self.text([root[2]])])
    }
    for root in words(LexemeLists.plain) where root.count == 3 { add([Self.text(root)] + present(Self.text(root))) }
    for root in words(LexemeLists.doubled) where root.count == 3 {
      let noun = "ت" + Self.text([root[0], root[1]]) + "ي" + Self.text([root[2]])
      add([noun] + masculine(Self.text(root)))
    }
    for root in words(LexemeLists.reaching) where root.count == 3 {
      let stem = Self.text([root[0]]) + "ا" + Self.text([root[1], root[2]])
      add(["م" + stem + "ه", stem] + masculine(stem))
    }
    keys = WordMap(pairs)
  }

  private static func text(_ scalars: [Unicode.Scalar]) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  /// The stem under which all forms of the word are found; `stem` itself where none is known.
  ///
  /// - Complexity: O(*m*) in the letters of the stem.
  public func key(of stem: String) -> String {
    var stem = stem
    var key: [UInt8] = []
    let isOther = stem.withUTF8 { self.key(of: $0, into: &key) }
    return isOther ? String(decoding: key, as: UTF8.self) : stem
  }

  /// Puts the key of a stem into `out`; `false` where it is the stem itself, and `out` is then of no use.
  public func key(of stem: UnsafeBufferPointer<UInt8>, into out: inout [UInt8]) -> Bool {
    guard stem.count >= 4, let lead = stem.first, 0xD8...0xD9 ~= lead else { return false }
    if let known = keys.value(stem) {
      out.removeAll(keepingCapacity: true)
      out.append(contentsOf: known)
      return true
    }
    guard !LightStemmer.standard.isName(stem), derived(stem, into: &out) else { return false }
    if let known = out.withUnsafeBufferPointer({ keys.value($0) }) {
      out.removeAll(keepingCapacity: true)
      out.append(contentsOf: known)
    }
    return true
  }

  /// The perfect of a verb of the fifth to tenth form whose imperfect or verbal noun `stem` looks like.
  private func derived(_ stem: UnsafeBufferPointer<UInt8>, into out: inout [UInt8]) -> Bool {
    let count = stem.count / 2
    guard stem.count == count * 2, 5...8 ~= count else { return false }
    func letter(_ index: Int) -> UInt16 { UInt16(stem[index * 2]) << 8 | UInt16(stem[index * 2 + 1]) }
    func take(_ from: Int, prefix: Bool, dropping dropped: Int? = nil) {
      out.removeAll(keepingCapacity: true)
      if prefix { out += [0xD8, 0xA7] }
      for index in from..<count where index != dropped {
        out.append(stem[index * 2])
        out.append(stem[index * 2 + 1])
      }
    }
    let (alef, teh, yeh, noon, seen): (UInt16, UInt16, UInt16, UInt16, UInt16) = (
      0xD8A7, 0xD8AA, 0xD98A, 0xD986, 0xD8B3
    )
    // The future's س.
    var start = 0
    if letter(0) == seen, letter(1) == yeh || letter(1) == teh, count >= 6 { start = 1 }
    let rest = count - start
    if letter(start) == yeh || letter(start) == teh {
      let second = letter(start + 1)
      if second == teh, rest == 5 || rest == 6 && letter(start + 3) == alef {
        take(start + 1, prefix: false)
        return true
      }
      if second == seen, rest == 6, letter(start + 2) == teh {
        take(start + 1, prefix: true)
        return true
      }
      if rest == 5, second == noon || letter(start + 2) == teh, second != alef, letter(start + 3) != alef {
        take(start + 1, prefix: true)
        return true
      }
      return false
    }
    guard letter(0) == alef else { return false }
    if count == 6, letter(4) == alef, letter(1) == noon || letter(2) == teh {
      take(0, prefix: false, dropping: 4)
      return true
    }
    if count == 7, letter(1) == seen, letter(2) == teh, letter(5) == alef {
      take(0, prefix: false, dropping: 5)
      return true
    }
    return false
  }
}

/// Words and what they stand for, asked about bytes.
struct WordMap: Sendable {
  private let words: WordSet
  private var values: [[UInt8]] = []

  /// Makes a map; the first pair of a word holds.
  init(_ pairs: [(word: String, value: String)]) {
    var known: Set<String> = []
    let first = pairs.filter { !$0.word.isEmpty && known.insert($0.word).inserted }
    words = WordSet(first.map(\.word))
    values = first.map { Array($0.value.utf8) }
  }

  /// What `word` stands for.
  ///
  /// - Complexity: O(*m*) in the bytes of `word`.
  func value(_ word: UnsafeBufferPointer<UInt8>) -> [UInt8]? { words.number(of: word).map { values[$0] } }
}
