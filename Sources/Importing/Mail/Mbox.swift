import Briefings

/// Whether a line separates the messages of an mbox: `From `, an address, a date with a year.
///
/// - Source: RFC 4155.
func isMboxSeparator(_ line: ArraySlice<UInt8>) -> Bool {
  guard line.starts(with: "From ".utf8), line.count < 300 else { return false }
  let words = line.split(separator: 0x20)
  guard words.count >= 4 else { return false }
  let hasYear = words.contains { word in
    let digits = word.last == 0x0D ? word.dropLast() : word
    return digits.count == 4 && digits.allSatisfy { 0x30...0x39 ~= $0 }
  }
  return hasYear && words.contains { $0.count { $0 == 0x3A } == 2 }
}

extension Importer {
  /// Reads one message, or all messages of an mbox, keeping no more than one of them.
  func readMail(_ stream: ByteStream, name: String, receive: (Item) -> Bool) {
    var reader = LineReader(stream, limit: Self.articleLimit)
    var message: [UInt8] = []
    var number = 0
    var isMbox = false
    var isTooLong = false
    var wasBlank = true

    func finish() -> Bool {
      defer {
        message.removeAll(keepingCapacity: message.count < 1 << 20)
        isTooLong = false
      }
      guard !message.isEmpty || isTooLong else { return true }
      number += 1
      let place = isMbox ? "\(name): message \(number)" : name
      if isTooLong { return receive(.failure(Self.tooLong(place, Self.articleLimit))) }
      return receive(briefing(fromMail: message, place: place, defaultSource: defaultSource))
    }

    while let line = reader.nextLine() {
      if wasBlank, isMboxSeparator(line.bytes) {
        guard finish() else { return }
        isMbox = true
        wasBlank = false
        continue
      }
      wasBlank = line.bytes.isEmpty || line.bytes.elementsEqual([0x0D])
      if line.isTooLong || message.count + line.bytes.count > Self.articleLimit {
        isTooLong = true
        message.removeAll()
      }
      if isTooLong { continue }
      // Lines that begin like a separator were marked when they were stored.
      let isMarked = isMbox && line.bytes.drop { $0 == 0x3E }.starts(with: "From ".utf8) && line.bytes.first == 0x3E
      message += isMarked ? line.bytes.dropFirst() : line.bytes
      message.append(0x0A)
    }
    guard finish() else { return }
    if number == 0 {
      _ = receive(.failure(ImportProblem(place: name, message: "found no message; expected header fields and a text")))
    }
  }
}
