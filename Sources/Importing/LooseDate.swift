import Briefings

/// Reads a date as feeds, mails and pages write it: ISO 8601 in its shorter and longer forms, RFC 822, with names of
/// months in Arabic or English, or numbers with year first or last (`2023/11/13`, `13/11/2023 08:30`).
///
/// - Returns: `nil` when it is no date; what follows a date that was understood does not matter.
/// - Complexity: O(*n*); reads at most the first 80 letters.
func looseDate(_ text: String) -> PublicationDate? {
  let text = withWesternDigits(withSingleBlanks(String(text.prefix(80))))
  if let date = PublicationDate(text) { return date }
  let tokens = tokens(of: text)
  var (year, month, day): (Int?, Int?, Int?) = (nil, nil, nil)
  var time: (Int, Int, Int)?
  var zone: String?
  var numbers: [Int] = []
  for (index, token) in tokens.enumerated() {
    if let found = clockTime(token) {
      if time == nil { time = found }
    } else if time != nil, zone == nil, let found = zoneOffset(token) {
      zone = found
    } else if let found = monthNames[token] {
      // "تشرين الثاني" is two words: the second one decides.
      month = monthNames[token + " " + (index + 1 < tokens.count ? tokens[index + 1] : "")] ?? month ?? found
    } else if token.count == 8, let packed = Int(token), 19_000_101...21_001_231 ~= packed {
      (year, month, day) = (packed / 10_000, packed / 100 % 100, packed % 100)
    } else if time == nil || numbers.count < 3, let number = Int(token), token.count <= 4 {
      if token.count == 4, year == nil, 1900...2100 ~= number { year = number } else { numbers.append(number) }
      if year != nil, numbers.isEmpty { numbers.append(-1) }
    }
    if (token == "pm" || token == "م" || token == "مساء"), let found = time, found.0 < 12 { time?.0 = found.0 + 12 }
    if token == "am" || token == "ص" || token == "صباحا", let found = time, found.0 == 12 { time?.0 = 0 }
  }
  let isYearFirst = numbers.first == -1
  numbers.removeAll { $0 == -1 }
  if month != nil, day == nil {
    day = numbers.first
    // "13 Nov 98"
    if year == nil, numbers.count > 1 { year = numbers[1] < 70 ? 2000 + numbers[1] : 1900 + numbers[1] }
  } else if day == nil, numbers.count >= 2 {
    (month, day) = isYearFirst || numbers[1] > 12 ? (numbers[0], numbers[1]) : (numbers[1], numbers[0])
  }
  guard let year, let month, let day else { return nil }
  var iso = padded(year, 4) + "-" + padded(month, 2) + "-" + padded(day, 2)
  guard PublicationDate(iso) != nil else { return nil }
  if let (hour, minute, second) = time, hour < 24, minute < 60, second <= 60 {
    iso += "T" + padded(hour, 2) + ":" + padded(minute, 2) + ":" + padded(second, 2) + (zone ?? "")
  }
  return PublicationDate(iso)
}

private func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}

/// The words and numbers of a date in lower case. Clock times (`08:30:00`) and offsets (`+02:00`) stay whole.
private func tokens(of text: String) -> [String] {
  var tokens: [String] = []
  var current = ""
  func isDigit(_ scalar: Unicode.Scalar?) -> Bool { scalar.map { 0x30...0x39 ~= $0.value } ?? false }
  let scalars = Array(text.lowercased().unicodeScalars)
  func finish() {
    if !current.isEmpty { tokens.append(current) }
    current = ""
  }
  for (index, scalar) in scalars.enumerated() {
    let last = current.unicodeScalars.last
    switch scalar {
    case "+":
      finish()
      current = "+"
    case "-" where current.contains(":") || current.isEmpty && tokens.last?.contains(":") == true:
      finish()
      current = "-"
    case ":" where isDigit(last): current.unicodeScalars.append(scalar)
    case "." where current.contains(":"):
      // Fractions of a second: kept so that they are not taken for a number of their own.
      current.unicodeScalars.append(scalar)
    case _ where isDigit(scalar):
      if let last, !isDigit(last), last != ":", last != "+", last != "-", last != "." { finish() }
      current.unicodeScalars.append(scalar)
    case _ where scalar.properties.isAlphabetic || 0x64B...0x652 ~= scalar.value:
      if let last, isDigit(last) || last == ":" { finish() }
      if !(0x64B...0x652 ~= scalar.value) { current.unicodeScalars.append(scalar) }
    default: finish()
    }
    if index == scalars.count - 1 { finish() }
  }
  return tokens
}

private func clockTime(_ token: String) -> (Int, Int, Int)? {
  let parts = token.split(separator: ":")
  guard parts.count >= 2, parts.count <= 3, !token.hasPrefix("+"), !token.hasPrefix("-"),
    let hour = Int(parts[0]), let minute = Int(parts[1])
  else { return nil }
  let second = parts.count == 3 ? Int(parts[2].prefix { $0 != "." }) : 0
  return second.map { (hour, minute, $0) }
}

/// An offset in ISO 8601, of `+0200`, `+02:00`, `+2`, `GMT`, `Z` or a zone of RFC 822.
private func zoneOffset(_ token: String) -> String? {
  if let known = zones[token] { return known }
  guard let sign = token.first, sign == "+" || sign == "-" else { return nil }
  let digits = token.dropFirst().filter { $0 != ":" }
  guard !digits.isEmpty, digits.count <= 4, let number = Int(digits) else { return nil }
  let (hours, minutes) = digits.count <= 2 ? (number, 0) : (number / 100, number % 100)
  guard hours < 24, minutes < 60 else { return nil }
  return String(sign) + padded(hours, 2) + ":" + padded(minutes, 2)
}

private let zones: [String: String] = [
  "z": "Z", "gmt": "Z", "ut": "Z", "utc": "Z", "est": "-05:00", "edt": "-04:00", "cst": "-06:00", "cdt": "-05:00",
  "mst": "-07:00", "mdt": "-06:00", "pst": "-08:00", "pdt": "-07:00", "cet": "+01:00", "cest": "+02:00",
  "eet": "+02:00", "eest": "+03:00", "msk": "+03:00", "bst": "+01:00", "ist": "+02:00", "idt": "+03:00",
]

private let monthNames: [String: Int] = {
  var names: [String: Int] = [:]
  let english = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
  ]
  for (index, name) in english.enumerated() {
    names[name] = index + 1
    names[String(name.prefix(3))] = index + 1
  }
  names["sept"] = 9
  let arabic = [
    ["يناير", "كانون الثاني", "جانفي"], ["فبراير", "شباط", "فيفري"], ["مارس", "آذار", "اذار"],
    ["أبريل", "إبريل", "ابريل", "نيسان", "أفريل"], ["مايو", "أيار", "ايار", "ماي"],
    ["يونيو", "يونيه", "حزيران", "جوان"],
    ["يوليو", "يوليه", "تموز", "جويلية"], ["أغسطس", "اغسطس", "آب", "أوت"], ["سبتمبر", "أيلول", "ايلول"],
    ["أكتوبر", "اكتوبر", "تشرين الأول", "تشرين الاول"], ["نوفمبر", "تشرين الثاني"],
    ["ديسمبر", "كانون الأول", "كانون الاول"],
  ]
  for (index, forms) in arabic.enumerated() {
    for form in forms {
      names[form] = index + 1
      if let first = form.split(separator: " ").first, first.count < form.count, names[String(first)] == nil {
        names[String(first)] = index + 1
      }
    }
  }
  return names
}()

/// `text` with Arabic and Persian digits as 0 to 9.
private func withWesternDigits(_ text: String) -> String {
  var out = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 0x660...0x669: out.append(Unicode.Scalar(UInt8(0x30 + scalar.value - 0x660)))
    case 0x6F0...0x6F9: out.append(Unicode.Scalar(UInt8(0x30 + scalar.value - 0x6F0)))
    case 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: continue
    default: out.append(scalar)
    }
  }
  return String(out)
}
