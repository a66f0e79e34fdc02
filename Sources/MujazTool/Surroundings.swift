import Analysis
import Glibc
import Store
import StoreSQLite

/// Where the program finds its files: the only place that reads the environment.
struct Surroundings {
  /// The environment.
  let environment: [String: String]

  /// Reads the environment of the process.
  init() {
    var found: [String: String] = [:]
    var entry = environ
    while let text = entry.pointee {
      let pair = String(cString: text)
      if let equals = pair.firstIndex(of: "=") {
        found[String(pair[..<equals])] = String(pair[pair.index(after: equals)...])
      }
      entry += 1
    }
    environment = found
  }

  /// The archive's path: the option, else `MUJAZ_ARCHIVE`, else the XDG place.
  func archivePath(_ option: String?) throws -> String {
    if let option { return option }
    if let path = environment["MUJAZ_ARCHIVE"], !path.isEmpty { return path }
    return try folder("XDG_DATA_HOME", ".local/share") + "/mujaz/archive.sqlite"
  }

  /// The user's configuration folder.
  func configurationFolder() throws -> String { try folder("XDG_CONFIG_HOME", ".config") + "/mujaz" }

  /// The user's folder for what the program remembers.
  func stateFolder() throws -> String { try folder("XDG_STATE_HOME", ".local/state") + "/mujaz" }

  /// An XDG base folder: the variable where it is an absolute path, else `fallback` in the home folder.
  private func folder(_ variable: String, _ fallback: String) throws -> String {
    if let path = environment[variable], path.hasPrefix("/") { return path }
    guard let home = environment["HOME"], home.hasPrefix("/") else {
      throw Failure("found no home folder: set HOME or \(variable), or name the archive with --archive")
    }
    return home + "/" + fallback
  }

  /// The folder of the program's own data (`lexicon/`, `briefings/`): `MUJAZ_DATA`, else beside the program: `../share/mujaz`
  /// of an installation or `data` of a checkout.
  func dataFolder() -> String? {
    if let path = environment["MUJAZ_DATA"], !path.isEmpty { return path }
    var buffer = [UInt8](repeating: 0, count: 4096)
    let length = buffer.withUnsafeMutableBytes { bytes in
      bytes.baseAddress.map { readlink("/proc/self/exe", $0, bytes.count) } ?? -1
    }
    guard length > 0 else { return nil }
    var folder = String(decoding: buffer[..<length], as: UTF8.self)
    while let slash = folder.lastIndex(of: "/") {
      folder = String(folder[..<slash])
      for candidate in [folder + "/share/mujaz", folder + "/data"] where access(candidate + "/lexicon", R_OK) == 0 {
        return candidate
      }
    }
    return nil
  }

  /// The archive's path, with the folders that are missing above it made.
  func archivePath(_ option: String?, makingFolders: Bool) throws -> String {
    let path = try archivePath(option)
    if makingFolders { makeFolders(above: path) }
    return path
  }

  /// Opens the archive; folders that are missing are made.
  func openStore(_ options: CommonOptions) throws -> SQLiteStore {
    try openStore(path: archivePath(options.archive))
  }

  /// Opens the archive at a path; one that cannot be written to, for reading, which is said.
  func openStore(path: String, cache: SQLiteStore.Cache = .large) throws -> SQLiteStore {
    makeFolders(above: path)
    let isReadOnly = access(path, F_OK) == 0 && !(isWritable(path) && isWritable(folder(of: path)))
    do throws(StoreError) {
      let store = try SQLiteStore(path: path, readOnly: isReadOnly, cache: cache) { seconds in
        Messages.progress("bringing the archive up to date: \(Int(seconds)) s; stopping loses nothing")
      }
      Messages.endProgress()
      if isReadOnly {
        Messages.write("mujaz: \(path) or its folder is read-only: it can be read, and nothing can be changed in it")
      }
      return store
    } catch {
      throw Failure(error.description)
    }
  }

  private func isWritable(_ path: String) -> Bool { access(path, W_OK) == 0 }

  private func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The lexicon and the model of names: the program's own files and the user's, with what was wrong in them said on
  /// standard error.
  func lexicon() -> Lexicon {
    var folders: [String] = []
    if let data = dataFolder() {
      folders.append(data + "/lexicon")
      folders.append(data + "/model")
    } else {
      Messages.write(
        "mujaz: found no data folder beside the program; names come from your own lexicon only. Set MUJAZ_DATA.")
    }
    if let own = try? configurationFolder() { folders.append(own + "/lexicon") }  // no home folder: no own lexicon
    var files: [(name: String, contents: [UInt8])] = []
    for folder in folders {
      for name in names(in: folder) where name.hasSuffix(".tsv") || name.hasSuffix(".model") {
        if let contents = contents(ofFile: folder + "/" + name) { files.append((folder + "/" + name, contents)) }
      }
    }
    let lexicon = Lexicon(files: files)
    for problem in lexicon.problems { Messages.write("mujaz: \(problem)") }
    return lexicon
  }

  /// The words that stand for one thing; none where the table is missing. What is wrong in it is said where the whole
  /// lexicon is read.
  func topicWords() -> TopicWords {
    let own = try? configurationFolder()  // no home folder: no own lexicon
    return TopicWords(
      [dataFolder(), own].compactMap { $0 }.compactMap { folder in
        let path = folder + "/lexicon/topics.tsv"
        return contents(ofFile: path).flatMap { try? LexiconFile(name: path, contents: $0) }
      })
  }
}

/// The names in a folder, sorted; empty where there is none.
func names(in folder: String) -> [String] {
  guard let stream = opendir(folder) else { return [] }
  defer { closedir(stream) }
  var found: [String] = []
  while let entry = readdir(stream) {
    found.append(
      withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      })
  }
  return found.filter { $0 != "." && $0 != ".." }.sorted()
}

/// The bytes of a file, not many more than `most` of them, or `nil` where it cannot be read.
func contents(ofFile path: String, atMost most: Int = .max) -> [UInt8]? {
  let descriptor = open(path, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else { return nil }
  defer { close(descriptor) }
  return contents(ofDescriptor: descriptor, atMost: most)
}

/// Everything that can be read from an open file, not many more bytes than `most`, or `nil` where reading fails.
func contents(ofDescriptor descriptor: Int32, atMost most: Int = .max) -> [UInt8]? {
  var bytes: [UInt8] = []
  var chunk = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = chunk.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
    if count < 0 && errno == EINTR { continue }
    guard count > 0 else { return count == 0 ? bytes : nil }
    bytes.append(contentsOf: chunk[..<count])
    if bytes.count > most { return bytes }
  }
}

/// Makes the folders in which a file is to stand, for nobody else to read. Where that fails, opening the file says why.
func makeFolders(above path: String) {
  for (index, character) in zip(path.indices, path) where character == "/" && index != path.startIndex {
    mkdir(String(path[..<index]), 0o700)
  }
}

/// Turns a store's error into words for the user.
func attempt<Value>(_ work: () throws(StoreError) -> Value) throws -> Value {
  do throws(StoreError) {
    return try work()
  } catch {
    throw Failure(error.description)
  }
}
