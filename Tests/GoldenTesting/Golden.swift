import Cells
import Glibc

/// What became of a comparison with a golden file.
public enum GoldenOutcome: Hashable, Sendable {
  /// The file holds exactly this.
  case equal
  /// The test has to fail, with these words.
  case failure(String)

  /// Why the test has to fail, or `nil`.
  public var problem: String? {
    switch self {
    case .equal: nil
    case .failure(let words): words
    }
  }
}

/// Compares a frame with a `.screen` file.
///
/// - Parameters:
///   - frame: What the code under test shows.
///   - path: The file; made, with its folder, when recording.
///   - isRecording: Whether the file is to be written instead. That is a failure too, so that nobody takes what was
///     just recorded for a passed test.
public func compare(
  _ frame: Frame, withGolden path: String, legend: StyleLegend = StyleLegend(), isRecording: Bool
) -> GoldenOutcome {
  let found = ScreenFile(frame, legend: legend)
  return golden(found.text, path, isRecording) { old in
    difference(expected: ScreenFile(text: old), found: found)
  }
}

/// Compares a text with a golden file, line by line; otherwise as for frames.
public func compare(text: String, withGolden path: String, isRecording: Bool) -> GoldenOutcome {
  golden(text, path, isRecording) { old in
    difference(expected: ScreenFile(text: old), found: ScreenFile(text: text))
  }
}

private func golden(
  _ text: String, _ path: String, _ isRecording: Bool, difference: (String) -> String?
) -> GoldenOutcome {
  let old = contents(of: path)
  if old == text { return .equal }
  if isRecording {
    guard write(text, to: path) else { return .failure("\(path): cannot be written (errno \(errno))") }
    return .failure("\(path): recorded. Look at it, then run the tests again without recording.")
  }
  guard let old else {
    return .failure("\(path): there is no such golden file. Record it, look at it, and commit it.")
  }
  return .failure("\(path) differs\n" + (difference(old) ?? "only in bytes that are not shown"))
}

private func contents(of path: String) -> String? {
  guard let file = fopen(path, "r") else { return nil }
  defer { fclose(file) }
  var bytes: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 65_536)
  while true {
    let count = fread(&buffer, 1, buffer.count, file)
    guard count > 0 else { break }
    bytes += buffer[..<count]
  }
  return String(decoding: bytes, as: UTF8.self)
}

private func write(_ text: String, to path: String) -> Bool {
  var folder = ""
  for part in path.split(separator: "/").dropLast() {
    folder += "/" + part
    // Fails for the folders that exist already, which is all but the last ones.
    mkdir(folder, 0o755)
  }
  guard let file = fopen(path, "w") else { return false }
  defer { fclose(file) }
  let bytes = Array(text.utf8)
  return fwrite(bytes, 1, bytes.count, file) == bytes.count
}
