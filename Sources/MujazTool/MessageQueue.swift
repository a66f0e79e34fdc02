import Reader
import Synchronization

/// Messages from the background to the reader's loop, in order.
final class MessageQueue: Sendable {
  private let messages = Mutex<[Message]>([])
  private let wake: @Sendable () -> Void

  /// Creates an empty queue; `wake` is called after every message, from any thread.
  init(wake: @escaping @Sendable () -> Void) { self.wake = wake }

  /// Adds a message.
  func post(_ message: Message) {
    messages.withLock { $0.append(message) }
    wake()
  }

  /// Takes all messages.
  func take() -> [Message] {
    messages.withLock { waiting in
      defer { waiting.removeAll() }
      return waiting
    }
  }
}
