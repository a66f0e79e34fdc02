import UnicodeText

/// A place where a line can be made longer.
struct StretchJoint: BitwiseCopyable {
  /// The cell behind which cells are added.
  var place: Int
  /// How many are added.
  var count: Int
  /// Lower ones come first.
  var rank: UInt8
}

extension LayoutBuffer {
  /// Makes a line longer; `false` where nothing can be done.
  mutating func stretch(_ cut: LineCut, to width: Int) -> Bool { false }

  mutating func orderStretched() {}
}
