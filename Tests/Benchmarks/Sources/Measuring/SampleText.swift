import CReferences

/// A text to measure with, cut into paragraphs.
public final class SampleText {
  /// What it is called in tables.
  public let name: String
  /// UTF-8.
  public let bytes: [UInt8]
  /// One past the last byte of each paragraph, its line feed included.
  public let ends: [UInt32]
  /// The number of scalars.
  public let scalarCount: Int

  /// Creates a text whose paragraphs are its lines.
  public init(_ name: String, _ bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
    var ends: [UInt32] = []
    var scalars = 0
    for (place, byte) in bytes.enumerated() {
      if byte == 0x0A { ends.append(UInt32(place + 1)) }
      if byte & 0xC0 != 0x80 { scalars += 1 }
    }
    if (ends.last ?? 0) < bytes.count { ends.append(UInt32(bytes.count)) }
    self.ends = ends
    scalarCount = scalars
  }

  /// The paragraphs as strings, without their line feeds.
  public lazy var paragraphs: [String] = {
    var start = 0
    return ends.map { end in
      let last = bytes[Int(end) - 1] == 0x0A ? Int(end) - 1 : Int(end)
      defer { start = Int(end) }
      return String(decoding: bytes[start..<last], as: UTF8.self)
    }
  }()

  /// The text as the references take it.
  ///
  /// - Parameter prepared: What is made beforehand, of `CR_WIDE` and `CR_SCALARS`.
  public func withReference<Result>(_ prepared: Int32, _ body: (OpaquePointer) -> Result) -> Result {
    bytes.withUnsafeBufferPointer { bytes in
      ends.withUnsafeBufferPointer { ends in
        guard let reference = cr_text_open(bytes.baseAddress, bytes.count, ends.baseAddress, ends.count, prepared)
        else { preconditionFailure("no room for a text of \(bytes.count) bytes") }
        defer { cr_text_close(reference) }
        return body(reference)
      }
    }
  }

  /// Speed in megabytes of UTF-8 a second.
  public func megabytesPerSecond(_ nanoseconds: Double) -> Double { Double(bytes.count) * 1000 / nanoseconds }
}
