@testable import Reader

extension Sample {
  /// One who speaks often: 260 articles over two years, the newest first.
  static var talkative: FakeArchive {
    var archive = Self.archive
    let more = (0..<260).map { number in
      let month = 23 - number / 12
      let date = "20\(22 + month / 12)-\(month % 12 < 9 ? "0" : "")\(month % 12 + 1)-\(28 - number % 12 * 2)"
      let isDenied = number % 7 == 3
      return article(
        "talk\(number)", title: "خبر عن النهر رقم \(number)",
        text: "\(isDenied ? "[نفى|c1]" : "[قال|c1]") [سامي النجار|s1=سامي النجار] أن "
          + "[الخزان رقم \(number) سيمتلئ قبل الصيف، وأن حصة القرى لن تنقص عما كانت عليه|t1\(isDenied ? "-" : "")].",
        date: date.count == 10 ? date : date.replacing28, source: number % 2 == 0 ? "وكالة النهر" : "River Post")
    }
    archive.articles += more
    return archive
  }

  /// Statements and names that try to drive the terminal.
  static var hostileSpeakers: FakeArchive {
    FakeArchive([
      article(
        "hostile-speaker", title: "خبر",
        text: "[قال|c1] [متحدث\u{1B}[2J\u{202E}باسم|s1=متحدث\u{1B}[2J\u{202E}باسم] أن "
          + "[الماء\u{9B}31m \u{2067}كثير\u{0} \u{1B}]0;x\u{7} \u{301}\u{64B} 中文 😀|t1]. "
          + "[قال|c2] [متحدث\u{1B}[2J\u{202E}باسم|s2=متحدث\u{1B}[2J\u{202E}باسم] أن [\u{202E}|t2].",
        date: "2024-01-03", source: "\u{1B}[31mمصدر\u{202E}")
    ])
  }
}

extension String {
  /// A day of one digit gets its zero.
  fileprivate var replacing28: String { String(prefix(8)) + "0" + String(dropFirst(8)) }
}
