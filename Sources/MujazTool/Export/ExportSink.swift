/// Where exported rows go.
protocol ExportSink {
  /// Writes what the formats of export made of text.
  func raw(_ text: String) throws
  /// Writes one line of JSON.
  func json(_ value: JSONValue) throws
}

/// Standard output.
struct OutputSink: ExportSink {
  func raw(_ text: String) { Output.raw(text) }
  func json(_ value: JSONValue) { Output.json(value) }
}

/// A file that is not there yet.
struct FileSink: ExportSink {
  let file: NewFile

  func raw(_ text: String) throws { try file.write(text) }

  func json(_ value: JSONValue) throws {
    var line: [UInt8] = []
    value.write(to: &line)
    line.append(0x0A)
    try file.write(line)
  }
}
