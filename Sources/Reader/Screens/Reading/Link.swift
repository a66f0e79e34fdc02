import Briefings

/// A web address that stands in an article, written so that nothing about it can be mistaken.
public struct Link: Hashable, Sendable {
  /// The address, all ASCII: what is no ASCII is escaped, and the host is as the network knows it (`xn--…`). A name
  /// before the host, which makes another host look like this one, is left out.
  public let address: String
  /// The host that it leads to.
  public let host: String
  /// Whether it was written so that it reads as another host: with a name before the host, or letters that are no ASCII.
  public let isDisguised: Bool
  /// Where it stands; `nil` for the article's own.
  public let place: Place?

  /// Reads an address of the web; `nil` where it is none.
  public init?(_ written: String, at place: Place? = nil) {
    let lower = written.lowercased()
    guard let scheme = ["https://", "http://"].first(where: { lower.hasPrefix($0) }) else { return nil }
    let rest = written.unicodeScalars.dropFirst(scheme.unicodeScalars.count)
    let authority = rest.prefix { !["/", "?", "#", "\\"].contains($0) }
    let path = rest.dropFirst(authority.count)
    var named = authority[...]
    var isDisguised = false
    if let sign = named.lastIndex(of: "@") {
      named = named[named.index(after: sign)...]
      isDisguised = true
    }
    var port = ""
    if let colon = named.lastIndex(of: ":"), named[colon...].dropFirst().allSatisfy({ "0"..."9" ~= $0 }) {
      port = String(String.UnicodeScalarView(named[colon...]))
      named = named[..<colon]
    }
    // The wide full stops of East Asia part labels too.
    let labels = String(String.UnicodeScalarView(named)).lowercased().unicodeScalars.split(
      omittingEmptySubsequences: false
    ) { [".", "\u{3002}", "\u{FF0E}", "\u{FF61}"].contains($0) }
    guard !labels.isEmpty, labels.allSatisfy({ !$0.isEmpty }) else { return nil }
    var ascii: [String] = []
    for label in labels {
      if label.allSatisfy({ $0.isASCII }) {
        guard label.allSatisfy({ "a"..."z" ~= $0 || "0"..."9" ~= $0 || $0 == "-" || $0 == "_" }) else { return nil }
        ascii.append(String(String.UnicodeScalarView(label)))
        if ascii.last?.hasPrefix("xn--") == true { isDisguised = true }
      } else {
        ascii.append("xn--" + punycode(Array(label)))
        isDisguised = true
      }
    }
    host = ascii.joined(separator: ".")
    address = scheme + host + port + escaped(String(String.UnicodeScalarView(path)))
    self.isDisguised = isDisguised
    self.place = place
  }
}

/// A text with everything that is no visible ASCII escaped by its bytes.
private func escaped(_ text: String) -> String {
  var escaped = ""
  for byte in text.utf8 {
    if 0x21...0x7E ~= byte, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "<"), byte != UInt8(ascii: ">") {
      escaped.unicodeScalars.append(Unicode.Scalar(byte))
    } else {
      let hex = String(byte, radix: 16, uppercase: true)
      escaped += "%" + (hex.count == 1 ? "0" : "") + hex
    }
  }
  return escaped
}

/// The letters of a label as Punycode (RFC 3492).
func punycode(_ letters: [Unicode.Scalar]) -> String {
  var output = letters.filter(\.isASCII).map(Character.init)
  let basic = output.count
  if basic > 0 { output.append("-") }
  var (code, delta, bias, handled) = (128, 0, 72, basic)
  func digit(_ value: Int) -> Character {
    Character(Unicode.Scalar(UInt8(value < 26 ? value + 97 : value - 26 + 48)))
  }
  func adapted(_ delta: Int, isFirst: Bool) -> Int {
    var delta = isFirst ? delta / 700 : delta / 2
    delta += delta / (handled + 1)
    var steps = 0
    while delta > 455 {
      delta /= 35
      steps += 36
    }
    return steps + 36 * delta / (delta + 38)
  }
  while handled < letters.count {
    let next = letters.map { Int($0.value) }.filter { $0 >= code }.min() ?? code
    delta += (next - code) * (handled + 1)
    code = next
    for letter in letters {
      if Int(letter.value) < code { delta += 1 }
      guard Int(letter.value) == code else { continue }
      var rest = delta
      var step = 36
      while true {
        let threshold = min(max(step - bias, 1), 26)
        if rest < threshold { break }
        output.append(digit(threshold + (rest - threshold) % (36 - threshold)))
        rest = (rest - threshold) / (36 - threshold)
        step += 36
      }
      output.append(digit(rest))
      bias = adapted(delta, isFirst: handled == basic)
      delta = 0
      handled += 1
    }
    delta += 1
    code += 1
  }
  return String(output)
}

/// The addresses of an article: its own, then those in its text, each once.
///
/// - Complexity: O(*n*) in the bytes of the text.
func links(of briefing: Briefing) -> [Link] {
  ([Link(briefing.url)].compactMap(\.self) + occurrences(in: briefing).filter(\.isFirst).map(\.link))
}

/// The number of an article's first address: the article's own is no part of the text and has none of its numbers.
func firstLinkNumber(of briefing: Briefing) -> Int { Link(briefing.url) == nil ? 1 : 0 }

/// The numbers of the addresses in a text, and the bytes before which they stand, in order.
///
/// - Complexity: O(*n*) in the bytes of the text.
func numberedLinks(in briefing: Briefing, digits: DigitStyle) -> [(byte: Int, text: String)] {
  occurrences(in: briefing).map { ($0.end, "\u{2060}" + digits.written("[\($0.number)]")) }
}

/// The addresses in a text as often as they stand there: the first is 1, and the same one has the same number again; the
/// article's own is 0.
private func occurrences(in briefing: Briefing) -> [(link: Link, end: Int, number: Int, isFirst: Bool)] {
  var numbers: [String: Int] = [:]
  if let own = Link(briefing.url) { numbers[own.address] = 0 }
  var last = 0
  return writtenLinks(in: briefing.text).compactMap { range, written in
    guard let link = Link(written, at: Place(.text, TextSpan(range))) else { return nil }
    if let known = numbers[link.address] { return (link, range.upperBound, known, false) }
    last += 1
    numbers[link.address] = last
    return (link, range.upperBound, last, true)
  }
}

extension ReaderOptions {
  /// The digits of the numbers behind links; `nil` where they are switched off.
  var linkDigits: DigitStyle? { numbersLinks ? digits : nil }
}

/// Where addresses stand in a text: from the scheme to a blank, a bracket or a quotation mark, without the sentence's
/// signs at the end.
private func writtenLinks(in text: String) -> [(Range<Int>, String)] {
  let scalars = text.unicodeScalars
  var found: [(Range<Int>, String)] = []
  var index = scalars.startIndex
  while let start = scalars[index...].firstIndex(where: { $0 == "h" || $0 == "H" }) {
    let rest = scalars[start...]
    let head = String(String.UnicodeScalarView(rest.prefix(8))).lowercased()
    guard head.hasPrefix("http://") || head == "https://" else {
      index = scalars.index(after: start)
      continue
    }
    var end = start
    var open = 0
    for position in rest.indices {
      let scalar = scalars[position]
      if scalar.properties.isWhitespace || "<>\"«»“”[]{}،؛".unicodeScalars.contains(scalar) { break }
      if scalar == "(" { open += 1 }
      if scalar == ")" {
        guard open > 0 else { break }
        open -= 1
      }
      end = scalars.index(after: position)
    }
    while end > start, ".,;:!?'’…؟".unicodeScalars.contains(scalars[scalars.index(before: end)]) {
      end = scalars.index(before: end)
    }
    let lower = scalars.distanceInBytes(to: start, of: text)
    let written = String(scalars[start..<end])
    found.append((lower..<lower + written.utf8.count, written))
    index = max(end, scalars.index(after: start))
  }
  return found
}

extension String.UnicodeScalarView {
  fileprivate func distanceInBytes(to index: Index, of text: String) -> Int {
    text.utf8.distance(from: text.utf8.startIndex, to: index)
  }
}
