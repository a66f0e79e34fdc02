import UnicodeText

/// A paragraph cut into units, each with the cells it will take, in logical order.
struct LayoutUnits {
  private(set) var units: [LayoutUnit] = []
  private(set) var pieces: [LayoutPiece] = []
  /// The level of the first paragraph.
  private(set) var baseLevel: UInt8 = 0
  /// The number of bytes.
  let count: Int

  private let options: LayoutOptions
  private let isOneLine: Bool
  private let scalars: [AnalyzedScalar]

  /// - Parameters:
  ///   - text: The paragraph, in logical order.
  ///   - isOneLine: Whether line ends are shown as blanks instead.
  /// - Complexity: O(*n*).
  init(_ text: String, options: LayoutOptions, isOneLine: Bool = false) {
    self.options = options
    self.isOneLine = isOneLine
    var text = text
    let base: BidiBase =
      switch options.base {
      case .auto: .automatic
      case .leftToRight: .leftToRight
      case .rightToLeft: .rightToLeft
      }
    let (analyzed, count) = text.withUTF8 { (AnalyzedText($0, base: base), $0.count) }
    scalars = analyzed.scalars
    self.count = count
    baseLevel = analyzed.paragraphs.first?.level ?? (options.base == .rightToLeft ? 1 : 0)
    units.reserveCapacity(scalars.count)
    pieces.reserveCapacity(scalars.count)
    build(analyzed.paragraphs)
  }

  private mutating func build(_ paragraphs: [BidiParagraph]) {
    var paragraph = 0
    var index = 0
    // A line may end here, but what stood here was hidden.
    var mayBreak = false
    while index < scalars.count {
      let offset = Int(scalars[index].offset)
      while paragraph + 1 < paragraphs.count, paragraphs[paragraph].range.upperBound <= offset { paragraph += 1 }
      mayBreak = mayBreak || scalars[index].breakBefore == .allowed && !isSoftHyphen(before: index)
      var end = clusterEnd(index)
      if addUnit(index, &end, baseLevel: paragraphs[paragraph].level, mayBreak: mayBreak) { mayBreak = false }
      index = end
    }
  }

  /// A line that ends at a soft hyphen would have to show a hyphen that no byte stands for, so none ends there.
  private func isSoftHyphen(before index: Int) -> Bool { index > 0 && scalars[index - 1].scalar == "\u{AD}" }

  private func clusterEnd(_ index: Int) -> Int {
    var end = index + 1
    while end < scalars.count, !scalars[end].beginsCluster { end += 1 }
    return end
  }

  private func offset(_ index: Int) -> Int { index < scalars.count ? Int(scalars[index].offset) : count }

  /// Adds the unit of a cluster; `end` moves behind what it holds besides. `false` when nothing of it is shown.
  private mutating func addUnit(_ index: Int, _ end: inout Int, baseLevel: UInt8, mayBreak: Bool) -> Bool {
    let first = pieces.count
    var kind = LayoutUnit.Kind.text
    var level = scalars[index].level
    if scalars[index].isLineEnd || scalars[index].kind == .separator {
      kind = isOneLine ? .space : .lineEnd
      if isOneLine {
        pieces.append(LayoutPiece(start: offset(index), end: offset(end), width: 1, text: CellText(" ")))
      }
    } else if let visible = (index..<end).first(where: { scalars[$0].kind != .hidden }) {
      level = scalars[visible].level
      if let alef = alef(after: visible) {
        end = clusterEnd(alef)
        addLamAlef(visible, alef, end, start: index)
      } else {
        kind = Self.kind(scalars[visible].scalar)
        addPieces(index, end)
      }
    } else {
      hide(index, to: offset(end))
      return false
    }
    let start = units.last?.end ?? 0
    if pieces.count > first { pieces[first].start = start }
    let width = pieces[first...].reduce(0) { $0 + $1.width }
    units.append(
      LayoutUnit(
        start: start, end: offset(end), pieces: first..<pieces.count, width: width, level: level, baseLevel: baseLevel,
        kind: kind, mayBreakBefore: mayBreak))
    return true
  }

  /// Gives the bytes of something hidden to the unit before it; at a line's start to the one that follows.
  private mutating func hide(_ index: Int, to end: Int) {
    guard let last = units.indices.last, units[last].kind != .lineEnd else { return }
    units[last].end = end
    if pieces.count > 0 { pieces[pieces.count - 1].end = end }
    guard scalars[index].level != units[last].level else { return }
    // L2 must still see it: a mark between two words can keep them apart.
    units.append(
      LayoutUnit(
        start: end, end: end, pieces: pieces.count..<pieces.count, width: 0, level: scalars[index].level,
        baseLevel: units[last].baseLevel, kind: .hidden, mayBreakBefore: false))
  }

  private static func kind(_ scalar: Unicode.Scalar) -> LayoutUnit.Kind {
    switch scalar.value {
    case 0x09: return .tab
    // Blanks at which lines end; the no-break spaces are not among them.
    case 0x20, 0x1680, 0x2000...0x2006, 0x2008...0x200A, 0x205F, 0x3000: return .space
    default: return .text
    }
  }

  // MARK: Pieces

  /// The place of the alef that a lam at `index` is to be drawn with, if any.
  private func alef(after index: Int) -> Int? {
    guard options.isShaping, options.lamAlef == .ligature, scalars[index].scalar == "\u{0644}",
      scalars[index].form == .initial || scalars[index].form == .medial
    else { return nil }
    var next = index + 1
    while next < scalars.count, JoiningType(scalars[next].scalar) == .transparent { next += 1 }
    guard next < scalars.count, scalars[next].level == scalars[index].level,
      PresentationForm.lamAlef(scalars[next].scalar, isFinal: false) != nil
    else { return nil }
    return next
  }

  private mutating func addLamAlef(_ lam: Int, _ alef: Int, _ end: Int, start: Int) {
    let form = PresentationForm.lamAlef(scalars[alef].scalar, isFinal: scalars[lam].form == .medial)
    var text = CellText(form ?? scalars[lam].scalar)
    for place in lam..<end where scalars[place].kind == .mark && options.marks == .keep {
      text.add(scalars[place].scalar)
    }
    pieces.append(LayoutPiece(start: offset(start), end: offset(end), width: 1, text: text))
  }

  /// Adds a piece for each character of a cluster that takes columns, or one for an emoji.
  private mutating func addPieces(_ start: Int, _ end: Int) {
    var shape = ClusterShape()
    for place in start..<end { shape.add(scalars[place].scalar, scalars[place].kind) }
    let first = pieces.count
    for place in start..<end {
      let scalar = scalars[place]
      let hasBase = pieces.count > first
      switch scalar.kind {
      case .hidden, .separator: break
      case .mark:
        // A mark without a letter stands on a dotted circle, so that it is seen and does not leave its cell.
        if !hasBase {
          pieces.append(LayoutPiece(start: offset(place), end: 0, width: 1, text: CellText("\u{25CC}")))
        }
        if isShown(markAt: place, onLetterAt: start) { pieces[pieces.count - 1].text.add(scalar.scalar) }
      default:
        // Of an emoji made of several pictures a cell can hold the first.
        if shape.isEmoji, hasBase { continue }
        if let last = pieces.indices.last, hasBase { pieces[last].end = offset(place) }
        pieces.append(
          LayoutPiece(
            start: offset(place), end: 0, width: shape.isEmoji ? 2 : scalar.kind.width, text: text(of: scalar)))
      }
    }
    pieces[pieces.count - 1].end = offset(end)
  }

  private func isShown(markAt place: Int, onLetterAt letter: Int) -> Bool {
    guard options.marks == .strip else { return true }
    let direction = BidiClass(scalars[letter].scalar)
    return direction != .r && direction != .al
  }

  private func text(of scalar: AnalyzedScalar) -> CellText {
    switch scalar.kind {
    case .control: return CellText(controlPicture(scalar.scalar))
    case .unassigned: return CellText("\u{FFFD}")
    case .space: return CellText(" ")
    default: break
    }
    guard options.order == .visual else { return CellText(scalar.scalar) }
    if scalar.level & 1 == 1, let image = mirrorImage(of: scalar.scalar) { return CellText(image) }
    guard options.shaping == .presentationForms else { return CellText(scalar.scalar) }
    let form = PresentationForm(of: scalar.scalar, scalar.form)
    var text = CellText(form.scalar)
    if let mark = form.mark, options.marks == .keep { text.add(mark) }
    return text
  }
}
