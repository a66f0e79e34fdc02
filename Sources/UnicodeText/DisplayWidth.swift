/// What a grapheme cluster is as a whole for a grid of cells.
///
/// - Source: UAX #11, section 5; UTS #51, sections 1.4.3 to 1.4.9.
public struct ClusterShape: Hashable, Sendable {
  private var pictographs = 0
  private var isWide = false
  private var hasSelector = false
  private var hasKeycap = false

  /// Creates the shape of an empty cluster.
  public init() {}

  /// Adds a scalar of the cluster.
  public mutating func add(_ scalar: Unicode.Scalar, _ kind: CellKind) {
    switch kind {
    case .narrowPictograph: pictographs += 1
    case .widePictograph, .emojiModifier:
      pictographs += 1
      isWide = true
    case .hidden: if scalar == "\u{FE0F}" { hasSelector = true }
    case .mark: if scalar == "\u{20E3}" { hasKeycap = true }
    default: break
    }
  }

  /// Whether the cluster is one picture two columns wide: a wide pictograph, or one made wide by a presentation
  /// selector, by a skin colour or by a joiner, or a keycap.
  public var isEmoji: Bool {
    if pictographs == 0 { return hasKeycap && hasSelector }
    return isWide || hasSelector || pictographs > 1
  }
}

extension CellKind {
  /// The columns a scalar of this kind takes in a cluster that is no emoji; controls are counted as their pictures.
  public var width: Int {
    switch self {
    case .mark, .hidden, .separator: return 0
    case .wide, .widePictograph, .emojiModifier: return 2
    case .narrow, .control, .unassigned, .space, .narrowPictograph, .regionalIndicator: return 1
    }
  }
}

/// The number of columns a grapheme cluster takes on a terminal.
///
/// - Shape: 2 for wide characters, emoji and flags; 0 for what shows nothing alone; else the sum of what the cluster's
///   scalars take, marks taking none.
/// - Parameter cluster: The scalars of one extended grapheme cluster.
/// - Complexity: O(*n*).
public func displayWidth(_ cluster: some Sequence<Unicode.Scalar>) -> Int {
  var shape = ClusterShape()
  var width = 0
  for scalar in cluster {
    let kind = CellKind(scalar)
    shape.add(scalar, kind)
    width += kind.width
  }
  return shape.isEmoji ? 2 : width
}
