/// The text of a message: of its parts the one that says most, HTML before plain text.
///
/// - Source: RFC 2045 and 2046. At most 16 levels and 500 parts are looked at.
struct MailText {
  /// The text, ready for a briefing.
  private(set) var text = ""
  /// What was guessed or lost.
  private(set) var note: String?
  /// Whether the message ends before its last part does.
  private(set) var isCutOff = false

  private var html = ""
  private var plain = ""
  private var parts = 0

  init(_ header: MailHeader) {
    var waiting: [(header: MailHeader, depth: Int)] = [(header, 0)]
    while let (part, depth) = waiting.popLast(), parts < 500 {
      parts += 1
      let kind = part.value("content-type")
      if kind.hasPrefix("multipart/"), let boundary = part.parameter("boundary", of: "content-type") {
        guard depth < 16 else { continue }
        let (inner, isClosed) = Self.split(part.body, boundary: boundary)
        if !isClosed { isCutOff = true }
        waiting += inner.reversed().map { (MailHeader($0), depth + 1) }
      } else if kind == "message/rfc822", depth < 16 {
        waiting.append((MailHeader(part.body), depth + 1))
      } else if !part.value("content-disposition").hasPrefix("attachment") {
        read(part, kind: kind)
      }
    }
    let fromHTML = html.isEmpty ? "" : textOfFragment(html)
    // The HTML of some messages says only that they are better read elsewhere.
    text = fromHTML.utf8.count * 3 >= plain.utf8.count ? fromHTML : plain
    if text.isEmpty { text = plain }
  }

  private mutating func read(_ part: MailHeader, kind: String) {
    guard kind.isEmpty || kind == "text/plain" || kind == "text/html" || kind == "text/enriched" else { return }
    let bytes: [UInt8]
    switch part.value("content-transfer-encoding") {
    case "base64": bytes = base64Bytes(part.body)
    case "quoted-printable": bytes = quotedPrintableBytes(part.body)
    default: bytes = Array(part.body)
    }
    let charset = part.parameter("charset", of: "content-type")
    let isHTML = kind == "text/html"
    let decoded: DecodedText
    if let charset, canonicalEncoding(charset).hasPrefix("UTF-16"),
      let converted = converted(bytes, from: canonicalEncoding(charset))
    {
      decoded = DecodedText(text: String(decoding: converted, as: UTF8.self))
    } else {
      decoded = decodedText(bytes, declared: charset ?? (isHTML ? declaredEncoding(inMarkup: bytes) : nil))
    }
    if note == nil { note = decoded.note }
    if isHTML {
      if html.isEmpty { html = decoded.text }
    } else {
      let isFlowed = part.parameter("format", of: "content-type")?.lowercased() == "flowed"
      let paragraphs = plainParagraphs(withUnixLineEnds(decoded.text), isFlowed: isFlowed)
      if !paragraphs.isEmpty { plain += (plain.isEmpty ? "" : "\n\n") + paragraphs }
    }
  }

  /// The parts between the lines of a boundary, and whether the last line of it was there.
  private static func split(_ body: ArraySlice<UInt8>, boundary: String) -> ([ArraySlice<UInt8>], Bool) {
    let mark = Array("--\(boundary)".utf8)
    var parts: [ArraySlice<UInt8>] = []
    var start: Int?
    var at = body.startIndex
    while at < body.endIndex {
      let end = body[at...].firstIndex(of: 0x0A) ?? body.endIndex
      let line = body[at..<end]
      if line.starts(with: mark) {
        let rest = line.dropFirst(mark.count).filter { $0 > 0x20 }
        if rest.isEmpty || rest == [0x2D, 0x2D] {
          if let start { parts.append(body[min(start, at)..<at]) }
          if !rest.isEmpty { return (parts, true) }
          start = min(end + 1, body.endIndex)
          if parts.count >= 500 { return (parts, true) }
        }
      }
      at = end + 1
    }
    if let start, start <= body.endIndex { parts.append(body[start...]) }
    return (parts, false)
  }
}

/// Plain text of a message with one line a paragraph: lines that were only wrapped are joined, the signature goes.
///
/// - Source: RFC 3676 for `format=flowed` and the signature. Else a line is taken for wrapped when it is as long as
///   wrapped lines are and the next one begins no paragraph of its own.
func plainParagraphs(_ text: String, isFlowed: Bool) -> String {
  var out: [String] = []
  var isOpen = false
  for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
    if line == "-- " || line == "--" { break }
    let trimmedLine = trimmed(line)
    if trimmedLine.isEmpty {
      if out.last?.isEmpty == false { out.append("") }
      isOpen = false
      continue
    }
    let begins = trimmedLine.first.map { ">-*•#".contains($0) } ?? false
    if isOpen, !begins, let last = out.popLast() {
      out.append(last + " " + trimmedLine)
    } else {
      out.append(String(trimmedLine))
    }
    isOpen = isFlowed ? line.last == " " : 50...80 ~= trimmedLine.unicodeScalars.count
  }
  while out.last?.isEmpty == true { out.removeLast() }
  return out.joined(separator: "\n")
}
