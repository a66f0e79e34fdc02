/// Something that can show frames: a terminal, or a test's recorder.
public protocol Display {
  /// The size of the screen now.
  var size: Size { get }

  /// Shows a frame; what did not change since the last one is not sent again.
  mutating func show(_ frame: Frame)
}
