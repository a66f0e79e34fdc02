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

/// More bytes than this are no address: no program takes them.
private let longestAddress = 8_192

/// Where addresses stand in a text: from the scheme to a blank, a bracket or a quotation mark, without the sentence's
/// signs at the end.
private func writtenLinks(in text: String) -> [(Range<Int>, String)] {
  var text = text
  return text.withUTF8 { bytes in
    var found: [(Range<Int>, String)] = []
    var place = 0
    while place + 2 < bytes.count {
      guard bytes[place] == UInt8(ascii: ":"), let start = startOfScheme(before: place, in: bytes) else {
        place += 1
        continue
      }
      let end = endOfLink(from: start, in: bytes)
      // One link begins where the one before has ended.
      place = max(place + 1, end)
      guard found.last.map({ start >= $0.0.upperBound }) ?? true, end - start <= longestAddress else { continue }
      found.append((start..<end, String(decoding: bytes[start..<end], as: UTF8.self)))
    }
    return found
  }
}

/// Where `http` or `https` begins that ends at a colon with two bars behind it.
private func startOfScheme(before colon: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
  guard bytes[colon + 1] == UInt8(ascii: "/"), bytes[colon + 2] == UInt8(ascii: "/") else { return nil }
  for scheme in ["https", "http"] {
    let start = colon - scheme.utf8.count
    // Letters in capitals differ by one bit.
    if start >= 0, bytes[start..<colon].elementsEqual(scheme.utf8, by: { $0 | 0x20 == $1 }) { return start }
  }
  return nil
}

/// Where an address ends.
///
/// - Complexity: O(*m*) in its bytes.
private func endOfLink(from start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
  var decoder = UTF8()
  var rest = bytes[start...].makeIterator()
  var end = start
  var open = 0
  // Where the sentence's signs begin that stand last.
  var signs = start
  scanning: while case .scalarValue(let scalar) = decoder.decode(&rest) {
    if scalar.properties.isWhitespace || "<>\"«»“”[]{}،؛".unicodeScalars.contains(scalar) { break }
    switch scalar {
    case "(": open += 1
    case ")":
      guard open > 0 else { break scanning }
      open -= 1
    default: break
    }
    end += UTF8.width(scalar)
    if !".,;:!?'’…؟".unicodeScalars.contains(scalar) { signs = end }
  }
  return signs
}
