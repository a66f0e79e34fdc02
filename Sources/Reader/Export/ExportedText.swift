import Briefings

/// Text of articles as it may leave the program in a file: without controls and without the invisible controls of
/// direction, which could make it read differently elsewhere.
///
/// - Parameter keepsLines: Whether line breaks stay; otherwise they are blanks.
/// - Complexity: O(*n*).
func exported(_ text: String, keepsLines: Bool = false) -> String {
  var scalars = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 0x0A: scalars.append(keepsLines ? "\n" : " ")
    case 0x09, 0x0D, 0x2028, 0x2029: scalars.append(" ")
    case 0x202A...0x202E, 0x2066...0x2069: continue
    case 0x00...0x1F, 0x7F...0x9F, 0xFDD0...0xFDEF: scalars.append("\u{FFFD}")
    case let value where value & 0xFFFE == 0xFFFE: scalars.append("\u{FFFD}")
    default: scalars.append(scalar)
    }
  }
  return String(scalars)
}

/// An address that may be followed from a file: of the web, and nothing in it that could end it early; else `nil`.
func webAddress(_ url: String) -> String? {
  let lower = url.prefix(8).lowercased()
  guard lower.hasPrefix("http://") || lower.hasPrefix("https://") else { return nil }
  let isWhole = url.unicodeScalars.allSatisfy { scalar in
    scalar.value > 0x20 && scalar.value < 0x7F ? !"<>\"`\\^{|}'".unicodeScalars.contains(scalar) : scalar.value > 0xA0
  }
  return isWhole && exported(url) == url ? url : nil
}

/// Where a statement or an article comes from, in the parts that are known: the article's headline, its source, its day.
struct Citation: Hashable {
  /// The parts, in the order of a footnote.
  let parts: [String]
  /// The address, where it is one of the web.
  let address: String?
  /// The id in the archive.
  let id: String

  init(_ briefing: BriefingSummary, url: String, id: String) {
    parts = [briefing.source, briefing.date?.day ?? ""].map { exported($0) }.filter { !$0.isEmpty }
    address = webAddress(url)
    self.id = exported(id)
  }
}
