import Cells
import UnicodeText

/// What must hold of every layout, whoever else lays out the same text.
enum CellChecks {
  static let all = [
    Check(name: "cells, coverage and maps") { text, answer in
      for (width, options) in settings(text) {
        let layout = ParagraphLayout(String(decoding: answer.bytes, as: UTF8.self), width: width, options: options)
        if let fault = fault(layout, answer, width: width, options: options) {
          return .unexplained("width \(width), \(options.order), \(options.shaping), \(options.lamAlef): \(fault)")
        }
      }
      return .agrees
    },
    Check(name: "cells, order of the rules", find: order),
  ]

  /// Two settings for each text, chosen by its content, so that they come again with it.
  private static func settings(_ text: FuzzText) -> [(Int, LayoutOptions)] {
    var mixed = UInt64(text.base)
    for scalar in text.scalars { mixed = (mixed ^ UInt64(scalar)) &* 0x9E37_79B9_7F4A_7C15 }
    let bits = Int(truncatingIfNeeded: mixed >> 40)
    var options = LayoutOptions(base: base(text))
    var result = [(1 + bits % 12, options)]
    options.order = bits & 16 == 0 ? .visual : .logical
    options.shaping = bits & 32 == 0 ? .presentationForms : .none
    options.lamAlef = bits & 64 == 0 ? .ligature : .twoCells
    options.marks = bits & 128 == 0 ? .keep : .strip
    result.append((bits & 256 == 0 ? 0 : 1 + bits / 512 % 40, options))
    return result
  }

  private static func base(_ text: FuzzText) -> BaseDirection {
    text.base == 0 ? .leftToRight : text.base == 1 ? .rightToLeft : .auto
  }

  private static func fault(
    _ layout: ParagraphLayout, _ answer: OurAnswer, width: Int, options: LayoutOptions
  ) -> String? {
    var end = 0
    for (number, line) in layout.lines.enumerated() {
      if line.source.lowerBound != end { return "line \(number) begins at \(line.source.lowerBound), not at \(end)" }
      end = line.source.upperBound
      if width > 0, line.columns > width { return "line \(number) takes \(line.columns) columns" }
      if let fault = coverage(line, answer) { return "line \(number): \(fault)" }
      for (column, cell) in line.cells.enumerated() {
        if let fault = fault(cell, line, column) { return "line \(number), column \(column): \(fault)" }
        guard let source = cell.source else { continue }
        let stretches = layout.stretches(of: source)
        if !stretches.contains(where: { $0.line == number && $0.columns.contains(column) }) {
          return "line \(number), column \(column): bytes \(source) are not found there"
        }
        if layout.line(containing: source.lowerBound) != number { return "line \(number): not found by \(source)" }
        for stretch in stretches {
          for column in stretch.columns where layout.lines[stretch.line].cells[column].source?.overlaps(source) != true
          {
            return "bytes \(source) are said to stand on line \(stretch.line), column \(column)"
          }
        }
      }
    }
    return end == answer.bytes.count ? nil : "the lines end at \(end) of \(answer.bytes.count)"
  }

  /// Each byte of a line belongs to one cluster of cells, or shows nothing there.
  private static func coverage(_ line: VisualLine, _ answer: OurAnswer) -> String? {
    let sources = Set(line.cells.compactMap(\.source)).sorted { $0.lowerBound < $1.lowerBound }
    var end = line.source.lowerBound
    for source in sources {
      if source.isEmpty { return "a cell shows no bytes at \(source.lowerBound)" }
      if source.lowerBound < end { return "bytes \(source.lowerBound)..<\(end) are shown twice" }
      if let byte = shown(end..<source.lowerBound, answer) { return "byte \(byte) is not shown" }
      end = source.upperBound
    }
    if end > line.source.upperBound { return "a cell shows byte \(end - 1) of another line" }
    return shown(end..<line.source.upperBound, answer).map { "byte \($0) is not shown" }
  }

  /// The first byte of a range that something should stand for: anything but blanks, line ends and what is hidden.
  private static func shown(_ range: Range<Int>, _ answer: OurAnswer) -> Int? {
    for scalar in answer.scalars where range.contains(Int(scalar.offset)) {
      if scalar.isLineEnd || scalar.kind == .hidden || scalar.kind == .separator { continue }
      if scalar.kind == .space || scalar.scalar == "\t" || scalar.scalar == "\u{3000}" { continue }
      return Int(scalar.offset)
    }
    return nil
  }

  private static func fault(_ cell: Cell, _ line: VisualLine, _ column: Int) -> String? {
    switch cell.width {
    case 0:
      if !cell.text.isEmpty { return "the right half of a wide cluster has a text" }
      let left = column > 0 ? line.cells[column - 1] : .blank
      return left.width == 2 && left.source == cell.source ? nil : "a right half without its left half"
    case 1: break
    case 2:
      if column + 1 >= line.cells.count || line.cells[column + 1].width != 0 { return "a left half without its right" }
    default: return "a width of \(cell.width)"
    }
    var isFirst = true
    for scalar in cell.text.unicodeScalars {
      let kind = CellKind(scalar)
      switch kind {
      case .control, .unassigned, .separator: return "U+\(String(scalar.value, radix: 16)) would be sent"
      case .hidden: return "U+\(String(scalar.value, radix: 16)), which is hidden, would be sent"
      case .mark: if isFirst { return "a mark stands alone" }
      default: if !isFirst { return "a second character stands in the cell" }
      }
      isFirst = false
    }
    return isFirst ? "an empty cell" : nil
  }

  private static func hasClusterOfTwoLevels(_ answer: OurAnswer) -> Bool {
    zip(answer.scalars, answer.scalars.dropFirst()).contains { !$1.beginsCluster && $0.level != $1.level }
  }

  /// Cells of one unwrapped line stand in the order of their first characters by the rules.
  private static func order(_ text: FuzzText, _ answer: OurAnswer) -> Finding {
    if answer.scalars.contains(where: { $0.isLineEnd || $0.kind == .separator }) { return .agrees }
    let plain = PlainBidi(text.scalars, base: text.base)
    var rank = [Int](repeating: -1, count: text.scalars.count)
    for (place, scalar) in plain.order.enumerated() { rank[scalar] = place }
    let layout = ParagraphLayout(
      String(decoding: answer.bytes, as: UTF8.self), width: 0, options: LayoutOptions(base: base(text)))
    var last = -1
    for cell in layout.lines[0].cells where cell.width > 0 {
      guard let source = cell.source,
        let first = answer.scalars.firstIndex(where: { source.contains(Int($0.offset)) && $0.kind != .hidden }),
        // What X9 removes has no place in the order.
        rank[first] >= 0
      else { continue }
      // Of several cells of one cluster the order is the cluster's.
      guard answer.scalars[first].beginsCluster else { continue }
      if rank[first] < last {
        if hasClusterOfTwoLevels(answer) { return .explained("a cluster of two levels is kept together (UAX #29)") }
        return .unexplained("the cell of byte \(source.lowerBound) stands out of order; levels \(plain.levels)")
      }
      last = max(last, rank[first])
    }
    return .agrees
  }
}
