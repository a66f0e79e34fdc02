import Briefings
import Testing

struct TimelineMonthsTests {
  @Test(
    "statements by month",
    arguments: [
      ("none", [], "", 0),
      ("one", [("2023-11-13", 2)], "2023-11:2", 0),
      ("days of one month", [("2023-11-13", 2), ("2023-11-01", 1)], "2023-11:3", 0),
      ("months between", [("2023-11-13", 1), ("2024-02-01", 4)], "2023-11:1 2023-12:0 2024-01:0 2024-02:4", 0),
      ("any order", [("2024-01", 1), ("2023-12-31", 1)], "2023-12:1 2024-01:1", 0),
      ("undated", [("", 3), ("2024", 1), ("2024-13-01", 1)], "", 5),
      ("ages apart", [("0001-01-01", 1), ("2024-01-01", 1)], "0001-01:1 2024-01:1", 0),
    ] as [(String, [(String, Int)], String, Int)])
  func monthsAreCounted(_ name: String, _ days: [(String, Int)], _ months: String, _ undated: Int) {
    let counted = TimelineMonths(days: days.map { (day: $0.0, count: $0.1) })
    #expect(counted.months.map { "\($0.month):\($0.count)" }.joined(separator: " ") == months)
    #expect(counted.undated == undated)
  }
}
