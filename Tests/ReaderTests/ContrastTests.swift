import Cells
import Testing

@testable import Reader

/// Whether what is shown can be read, in every theme and with any number of colours.
@Suite struct ContrastTests {
  /// What lies over other styles.
  private static let overlays: [Role] = [.selection, .inactiveSelection, .statement, .match, .currentMatch]

  @Test(arguments: Theme.Name.allCases, [8, 16, 256])
  func lettersStandOutFromWhatIsBehindThem(_ name: Theme.Name, _ count: Int) {
    let theme = Theme(name)
    for role in Role.allCases {
      var styles = [("\(role)", theme[role])]
      styles += Self.overlays.map { ("\(role) in \($0)", theme[role].overlaid(with: theme[$0])) }
      for (words, style) in styles {
        let shown = style.shown(among: count)
        // The terminal's own colours are not known here.
        guard shown.foreground >= 0, shown.background >= 0 else { continue }
        var letters = [shown.foreground]
        // Bold may be shown by the brighter colour, by a heavier face, or by both.
        if shown.attributes.contains(.bold), shown.foreground < 8 { letters.append(shown.foreground + 8) }
        for letter in letters {
          let contrast = contrast(between: letter, and: shown.background)
          #expect(contrast >= 4, "\(name), \(count) colours: \(words): \(letter) on \(shown.background): \(contrast)")
        }
      }
    }
  }

  @Test func contrastIsThatOfWCAG() {
    let rows: [(one: Int, other: Int, contrast: Double)] = [
      (16, 231, 21), (231, 16, 21), (244, 244, 1), (196, 231, 4), (21, 231, 8.59), (46, 16, 15.3), (0, 7, 16.67),
    ]
    for row in rows { #expect(abs(contrast(between: row.one, and: row.other) - row.contrast) < 0.1, "\(row)") }
  }
}
