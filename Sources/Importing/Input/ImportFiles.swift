import Glibc

/// One file to be imported.
public struct ImportFile: Hashable, Sendable {
  /// Where it is.
  public let path: String
  /// Its size in bytes; 0 where it has none, as a pipe.
  public let size: Int
  /// Whether it was found in a folder: then it must be an ordinary file when it is opened, too.
  let isFound: Bool

  init(path: String, size: Int, isFound: Bool) {
    self.path = path
    self.size = size
    self.isFound = isFound
  }

  /// A file that a user named, or what stands for one.
  public init(path: String) { self.init(path: path, size: 0, isFound: false) }
}

/// The files that a path stands for, and what was passed over.
public struct ImportListing: Sendable {
  /// The files, sorted by path.
  public internal(set) var files: [ImportFile] = []
  /// What was passed over in folders, and why.
  public internal(set) var notes: [ImportProblem] = []
  /// Folders that were entered, so that none is entered twice.
  fileprivate var entered: Set<FileIdentity> = []
}

private struct FileIdentity: Hashable {
  let device: dev_t
  let number: ino_t
}

extension Importer {
  /// The files to read for a path: itself, or for a folder every file below it that looks like an article, sorted.
  ///
  /// Names that begin with a dot are passed over. Links inside folders are followed only with `followsLinks`; a folder is
  /// entered once, so that links in a circle end. Pipes and devices are read only where they are named themselves.
  /// - Throws: `ImportProblem` when the path does not exist or is neither file nor folder.
  public static func files(at path: String, followsLinks: Bool = false) throws(ImportProblem) -> ImportListing {
    var listing = ImportListing()
    guard let status = fileStatus(path, followsLinks: true) else {
      throw ImportProblem(place: path, message: "cannot be read: \(String(cString: strerror(errno)))")
    }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: listing.add(folder: path, status, followsLinks: followsLinks)
    case S_IFREG: listing.files = [ImportFile(path: path, size: Int(status.st_size), isFound: false)]
    case S_IFIFO, S_IFCHR: listing.files = [ImportFile(path: path, size: 0, isFound: false)]
    default: throw ImportProblem(place: path, message: "found neither a file nor a folder")
    }
    return listing
  }
}

extension ImportListing {
  fileprivate mutating func add(folder top: String, _ status: stat, followsLinks: Bool) {
    var waiting = [(top, status)]
    while let (folder, status) = waiting.popLast() {
      guard entered.insert(FileIdentity(device: status.st_dev, number: status.st_ino)).inserted else { continue }
      guard let names = names(in: folder) else {
        notes.append(
          ImportProblem(place: folder, message: "cannot be read: \(String(cString: strerror(errno)))"))
        continue
      }
      // In a maildir each file of these is a message, whatever its name.
      let isMaildir = ["/cur", "/new"].contains { folder.hasSuffix($0) }
      for name in names where !name.hasPrefix(".") {
        let path = folder.hasSuffix("/") ? folder + name : folder + "/" + name
        guard var status = fileStatus(path, followsLinks: false) else { continue }
        if status.st_mode & S_IFMT == S_IFLNK {
          guard followsLinks else {
            note(path, "left out: a symbolic link; --follow follows links")
            continue
          }
          guard let target = fileStatus(path, followsLinks: true) else {
            note(path, "left out: a symbolic link to nothing")
            continue
          }
          status = target
        }
        switch status.st_mode & S_IFMT {
        case S_IFDIR: waiting.append((path, status))
        case S_IFREG:
          guard isMaildir || ImportFormat.hasKnownEnding(name) else { continue }
          files.append(ImportFile(path: path, size: Int(status.st_size), isFound: true))
        case S_IFIFO: note(path, "left out: a pipe")
        case S_IFSOCK: note(path, "left out: a socket")
        default: note(path, "left out: a device")
        }
      }
    }
    files.sort { $0.path < $1.path }
  }

  private mutating func note(_ path: String, _ message: String) {
    notes.append(ImportProblem(place: path, message: message, consequence: .passedOver))
  }
}

private func fileStatus(_ path: String, followsLinks: Bool) -> stat? {
  var status = stat()
  return (followsLinks ? stat(path, &status) : lstat(path, &status)) == 0 ? status : nil
}

private func names(in folder: String) -> [String]? {
  guard let stream = opendir(folder) else { return nil }
  defer { closedir(stream) }
  var names: [String] = []
  while let entry = readdir(stream) {
    names.append(
      withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      })
  }
  return names
}
