import ArgumentParser
import Cells
import Terminal

extension TerminalOptions.Bidi: ExpressibleByArgument {}
extension TerminalOptions.Shaping: ExpressibleByArgument {}
extension TerminalOptions.LamAlef: ExpressibleByArgument {}
extension TerminalOptions.Marks: ExpressibleByArgument {}
extension TerminalOptions.BidiSwitch: ExpressibleByArgument {}
extension TerminalOptions.Restore: ExpressibleByArgument {}
extension TerminalOptions.Passthrough: ExpressibleByArgument {}

/// What the user wants of the terminal, on the command line; it goes before the configuration.
struct DisplayOptions: ParsableArguments {
  @Option(help: "Who puts letters in visual order: auto, explicit (mujaz), terminal or none.")
  var bidi: TerminalOptions.Bidi?

  @Option(help: "Who joins letters: auto, pf (mujaz, with presentation forms) or none.")
  var shaping: TerminalOptions.Shaping?

  @Option(help: "Lam with alef: ligature (one cell) or two.")
  var lamAlef: TerminalOptions.LamAlef?

  @Option(help: "Vowel signs: auto, keep or strip.")
  var marks: TerminalOptions.Marks?

  @Option(help: "How the terminal is asked to leave the order alone: auto, bdsm, konsole, mlterm, lro or off.")
  var bidiSwitch: TerminalOptions.BidiSwitch?

  @Option(help: "Whether the terminal's own order is given back at the end: auto or never.")
  var restore: TerminalOptions.Restore?

  @Option(help: "Whether sequences are sent through tmux or screen: auto, on or off.")
  var muxPassthrough: TerminalOptions.Passthrough?

  /// The settings with what was said on the command line laid over them.
  func over(_ settings: TerminalOptions) -> TerminalOptions {
    var options = settings
    if let bidi { options.bidi = bidi }
    if let shaping { options.shaping = shaping }
    if let lamAlef { options.lamAlef = lamAlef }
    if let marks { options.marks = marks }
    if let bidiSwitch { options.bidiSwitch = bidiSwitch }
    if let restore { options.restore = restore }
    if let muxPassthrough { options.passthrough = muxPassthrough }
    return options
  }
}

extension LayoutOptions {
  /// How text becomes cells on a terminal of this profile.
  init(_ profile: TerminalProfile) {
    self.init()
    order = profile.bidi == .explicit ? .visual : .logical
    shaping = profile.usesPresentationForms ? .presentationForms : .none
    lamAlef = profile.joinsLamAlef ? .ligature : .twoCells
    marks = profile.keepsMarks ? .keep : .strip
  }
}
