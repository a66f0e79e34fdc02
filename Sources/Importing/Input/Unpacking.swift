import CCompression

/// Unpacks what `stream` brings while it is packed by gzip or zstd, known by its first bytes and not by its name.
///
/// Bounded: a packed file within packed files three deep, 128 MiB of memory, and what grows more than 250 times beyond
/// 256 MiB is given up as a bomb.
func unpacked(_ stream: ByteStream) -> ByteStream {
  var stream = stream
  for _ in 0..<3 {
    guard let kind = packing(stream.peek(4)) else { return stream }
    stream = unpacking(stream, kind)
  }
  return stream
}

/// How bytes that begin so are packed, or `nil`.
private func packing(_ beginning: ArraySlice<UInt8>) -> Int32? {
  if beginning.starts(with: [0x1F, 0x8B]) { return Int32(CC_GZIP) }
  if beginning.starts(with: [0x28, 0xB5, 0x2F, 0xFD]) { return Int32(CC_ZSTD) }
  return nil
}

/// The most that may come out of a packed file before its ratio is looked at, and the ratio that is then too much.
private let (unsuspicious, bombRatio) = (256 << 20, 250)

private func unpacking(_ packed: ByteStream, _ kind: Int32) -> ByteStream {
  let trouble = packed.trouble
  guard let unpacker = Unpacker(kind) else {
    trouble.message = "found no memory for unpacking"
    return ByteStream(trouble: trouble) { _ in 0 }
  }
  return ByteStream(trouble: trouble) { buffer in
    let count = unpacker.fill(buffer, from: packed)
    if count == 0, let message = unpacker.failure, trouble.message == nil { trouble.message = message }
    return count
  }
}

private final class Unpacker {
  private let stream: OpaquePointer
  private let kind: Int32
  private var input: [UInt8] = []
  private var used = 0
  private var taken = 0
  private var given = 0
  private var isDone = false
  private var isInside = true
  /// Why unpacking ended before the end, if it did.
  private(set) var failure: String?

  init?(_ kind: Int32) {
    guard let stream = cc_open(kind) else { return nil }
    self.stream = stream
    self.kind = kind
  }

  deinit { cc_close(stream) }

  func fill(_ buffer: UnsafeMutableRawBufferPointer, from packed: ByteStream) -> Int {
    guard let room = buffer.bindMemory(to: UInt8.self).baseAddress else { return 0 }
    while !isDone {
      let atEnd = input.count - used < 4 && !refill(from: packed)
      if atEnd, !isInside { return end(nil) }
      // Packed streams may follow one another; anything else behind one is padding, which gzip ignores too.
      if !isInside {
        guard packing(input[used...]) == kind else { return end(nil) }
        isInside = true
      }
      var inputCount = input.count - used
      var outputCount = buffer.count
      let result = input.withUnsafeBufferPointer {
        cc_step(stream, $0.baseAddress.map { $0 + used }, &inputCount, room, &outputCount)
      }
      used += inputCount
      taken += inputCount
      given += outputCount
      if result == CC_BROKEN { return end("cannot be unpacked: \(String(cString: cc_message(stream)))") }
      if result == CC_END { isInside = false }
      if given > unsuspicious, given / bombRatio > taken {
        return end("unpacks to more than \(bombRatio) times its size; expected text: unpack it first if it is sound")
      }
      if outputCount > 0 { return outputCount }
      if atEnd, result == CC_MORE { return end("ends in the middle of packed data; expected the rest of the file") }
    }
    return 0
  }

  /// Reads on, so that at least four bytes are there: a packed stream is known by its first four. False at the end.
  private func refill(from packed: ByteStream) -> Bool {
    input.removeFirst(used)
    used = 0
    while input.count < 4 {
      let more = packed.next(1 << 16)
      if more.isEmpty { break }
      input += more
    }
    return !input.isEmpty
  }

  private func end(_ message: String?) -> Int {
    isDone = true
    failure = message
    return 0
  }
}
