import Briefings
import Search

/// What is to be written into a file.
public enum ExportSubject: Hashable, Sendable {
  /// Articles, in this order.
  case articles([BriefingID])
  /// All articles of a list, the newest first.
  case list(BriefingFilter)
  /// All articles that a search finds, the newest first.
  case hits(Query)
  /// Statements, in this order.
  case statements([StatementID])
  /// All statements that a search finds, the newest first.
  case statementHits(Query)
  /// All that one said, the newest first.
  case said(by: String)
  /// What is known of one person, body or place, whose type may be told by the archive.
  case dossier(String, EntityType?)
  /// What is known of the matter that a query, as it was written, asks for.
  case topicDossier(Query, written: String)
  /// What is known of a statement's matter.
  case matterDossier(StatementRecord)

  /// The forms that it can be written in, the most usual first.
  var forms: [ExportForm] {
    switch self {
    case .dossier, .topicDossier, .matterDossier: [.html]
    default: [.markdown, .jsonLines, .csv]
    }
  }
}

/// How a file is written.
public enum ExportForm: String, Hashable, Sendable, CaseIterable {
  /// Markdown with citations.
  case markdown
  /// One JSON object a line.
  case jsonLines
  /// A table for spreadsheets.
  case csv
  /// One page that needs nothing else.
  case html

  /// How names of such files end.
  public var suffix: String {
    switch self {
    case .markdown: "md"
    case .jsonLines: "jsonl"
    case .csv: "csv"
    case .html: "html"
    }
  }
}

/// Something of what is looked at that can be written into a file.
public struct ExportChoice: Hashable, Sendable {
  /// What is to be written.
  public var subject: ExportSubject
  /// What the menu calls it.
  public var words: String
  /// The name proposed for the file, without its ending.
  public var stem: String
}

/// A file that is to be written.
public struct ExportOrder: Hashable, Sendable {
  /// What is to be written.
  public var subject: ExportSubject
  /// How.
  public var form: ExportForm
  /// The path as the user left it: `~` is the home folder, and a folder gets a file of the name proposed.
  public var path: String
  /// The name proposed for the file.
  public var name: String
  /// The language of the file's own words.
  public var language: InterfaceLanguage

  /// Creates an order.
  public init(subject: ExportSubject, form: ExportForm, path: String, name: String, language: InterfaceLanguage) {
    (self.subject, self.form, self.path, self.name, self.language) = (subject, form, path, name, language)
  }
}

/// What came of an order.
public enum ExportOutcome: Hashable, Sendable {
  /// So many of all articles or statements are written so far.
  case progress(done: Int, total: Int)
  /// The file is there, with so many articles or statements; `avoided` is the name that another file had already.
  case written(path: String, count: Int, avoided: String?)
  /// There is no file; the message says why.
  case failed(String)
}

/// The letters and digits of a text as part of a file's name: everything else becomes a hyphen.
///
/// - Complexity: O(*n*).
func fileNamePart(_ text: String) -> String {
  var words: [String.UnicodeScalarView] = [.init()]
  for scalar in text.unicodeScalars {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber:
      // The tatweel is no letter of the word.
      if scalar != "\u{640}" { words[words.count - 1].append(scalar) }
    case .nonspacingMark, .format, .enclosingMark: continue
    default: words.append(.init())
    }
  }
  // Whole words, as far as a name is not long.
  var name = String.UnicodeScalarView()
  for word in words where !word.isEmpty {
    guard !name.isEmpty else {
      name = String.UnicodeScalarView(word.prefix(40))
      continue
    }
    guard name.count + word.count < 40 else { break }
    name.append("-")
    name.append(contentsOf: word)
  }
  return String(name)
}
