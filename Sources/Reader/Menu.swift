import Briefings
import Cells
import Search

/// A few things to choose one from, over the rows above the last one.
public struct Menu: Hashable, Sendable {
  /// What is to be chosen.
  public enum Kind: Hashable, Sendable {
    /// The addresses of the article, the first of which has a number: chosen is opened.
    case links([Link], first: Int)
    /// What the list may be grouped by.
    case groupings([ListGrouping])
    /// What can be written into a file: chosen, it asks for the form.
    case exports([ExportChoice])
    /// The forms of a file: chosen, it asks for the name.
    case forms(ExportChoice, [ExportForm])
    /// The places that were left, the oldest first, then this one, then those that Back came from.
    case trail([String], here: Int)
  }

  /// What is to be chosen.
  public var kind: Kind
  /// The chosen one.
  public var selected: Int
  /// The digits typed of a number that may go on.
  var typed = 0

  /// How many there are.
  var count: Int {
    switch kind {
    case .links(let links, _): links.count
    case .groupings(let groupings): groupings.count
    case .exports(let choices): choices.count
    case .forms(_, let forms): forms.count
    case .trail(let stops, _): stops.count
    }
  }
}

extension Model {
  /// How many rows a menu, the palette or tags take above the last one.
  var overlayRows: Int { menu.map { min($0.count, max(1, size.rows - 3)) } ?? max(paletteRows, tagRows) }

  /// Lists the addresses of the article.
  mutating func openLinks() {
    guard let article else {
      notice = Notice(wording.noArticleOpen)
      return
    }
    let found = links(of: article.briefing)
    guard !found.isEmpty else {
      notice = Notice(wording.noLinks)
      return
    }
    menu = Menu(kind: .links(found, first: firstLinkNumber(of: article.briefing)), selected: 0)
  }

  /// Lists where Back and Forward lead.
  mutating func openTrail() {
    let stops = trail.back + [stop] + trail.forward.reversed()
    menu = Menu(kind: .trail(stops.map(name), here: trail.back.count), selected: trail.back.count)
  }

  /// What a place of the trail is called.
  private func name(_ stop: Trail.Stop) -> String {
    if stop.focus == .list || stop.article == nil {
      if let search = stop.search { return "\(wording.heading(search.kind)): \(search.text)" }
      let row = stop.library.selectedRow?.title ?? ""
      let list = stop.library.filter.entity.map(wording.naming) ?? wording.archive
      return row.isEmpty ? list : "\(list): \(wording.isolated(row))"
    }
    return stop.article?.briefing.title ?? ""
  }

  /// A key while a menu is open.
  mutating func typeInMenu(_ key: Key) -> [Effect] {
    guard var state = menu else { return [] }
    let digit: Int?
    if case .character(let scalar) = key.code, key.modifiers.isEmpty {
      digit = Character(scalar).wholeNumberValue.flatMap { 0...9 ~= $0 ? $0 : nil }
    } else {
      digit = nil
    }
    if let digit, case .links(let links, let first) = state.kind {
      return typeLinkNumber(digit, first..<first + links.count, state)
    }
    state.typed = 0
    if let number = digit, number > 0 {
      state.selected = min(number, state.count) - 1
      menu = state
      return []
    }
    switch options.keymap.action(for: key) {
    case .down: state.selected = min(state.selected + 1, state.count - 1)
    case .up: state.selected = max(0, state.selected - 1)
    case .top: state.selected = 0
    case .bottom: state.selected = state.count - 1
    case .open:
      menu = nil
      return choose(state)
    case .copy:
      guard case .links(let links, _) = state.kind else { return [] }
      menu = nil
      notice = Notice(wording.copied)
      return [.copy(links[state.selected].address)]
    case .pageDown, .halfPageDown: state.selected = min(state.selected + overlayRows, state.count - 1)
    case .pageUp, .halfPageUp: state.selected = max(0, state.selected - overlayRows)
    case .groupList:
      guard case .groupings = state.kind else { return [] }
      state.selected = (state.selected + 1) % state.count
    case .leave, .back, .links, .trail, .export:
      menu = nil
      return []
    default: return []
    }
    menu = state
    return []
  }

  /// Takes a digit of a link's number: the link is opened once no other number begins so. One that reads as another host
  /// is only chosen, so that the real one is seen first.
  private mutating func typeLinkNumber(_ digit: Int, _ numbers: Range<Int>, _ state: Menu) -> [Effect] {
    var state = state
    let number = [state.typed * 10 + digit, digit].first { numbers.contains($0) }
    guard let number else { return [] }
    state.selected = number - numbers.lowerBound
    state.typed = number
    menu = state
    guard case .links(let links, _) = state.kind, !links[state.selected].isDisguised,
      number == 0 || !numbers.contains(number * 10)
    else { return [] }
    menu = nil
    return choose(state)
  }

  private mutating func choose(_ menu: Menu) -> [Effect] {
    switch menu.kind {
    case .links(let links, _):
      let link = links[menu.selected]
      notice = Notice(wording.opening(link.host))
      return [.openLink(link.address)]
    case .groupings(let groupings): return groupList(by: groupings[menu.selected])
    case .exports(let choices):
      chooseExport(choices[menu.selected])
      return []
    case .forms(let choice, let forms):
      openExportEntry(choice, forms[menu.selected])
      return []
    case .trail(_, let here):
      guard menu.selected != here else { return [] }
      let effects = savePosition()
      var target: Trail.Stop? = stop
      for _ in 0..<abs(menu.selected - here) {
        guard let from = target else { break }
        target = menu.selected < here ? trail.goBack(from: from) : trail.goForward(from: from)
      }
      return effects + (target.map { restore($0) } ?? [])
    }
  }
}

/// Draws a menu over the rows above the last one.
func menuView(_ model: Model, _ menu: Menu, over frame: inout Frame) {
  let theme = model.options.theme
  let rows = model.overlayRows
  let first = min(max(0, menu.selected - rows + 1), max(0, menu.count - rows))
  for offset in 0..<rows {
    let index = first + offset
    let style = theme[index == menu.selected ? .selection : .bar]
    let row = frame.size.rows - 1 - rows + offset
    let line = Rect(column: 0, row: row, columns: frame.size.columns, rows: 1)
    frame.fill(line, with: .blank(style))
    let inner = Rect(column: 1, row: row, columns: frame.size.columns - 2, rows: 1)
    switch menu.kind {
    case .links(let links, let first):
      // All ASCII, so that it reads the one way only.
      let link = links[index]
      let sign = link.isDisguised ? "!" : " "
      var plain = model
      plain.isRightToLeft = false
      label(
        "\(first + index) \(sign) \(link.host)  \(link.address)", base: .leftToRight, style: style, model: plain,
        row: row,
        in: inner, over: &frame)
    case .groupings(let groupings):
      let grouping = groupings[index]
      let sign = grouping == model.library.grouping ? "•" : " "
      label(
        "\(index + 1) \(sign) "
          + joined(
            [model.wording.grouping(grouping), model.wording.groupingNote(grouping)], isRightToLeft: model.isRightToLeft
          ),
        style: style, model: model, row: row, in: inner, over: &frame)
    case .exports(let choices):
      label(
        choices[index].words, base: model.wordBase, style: style, isCutAtWord: true, model: model, row: row,
        in: inner, over: &frame)
    case .forms(_, let forms):
      label(
        model.wording.form(forms[index]), base: model.wordBase, style: style, model: model, row: row, in: inner,
        over: &frame)
    case .trail(let stops, let here):
      label(
        "\(index == here ? "•" : " ") \(stops[index])", style: style, isCutAtWord: true, model: model, row: row,
        in: inner, over: &frame)
    }
  }
}

extension Model {
  /// The direction of the reader's own words.
  var wordBase: BaseDirection { options.language.isRightToLeft ? .rightToLeft : .leftToRight }
}
