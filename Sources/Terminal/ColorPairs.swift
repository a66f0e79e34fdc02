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

  /// The number of the pair for a style, the pair when it must be defined first, and the attributes that go with it.
  ///
  /// When there is no room for another pair, pair 0 stands in: text that is readable beats text that is coloured.
  mutating func number(for style: Style) -> (
    number: Int, new: Pair?, attributes: Style.Attributes
  ) {
    let shown = style.shown(among: colors)
    let pair = Pair(foreground: shown.foreground, background: shown.background)
    guard pair != Pair(foreground: -1, background: -1) else { return (0, nil, style.attributes) }
    if let number = numbers[pair] { return (number, nil, shown.attributes) }
    let number = numbers.count + 1
    guard number < capacity else { return (0, nil, style.attributes) }
    numbers[pair] = number
    return (number, pair, shown.attributes)
  }
}
