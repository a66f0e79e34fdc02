import Briefings
import Foundation

@testable import Analysis

/// A text with inline marks: `قال [الوزير|speaker] إن [الاتفاق جيد|content]`; marks may stand inside others.
struct MarkedBriefing {
  /// The text without its marks.
  var text = ""
  /// The marked stretches and their labels, in the order in which they begin.
  var marks: [(text: String, label: String)] = []

  init(_ marked: String) {
    var open: [(start: Int, order: Int)] = []
    var found: [(order: Int, text: String, label: String)] = []
    var plain: [UInt8] = []
    var order = 0
    var bytes = Array(marked.utf8)[...]
    while let byte = bytes.popFirst() {
      if byte == UInt8(ascii: "[") {
        open.append((plain.count, order))
        order += 1
      } else if byte == UInt8(ascii: "|"), let start = open.popLast() {
        let label = bytes.prefix { $0 != UInt8(ascii: "]") }
        bytes = bytes.dropFirst(label.count + 1)
        let text = String(decoding: plain[start.start...], as: UTF8.self)
        found.append((start.order, text, String(decoding: label, as: UTF8.self)))
      } else {
        plain.append(byte)
      }
    }
    text = String(decoding: plain, as: UTF8.self)
    marks = found.sorted { $0.order < $1.order }.map { ($0.text, $0.label) }
  }

  /// The text as a briefing; its first line is the title when `hasTitle` says so.
  func briefing(hasTitle: Bool = false) -> Briefing {
    guard hasTitle, let end = text.firstIndex(of: "\n") else {
      return Briefing(id: BriefingID("marked"), title: "", text: text)
    }
    return Briefing(
      id: BriefingID("marked"), title: String(text[..<end]), text: String(text[text.index(after: end)...]))
  }
}

/// The lexicon the program ships with.
enum ShippedLexicon {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../data/lexicon")

  /// Its files, sorted by name.
  static let files: [(name: String, contents: [UInt8])] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".tsv") }.sorted().compactMap { name in
      // A file that cannot be read shows as missing names in the tests.
      (try? Data(contentsOf: folder.appending(path: name))).map { (name: name, contents: Array($0)) }
    }
  }()

  /// The model of names, as bytes.
  static let model: (name: String, contents: [UInt8]) = (
    "names.model",
    // A missing model shows as missing names.
    Array((try? Data(contentsOf: folder.appending(path: "../model/names.model"))) ?? Data())
  )

  static let topics = TopicWords(
    files.filter { $0.name == "topics.tsv" }.compactMap {
      // A file that cannot be read shows as missing relations.
      try? LexiconFile(name: $0.name, contents: $0.contents)
    })

  static let analyzer = Analyzer(lexicon: Lexicon(files: files + [model]))
}
