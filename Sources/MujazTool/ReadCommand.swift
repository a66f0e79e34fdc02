import ArgumentParser
import Briefings
import CMemory
import Cells
import Glibc
import Importing
import Reader
import Store
import StoreSQLite
import Terminal

/// `mujaz read`, and `mujaz` alone.
struct ReadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read", abstract: "Open the reader (also without any command).")

  @OptionGroup var common: CommonOptions
  @OptionGroup var display: DisplayOptions
  @Flag(help: "For screen readers and Braille: one pane at a time, one thing a line, letters as they are stored.")
  var plain = false

  func run() throws {
    cm_spare()
    let surroundings = Surroundings()
    let settings = try surroundings.configuration(common)
    let path = try surroundings.archivePath(common.archive)
    let isFirstRun = access(path, F_OK) != 0
    let store = try surroundings.openStore(path: path, cache: .small)
    if isFirstRun { try importSamples(into: store, surroundings) }
    try openReader(on: store, surroundings, settings)
  }

  /// Puts the sample briefings into an archive that has just been made, so that the reader has something to show.
  private func importSamples(into store: SQLiteStore, _ surroundings: Surroundings) throws {
    guard let data = surroundings.dataFolder(), access(data + "/briefings", R_OK) == 0 else { return }
    Messages.write("mujaz: first run: putting the sample briefings into your archive")
    _ = try Ingestion(store: store, lexicon: surroundings.lexicon()).importAll(
      [data + "/briefings"], importer: Importer(), showsProgress: false)
  }

  private func openReader(on store: SQLiteStore, _ surroundings: Surroundings, _ settings: Configuration) throws {
    let environment = surroundings.environment
    let (facts, typedAhead) = TerminalFacts.gathered(environment: environment)
    let isPlain = plain || settings.isPlain
    // What reads the screen knows the letters as they are stored, and orders and joins them itself where it must.
    let profile = TerminalProfile(facts, options: isPlain ? .stored : display.over(settings.terminal))
    let usesColor = (environment["NO_COLOR"] ?? "").isEmpty
    let screen: NcursesDisplay
    do throws(TerminalError) {
      screen = try NcursesDisplay(
        profile: profile, terminal: environment["TERM"] ?? "", usesColor: usesColor,
        usesMouse: settings.usesMouse && !isPlain, typedAhead: typedAhead)
    } catch {
      throw Failure(error.description)
    }
    var options = ReaderOptions(
      layout: LayoutOptions(screen.profile), theme: usesColor ? settings.theme : .monochrome, measure: settings.measure,
      language: surroundings.language(settings),
      keymap: settings.keymap, isPlain: isPlain)
    options.dates = settings.dates
    options.digits = settings.digits
    options.usesBlocks = !isPlain && facts.codeset.uppercased() == "UTF-8" && environment["TERM"] != "linux"
    // Where there is no home folder, queries are not kept.
    let history = KeptState(folder: try? surroundings.stateFolder())
    options.numbersLinks = settings.numbersLinks
    options.exportFolder = settings.exports
    let files = FilePlaces(home: environment["HOME"], folder: settings.exports)
    runReader(on: screen, store: store, options: options, history: history, files: files) { address in
      openLink(address, with: settings.opener, environment: environment)
    } edited: { text in
      let named = [settings.editor, environment["VISUAL"] ?? "", environment["EDITOR"] ?? "", "vi"]
      return edit(text, with: named.first { $0.contains { $0 != " " } } ?? "vi", environment: environment)
    }
    let signal = screen.endSignal
    screen.close()
    if let signal { Glibc.exit(128 + signal) }
  }
}

extension TerminalOptions {
  /// Letters in the order and shape in which they are stored, whatever the terminal does with them.
  fileprivate static var stored: TerminalOptions {
    var options = TerminalOptions()
    (options.bidi, options.shaping, options.lamAlef, options.marks) = (.none, .none, .two, .keep)
    options.bidiSwitch = .off
    return options
  }
}

/// Runs the reader until it is left: events and answers in, frames out.
func runReader(
  on screen: NcursesDisplay, store: any BriefingStore & WordCounting, options: ReaderOptions, history: KeptState,
  files: FilePlaces, open: (String) -> String?, edited: (String) -> Result<String, Failure>
) {
  let waker = screen.waker
  let messages = MessageQueue { waker.wake() }
  let runner = EffectRunner(store: store, messages: messages, history: history, files: files)
  var model = Model(size: screen.size, options: options)
  model.queries = history.queries()
  model.show(KeptView(history.view(), over: model.defaultView))
  var isRunning = true

  func perform(_ effects: [Effect]) {
    for effect in effects where !runner.run(effect) {
      switch effect {
      case .copy(let text): screen.copyToClipboard(text)
      case .openLink(let address):
        if let problem = open(address) { perform(model.update(.failed(request: nil, problem))) }
      case .edit(let text):
        var outcome = Result<String, Failure>.success(text)
        screen.lend { outcome = edited(text) }
        switch outcome {
        case .success(let text): perform(model.update(.edited(text)))
        case .failure(let failure): perform(model.update(.failed(request: nil, failure.message)))
        }
      case .redraw: screen.redraw()
      case .suspend: screen.suspend()
      case .quit: isRunning = false
      default: break
      }
    }
  }

  // An archive that cannot tell where reading was left shows its list; what is wrong with it is said then.
  let last = (try? store.lastRead()) ?? nil
  /// Days go by while a reader is open.
  func noteDay() { model.options.today = Int(time(nil)) / 86_400 }
  noteDay()
  var memory = MemoryRelease()
  runner.watch()
  perform(model.start(resuming: last))
  runner.applyDecisions()
  screen.show(view(model))
  while isRunning {
    guard let event = screen.nextEvent(timeout: nil) else { continue }
    noteDay()
    perform(model.update(.input(event)))
    // Whatever else has come already is taken before the screen is drawn once.
    while isRunning, event != .hangup, let more = screen.nextEvent(timeout: 0) {
      perform(model.update(.input(more)))
      if more == .hangup { break }
    }
    for message in messages.take() { perform(model.update(message)) }
    if isRunning { screen.show(view(model)) }
    memory.noteWork()
  }
  perform(model.farewell())
  runner.finish()
}
