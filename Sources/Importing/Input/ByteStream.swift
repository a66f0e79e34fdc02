import Glibc

/// A stream of bytes that is read once, from an open file or through other streams, with a look ahead.
final class ByteStream {
  /// Fills some of a buffer and answers how much; 0 at the end.
  typealias Pull = (UnsafeMutableRawBufferPointer) -> Int

  private let pull: Pull
  private var ahead: [UInt8] = []
  private var atEnd = false

  /// Why reading stopped before the end, if it did. Shared by all streams that read through one another.
  let trouble: Trouble

  /// What went wrong below.
  final class Trouble {
    /// For people; `nil` while all is well.
    var message: String?
  }

  init(trouble: Trouble, pull: @escaping Pull) {
    self.trouble = trouble
    self.pull = pull
  }

  /// Reads from an open file; `onRead` is told how many bytes each read brought, and `shouldStop` is asked when a signal
  /// interrupts one.
  convenience init(descriptor: Int32, onRead: @escaping (Int) -> Void, shouldStop: @escaping () -> Bool) {
    let trouble = Trouble()
    self.init(trouble: trouble) { buffer in
      var got = -1
      repeat {
        got = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      } while got < 0 && errno == EINTR && !shouldStop()
      if got < 0 { trouble.message = String(cString: strerror(errno)) }
      if got > 0 { onRead(got) }
      return max(0, got)
    }
  }

  /// The next bytes, at most `count` and fewer only at the end, without taking them.
  func peek(_ count: Int) -> ArraySlice<UInt8> {
    while ahead.count < count, !atEnd {
      let more = Self.filled(count - ahead.count, by: pull)
      if more.isEmpty { atEnd = true }
      ahead += more
    }
    return ahead.prefix(count)
  }

  /// The next bytes, at most `count`; none at the end.
  func next(_ count: Int) -> [UInt8] { Self.filled(count) { read(into: $0) } }

  private static func filled(_ count: Int, by fill: Pull) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: count) { room, used in used = fill(UnsafeMutableRawBufferPointer(room)) }
  }

  /// Fills some of `buffer` and answers how much; 0 at the end.
  func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    guard !buffer.isEmpty else { return 0 }
    if !ahead.isEmpty {
      let count = min(ahead.count, buffer.count)
      buffer.copyBytes(from: ahead[..<count])
      ahead.removeSubrange(..<count)
      return count
    }
    guard !atEnd else { return 0 }
    let got = pull(buffer)
    if got == 0 { atEnd = true }
    return got
  }

  /// Everything that is left, or `nil` when that is more than `limit` bytes.
  func rest(limit: Int) -> [UInt8]? {
    var bytes: [UInt8] = []
    while true {
      let more = next(1 << 16)
      if more.isEmpty { return bytes }
      bytes += more
      if bytes.count > limit { return nil }
    }
  }
}
