import DevTables
import Glibc

/// The package's Swift files.
struct SourceFiles {
  /// One file.
  struct File {
    /// From the package's folder on.
    let path: String
    /// The target: the folder below `Sources` or `Tests`.
    let target: String

    var isGenerated: Bool { path.contains("/Generated/") }
  }

  /// All files, in the order of their paths.
  let files: [File]

  /// Finds the files below `Sources` and `Tests`.
  init() {
    var files: [File] = []
    for root in ["Sources", "Tests"] {
      for target in Self.names(in: root) {
        Self.collect(root + "/" + target, target: target, into: &files)
      }
    }
    self.files = files.sorted { $0.path < $1.path }
  }

  private static func collect(_ folder: String, target: String, into files: inout [File]) {
    var folders = [folder]
    while let folder = folders.popLast() {
      for name in names(in: folder) {
        let path = folder + "/" + name
        if name.hasSuffix(".swift") {
          files.append(File(path: path, target: target))
        } else if !name.contains(".") {
          folders.append(path)
        }
      }
    }
  }

  /// The names in a folder; none for what is no folder.
  private static func names(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }
}
