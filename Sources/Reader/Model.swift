import Briefings
import Cells
import Search

/// What the program that runs the reader decides for it once: how the terminal shows text, and what things are called.
public struct ReaderOptions: Hashable, Sendable {
  /// How text becomes cells on this terminal.
  public var layout: LayoutOptions
  /// How things look.
  public var theme: Theme
  /// What the theme is called.
  public var themeName: Theme.Name
  /// The most columns a line of an article takes.
  public var measure: Int
  /// The language of the reader's own words.
  public var language: InterfaceLanguage
  /// What keys do.
  public var keymap: Keymap
  /// How dates are written.
  public var dates = DateStyle.gregorian
  /// The folder proposed for files that are written, as the user wrote it; empty for the one the program runs in.
  public var exportFolder = ""
  /// Which digits dates and counts are written with.
  public var digits = DigitStyle.latin
  /// Whether links in texts are numbered.
  public var numbersLinks = true
  /// What day it is, in days since 1970-01-01; `nil` where that is not known.
  public var today: Int?
  /// Whether the terminal shows block characters, which charts are made of.
  public var usesBlocks = true
  /// Whether the screen is for screen readers and Braille: one pane at a time, line by line, letters as they are stored.
  public var isPlain: Bool

  /// Creates options.
  public init(
    layout: LayoutOptions = LayoutOptions(), theme: Theme.Name = .standard, measure: Int = 80,
    language: InterfaceLanguage = .english, keymap: Keymap = .standard, isPlain: Bool = false
  ) {
    self.layout = isPlain ? .plain(layout) : layout
    self.isPlain = isPlain
    // Signs that stand for amounts say nothing when they are read out.
    usesBlocks = !isPlain
    self.theme = Theme(theme)
    themeName = theme
    self.measure = measure
    self.language = language
    self.keymap = keymap
  }
}

/// Which pane keys go to.
public enum Focus: Hashable, Sendable {
  case list, article, panel
  /// The page, in place of them all.
  case page
}

/// Everything the reader knows: the screen is a function of it, and it changes only in `update`.
public struct Model: Hashable, Sendable {
  /// The screen's size.
  public var size: Size
  /// What was decided at the start.
  public var options: ReaderOptions
  /// The pane of briefings.
  public var library = LibraryState()
  /// The search of the archive, in the list's place while it is open.
  public var search: SearchState?
  /// What was searched before, the latest first.
  public var queries: [String] = []
  /// The article shown.
  public var article: ArticleState?
  /// What the side panel shows of it.
  public var panel = PanelState()
  /// Which pane keys go to.
  public var focus = Focus.list { didSet { if focus != .page { page = nil } } }
  /// The page shown in place of the panes; there while `focus` is on it.
  public var page: Page?
  /// Whether the side panel is shown.
  public var isPanelShown = true
  /// Whether the list is shown beside other panes.
  public var isListShown = true
  /// Whether the pane that keys go to has the whole screen.
  public var isZoomed = false
  /// What the mouse has taken hold of.
  var dragged: Dragged?
  /// By how many columns the user made list and panel wider.
  var extraColumns = PaneLayout.Extra()
  /// Whether the text being read runs from right to left; panes follow it.
  public var isRightToLeft = true
  /// Whether statements that the rules are unsure of are left out.
  public var hidesDoubtful = false
  /// Whether the user exchanged the sides of list and panel.
  public var isFlipped = false
  /// The line being typed for a search in the article.
  public var prompt: Prompt?
  /// The new name of an entity being typed.
  public var renaming: Renaming?
  /// A line being typed about articles or the list.
  public var entry: Entry?
  /// The entity that is to become part of the next one chosen for it.
  public var mergeMark: EntityName?
  /// The statement that is to be compared with the next one chosen for it.
  public var compareMark: StatementRecord?
  /// The statements that the user marked, of any article, in the order of their marking.
  public var markedStatements: [StatementID] = []
  /// How far the file is that is being written.
  public var exported: ExportProgress?
  /// The commands by name, while one is being typed.
  public var palette: Palette?
  /// A few things to choose one from, while they are shown.
  public var menu: Menu?
  /// What the next letter is for, after the key of marks.
  public var awaitedLetter: LetterPurpose?
  /// The places that were given letters.
  var placeMarks: [Unicode.Scalar: PlaceMark] = [:]
  /// The overlay of keys, and how far it is scrolled.
  public var helpTop: Int?
  /// Where Back and Forward lead.
  public var trail = Trail()
  /// What the status line tells until the next key.
  public var notice: Notice?
  /// How lists are shown to somebody who has changed nothing.
  public private(set) var defaultView: KeptView
  /// What was changed here, for rows that were asked for before.
  var changedRows = ChangedRows()
  /// What can be taken back, the newest last.
  var undos: [Undo] = []
  /// Up to which moment the page of what is new was looked at.
  var seenUntil: ChangeNumber?
  /// Whether the user wants what is new to stay so.
  var keepsUnseen = false
  /// How many decisions were made or taken back here: findings that came before the last one are out of date.
  var decisionCount = 0
  /// A request that is known to take long.
  var slowRequest: Int?
  /// The number the next request gets; answers to older ones are dropped.
  public var nextRequest = 1

  /// Creates the reader's first state; `start` gives the effects that fill it.
  public init(size: Size, options: ReaderOptions) {
    self.size = size
    self.options = options
    defaultView = KeptView(dates: options.dates, digits: options.digits)
  }

  /// Whether the list stands right and the panel left.
  public var isListRight: Bool { isRightToLeft != isFlipped }

  /// Takes a number for a request.
  mutating func takeRequest() -> Int {
    defer { nextRequest += 1 }
    return nextRequest
  }
}

/// A line being typed.
public struct Prompt: Hashable, Sendable {
  /// What is typed so far.
  public var text = ""
  /// The letters of it that stand behind the cursor.
  var behind = 0
  /// The article as it was before: where it stood and what was marked in it.
  var original: ArticleState
}

/// The new name of an entity being typed.
public struct Renaming: Hashable, Sendable {
  /// The entity.
  public var entity: EntityName
  /// What is typed so far.
  public var text: String
  /// The words that are to be a mention of it, where it is no new name for an old entity.
  public var place: MarkedPlace?
  /// The letters of it that stand behind the cursor.
  var behind = 0
}

/// Words for the status line.
public struct Notice: Hashable, Sendable {
  /// The words.
  public var text: String
  /// Whether something went wrong.
  public var isError: Bool

  /// Creates a notice.
  public init(_ text: String, isError: Bool = false) {
    self.text = text
    self.isError = isError
  }
}

/// The places that were left by a jump, as a browser keeps them.
public struct Trail: Hashable, Sendable {
  /// What one step back brings again.
  struct Stop: Hashable, Sendable {
    var library: LibraryState
    var search: SearchState?
    var article: ArticleState?
    var panel: PanelState
    var focus: Focus
    var isRightToLeft: Bool
    var page: Page?
  }

  /// The most stops kept.
  static let limit = 100

  private(set) var back: [Stop] = []
  private(set) var forward: [Stop] = []

  /// Remembers where a jump starts from.
  mutating func leave(_ stop: Stop) {
    back.append(stop)
    if back.count > Self.limit { back.removeFirst() }
    forward.removeAll()
  }

  /// The last stop, `current` becoming the first one forward; `nil` at the beginning.
  mutating func goBack(from current: Stop) -> Stop? {
    guard let stop = back.popLast() else { return nil }
    forward.append(current)
    return stop
  }

  /// The latest stop that fits, for good: it and those behind it are forgotten, and so is the way forward.
  mutating func unwind(to isWanted: (Stop) -> Bool) -> Stop? {
    guard let index = back.lastIndex(where: isWanted) else { return nil }
    let stop = back[index]
    back.removeSubrange(index...)
    forward.removeAll()
    return stop
  }

  /// The next stop, `current` becoming the last one back; `nil` at the end.
  mutating func goForward(from current: Stop) -> Stop? {
    guard let stop = forward.popLast() else { return nil }
    back.append(current)
    return stop
  }

  /// How many steps back there are.
  public var depth: Int { back.count }
}

extension Model {
  /// Where the reader stands now, for the trail.
  var stop: Trail.Stop {
    Trail.Stop(
      library: library.keptAside, search: search, article: article?.keptAside, panel: panel, focus: focus,
      isRightToLeft: isRightToLeft, page: page)
  }

  /// Goes to a stop of the trail; the article is laid out anew where the screen has changed since. Answers that were
  /// awaited there have been dropped meanwhile, so they are asked for again.
  mutating func restore(_ stop: Trail.Stop) -> [Effect] {
    var effects: [Effect] = []
    let isSameList =
      library.filter == stop.library.filter && library.order == stop.library.order
      && library.grouping == stop.library.grouping
    if isSameList, let index = library.index(of: stop.library.selectedRow?.id) {
      // The rows are newer here; only the choice comes from there.
      library.top = index - (stop.library.selected - stop.library.top)
      library.selected = index
      library.goal = nil
    } else if !isSameList || stop.library.isLoaded {
      library = stop.library
      (library.request, library.groupRequest, library.storyRequest, library.countRequest) = (nil, nil, nil, nil)
      library.goal = nil
      applyChanges()
      if !library.isLoaded || library.isStale {
        effects += reloadList()
      } else if library.total == nil {
        effects += countList()
      }
    }
    focus = stop.focus
    page = stop.page
    isRightToLeft = stop.isRightToLeft
    search = stop.search
    // The layout is kept where the article shown is the same.
    let layout = article?.briefing == stop.article?.briefing ? article?.layout : nil
    article = stop.article
    if let layout { article?.layout = layout }
    panel = stop.panel
    panel.pendingArticle = nil
    panel.request = nil
    effects += resumeSearch()
    if panel.tab == .related, panel.related == nil, let origin = panel.origin { effects += loadRelated(to: origin) }
    if let pending = stop.panel.pendingArticle, pending.purpose == .preview { effects += preview() }
    if panel.pendingArticle == nil { effects += refreshIfOld() }
    if page?.content.progress.request != nil { effects += loadPage() }
    layOutArticle()
    keepListSelectionVisible()
    if library.isTree { effects += loadNeighbours() }
    keepPageChoiceVisible()
    return effects
  }
}
