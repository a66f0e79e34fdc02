import Briefings
import Cells
import Testing

@testable import Reader

/// Days of other calendars. The Iranian ones are proclaimed beginnings of years and the days around them; the Islamic
/// ones follow from the arithmetic.
@Suite struct CalendarTests {
  @Test(arguments: ["w", "a", "i", "A"])
  func countsOnPagesFollowTheDigits(_ key: String) {
    for language in InterfaceLanguage.allCases {
      var driver = Driver("Enter t g", size: Size(columns: 120, rows: 30))
      driver.model.options.language = language
      driver.model.options.digits = .arabic
      driver.press(key)
      guard let content = driver.model.page?.content else {
        Issue.record("no page")
        return
      }
      let bar = view(driver.model).row(0).map(\.text).joined()
      // The bar of a matter names it in the article's own words.
      if key != "A" { #expect(!bar.contains { "0"..."9" ~= $0 }, "\(bar)") }
      for index in 0..<content.count {
        let heading = content.item(index, driver.model).heading?.text ?? ""
        #expect(!heading.contains { "0"..."9" ~= $0 }, "\(heading)")
      }
    }
  }

  struct Row: Sendable {
    let gregorian: String
    let hijri: String
    let solar: String
  }

  static let rows = [
    Row(gregorian: "2024-03-19", hijri: "1445/09/09 AH", solar: "1402/12/29 SH"),
    Row(gregorian: "2024-03-20", hijri: "1445/09/10 AH", solar: "1403/01/01 SH"),
    Row(gregorian: "2025-03-20", hijri: "1446/09/20 AH", solar: "1403/12/30 SH"),
    Row(gregorian: "2025-03-21", hijri: "1446/09/21 AH", solar: "1404/01/01 SH"),
    Row(gregorian: "1979-02-11", hijri: "1399/03/13 AH", solar: "1357/11/22 SH"),
    Row(gregorian: "2025-06-27", hijri: "1447/01/01 AH", solar: "1404/04/06 SH"),
    Row(gregorian: "1900-01-01", hijri: "1317/08/28 AH", solar: "1278/10/11 SH"),
    Row(gregorian: "1969-12-31", hijri: "1389/10/21 AH", solar: "1348/10/10 SH"),
  ]

  @Test func calendars() {
    var model = Driver().model
    for row in Self.rows {
      let date = PublicationDate(row.gregorian + "T23:30:00+03:00")
      model.options.dates = .gregorian
      #expect(model.written(date) == row.gregorian)
      model.options.dates = .hijri
      #expect(model.written(date) == row.hijri, "\(row.gregorian)")
      model.options.dates = .solarHijri
      #expect(model.written(date) == row.solar, "\(row.gregorian)")
    }
  }

  @Test func everyDayFollowsTheOneBefore() {
    for days in stride(from: -60_000, to: 60_000, by: 1) {
      for (old, new) in [
        (CalendarDay.hijri(days: days), CalendarDay.hijri(days: days + 1)),
        (CalendarDay.solarHijri(days: days), CalendarDay.solarHijri(days: days + 1)),
      ] {
        let isNext =
          new.year == old.year && new.month == old.month && new.day == old.day + 1
          || new.day == 1 && old.day >= 29 && new.year * 12 + new.month == old.year * 12 + old.month + 1
        if !isNext { Issue.record("\(old) is followed by \(new)") }
      }
    }
  }

  @Test func digitsAndHowLongAgo() {
    var model = Driver().model
    let date = PublicationDate("2024-03-05")
    model.options.digits = .arabic
    #expect(model.written(date) == "٢٠٢٤/٠٣/٠٥")
    model.options.dates = .relative
    model.options.language = .arabic
    let day = Int((date?.seconds ?? 0) / 86_400)
    for (later, words) in [
      (0, "اليوم"), (1, "أمس"), (2, "قبل يومين"), (3, "قبل ٣ أيام"), (12, "قبل ١٢ يومًا"), (14, "قبل أسبوعين"),
      (90, "قبل ٣ أشهر"), (365, "قبل ١٢ شهرًا"), (800, "قبل سنتين"), (4015, "قبل ١١ سنة"),
    ] {
      model.options.today = day + later
      #expect(model.written(date) == words)
    }
    model.options.today = day - 1
    #expect(model.written(date) == "٢٠٢٤/٠٣/٠٥", "what is still to come")
  }
}
