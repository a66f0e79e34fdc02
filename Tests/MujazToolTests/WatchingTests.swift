import Foundation
import Testing

/// What happens to an archive while its reader is open.
struct WatchingTests {
  @Test("What another program imports appears in the list of an open reader")
  func showsWhatComes() throws {
    let program = try Program()
    let older = #"{"id": "older", "title": "Older article", "date": "2024-05-01", "text": "One."}"# + "\n"
    let newer = #"{"id": "newer", "title": "Newer article", "date": "2024-05-02", "text": "Two."}"# + "\n"
    #expect(try program.run("import", try program.file("older.jsonl", older)).status == 0)
    let file = try program.file("newer.jsonl", newer)
    func imports(_ screen: String) -> Bool {
      screen.contains("Older article") && (try? program.run("import", file).status) == 0
    }
    let (sent, status) = try program.onTerminal(
      [], steps: [(imports, ""), ({ $0.contains("Newer article") }, "Q")])
    #expect(status == 0)
    #expect(String(decoding: sent, as: UTF8.self).contains("Newer article"))
  }
}
