import Search

/// How the user wants lists shown: kept from one session to the next.
public struct KeptView: Hashable, Sendable {
  /// The order of articles.
  public var order = ListOrder.newest
  /// What they are grouped by.
  public var grouping = ListGrouping.none
  /// How dates are written.
  public var dates = DateStyle.gregorian
  /// Which digits dates and counts are written with.
  public var digits = DigitStyle.latin

  /// What nobody has changed.
  public init(dates: DateStyle = .gregorian, digits: DigitStyle = .latin) {
    self.dates = dates
    self.digits = digits
  }

  /// Reads what `text` gave: a name and a value on each line. What is none of ours changes nothing.
  public init(_ text: String, over defaults: KeptView) {
    self = defaults
    for line in text.split(whereSeparator: \.isNewline) {
      let words = line.split(separator: " ", maxSplits: 1).map(String.init)
      guard words.count == 2 else { continue }
      switch words[0] {
      case "order": order = ListOrder(rawValue: words[1]) ?? order
      case "grouping": grouping = ListGrouping(rawValue: words[1]) ?? grouping
      case "dates": dates = DateStyle(rawValue: words[1]) ?? dates
      case "digits": digits = DigitStyle(rawValue: words[1]) ?? digits
      default: continue
      }
    }
  }

  /// What differs from `defaults`, so that these may change later; empty for nothing.
  public func text(over defaults: KeptView) -> String {
    let lines = [
      order == defaults.order ? nil : "order \(order.rawValue)",
      grouping == defaults.grouping ? nil : "grouping \(grouping.rawValue)",
      dates == defaults.dates ? nil : "dates \(dates.rawValue)",
      digits == defaults.digits ? nil : "digits \(digits.rawValue)",
    ]
    return lines.compactMap { $0.map { $0 + "\n" } }.joined()
  }
}

extension Model {
  /// Shows lists as they were kept, before anything is asked for.
  public mutating func show(_ kept: KeptView) {
    library = LibraryState(filter: library.filter, order: kept.order, grouping: kept.grouping)
    (options.dates, options.digits) = (kept.dates, kept.digits)
  }

  /// How lists are shown.
  var keptView: KeptView {
    var view = KeptView(dates: options.dates, digits: options.digits)
    (view.order, view.grouping) = (library.order, library.grouping)
    return view
  }

  /// Keeps how lists are shown now.
  func keepView() -> [Effect] { [.keepView(keptView.text(over: defaultView))] }

  /// Shows lists as they are shown to somebody who has changed nothing.
  mutating func resetView() -> [Effect] {
    let defaults = defaultView
    (options.dates, options.digits) = (defaults.dates, defaults.digits)
    notice = Notice(wording.viewIsReset)
    guard search == nil, library.order != defaults.order || library.grouping != defaults.grouping else {
      return keepView()
    }
    library.order = defaults.order
    return regroupList(by: defaults.grouping) + keepView()
  }
}
