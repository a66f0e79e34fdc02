import Glibc
import Reader

/// What the reader keeps from one session to the next in files, for nobody else to read: how lists are shown, and the
/// queries that were asked, one a line, the latest last.
struct KeptState {
  /// The folder; `nil` where there is no place for one, and nothing is kept.
  let folder: String?

  private var path: String? { folder.map { $0 + "/queries" } }
  private var viewPath: String? { folder.map { $0 + "/view" } }

  /// How lists were shown last, as `KeptView` writes it.
  func view() -> String {
    viewPath.flatMap { contents(ofFile: $0) }.map { String(decoding: $0, as: UTF8.self) } ?? ""
  }

  /// Keeps how lists are shown; where it cannot be kept, the next session begins as the first one did.
  func keep(view text: String) {
    guard let viewPath else { return }
    makeFolders(above: viewPath)
    // Nothing to keep is no file; what cannot be written is no harm.
    if text.isEmpty { unlink(viewPath) } else { try? writeFile(text, to: viewPath, replacing: true, mode: 0o600) }
  }

  /// The queries, the latest first, each once.
  func queries() -> [String] {
    guard let bytes = path.flatMap({ contents(ofFile: $0) }) else { return [] }
    var seen: Set<String> = []
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").reversed().map(String.init)
    let queries = lines.filter { seen.insert($0).inserted }.prefix(Model.queryLimit)
    // What came twice or is too old goes, now and then.
    if lines.count > 2 * Model.queryLimit { write(queries.reversed(), O_TRUNC) }
    return Array(queries)
  }

  /// Adds a query; where it cannot be kept it is only not there the next time.
  func add(_ query: String) { write([query], O_APPEND) }

  private func write(_ queries: some Sequence<String>, _ mode: Int32) {
    guard let path else { return }
    makeFolders(above: path)
    let descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC | mode, 0o600)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    let lines = queries.map { $0.filter { !$0.isNewline } + "\n" }.joined()
    let bytes = Array(lines.utf8)
    _ = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
  }
}
