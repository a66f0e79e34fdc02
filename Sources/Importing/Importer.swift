import Briefings
import Glibc

/// Reads files and streams into briefings, one at a time.
///
/// Never fails on content: what cannot be used is reported and the rest goes on. Memory stays within the largest single
/// article, whatever the size of the input.
public struct Importer: Sendable {
  /// The largest single article, in bytes; a longer one is refused with a message.
  public static let articleLimit = 64 << 20

  /// The format of everything that is read, or `.auto`.
  public var format: ImportFormat

  /// The source of articles that name none.
  public var defaultSource: String

  /// Creates an importer.
  public init(format: ImportFormat = .auto, defaultSource: String = "") {
    self.format = format
    self.defaultSource = defaultSource
  }

  /// What one call of the receiver brings.
  public typealias Item = Result<ImportedBriefing, ImportProblem>

  /// The files to read for a path: itself, or for a folder every file below it that looks like an article, sorted.
  ///
  /// Links inside folders are not followed, and names that begin with a dot are passed over.
  /// - Throws: `ImportProblem` when the path does not exist or is neither file nor folder.
  public static func files(at path: String) throws(ImportProblem) -> [String] {
    guard let kind = fileKind(path, followsLinks: true) else {
      throw ImportProblem(place: path, message: "cannot be read: \(String(cString: strerror(errno)))")
    }
    switch kind {
    case S_IFDIR: return filesBelow(path)
    case S_IFREG, S_IFIFO, S_IFCHR: return [path]
    default: throw ImportProblem(place: path, message: "found neither a file nor a folder")
    }
  }

  /// Reads everything from an open file and hands each article, or what was wrong with it, to `receive`.
  ///
  /// - Parameters:
  ///   - descriptor: An open file; it is read to its end, not closed.
  ///   - name: What messages call it; its ending chooses the format where that is `.auto`.
  ///   - receive: Called for each article in order; answers whether to go on.
  /// - Throws: `ImportProblem` when reading fails.
  public func read(descriptor: Int32, name: String, receive: (Item) -> Bool) throws(ImportProblem) {
    var reader = LineReader(descriptor: descriptor, limit: Self.articleLimit)
    let beginning = reader.peek()
    let format = format == .auto ? ImportFormat.guessed(name: name, beginning: beginning) : format
    switch format {
    case .jsonl:
      var number = 0
      while let line = reader.nextLine() {
        number += 1
        let place = "\(name):\(number)"
        if line.isTooLong {
          guard receive(.failure(Self.tooLong(place))) else { return }
          continue
        }
        let bytes = line.bytes.trimmingASCIIBlanks()
        if bytes.isEmpty { continue }
        guard receive(briefing(fromJSON: bytes, place: place, defaultSource: defaultSource)) else { return }
      }
    case .auto, .text, .markdown:
      guard let bytes = reader.rest() else {
        _ = receive(.failure(Self.tooLong(name)))
        return
      }
      let (text, problem) = decoded(bytes, name: name)
      var item =
        format == .markdown
        ? briefing(fromMarkdown: text, name: name, defaultSource: defaultSource)
        : briefing(fromPlainText: text, name: name, defaultSource: defaultSource)
      if let problem, case .success(var imported) = item {
        imported.problems.append(problem)
        item = .success(imported)
      }
      _ = receive(item)
    }
    if let failure = reader.failure { throw ImportProblem(place: name, message: "reading stopped: \(failure)") }
  }

  /// Opens and reads one file.
  ///
  /// - Throws: `ImportProblem` when it cannot be opened or read.
  public func read(file path: String, receive: (Item) -> Bool) throws(ImportProblem) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw ImportProblem(place: path, message: "cannot be read: \(String(cString: strerror(errno)))")
    }
    defer { close(descriptor) }
    try read(descriptor: descriptor, name: path, receive: receive)
  }

  private static func tooLong(_ place: String) -> ImportProblem {
    ImportProblem(
      place: place, message: "found an article of more than \(articleLimit >> 20) MiB; expected one article: split it")
  }
}

/// `bytes` as text: a byte order mark is dropped, line ends become line feeds, and what is not UTF-8 becomes U+FFFD,
/// which is reported.
private func decoded(_ bytes: [UInt8], name: String) -> (String, ImportProblem?) {
  var bytes = bytes[...]
  if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
  var kept: [UInt8] = []
  kept.reserveCapacity(bytes.count)
  for (index, byte) in zip(bytes.indices, bytes) {
    if byte == 0x0D {
      if index + 1 < bytes.endIndex, bytes[index + 1] == 0x0A { continue }
      kept.append(0x0A)
    } else {
      kept.append(byte)
    }
  }
  if let text = String(validating: kept, as: UTF8.self) { return (text, nil) }
  let problem = ImportProblem(
    place: name, message: "found bytes that are not UTF-8, shown as \u{FFFD}; convert the file with iconv",
    consequence: .imported)
  return (String(decoding: kept, as: UTF8.self), problem)
}

private func fileKind(_ path: String, followsLinks: Bool) -> mode_t? {
  var status = stat()
  let result = followsLinks ? stat(path, &status) : lstat(path, &status)
  return result == 0 ? status.st_mode & S_IFMT : nil
}

private func filesBelow(_ folder: String) -> [String] {
  guard let stream = opendir(folder) else { return [] }
  defer { closedir(stream) }
  var names: [String] = []
  while let entry = readdir(stream) {
    let name = withUnsafePointer(to: &entry.pointee.d_name) {
      $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
    }
    if !name.hasPrefix(".") { names.append(name) }
  }
  let endings = [".txt", ".text", ".md", ".markdown", ".jsonl", ".ndjson", ".json"]
  var files: [String] = []
  for name in names.sorted() {
    let path = folder.hasSuffix("/") ? folder + name : folder + "/" + name
    switch fileKind(path, followsLinks: false) {
    case S_IFDIR: files += filesBelow(path)
    case S_IFREG where endings.contains(where: { name.lowercased().hasSuffix($0) }): files.append(path)
    default: continue
    }
  }
  return files
}
