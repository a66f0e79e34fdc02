import Foundation
import Glibc
import Testing

@testable import Importing

@Suite("files and folders")
struct FileTests {
  /// A folder that goes away.
  private final class Folder {
    let url = FileManager.default.temporaryDirectory.appending(path: "mujaz-files-\(UUID().uuidString)")

    init() throws { try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true) }

    deinit {
      try? FileManager.default.removeItem(at: url)  // what is left in the temporary folder harms nobody
    }

    var path: String { url.path(percentEncoded: false) }

    func write(_ name: String, _ contents: some Sequence<UInt8>) throws -> String {
      let file = url.appending(path: name)
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(contents).write(to: file)
      return file.path(percentEncoded: false)
    }

    func names(followsLinks: Bool = false) throws -> [String] {
      try Importer.files(at: path, followsLinks: followsLinks).files.map { String($0.path.dropFirst(path.count + 1)) }
    }
  }

  @Test("a folder brings what looks like articles, sorted, at any depth")
  func walks() throws {
    let folder = try Folder()
    for name in [
      "b.txt", "a/deep/x.html.gz", "a/y.jsonl.zst", "c.JPG", ".hidden.txt", ".git/z.txt", "mail/cur/17.M1:2,S", "n",
    ] {
      _ = try folder.write(name, "x".utf8)
    }
    #expect(try folder.names() == ["a/deep/x.html.gz", "a/y.jsonl.zst", "b.txt", "mail/cur/17.M1:2,S"])
  }

  @Test("links, pipes and devices in folders are passed over and named; circles of links end")
  func passesOver() throws {
    let folder = try Folder()
    let outside = try Folder()
    _ = try folder.write("a.txt", "x".utf8)
    _ = try outside.write("secret.txt", "x".utf8)
    #expect(symlink(outside.path, folder.path + "/out") == 0)
    #expect(symlink(folder.path, folder.path + "/circle") == 0)
    #expect(symlink("/nonexistent", folder.path + "/nothing") == 0)
    #expect(mkfifo(folder.path + "/pipe.txt", 0o600) == 0)
    let listing = try Importer.files(at: folder.path)
    #expect(listing.files.map(\.path) == [folder.path + "/a.txt"])
    #expect(listing.notes.count == 4)
    #expect(listing.notes.allSatisfy { $0.consequence == .passedOver })
    #expect(try folder.names(followsLinks: true) == ["a.txt", "out/secret.txt"])
  }

  @Test("a file that has become a pipe since it was listed does not stop the import")
  func swapped() throws {
    let folder = try Folder()
    let path = try folder.write("a.txt", "x".utf8)
    let file = try #require(try Importer.files(at: folder.path).files.first)
    unlink(path)
    #expect(mkfifo(path, 0o600) == 0)
    #expect(throws: ImportProblem.self) { try Importer().read(file) { _ in true } }
  }

  private func run(_ program: String, _ input: [UInt8], _ arguments: [String] = ["-c"]) throws -> [UInt8] {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [program] + arguments
    let (given, taken) = (Pipe(), Pipe())
    (process.standardInput, process.standardOutput) = (given, taken)
    try process.run()
    let writer = Thread { [handle = given.fileHandleForWriting] in
      try? handle.write(contentsOf: Data(input))  // a program that goes away early fails the test by its output
      try? handle.close()
    }
    writer.start()
    let bytes = Array(taken.fileHandleForReading.readDataToEndOfFile())
    process.waitUntilExit()
    return bytes
  }

  static let lines = (0..<2000).map {
    #"{"id":"\#($0)","title":"عنوان \#($0)","text":"نص \#($0) \#($0 * 7919)"}"# + "\n"
  }

  @Test("packed files are unpacked by what they are, several in a row and in one another too")
  func unpacks() throws {
    let plain = Array(Self.lines.joined().utf8)
    let half = Array(Self.lines[..<1000].joined().utf8)
    let rest = Array(Self.lines[1000...].joined().utf8)
    let packed = try run("gzip", plain)
    #expect(packed.count < plain.count)
    for bytes in [
      packed, try run("gzip", half) + run("gzip", rest), try run("gzip", packed), packed + [0, 0, 0, 0, 0],
    ] {
      #expect(try imported(bytes, name: "a.jsonl.gz").count == 2000)
      #expect(try imported(bytes, name: "standard input").count == 2000)
    }
  }

  @Test("zstd, where its program is installed", .enabled(if: access("/usr/bin/zstd", X_OK) == 0))
  func unpacksZstandard() throws {
    let half = Array(Self.lines[..<1000].joined().utf8)
    let rest = Array(Self.lines[1000...].joined().utf8)
    let packed = try run("zstd", half) + run("zstd", rest)
    #expect(try imported(packed, name: "a.jsonl.zst").count == 2000)
    #expect(try imported(run("gzip", packed), name: "-").count == 2000)
  }

  @Test("zstd packed by hand: a frame of one raw block")
  func rawFrame() throws {
    // Magic, one segment with a size of one byte, a last raw block of 5 bytes (RFC 8878).
    let frame: [UInt8] = [0x28, 0xB5, 0x2F, 0xFD, 0x20, 5, 0x29, 0, 0] + Array("T\nabc".utf8)
    #expect(try imported(frame + frame, name: "a.txt.zst")[0].get().briefing.text == "abcT\nabc")
  }

  @Test("a packed file that ends early says so; what was whole before is kept")
  func truncated() throws {
    let packed = try run("gzip", Array(Self.lines.joined().utf8))
    var count = 0
    let error = #expect(throws: ImportProblem.self) {
      try importedUpTo(Array(packed.prefix(packed.count / 2)), name: "a.jsonl.gz") { count += $0.isWhole ? 1 : 0 }
    }
    #expect(count > 100)
    #expect(error?.message.contains("middle of packed data") == true)
    #expect(throws: ImportProblem.self) { try imported(packed.prefix(packed.count / 2), name: "a.txt.gz") }
    var damaged = packed
    for index in 2000..<2100 { damaged[index] ^= 0x55 }
    #expect(throws: ImportProblem.self) { try imported(damaged, name: "a.jsonl.gz") }
  }

  @Test("a bomb is given up")
  func bomb() throws {
    // 400 MiB of blanks in lines, packed twice: a few hundred bytes.
    let blanks = [UInt8](repeating: 0x20, count: 4 << 20)
    let once = try run("gzip", blanks, ["-9c"])
    let twice = try run("gzip", Array(repeating: once, count: 100).flatMap { $0 }, ["-9c"])
    #expect(twice.count < 100_000)
    let error = #expect(throws: ImportProblem.self) { try imported(twice, name: "a.jsonl.gz") }
    #expect(error?.message.contains("250 times") == true)
  }

  /// Like `imported`, for what throws in the end: `see` gets each item before.
  private func importedUpTo(_ bytes: [UInt8], name: String, see: (Importer.Item) -> Void) throws {
    let folder = try Folder()
    let path = try folder.write(name, bytes)
    try Importer().read(ImportFile(path: path)) {
      see($0)
      return true
    }
  }
}

extension Importer.Item {
  /// Whether it is an article.
  fileprivate var isWhole: Bool {
    if case .success = self { return true }
    return false
  }
}
