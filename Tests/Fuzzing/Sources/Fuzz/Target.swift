import Analysis
import ArabicText
import Briefings
import CFuzzer
import Cells
import Glibc
import Importing
import Search

@testable import Settings
@testable import Terminal

/// What can be fed.
enum Target: String, CaseIterable {
  case text, markdown, html, feed, mail, jsonl, packed, lexicon, toml, query, keys, layout, analysis

  /// The one that this run feeds; libFuzzer's callback can carry no value.
  nonisolated(unsafe) static var chosen = Target.text

  /// Feeds one input. What must hold is checked by stopping the program, which libFuzzer reports with the input.
  func run(_ bytes: UnsafeBufferPointer<UInt8>) {
    switch self {
    case .text: read(bytes, .text)
    case .markdown: read(bytes, .markdown)
    case .html: read(bytes, .html)
    case .feed: read(bytes, .feed)
    case .mail: read(bytes, .mail)
    case .jsonl: read(bytes, .jsonl)
    case .packed: read(bytes, .auto)
    case .lexicon:
      for name in ["persons.tsv", "places.tsv", "cues.tsv", "blocks.tsv", "name-parts.tsv", "names.model"] {
        _ = Lexicon(files: [(name: name, contents: Array(bytes))])
      }
    case .toml: settings(Array(bytes))
    case .query: query(text(bytes))
    case .keys:
      var decoder = KeyDecoder()
      // In pieces, as a slow line brings them.
      for piece in stride(from: 0, to: bytes.count, by: 7) {
        decoder.feed(bytes[piece..<min(bytes.count, piece + 7)])
        while decoder.next() != nil {}
      }
      while decoder.giveUp() != nil {}
    case .layout: layout(text(bytes))
    case .analysis: analyze(text(bytes))
    }
  }

  private func text(_ bytes: UnsafeBufferPointer<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }

  private static let file = cf_file()

  private func read(_ bytes: UnsafeBufferPointer<UInt8>, _ format: ImportFormat) {
    ftruncate(Self.file, 0)
    lseek(Self.file, 0, SEEK_SET)
    write(Self.file, bytes.baseAddress, bytes.count)
    lseek(Self.file, 0, SEEK_SET)
    do {
      try Importer(format: format).read(descriptor: Self.file, name: "input") { item in
        if case .success(let imported) = item { check(imported) }
        return true
      }
    } catch {
      precondition(!error.description.isEmpty)
    }
  }

  private func check(_ imported: ImportedBriefing) {
    let briefing = imported.briefing
    precondition(!briefing.id.text.isEmpty, "an article without an id")
    precondition(!briefing.title.isEmpty || !briefing.text.isEmpty, "an article of nothing")
    for statement in imported.statements {
      let field = statement.place.field == .title ? briefing.title : briefing.text
      precondition(field.text(at: statement.place.span) != nil, "a statement outside the text")
    }
    for mention in imported.entities.flatMap(\.mentions) {
      let field = mention.place.field == .title ? briefing.title : briefing.text
      precondition(field.text(at: mention.place.span) != nil, "a mention outside the text")
    }
  }

  /// What is wrong stands inside the file, and the settings as they are printed give the same ones again.
  private func settings(_ contents: [UInt8]) {
    do throws(TOMLError) {
      _ = try TOMLReader.table(in: contents)
    } catch {
      let lines = contents.split(separator: 0x0A, omittingEmptySubsequences: false)
      precondition((1...lines.count).contains(error.place.line), "a line outside the file")
      precondition(
        (1...lines[error.place.line - 1].count + 1).contains(error.place.column), "a column outside the line")
      precondition(!error.found.isEmpty && !error.expected.isEmpty)
      precondition(Configuration(contents: contents, file: "config.toml").problems.count == 1, "not one fault")
      return
    }
    let first = Configuration(contents: contents, file: "config.toml")
    let again = Configuration(contents: Array(first.text.utf8), file: "config.toml")
    precondition(again.problems.isEmpty, "settings are printed that cannot be read: \(again.problems)")
    precondition(Setting.all.allSatisfy { $0.value(again) == $0.value(first) }, "settings change when they are printed")
    precondition(again.keymap == first.keymap, "keys change when they are printed")
  }

  private func query(_ text: String) {
    for isComplete in [true, false] {
      do throws(QueryError) {
        _ = try QueryParser(isComplete: isComplete).parse(text)
      } catch {
        precondition(!error.description.isEmpty && !error.pointed.isEmpty)
      }
    }
  }

  /// No cell of any layout holds a control.
  private func layout(_ text: String) {
    for options in [LayoutOptions(), LayoutOptions(shaping: .none, order: .logical)] {
      for line in ParagraphLayout(text, width: 20, options: options).lines {
        for cell in line.cells {
          for scalar in cell.text.unicodeScalars {
            switch scalar.value {
            case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069:
              fatalError("a control in a cell: \(scalar.value)")
            default: break
            }
          }
        }
      }
    }
  }

  private static let analyzer = Analyzer(
    lexicon: Lexicon(files: [
      (
        name: "persons.tsv",
        contents: Array("canonical\ttype\tlang\tforms\tnote\nأحمد علي\tperson\tar\tأحمد\t\n".utf8)
      )
    ]))

  private func analyze(_ text: String) {
    let half = text.utf8.count / 4
    let title = String(decoding: text.utf8.prefix(half), as: UTF8.self)
    let briefing = Briefing(id: BriefingID("x"), title: title, text: text)
    let findings = Self.analyzer.findings(of: briefing)
    for statement in findings.statements {
      let field = statement.place.field == .title ? briefing.title : briefing.text
      precondition(field.text(at: statement.place.span) != nil, "a statement outside the text")
    }
  }
}
