import Glibc

/// Reads an open file line by line with a buffer that does not grow beyond one line.
struct LineReader {
  /// One line without its end.
  struct Line {
    var bytes: ArraySlice<UInt8>
    /// The line was longer than the limit; `bytes` is empty and the rest of it was passed over.
    var isTooLong = false
  }

  private let descriptor: Int32
  private let limit: Int
  private var buffer: [UInt8] = []
  private var start = 0
  private var scanned = 0
  private var atEnd = false

  /// Why reading stopped before the end, if it did.
  private(set) var failure: String?

  init(descriptor: Int32, limit: Int) {
    self.descriptor = descriptor
    self.limit = limit
  }

  /// The first bytes, at most as many as one read brings, without taking them.
  mutating func peek() -> ArraySlice<UInt8> {
    if buffer.isEmpty { fill() }
    return buffer[start...]
  }

  /// The next line, or `nil` at the end.
  mutating func nextLine() -> Line? {
    var isTooLong = false
    while true {
      if let end = buffer[scanned...].firstIndex(of: 0x0A) {
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

  /// Everything that is left, or `nil` when that is more than the limit.
  mutating func rest() -> [UInt8]? {
    while !atEnd, buffer.endIndex - start <= limit { fill() }
    guard buffer.endIndex - start <= limit else { return nil }
    return Array(buffer[start...])
  }

  private mutating func fill() {
    if start > 0 {
      buffer.removeSubrange(..<start)
      scanned -= start
      start = 0
    }
    let chunk = 1 << 18
    let count = buffer.count
    buffer.append(contentsOf: repeatElement(0, count: chunk))
    var got = -1
    repeat {
      got = buffer.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress?.advanced(by: count), chunk) }
    } while got < 0 && errno == EINTR
    if got < 0 { failure = String(cString: strerror(errno)) }
    if got <= 0 { atEnd = true }
    buffer.removeLast(chunk - max(0, got))
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
