import Briefings
import Glibc

/// Reads files and streams into briefings, one at a time.
///
/// Never fails on content: what cannot be used is reported and the rest goes on. Memory stays within a few times the
/// largest single document, whatever the size of the input.
public struct Importer: Sendable {
  /// The largest single article, message or feed, in bytes; a longer one is refused with a message.
  public static let articleLimit = 64 << 20

  /// The largest page of HTML, in bytes.
  public static let pageLimit = 16 << 20

  /// The format of everything that is read, or `.auto`.
  public var format: ImportFormat

  /// The source of articles that name none.
  public var defaultSource: String

  /// Told how many bytes of a file each read brought, packed as they are: what progress is measured by.
  public var onRead: @Sendable (Int) -> Void

  /// Asked when a signal interrupts reading: whether to end there. Half a document is not kept then.
  public var shouldStop: @Sendable () -> Bool = { false }

  /// Creates an importer.
  public init(
    format: ImportFormat = .auto, defaultSource: String = "", onRead: @escaping @Sendable (Int) -> Void = { _ in }
  ) {
    self.format = format
    self.defaultSource = defaultSource
    self.onRead = onRead
  }

  /// What one call of the receiver brings.
  public typealias Item = Result<ImportedBriefing, ImportProblem>

  /// Opens and reads one file.
  ///
  /// - Throws: `ImportProblem` when it cannot be opened or read.
  public func read(_ file: ImportFile, receive: (Item) -> Bool) throws(ImportProblem) {
    // What was an ordinary file when its folder was listed may be a pipe by now: opening it must not wait.
    let descriptor = open(file.path, O_RDONLY | O_CLOEXEC | (file.isFound ? O_NONBLOCK : 0))
    guard descriptor >= 0 else {
      throw ImportProblem(place: file.path, message: "cannot be read: \(String(cString: strerror(errno)))")
    }
    defer { close(descriptor) }
    if file.isFound {
      var status = stat()
      guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
        throw ImportProblem(place: file.path, message: "is not an ordinary file any more")
      }
    }
    try read(descriptor: descriptor, name: file.path, receive: receive)
  }

  /// Reads everything from an open file and hands each article, or what was wrong with it, to `receive`.
  ///
  /// Files packed by gzip or zstd are unpacked, UTF-16 becomes UTF-8.
  /// - Parameters:
  ///   - descriptor: An open file; it is read to its end, not closed.
  ///   - name: What messages call it; its ending chooses the format where that is `.auto`.
  ///   - receive: Called for each article in order; answers whether to go on.
  /// - Throws: `ImportProblem` when reading fails.
  public func read(descriptor: Int32, name: String, receive: (Item) -> Bool) throws(ImportProblem) {
    let stream = transcodedFromUTF16(
      unpacked(ByteStream(descriptor: descriptor, onRead: onRead, shouldStop: shouldStop)))
    let beginning = stream.peek(4096)
    if let kind = foreignKind(beginning) {
      throw ImportProblem(place: name, message: "found \(kind); expected text, HTML, a feed, mail or JSON Lines")
    }
    let format = format == .auto ? ImportFormat.guessed(name: name, beginning: beginning) : format
    var isWanted = true
    func hand(_ item: Item) -> Bool {
      isWanted = receive(item.map(finished).flatMap(withWords))
      return isWanted
    }
    switch format {
    case .jsonl: readLines(stream, name: name, receive: hand)
    case .mail: readMail(stream, name: name, receive: hand)
    case .auto, .text, .markdown, .html, .feed:
      let limit = format == .html ? Self.pageLimit : Self.articleLimit
      guard let bytes = stream.rest(limit: limit) else {
        _ = hand(.failure(Self.tooLong(name, limit)))
        return
      }
      // Half a document would be kept as if it were the whole.
      if stream.trouble.message == nil { readDocument(bytes, format: format, name: name, receive: hand) }
    }
    if isWanted, let failure = stream.trouble.message {
      throw ImportProblem(place: name, message: "reading stopped: \(failure)")
    }
  }

  private func readDocument(_ bytes: [UInt8], format: ImportFormat, name: String, receive: (Item) -> Bool) {
    if format == .feed { return readFeed(bytes, name: name, receive: receive) }
    let declared = format == .html ? declaredEncoding(inMarkup: bytes) : nil
    let decoded = decodedText(bytes, declared: declared)
    var item: Item
    switch format {
    case .html: item = briefing(fromHTML: decoded.text, name: name, defaultSource: defaultSource)
    case .markdown:
      item = briefing(fromMarkdown: withUnixLineEnds(decoded.text), name: name, defaultSource: defaultSource)
    default: item = briefing(fromPlainText: withUnixLineEnds(decoded.text), name: name, defaultSource: defaultSource)
    }
    if let note = decoded.note, case .success(var imported) = item {
      imported.problems.append(ImportProblem(place: name, message: note, consequence: .imported))
      item = .success(imported)
    }
    _ = receive(item)
  }

  private func readLines(_ stream: ByteStream, name: String, receive: (Item) -> Bool) {
    var reader = LineReader(stream, limit: Self.articleLimit)
    var number = 0
    while let line = reader.nextLine() {
      number += 1
      let place = "\(name):\(number)"
      if line.isTooLong {
        guard receive(.failure(Self.tooLong(place, Self.articleLimit))) else { return }
        continue
      }
      let bytes = line.bytes.trimmingASCIIBlanks()
      if bytes.isEmpty { continue }
      guard receive(briefing(fromJSON: bytes, place: place, defaultSource: defaultSource)) else { return }
    }
  }

  static func tooLong(_ place: String, _ limit: Int) -> ImportProblem {
    ImportProblem(
      place: place, message: "found an article of more than \(limit >> 20) MiB; expected one article: split it")
  }
}

/// What a file is that is none of ours, for people; `nil` where it may be text.
private func foreignKind(_ beginning: ArraySlice<UInt8>) -> String? {
  let bytes = Array(beginning)
  let signatures: [([UInt8], String)] = [
    (Array("%PDF-".utf8), "a PDF"), ([0x50, 0x4B, 0x03, 0x04], "a zip archive or an office document"),
    ([0x89, 0x50, 0x4E, 0x47], "a picture"), ([0xFF, 0xD8, 0xFF], "a picture"), (Array("GIF8".utf8), "a picture"),
    (Array("SQLite format 3".utf8), "an SQLite database"), (Array("BZh9".utf8), "a file packed by bzip2"),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "a file packed by xz"), ([0x7F, 0x45, 0x4C, 0x46], "a program"),
  ]
  if let found = signatures.first(where: { bytes.starts(with: $0.0) }) { return found.1 }
  if bytes.count > 262, bytes[257..<262].elementsEqual("ustar".utf8) { return "a tar archive (unpack it first)" }
  let zeros = bytes.count { $0 == 0 }
  return zeros > 8 && zeros * 20 > bytes.count ? "binary data" : nil
}

/// `text` with line feeds at its line ends.
func withUnixLineEnds(_ text: String) -> String {
  guard text.utf8.contains(0x0D) else { return text }
  var kept: [UInt8] = []
  kept.reserveCapacity(text.utf8.count)
  var wasReturn = false
  for byte in text.utf8 {
    if byte == 0x0D {
      kept.append(0x0A)
    } else if byte != 0x0A || !wasReturn {
      kept.append(byte)
    }
    wasReturn = byte == 0x0D
  }
  return String(decoding: kept, as: UTF8.self)
}
