import Foundation
import Testing

@Suite("articles as long as books, on the command line")
struct LongArticleTests {
  private func program(_ text: String) throws -> Program {
    let program = try Program()
    let row = try JSONSerialization.data(withJSONObject: ["id": "a", "title": "عنوان", "language": "ar", "text": text])
    let path = try program.file("article.jsonl", String(decoding: row, as: UTF8.self) + "\n")
    #expect(try program.run("import", path).status == 0)
    return program
  }

  @Test("every word of a paragraph of more than a mebibyte is shown once, in its order")
  func longParagraph() throws {
    let words = (1...120_000).map { "word\($0)" }
    let lines = try program(words.joined(separator: " ")).run("show", "a", "--width", "60").lines
    #expect(lines.dropFirst().allSatisfy { $0.utf8.count <= 60 })
    #expect(lines.flatMap { $0.split(separator: " ") }.filter { $0.hasPrefix("word") }.map(String.init) == words)
  }

  @Test("what is related to each statement is the same for one as for all of an article")
  func repeatedStatements() throws {
    let program = try program(
      Array(
        repeating: "قال وزير الخارجية سامي النجار إن المفاوضات مع الاتحاد الأوروبي ستستأنف الأسبوع المقبل في جنيف.",
        count: 150
      ).joined(separator: "\n\n"))
    let all = try program.run("related", "a", "--format", "jsonl").lines
    let ids = try program.run("related", "a", "--format", "jsonl").rows().compactMap { $0["id"] as? String }
    #expect(ids.count >= 150)
    for index in [0, 1, 64, 65, 66, 149] {
      #expect(try program.run("related", ids[index], "--format", "jsonl").lines == [all[index]], "\(index)")
    }
  }
}
