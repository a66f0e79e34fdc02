import CTerminal

/// Makes `NcursesDisplay.nextEvent` return, from any thread: for results that arrive in the background.
///
/// Values are handles of one pipe, which lives as long as any of them.
public struct Waker: Sendable {
  private let pipe: Pipe

  init?() {
    guard let pipe = Pipe() else { return nil }
    self.pipe = pipe
  }

  /// Causes one `.wake`. Calls before that event is taken count as one.
  public func wake() { ct_ring(pipe.writing) }

  var reading: Int32 { pipe.reading }

  private final class Pipe: Sendable {
    let reading: Int32
    let writing: Int32

    init?() {
      var ends: [Int32] = [-1, -1]
      guard ct_pipe(&ends) else { return nil }
      reading = ends[0]
      writing = ends[1]
    }

    deinit {
      ct_close_pipe(reading, writing)
    }
  }
}
