import Glibc

/// Reads a stream line by line with a buffer that does not grow beyond one line.
struct LineReader {
  /// One line without its end.
  struct Line {
    var bytes: ArraySlice<UInt8>
    /// The line was longer than the limit; `bytes` is empty and the rest of it was passed over.
    var isTooLong = false
  }

  private let stream: ByteStream
  private let limit: Int
  private var buffer: [UInt8] = []
  private var start = 0
  private var scanned = 0
  private var atEnd = false

  init(_ stream: ByteStream, limit: Int) {
    self.stream = stream
    self.limit = limit
  }

  /// The next line, or `nil` at the end.
  mutating func nextLine() -> Line? {
    var isTooLong = false
    while true {
      if let end = lineFeed() {
        let line = buffer[start..<end]
        start = end + 1
        scanned = start
        return isTooLong ? Line(bytes: [], isTooLong: true) : Line(bytes: line)
      }
      scanned = buffer.endIndex
      if buffer.endIndex - start > limit {
        isTooLong = true
        start = buffer.endIndex
      }
      if atEnd {
        guard start < buffer.endIndex || isTooLong else { return nil }
        let line = buffer[start...]
        start = buffer.endIndex
        return isTooLong ? Line(bytes: [], isTooLong: true) : Line(bytes: line)
      }
      fill()
    }
  }

  private mutating func fill() {
    if start > 0 {
      buffer.removeSubrange(..<start)
      scanned -= start
      start = 0
    }
    let more = stream.next(1 << 16)
    if more.isEmpty { atEnd = true }
    buffer += more
  }

  /// Where the next line feed stands that was not seen yet.
  private func lineFeed() -> Int? {
    buffer.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress, scanned < bytes.count,
        let found = memchr(base + scanned, 0x0A, bytes.count - scanned)
      else { return nil }
      return UnsafeRawPointer(found) - base
    }
  }
}

extension ArraySlice<UInt8> {
  /// Without blanks, carriage returns and a byte order mark at the ends.
  func trimmingASCIIBlanks() -> ArraySlice<UInt8> {
    var slice = self
    if slice.starts(with: [0xEF, 0xBB, 0xBF]) { slice = slice.dropFirst(3) }
    while let first = slice.first, first == 0x20 || first == 0x09 || first == 0x0D { slice = slice.dropFirst() }
    while let last = slice.last, last == 0x20 || last == 0x09 || last == 0x0D { slice = slice.dropLast() }
    return slice
  }
}
