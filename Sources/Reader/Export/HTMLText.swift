import Briefings
import Cells

/// Text as HTML shows it, in elements or in attributes' values; nothing of it is taken for markup.
func htmlText(_ text: String) -> String {
  var result = ""
  for scalar in exported(text).unicodeScalars {
    switch scalar {
    case "&": result += "&amp;"
    case "<": result += "&lt;"
    case ">": result += "&gt;"
    case "\"": result += "&quot;"
    case "'": result += "&#39;"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result
}

/// The attributes that say how a text runs and what language it is in, a blank before them.
///
/// - Parameter language: The language of the article that it comes from; `nil` for names, whose letters tell.
func htmlDirection(of text: String, language: String?) -> String {
  let direction =
    switch readingDirection(of: text, language: language) {
    case .rightToLeft: "rtl"
    case .leftToRight: "ltr"
    case .auto: "auto"
    }
  // What claims to be a language must look like one.
  let isTag = language.map { !$0.isEmpty && $0.utf8.allSatisfy { isLetterDigitOrHyphen($0) } } ?? false
  return " dir=\"\(direction)\"" + (isTag ? " lang=\"\(language ?? "")\"" : "")
}

private func isLetterDigitOrHyphen(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "0")...UInt8(ascii: "9"),
    UInt8(ascii: "-"):
    true
  default: false
  }
}

/// An element that holds a text, which runs as its own letters and language say.
func htmlElement(_ name: String, _ text: String, language: String? = nil, class style: String = "") -> String {
  let style = style.isEmpty ? "" : " class=\"\(style)\""
  return "<\(name)\(style)\(htmlDirection(of: text, language: language))>\(htmlText(text))</\(name)>"
}
