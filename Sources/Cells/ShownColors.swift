/// The colours of a style as a terminal with few or many of them shows it.
public struct ShownColors: Hashable, Sendable {
  /// The number of the colour of the letters; -1 for the terminal's own.
  public var foreground: Int
  /// The number of the colour behind them; -1 for the terminal's own.
  public var background: Int
  /// Weight, lines and so on.
  public var attributes: Style.Attributes

  /// Creates colours.
  public init(foreground: Int, background: Int, attributes: Style.Attributes) {
    (self.foreground, self.background, self.attributes) = (foreground, background, attributes)
  }
}

extension Style {
  /// The colours and attributes to send to a terminal with so many colours: 0, 8, 16 or 256.
  ///
  /// Where it has fewer than 256, the nearest ones stand in, and letters that would be hard to tell from what is behind
  /// them become black or white. Black letters are never bold: most terminals make them grey then.
  public func shown(among count: Int) -> ShownColors {
    guard count >= 8 else { return ShownColors(foreground: -1, background: -1, attributes: attributes) }
    var shown = ShownColors(
      foreground: foreground.number(among: count), background: background.number(among: count),
      attributes: attributes)
    if count < 256, shown.background >= 0, shown.foreground >= 0,
      contrast(between: shown.foreground, and: shown.background) < 4
    {
      let white = count < 16 ? 7 : 15
      let isWhite = contrast(between: white, and: shown.background) > contrast(between: 0, and: shown.background)
      shown.foreground = isWhite ? white : 0
    }
    if shown.foreground == 0, shown.background >= 0 { shown.attributes.remove(.bold) }
    return shown
  }
}

/// How far two colours of the palette stand apart, as WCAG 2.1 measures it: from 1, for none, to 21, black on white. The
/// first 16 are taken to be xterm's.
public func contrast(between one: Int, and other: Int) -> Double {
  let (a, b) = (luminance(of: one), luminance(of: other))
  return (max(a, b) + 0.05) / (min(a, b) + 0.05)
}

/// The relative luminance of a colour of the palette, after sRGB with its curve taken as a square and a bit.
private func luminance(of number: Int) -> Double {
  let basic: [(Int, Int, Int)] = [
    (0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0), (0, 0, 238), (205, 0, 205), (0, 205, 205), (229, 229, 229),
    (127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0), (92, 92, 255), (255, 0, 255), (0, 255, 255),
    (255, 255, 255),
  ]
  let parts: (Int, Int, Int)
  switch number {
  case ..<16: parts = basic[max(0, number)]
  case 232...:
    let grey = (min(number, 255) - 232) * 10 + 8
    parts = (grey, grey, grey)
  default:
    let cube = number - 16
    func level(_ step: Int) -> Int { step == 0 ? 0 : 55 + 40 * step }
    parts = (level(cube / 36), level(cube / 6 % 6), level(cube % 6))
  }
  func linear(_ part: Int) -> Double {
    let share = Double(part) / 255
    // Near enough to sRGB's curve: within 0.006 everywhere.
    return share * (share * (share * 0.305306011 + 0.682171111) + 0.012522878)
  }
  return 0.2126 * linear(parts.0) + 0.7152 * linear(parts.1) + 0.0722 * linear(parts.2)
}

extension Color {
  /// The colour as a terminal with so many colours numbers it; the nearest one where it has fewer, -1 for its own.
  public func number(among count: Int) -> Int {
    guard case .palette(let index) = self else { return -1 }
    let number = Int(index)
    if number < count { return number }
    let basic = number < 16 ? number : Self.nearestBasic(to: number)
    if count >= 16 { return basic }
    // Grey would become black, which is often the background: the terminal's own colour is safer.
    return basic == 8 ? -1 : basic % 8
  }

  /// The nearest of the 16 basic colours to one of the cube (16–231) or the greys (232–255).
  private static func nearestBasic(to number: Int) -> Int {
    if number >= 232 {
      let grey = (number - 232) * 10 + 8
      return grey < 64 ? 0 : grey < 160 ? 8 : grey < 224 ? 7 : 15
    }
    let cube = number - 16
    let levels = [cube / 36, cube / 6 % 6, cube % 6].map { $0 == 0 ? 0 : 55 + 40 * $0 }
    let brightest = levels.max() ?? 0
    if brightest == 0 { return 0 }
    if brightest == levels.min() { return brightest < 100 ? 8 : brightest < 255 ? 7 : 15 }
    // A part counts when it is more than half as strong as the strongest.
    let bits = levels.enumerated().reduce(0) { $1.element * 2 > brightest ? $0 | 1 << $1.offset : $0 }
    return brightest > 200 ? bits + 8 : bits
  }
}
