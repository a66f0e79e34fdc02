/// Writes settings into the text of a configuration file and leaves all else in it, comments too, as it is.
enum ConfigurationEditing {
  /// The text with other values for some settings.
  ///
  /// - Parameters:
  ///   - text: The file, TOML without faults; empty where there is none.
  ///   - settings: Names and values, the values as TOML writes them.
  /// - Returns: `nil` where the file is written in a way that is not understood here: then nothing may be written.
  static func text(_ text: String, setting settings: [(name: String, value: String)]) -> String? {
    let before = Configuration(contents: Array(text.utf8), file: "")
    guard before.problems.isEmpty else { return nil }
    // By bytes: to Swift, CR and LF are one letter. A last line without an end of line gets one.
    var lines: [String] = []
    if !text.isEmpty {
      lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map { String(Substring($0)) }
    }
    if lines.last == "" { lines.removeLast() }
    let ending = lines.first?.hasSuffix("\r") == true ? "\r" : ""
    for (name, value) in settings {
      // Settings stand before the first table.
      let end = lines.firstIndex { $0.drop { $0 == " " || $0 == "\t" }.hasPrefix("[") } ?? lines.count
      if let index = lines[..<end].firstIndex(where: { Self.name(of: $0) == name }) {
        lines[index] = line(lines[index], with: value)
      } else {
        // Comments right above a table belong to it, blank lines before them keep it apart.
        var at = end
        if end < lines.count { while at > 0, lines[at - 1].hasPrefix("#") { at -= 1 } }
        while at > 0, lines[at - 1].allSatisfy({ $0 == " " || $0 == "\t" || $0 == "\r" }) { at -= 1 }
        lines.insert("\(name) = \(value)\(ending)", at: at)
      }
    }
    let edited = lines.joined(separator: "\n") + "\n"
    // What was meant must be what is read now, and all else what it was.
    let read = Configuration(contents: Array(edited.utf8), file: "")
    let isRight = Setting.all.allSatisfy { setting in
      setting.value(read) == settings.last { $0.name == setting.name }?.value ?? setting.value(before)
    }
    return read.problems.isEmpty && isRight && read.keymap == before.keymap ? edited : nil
  }

  /// The name that a line gives a value to.
  private static func name(of line: String) -> String? {
    let bare = line.drop { $0 == " " || $0 == "\t" }
    guard !bare.hasPrefix("#"), let equals = bare.firstIndex(of: "=") else { return nil }
    return bare[..<equals].filter { !" \t\"'".contains($0) }
  }

  /// A line with another value, its comment kept.
  private static func line(_ line: String, with value: String) -> String {
    guard let equals = line.firstIndex(of: "=") else { return line }
    var quote: Character?
    var comment = line.endIndex
    for index in line.indices where index > equals {
      let letter = line[index]
      if let open = quote {
        if letter == open { quote = nil }
      } else if letter == "\"" || letter == "'" {
        quote = letter
      } else if letter == "#" {
        comment = index
        break
      }
    }
    let rest = line[comment...]
    return line[...equals] + " \(value)" + (rest.isEmpty ? line.hasSuffix("\r") ? "\r" : "" : "  \(rest)")
  }
}

extension Surroundings {
  /// Writes settings into the user's configuration file; what it was is kept beside it, as `config.toml~`, and an older
  /// copy under a number.
  ///
  /// - Returns: The file, and the copy where there was a file.
  func keep(_ settings: [(name: String, value: String)], _ options: CommonOptions) throws -> (
    path: String, copy: String?
  ) {
    guard let path = configurationPath(options) else {
      throw Failure("found no home folder for a configuration file: set HOME, or name a file with --config")
    }
    let bytes = contents(ofFile: path, atMost: Configuration.mostBytes)
    // Bytes that are no text would be lost.
    let old = bytes.flatMap { String(validating: $0, as: UTF8.self) }
    let lines = settings.map { "\($0.name) = \($0.value)" }.joined(separator: ", ")
    guard bytes == nil || old != nil, let new = ConfigurationEditing.text(old ?? "", setting: settings) else {
      throw Failure("\(path) has faults or is written in an unusual way, and stays as it is; add yourself: \(lines)")
    }
    if new == old { return (path, nil) }
    makeFolders(above: path)
    var copy: String?
    if let old {
      let name = unusedName(path + "~", for: old)
      if contents(ofFile: name) == nil { try writeFile(old, to: name, replacing: false, mode: 0o600) }
      copy = name
    }
    try writeFile(new, to: path, replacing: true, mode: 0o600)
    return (path, copy)
  }

  /// A name that no file has, or one of the same text.
  private func unusedName(_ name: String, for text: String) -> String {
    var candidate = name
    var number = 1
    while let there = contents(ofFile: candidate), there != Array(text.utf8) {
      number += 1
      candidate = name + String(number)
    }
    return candidate
  }
}
