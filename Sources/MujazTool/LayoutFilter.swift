import Cells
import Glibc
import UnicodeText

/// Logical text in, visual lines out, paragraph by paragraph, in room that does not grow with the text.
///
/// - Shape: paragraphs end at line feeds. One longer than a mebibyte is cut there, at its last blank if it has one, and
///   laid out as two.
struct LayoutFilter: ~Copyable {
  /// Longer paragraphs are cut.
  static let longestParagraph = 1 << 20

  private let width: Int
  private let options: LayoutOptions
  /// Takes what is found in texts that read differently than they are stored; nil where nobody asks.
  private let warn: ((String) -> Void)?
  private var buffer = LayoutBuffer()
  /// What was read and not laid out yet: the beginning of a paragraph.
  private var pending: [UInt8] = []
  private var output: [UInt8] = []
  /// The number of the paragraph at hand, from 1.
  private var number = 1

  /// - Parameters:
  ///   - width: The columns of a line; 0 for any number.
  ///   - warn: Takes a message for each text that misleads.
  init(width: Int, options: LayoutOptions, warn: ((String) -> Void)? = nil) {
    self.width = width
    self.options = options
    self.warn = warn
  }

  /// Lays out all of a file, each part as soon as it is there.
  ///
  /// - Returns: The system's number of an error of reading or writing, 0 if there was none. A reader of the output that
  ///   has gone away is no error.
  mutating func run(from input: Int32, to file: Int32) -> Int32 {
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(input, &chunk, chunk.count)
      if count < 0, errno == EINTR { continue }
      if count < 0 { return errno }
      if count == 0 { break }
      take(chunk[..<count])
      if !flush(to: file) { return errno == EPIPE ? 0 : errno }
    }
    finish()
    return flush(to: file) || errno == EPIPE ? 0 : errno
  }

  /// Takes the next bytes and lays out the paragraphs that are whole now.
  mutating func take(_ bytes: ArraySlice<UInt8>) {
    pending += bytes
    var start = 0
    var place = pending.count - bytes.count
    while place < pending.count {
      guard let end = pending[place...].firstIndex(of: 0x0A) else { break }
      layOut(start..<(end > start && pending[end - 1] == 0x0D ? end - 1 : end))
      number += 1
      start = end + 1
      place = start
    }
    while pending.count - start > Self.longestParagraph {
      let end = Self.cut(pending, start, start + Self.longestParagraph)
      layOut(start..<end)
      start = end
    }
    pending.removeFirst(start)
  }

  /// Lays out what is left at the text's end.
  mutating func finish() {
    if !pending.isEmpty { layOut(0..<pending.count) }
    pending.removeAll()
  }

  /// The lines made so far, which are forgotten.
  mutating func takeOutput() -> [UInt8] {
    defer { output.removeAll(keepingCapacity: true) }
    return output
  }

  /// Behind the last blank of the second half, or else where a character begins.
  private static func cut(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int {
    if let blank = bytes[(start + end) / 2..<end].lastIndex(of: 0x20) { return blank + 1 }
    var place = end
    while place > end - 4, bytes[place] & 0xC0 == 0x80 { place -= 1 }
    return place
  }

  private mutating func layOut(_ range: Range<Int>) {
    let width = self.width
    pending.withUnsafeBufferPointer { bytes in
      let text = UnsafeBufferPointer(rebasing: bytes[range])
      if let warn {
        let audit = BidiControlAudit(text)
        if audit.misleads {
          let found = audit.findings.map {
            "U+" + String($0.scalar.value, radix: 16, uppercase: true) + " \($0.problem)"
          }
          warn("line \(number) reads differently than it is stored: " + found.joined(separator: ", "))
        }
      }
      buffer.prepare(text, options: options)
      buffer.forEachLine(width: width) { line in
        if line.isRightToLeft, width > line.count {
          output.append(contentsOf: repeatElement(0x20, count: width - line.count))
        }
        line.appendUTF8(to: &output)
        output.append(0x0A)
      }
    }
  }

  private mutating func flush(to file: Int32) -> Bool {
    let isSent = output.withUnsafeBytes { bytes in
      var sent = 0
      while sent < bytes.count {
        let count = write(file, bytes.baseAddress?.advanced(by: sent), bytes.count - sent)
        if count < 0 && errno == EINTR { continue }
        if count <= 0 { return false }
        sent += count
      }
      return true
    }
    output.removeAll(keepingCapacity: true)
    return isSent
  }
}
