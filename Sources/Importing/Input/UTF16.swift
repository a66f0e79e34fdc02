/// `stream` as UTF-8 where it is UTF-16, told by its byte order mark or by every second byte being that of one script.
///
/// Unpaired surrogates become U+FFFD.
func transcodedFromUTF16(_ stream: ByteStream) -> ByteStream {
  let beginning = Array(stream.peek(4096))
  guard let order = utf16Order(beginning) else { return stream }
  let transcoder = UTF16Transcoder(isBigEndian: order == .big)
  return ByteStream(trouble: stream.trouble) { transcoder.fill($0, from: stream) }
}

private enum ByteOrder {
  case little, big
}

private func utf16Order(_ bytes: [UInt8]) -> ByteOrder? {
  if bytes.starts(with: [0xFF, 0xFE]) { return .little }
  if bytes.starts(with: [0xFE, 0xFF]) { return .big }
  guard bytes.count >= 16 else { return nil }
  // Without a mark: the high bytes of Latin, Hebrew and Arabic text are 00, 05 and 06, and 0 occurs in no other text.
  var high = [0, 0]
  for (index, byte) in bytes.enumerated() where byte == 0 || byte == 5 || byte == 6 { high[index & 1] += 1 }
  guard bytes.contains(0) else { return nil }
  let half = bytes.count / 2
  if high[1] > half * 8 / 10, high[0] < half / 4 { return .little }
  if high[0] > half * 8 / 10, high[1] < half / 4 { return .big }
  return nil
}

private final class UTF16Transcoder {
  private let isBigEndian: Bool
  private var input: [UInt8] = []
  private var output: [UInt8] = []
  private var sent = 0
  private var highSurrogate: UInt32?

  init(isBigEndian: Bool) { self.isBigEndian = isBigEndian }

  func fill(_ buffer: UnsafeMutableRawBufferPointer, from stream: ByteStream) -> Int {
    while sent == output.count {
      output.removeAll(keepingCapacity: true)
      sent = 0
      let chunk = stream.next(1 << 16)
      if chunk.isEmpty {
        if highSurrogate != nil || !input.isEmpty { append(0xFFFD) }
        highSurrogate = nil
        input = []
        if output.isEmpty { return 0 }
        break
      }
      input += chunk
      let even = input.count & ~1
      for index in stride(from: 0, to: even, by: 2) {
        let (first, second) = (UInt32(input[index]), UInt32(input[index + 1]))
        add(isBigEndian ? first << 8 | second : second << 8 | first)
      }
      input.removeFirst(even)
    }
    let count = min(buffer.count, output.count - sent)
    buffer.copyBytes(from: output[sent..<sent + count])
    sent += count
    return count
  }

  private func add(_ unit: UInt32) {
    if let high = highSurrogate {
      highSurrogate = nil
      if 0xDC00...0xDFFF ~= unit { return append(0x10000 + (high - 0xD800) << 10 + (unit - 0xDC00)) }
      append(0xFFFD)
    }
    if 0xD800...0xDBFF ~= unit {
      highSurrogate = unit
    } else {
      append(0xDC00...0xDFFF ~= unit ? 0xFFFD : unit)
    }
  }

  private func append(_ scalar: UInt32) {
    output.append(contentsOf: String(Unicode.Scalar(scalar).map(Character.init) ?? "\u{FFFD}").utf8)
  }
}
