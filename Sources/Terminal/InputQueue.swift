import Cells

/// Events on their way from the decoder to the program.
final class InputQueue {
  private var decoder = KeyDecoder()
  private var clicks = ClickTracker()
  private var ready: [InputEvent] = []
  private var arrival = 0

  /// Whether nothing will ever come again.
  var hasEnded = false

  init(typedAhead: [UInt8]) {
    decoder.feed(typedAhead)
  }

  /// When the rest of a sequence that has begun is no longer waited for; `nil` when none has.
  var patienceEnds: Int? { decoder.isWaiting ? arrival + decoder.patience : nil }

  /// The next event, in the order in which they came; signals go first.
  func next(at time: Int) -> InputEvent? {
    if !ready.isEmpty { return ready.removeFirst() }
    return decoder.next().map { counted($0, at: time) }
  }

  /// Takes in bytes.
  func feed(_ bytes: some Sequence<UInt8>, at time: Int) {
    arrival = time
    decoder.feed(bytes)
  }

  /// Takes in an event that is not made of bytes.
  func push(_ event: InputEvent) { ready.append(event) }

  /// The event that a sequence is when its rest did not come in time.
  func giveUp(at time: Int) -> InputEvent? {
    guard let patienceEnds, time >= patienceEnds else { return nil }
    return decoder.giveUp().map { counted($0, at: time) }
  }

  /// A click before a pause is not the first half of one after it.
  func forgetClicks() { clicks = ClickTracker() }

  private func counted(_ event: InputEvent, at time: Int) -> InputEvent {
    guard case .mouse(let mouse) = event else { return event }
    return .mouse(clicks.counted(mouse, at: time))
  }
}
