import ArabicText
import Briefings

extension DayRange {
  /// Reads `2023`, `2023-11`, `2023-11-13`, and ranges of them: `2023-11..2024-01`, `2023..`, `..2023-11`; both ends
  /// are meant whole. `nil` when `text` is neither. Digits of any style.
  public init?(reading text: String) {
    let text = westernDigits(text)
    guard let dots = text.firstRange(of: "..") else {
      guard let (since, until) = Self.stretch(text) else { return nil }
      self.init(since: since, until: until)
      return
    }
    let (first, last) = (String(text[..<dots.lowerBound]), String(text[dots.upperBound...]))
    guard !(first.isEmpty && last.isEmpty) else { return nil }
    var since: Int64?
    var until: Int64?
    if !first.isEmpty {
      guard let stretch = Self.stretch(first) else { return nil }
      since = stretch.0
    }
    if !last.isEmpty {
      guard let stretch = Self.stretch(last) else { return nil }
      until = stretch.1
    }
    if let since, let until, since >= until { return nil }
    self.init(since: since, until: until)
  }

  /// The first second of a year, month or day, and the second after its last.
  private static func stretch(_ text: String) -> (Int64, Int64)? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.first?.utf8.count == 4, let year = parts.first.flatMap({ Int($0) }) else { return nil }
    func start(_ year: Int, _ month: Int) -> Int64? {
      let padded = String(repeating: "0", count: max(0, 4 - String(year).utf8.count)) + String(year)
      return PublicationDate("\(padded)-\(month < 10 ? "0" : "")\(month)-01")?.seconds
    }
    switch parts.count {
    case 1:
      guard let since = start(year, 1), let until = start(year + 1, 1) else { return nil }
      return (since, until)
    case 2:
      guard parts[1].utf8.count <= 2, let month = Int(parts[1]), let since = start(year, month),
        let until = month == 12 ? start(year + 1, 1) : start(year, month + 1)
      else { return nil }
      return (since, until)
    default:
      guard let date = PublicationDate(text) else { return nil }
      let since = date.text.utf8.count == 10 ? date.seconds : date.seconds - (date.seconds % 86_400 + 86_400) % 86_400
      return (since, since + 86_400)
    }
  }
}
