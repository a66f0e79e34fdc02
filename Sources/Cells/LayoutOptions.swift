/// Which way a paragraph runs.
public enum BaseDirection: String, Hashable, Sendable, CaseIterable {
  /// As its first strong character does; from left to right if there is none.
  case auto
  /// From left to right, whatever it holds.
  case leftToRight
  /// From right to left, whatever it holds.
  case rightToLeft
}

/// Whether Arabic letters are joined here or by the terminal.
public enum Shaping: String, Hashable, Sendable, CaseIterable {
  /// Joined letters are replaced by their presentation forms.
  case presentationForms
  /// Letters stay as they are.
  case none
}

/// How lam with an alef is shown, which is one character in presentation forms.
public enum LamAlef: String, Hashable, Sendable, CaseIterable {
  /// One cell holds both.
  case ligature
  /// Each has its own cell.
  case twoCells
}

/// Whether vowel marks are shown.
public enum Marks: String, Hashable, Sendable, CaseIterable {
  /// On their letters, at most four each.
  case keep
  /// Not on letters written from right to left, for terminals that lose letters under marks.
  case strip
}

/// In which order the cells of a line stand.
public enum CellOrder: String, Hashable, Sendable, CaseIterable {
  /// As they are seen, from left to right.
  case visual
  /// As they are read, for a terminal that orders them itself: nothing is joined or mirrored then.
  case logical
}

/// How hidden characters are shown: bidirectional controls, joiners and the like.
public enum Controls: String, Hashable, Sendable, CaseIterable {
  /// Not at all.
  case hidden
  /// By their names, such as `[RLO]`, each where it stands.
  case named
}

/// What stands for « and » in text from right to left.
public enum Guillemets: String, Hashable, Sendable, CaseIterable {
  /// The other one, as UAX #9 asks for.
  case mirrored
  /// The same one, for texts that were written for programs that do not mirror.
  case asStored
}

/// Where lines that are not full end.
public enum Alignment: String, Hashable, Sendable, CaseIterable {
  /// Where their text does.
  case start
  /// At the width, but for a paragraph's last line: Arabic letters are stretched by tatweel, then blanks are widened.
  case justify
}

/// How paragraphs are laid out.
public struct LayoutOptions: Hashable, Sendable {
  /// Which way paragraphs run.
  public var base: BaseDirection
  /// Whether Arabic letters are joined here.
  public var shaping: Shaping
  /// How lam with an alef is shown.
  public var lamAlef: LamAlef
  /// Whether vowel marks are shown.
  public var marks: Marks
  /// In which order the cells of a line stand.
  public var order: CellOrder
  /// How hidden characters are shown.
  public var controls: Controls
  /// What stands for « and » in text from right to left.
  public var guillemets: Guillemets
  /// Where lines end that are not full.
  public var alignment: Alignment

  /// Creates options; what is not named is as it should be on a terminal that does nothing of this itself.
  public init(
    base: BaseDirection = .auto, shaping: Shaping = .presentationForms, lamAlef: LamAlef = .ligature,
    marks: Marks = .keep, order: CellOrder = .visual, controls: Controls = .hidden,
    guillemets: Guillemets = .mirrored, alignment: Alignment = .start
  ) {
    self.base = base
    self.shaping = shaping
    self.lamAlef = lamAlef
    self.marks = marks
    self.order = order
    self.controls = controls
    self.guillemets = guillemets
    self.alignment = alignment
  }

  /// Whether letters are replaced by presentation forms.
  var isShaping: Bool { shaping == .presentationForms && order == .visual }
}
