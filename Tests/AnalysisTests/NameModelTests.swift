import Briefings
import Testing

@testable import Analysis

/// The model of names: how it learns, what its file holds, and who wins when it disagrees with the rules.
struct NameModelTests {
  /// Sentences in which an unknown word behind سلّم is a person and behind جوار a place.
  static let tagged: String = {
    let people = ["توركان", "كيرداس", "ميلفور", "زينكار", "باردوس", "لوكمير", "ساندور", "هيلكات"]
    let places = ["غردان", "بيلسان", "نورماك", "تيرفال", "كوندور", "ريسكان", "داربيل", "فولكان"]
    return zip(people, places).map { person, place in
      "سلم O\n\(person) B-PERS\nالمفتاح O\n. O\n\nسكن O\nجوار O\n\(place) B-LOC\nقديما O\n. O\n"
    }.joined(separator: "\n")
  }()

  static let documents = NameModelTrainer.documents(ofLines: tagged, sentences: 4)

  static let trainer: NameModelTrainer = {
    var trainer = NameModelTrainer(lexicon: Lexicon(files: ShippedLexicon.files))
    trainer.learn(documents, rounds: 6)
    return trainer
  }()

  @Test func readsTaggedLines() {
    #expect(Self.documents.count == 4)
    #expect(Self.documents.flatMap(\.names).map(\.type).filter { $0 == .person }.count == 8)
    let first = Self.documents[0]
    let names = first.names.map { name in String(decoding: Array(first.text.utf8)[name.bytes], as: UTF8.self) }
    #expect(names == ["توركان", "غردان", "كيرداس", "بيلسان"])
  }

  @Test func joinsInnerWordsAndLeavesOtherTypes() {
    let lines = "زار O\nباب B-PERS\nتورا I-PERS\nكأس B-MISC\nآسيا I-MISC\nفي O\nكرمان B-LOC\n"
    let document = NameModelTrainer.documents(ofLines: lines)[0]
    #expect(document.names.map(\.type) == [.person, .place])
    #expect(document.names[0].bytes.count == "باب تورا".utf8.count)
  }

  @Test func learnsWhatStandsBesideNames() {
    let document = NameModelTrainer.Document(text: "سلم كلدور المفتاح .\nسكن جوار ميرداس قديما .\n")
    let found = Self.trainer.proposals(for: document)
    let names = found.map { name in
      "\(String(decoding: Array(document.text.utf8)[name.bytes], as: UTF8.self))|\(name.type.rawValue)"
    }
    #expect(names == ["كلدور|person", "ميرداس|place"])
  }

  @Test func itsFileGivesTheSameModel() throws {
    let bytes = Self.trainer.file(margins: [1, 2, 3], about: ["our own sentences"])
    let model = Self.trainer.model(margins: [1, 2, 3])
    let read = try NameModelFile.model(bytes).get()
    #expect(read.weights == model.weights)
    #expect(read.transitions == model.transitions)
    #expect(read.margins == [1, 2, 3])
    #expect(String(decoding: bytes.prefix(60), as: UTF8.self).contains("# our own sentences"))
  }

  @Test func aBrokenFileIsReportedAndTheRulesGoOn() {
    let whole = Self.trainer.file(margins: [0, 0, 0], about: [])
    let broken: [(String, [UInt8])] = [
      ("empty", []), ("another file", Array("hello\n".utf8)), ("cut short", Array(whole.dropLast(9))),
      ("no lines", Array(repeating: 0xFF, count: 4_000)),
    ]
    for (name, bytes) in broken {
      let lexicon = Lexicon(files: ShippedLexicon.files + [(name: "names.model", contents: bytes)])
      #expect(lexicon.model == nil, "\(name)")
      #expect(lexicon.problems.map(\.description).contains { $0.contains("names.model:1") }, "\(name)")
      let found = Analyzer(lexicon: lexicon).findings(
        of: Briefing(id: BriefingID("a"), title: "", text: "وصل إلى باريس"))
      #expect(found.entities.map(\.canonical) == ["باريس"], "\(name)")
    }
  }

  struct Row: Sendable, CustomTestStringConvertible {
    let name: String
    let text: String
    var testDescription: String { name }
  }

  /// Names that no rule finds, and words for which the rules' word counts more.
  static let rows = [
    Row(name: "a person the sentence shows", text: "ثم سلم [كلدور|person] المفتاح أمس."),
    Row(name: "what a rule found stays", text: "ثم سلم [باريس|place] المفتاح أمس."),
    Row(name: "an everyday word stays one", text: "ثم سلم الموظف المفتاح أمس."),
    Row(name: "an office stays one", text: "ثم سلم الوزير المفتاح أمس."),
    Row(name: "a function word stays one", text: "ثم سلم إليه المفتاح أمس."),
  ]

  @Test("grammar wins", arguments: rows)
  func grammarWins(_ row: Row) {
    let file = (name: "names.model", contents: Self.trainer.file(margins: [1, 1, 1], about: []))
    let marked = MarkedBriefing(row.text)
    let found = Analyzer(lexicon: Lexicon(files: ShippedLexicon.files + [file])).findings(of: marked.briefing())
    let names = found.entities.flatMap { entity in entity.mentions.map { "\($0.form)|\(entity.type.rawValue)" } }
    #expect(names == marked.marks.map { "\($0.text)|\($0.label)" })
  }

  @Test func theShippedModelIsWhole() {
    let lexicon = Lexicon(files: [ShippedLexicon.model])
    #expect(lexicon.problems.isEmpty)
    #expect(lexicon.model != nil)
    #expect(ShippedLexicon.model.contents.count <= 2_000_000)
  }
}
