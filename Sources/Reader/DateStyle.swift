import Briefings

/// How dates of lists and articles are written.
public enum DateStyle: String, Hashable, Sendable, CaseIterable {
  /// `2024-03-05`.
  case gregorian
  /// «قبل 3 أيام».
  case relative
  /// The Islamic calendar by its arithmetic of 30 years (tabular, civil), which may differ by a day from what is proclaimed.
  case hijri
  /// The Iranian calendar, by its arithmetic of 33 years, which agrees with the proclaimed one from 1799 to 2256.
  case solarHijri = "solar-hijri"
}

/// Which digits dates and counts are written with. Texts keep their own.
public enum DigitStyle: String, Hashable, Sendable, CaseIterable {
  case latin
  /// ٠١٢.
  case arabic
  /// ۰۱۲.
  case persian

  /// A text with its digits written so.
  func written(_ text: String) -> String {
    let zero: UInt32
    switch self {
    case .latin: return text
    case .arabic: zero = 0x660
    case .persian: zero = 0x6F0
    }
    var written = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if "0"..."9" ~= scalar, let digit = Unicode.Scalar(zero + scalar.value - 0x30) {
        written.append(digit)
      } else {
        written.append(scalar)
      }
    }
    return String(written)
  }
}

/// A day of a calendar.
struct CalendarDay: Hashable, Sendable {
  var year: Int
  var month: Int
  var day: Int

  /// The day in the tabular Islamic calendar (civil epoch, leap years 2, 5, 7, 10, 13, 16, 18, 21, 24, 26 and 29 of 30).
  ///
  /// - Parameter days: Days since 1970-01-01.
  static func hijri(days: Int) -> CalendarDay {
    // 1 Muharram 1 was 492,148 days before 1970.
    let since = days + 492_148
    var year = floorDivision(30 * since + 10_646, 10_631)
    func start(_ year: Int) -> Int { 354 * (year - 1) + floorDivision(3 + 11 * year, 30) }
    while start(year + 1) <= since { year += 1 }
    while start(year) > since { year -= 1 }
    var rest = since - start(year)
    var month = 1
    // Odd months have 30 days, even ones 29; the last has what remains.
    while month < 12, rest >= (month % 2 == 1 ? 30 : 29) {
      rest -= month % 2 == 1 ? 30 : 29
      month += 1
    }
    return CalendarDay(year: year, month: month, day: rest + 1)
  }

  /// The day in the Iranian calendar.
  ///
  /// - Parameter days: Days since 1970-01-01.
  static func solarHijri(days: Int) -> CalendarDay {
    // 1 Farvardin 1 was 492,268 days before 1970.
    let since = days + 492_268
    // Eight leap years in 33.
    func start(_ year: Int) -> Int { 365 * (year - 1) + floorDivision(8 * year + 21, 33) }
    var year = floorDivision(since, 366) + 1
    while start(year + 1) <= since { year += 1 }
    var rest = since - start(year)
    var month = 1
    while month < 12, rest >= (month <= 6 ? 31 : 30) {
      rest -= month <= 6 ? 31 : 30
      month += 1
    }
    return CalendarDay(year: year, month: month, day: rest + 1)
  }

  private static func floorDivision(_ a: Int, _ b: Int) -> Int { a >= 0 ? a / b : -((b - 1 - a) / b) }
}

extension Model {
  /// A date as the user wants dates written.
  func written(_ date: PublicationDate?) -> String {
    guard let date else { return "" }
    let (style, digits) = (options.dates, options.digits)
    // The day that the article itself names, wherever its clock stands.
    let days = PublicationDate(date.day).map { Int($0.seconds / 86_400) } ?? 0
    func joined(_ day: CalendarDay, _ era: String) -> String {
      func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
      return digits.written("\(day.year)/\(two(day.month))/\(two(day.day))") + " " + era
    }
    func gregorian() -> String {
      // A hyphen between Arabic digits would turn year, month and day round.
      return digits == .latin ? date.day : digits.written(date.day.split(separator: "-").joined(separator: "/"))
    }
    switch style {
    case .gregorian: return gregorian()
    case .hijri: return joined(.hijri(days: days), wording.hijriEra)
    case .solarHijri: return joined(.solarHijri(days: days), wording.solarHijriEra)
    case .relative:
      guard let today = options.today, today >= days else { return gregorian() }
      return digits.written(wording.daysAgo(today - days))
    }
  }

  /// Takes the next way of writing dates.
  mutating func nextDates() {
    let all = DateStyle.allCases
    options.dates = all[((all.firstIndex(of: options.dates) ?? 0) + 1) % all.count]
    notice = Notice(wording.dates(options.dates))
  }

  /// Takes the next digits.
  mutating func nextDigits() {
    let all = DigitStyle.allCases
    options.digits = all[((all.firstIndex(of: options.digits) ?? 0) + 1) % all.count]
    notice = Notice(wording.digits(options.digits))
    layOutArticle()
  }
}
