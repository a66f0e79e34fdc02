import Cells

/// Numbers for the pairs of colours in use, given out on demand, since curses knows colours only as pairs.
struct ColorPairs {
  /// Two colours of the terminal's palette, -1 being its own.
  struct Pair: Hashable {
    var foreground: Int
    var background: Int
  }

  /// How many colours the terminal has: 0, 8, 16 or 256.
  let colors: Int
  /// How many pairs it can hold, pair 0 included.
  let capacity: Int
  private var numbers: [Pair: Int] = [:]

  init(colors: Int, capacity: Int) {
    self.colors = colors
    self.capacity = capacity
  }

  /// The number of the pair for a style, and the pair when it must be defined first.
  ///
  /// When there is no room for another pair, pair 0 stands in: text that is readable beats text that is coloured.
  mutating func number(for style: Style) -> (number: Int, new: Pair?) {
    guard colors >= 8 else { return (0, nil) }
    let pair = Pair(
      foreground: Self.color(style.foreground, of: colors), background: Self.color(style.background, of: colors))
    guard pair != Pair(foreground: -1, background: -1) else { return (0, nil) }
    if let number = numbers[pair] { return (number, nil) }
    let number = numbers.count + 1
    guard number < capacity else { return (0, nil) }
    numbers[pair] = number
    return (number, pair)
  }

  /// A colour as the terminal numbers it; the nearest one where it has fewer.
  static func color(_ color: Color, of count: Int) -> Int {
    guard case .palette(let index) = color else { return -1 }
    let number = Int(index)
    if number < count { return number }
    let basic = number < 16 ? number : nearestBasic(to: number)
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
