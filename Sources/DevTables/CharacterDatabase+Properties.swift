extension CharacterDatabase {
  /// A property's value at each code point as a number.
  static func numbers(
    _ file: UCDFile, values: [(short: String, long: String)], property: String
  ) throws(UCDError) -> [UInt8] {
    var number: [String: UInt8] = [:]
    for (index, value) in values.enumerated() {
      number[value.short] = UInt8(index)
      number[value.long] = UInt8(index)
    }
    var result = [UInt8](repeating: 0, count: size)
    for row in file.defaults + file.rows {
      guard let name = row.fields.first, let value = number[name] else {
        throw .unknownValue(path: file.path, property: property, found: row.fields.first ?? "")
      }
      for scalar in row.range { result[scalar] = value }
    }
    return result
  }

  /// A property's value at each code point, by name.
  static func names(_ file: UCDFile, default name: String) -> [StaticName] {
    var result = [StaticName](repeating: StaticName(name), count: size)
    for row in file.defaults + file.rows {
      let value = StaticName(row.fields.first ?? name)
      for scalar in row.range { result[scalar] = value }
    }
    return result
  }

  /// Which code points a binary property holds for.
  static func members(_ file: UCDFile, _ property: String) -> [Bool] {
    var result = [Bool](repeating: false, count: size)
    for row in file.rows where row.fields.first == property {
      for scalar in row.range { result[scalar] = true }
    }
    return result
  }

  /// What each code point is for a grid of cells.
  static func cellKinds(
    categories: [StaticName], isWide: [Bool], isPictographic: [Bool], isModifier: [Bool], isIgnorable: [Bool]
  ) -> [UInt8] {
    func number(_ name: String) -> UInt8 { UInt8(PropertyValues.cellKind.firstIndex(of: name) ?? 0) }
    let narrow = number("narrow"), wide = number("wide"), mark = number("mark"), hidden = number("hidden")
    let control = number("control"), unassigned = number("unassigned"), space = number("space")
    let narrowPictograph = number("narrowPictograph"), widePictograph = number("widePictograph")
    let modifier = number("emojiModifier"), separator = number("separator"), regional = number("regionalIndicator")
    var result = [UInt8](repeating: narrow, count: size)
    for scalar in 0..<size {
      let category = categories[scalar]
      switch category {
      case "Cc": result[scalar] = control
      case "Cs": result[scalar] = unassigned
      case "Cn": result[scalar] = isIgnorable[scalar] && scalar >= 0xE0000 ? hidden : unassigned
      case "Cf": result[scalar] = hidden
      case "Zl", "Zp": result[scalar] = separator
      case "Mn", "Me": result[scalar] = isIgnorable[scalar] ? hidden : mark
      case "Zs": result[scalar] = isWide[scalar] ? wide : space
      default:
        if 0x1160...0x11FF ~= scalar || 0xD7B0...0xD7FF ~= scalar {
          // Hangul vowels and trailing consonants are drawn into the leading one's columns.
          result[scalar] = mark
        } else if 0x1F1E6...0x1F1FF ~= scalar {
          result[scalar] = regional
        } else if isModifier[scalar] {
          result[scalar] = modifier
        } else if isPictographic[scalar] {
          result[scalar] = isWide[scalar] ? widePictograph : narrowPictograph
        } else if isWide[scalar] {
          result[scalar] = wide
        }
      }
    }
    return result
  }

  /// Line_Break after LB1, split as `PropertyValues.lineBreak` says.
  static func lineBreaks(
    _ file: UCDFile, categories: [StaticName], widths: [StaticName], isPictographic: [Bool]
  ) throws(UCDError) -> [UInt8] {
    var number: [String: UInt8] = [:]
    for (index, name) in PropertyValues.lineBreak.enumerated() { number[name] = UInt8(index) }
    func value(_ name: String) throws(UCDError) -> UInt8 {
      guard let value = number[name] else {
        throw .unknownValue(path: file.path, property: "Line_Break", found: name)
      }
      return value
    }
    let al = try value("al"), cm = try value("cm"), free = try value("idFree")
    let openWide = try value("opWide"), closeWide = try value("cpWide")
    var result = [UInt8](repeating: al, count: size)
    for row in file.defaults + file.rows {
      let name = row.fields.first ?? ""
      switch name {
      case "AI", "SG", "XX", "AL", "Unknown":
        for scalar in row.range { result[scalar] = al }
      case "CJ":
        let ns = try value("ns")
        for scalar in row.range { result[scalar] = ns }
      case "SA":
        for scalar in row.range {
          result[scalar] = categories[scalar] == "Mn" || categories[scalar] == "Mc" ? cm : al
        }
      case "OP", "CP":
        let plain = try value(name.lowercased())
        for scalar in row.range {
          let width = widths[scalar]
          let isWide = width == "F" || width == "W" || width == "H"
          result[scalar] = isWide ? (name == "OP" ? openWide : closeWide) : plain
        }
      default:
        let plain = try value(Self.longLineBreakNames[name] ?? name.lowercased())
        for scalar in row.range { result[scalar] = plain }
      }
    }
    for scalar in 0..<size where isPictographic[scalar] && categories[scalar] == "Cn" { result[scalar] = free }
    return result
  }

  private static let longLineBreakNames = ["Ideographic": "id", "Prefix_Numeric": "pr"]

  /// Canonical decompositions into one character, and the Arabic presentation forms.
  static func decompositions(_ file: UCDFile) -> ([Int: Int], [(letters: [Int], forms: [Int])]) {
    let place = ["<isolated>": 0, "<final>": 1, "<initial>": 2, "<medial>": 3]
    var singletons: [Int: Int] = [:]
    var forms: [[Int]: [Int]] = [:]
    for row in file.rows where row.fields.count > 4 && !row.fields[4].isEmpty {
      let parts = row.fields[4].split(separator: " ").map(String.init)
      let scalar = row.range.lowerBound
      if let form = place[parts[0]] {
        let letters = parts.dropFirst().compactMap { Int($0, radix: 16) }
        guard letters.count == 1 || Self.isLamAlef(letters), 0x0600...0x06FF ~= letters[0] else { continue }
        forms[letters, default: [0, 0, 0, 0]][form] = scalar
      } else if parts.count == 1, let target = Int(parts[0], radix: 16) {
        singletons[scalar] = target
      }
    }
    let sorted = forms.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { (letters: $0.key, forms: $0.value) }
    return (singletons, sorted)
  }

  private static func isLamAlef(_ letters: [Int]) -> Bool {
    letters.count == 2 && letters[0] == 0x0644 && [0x0622, 0x0623, 0x0625, 0x0627].contains(letters[1])
  }
}

/// A property value's name of at most eight letters, kept as a number: a million of them must be compared quickly.
struct StaticName: Hashable, Sendable, ExpressibleByStringLiteral {
  private var letters: UInt64 = 0

  init(_ name: String) {
    for byte in name.utf8.prefix(8) { letters = letters << 8 | UInt64(byte) }
  }

  init(stringLiteral name: String) { self.init(name) }
}
