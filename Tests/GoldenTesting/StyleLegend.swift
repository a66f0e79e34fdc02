import Cells

/// The letters that stand for styles in screen files.
///
/// A style has a name's letter where a name has that style; styles laid over each other get capitals in the order of
/// their first appearance on the screen. A file's legend spells every style out, so that a change of a colour shows.
public struct StyleLegend: Sendable {
  /// One named style.
  public struct Entry: Sendable {
    /// Its letter, not a capital.
    public let letter: Character
    /// What it is called.
    public let name: String
    /// The style.
    public let style: Style

    /// Creates an entry.
    public init(_ letter: Character, _ name: String, _ style: Style) {
      self.letter = letter
      self.name = name
      self.style = style
    }
  }

  /// Plain style's letter.
  static let plain: Character = "."

  private let entries: [Entry]

  /// Creates a legend; of two entries with one style the first counts.
  public init(_ entries: [Entry] = []) { self.entries = entries }

  /// The letter of every style on a frame, and what the legend says about it.
  ///
  /// - Complexity: O(*c*) in the cells of the frame.
  func letters(for frame: Frame) -> (letters: [Style: Character], lines: [String]) {
    var letters: [Style: Character] = [.plain: Self.plain]
    var named: [String] = []
    var combined: [String] = []
    var capitals = (0x41...0x5A as ClosedRange<UInt32>).compactMap(Unicode.Scalar.init).map(Character.init)[...]
    for row in 0..<frame.size.rows {
      for cell in frame.row(row) where letters[cell.style] == nil {
        if let entry = entries.first(where: { $0.style == cell.style }) {
          letters[cell.style] = entry.letter
          named.append("\(entry.letter) \(entry.name): \(description(of: cell.style))")
        } else {
          let letter = capitals.popFirst() ?? "?"
          letters[cell.style] = letter
          combined.append("\(letter) \(description(of: cell.style))")
        }
      }
    }
    return (letters, named.sorted() + combined)
  }
}

/// A style in words: `5 on 4, bold underline`; `-` for the terminal's own colour.
func description(of style: Style) -> String {
  func name(_ color: Color) -> String {
    switch color {
    case .standard: "-"
    case .palette(let number): String(number)
    }
  }
  let attributes: [(Style.Attributes, String)] = [
    (.bold, "bold"), (.dim, "dim"), (.italic, "italic"), (.underline, "underline"), (.reverse, "reverse"),
  ]
  let words = attributes.filter { style.attributes.contains($0.0) }.map(\.1)
  let colors = "\(name(style.foreground)) on \(name(style.background))"
  return words.isEmpty ? colors : colors + ", " + words.joined(separator: " ")
}
