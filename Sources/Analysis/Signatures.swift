import ArabicText
import Briefings

/// Makes the digests that statements are compared by.
struct SignatureMaker {
  let reader: SentenceReader
  let entities: EntityTable

  /// The signature of the content that the tokens make up.
  ///
  /// - Complexity: O(*n*) in the letters of the content.
  func signature(of content: Range<Int>) -> StatementSignature {
    let passage = reader.passage
    var stems: [String] = []
    var seen: Set<String> = []
    var numbers: [String] = []
    var isNegated = false
    var names: [String] = []
    for token in content {
      let found = passage.tokens[token]
      if reader.owner[token] >= 0 {
        let number = entities.numbers[Int(reader.owner[token])]
        if number >= 0 {
          let name = entities.entities[number].canonical
          if !names.contains(name) { names.append(name) }
        }
      }
      switch found.role {
      case .number: numbers.append(String(decoding: passage.letters(of: token), as: UTF16.self))
      case .word:
        let wordClass = reader.wordClass(token)
        if Self.negations.contains(Array(passage.letters(of: token))) { isNegated.toggle() }
        guard found.letterCount > 1, reader.owner[token] >= 0 || wordClass.isDisjoint(with: Self.unimportant),
          !Self.fillers.contains(Array(passage.letters(of: token)))
        else { continue }
        let stem = statementStem(String(decoding: passage.letters(of: token), as: UTF16.self))
        if seen.insert(stem).inserted { stems.append(stem) }
      default: break
      }
    }
    return StatementSignature(stems: stems, numbers: numbers, isNegated: isNegated, entities: names)
  }

  private static let negations: Set<[UInt16]> = Set(
    foldedWords(
      "لا لم لن ليس ليست ليسوا لست لسنا ولا ولم ولن وليس فلا فلن فلم عدم بعدم وعدم نفي not no never لیست نیست لא לא אין"
    ))

  /// Words that point, count or fill, with what is attached to them.
  private static let fillers: Set<[UInt16]> = Set(
    foldedWords(
      """
      أن وأن بأن لأن إن وإن أنه وأنه بأنه لأنه إنه وإنه أنها وأنها بأنها لأنها إنها وإنها أنهم وأنهم إنهم هو وهو هي وهي هم \
      وهم هذا وهذا بهذا لهذا هذه وهذه بهذه لهذه ذلك وذلك بذلك لذلك تلك أي بأي وأي لأي كل كله كلها بعض لبعض ذا ذات حين الآن \
      بلاده بلادها بلادنا بلدهم لا ولا لم ولم لن ولن ليس ليست وليس من ومن على عليه عليها يتم تم مليون ألف آلاف مليار ملايين \
      المئة المائة بالمئة بالمائة أكثر أقل نحو حوالي جدا أيضا فقط غير عدد عدة حتى لدى لديها لديه حيث كذلك كما قد يمكن أحد
      """)
  ).union(TranslatedContent.silent.map { Array($0.utf16) })

  /// Words that say nothing of the topic.
  private static let unimportant: WordClass = [
    .preposition, .complementizer, .relative, .pronoun, .auxiliary, .clause, .function, .saying, .negation,
  ]
}
