import Glibc

/// The bytes of a file, or `nil` if it cannot be read.
public func contents(ofFile path: String) -> [UInt8]? {
  let file = open(path, O_RDONLY)
  guard file >= 0 else { return nil }
  defer { close(file) }
  var bytes: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = read(file, &buffer, buffer.count)
    if count < 0 { return nil }
    if count == 0 { return bytes }
    bytes += buffer[0..<count]
  }
}

/// The paths of a folder's files whose names have an ending, sorted.
public func files(in folder: String, ending: String) -> [String] {
  guard let handle = opendir(folder) else { return [] }
  defer { closedir(handle) }
  var found: [String] = []
  while let entry = readdir(handle) {
    let name = withUnsafePointer(to: &entry.pointee.d_name) {
      $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
    }
    if name.hasSuffix(ending) { found.append(folder + "/" + name) }
  }
  return found.sorted()
}

/// Writes to standard output at once, so that what is long in coming is seen as it comes.
public func writeOut(_ text: String) { write(text, to: STDOUT_FILENO) }

/// Writes to standard error.
public func writeError(_ text: String) { write(text, to: STDERR_FILENO) }

private func write(_ text: String, to file: Int32) {
  var text = text
  text.withUTF8 { bytes in
    var done = 0
    while done < bytes.count {
      let count = Glibc.write(file, bytes.baseAddress.map { $0 + done }, bytes.count - done)
      if count <= 0 { return }
      done += count
    }
  }
}

/// The project's folder, found from where this file stood when it was compiled.
public let projectFolder: String = {
  var parts = #filePath.split(separator: "/")
  parts.removeLast(5)
  return "/" + parts.joined(separator: "/")
}()
