import Cells

/// Makes a double click of two clicks at the same place within 400 milliseconds.
struct ClickTracker {
  private var last: (position: Frame.Position, time: Int)?

  /// The event with the count of its clicks set right.
  ///
  /// - Parameter time: Milliseconds from any fixed moment.
  mutating func counted(_ event: MouseEvent, at time: Int) -> MouseEvent {
    // What was dragged in between is no half of a double click.
    if event.action == .drag { last = nil }
    guard event.action == .click else { return event }
    if let last, last.position == event.position, time - last.time <= 400 {
      // A third click begins anew.
      self.last = nil
      return MouseEvent(.doubleClick, at: event.position)
    }
    last = (event.position, time)
    return event
  }
}
