import Glibc

/// Lets Ctrl-C end long work between two batches instead of at once; a second Ctrl-C ends it at once.
enum Interruption {
  /// Whether the user asked to stop.
  static var isAsked: Bool { isInterrupted != 0 }

  /// Begins to listen.
  static func listen() {
    var action = sigaction()
    action.__sigaction_handler.sa_handler = interrupt
    // Not SA_RESTART: waiting for input ends, too.
    var signals = sigset_t()
    sigemptyset(&signals)
    for number in [SIGINT, SIGTERM] {
      sigaction(number, &action, nil)
      sigaddset(&signals, number)
    }
    // A program that starts this one may hand down that it blocks them.
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
  }
}

/// Written by the signal's handler, read between batches.
nonisolated(unsafe) private var isInterrupted: sig_atomic_t = 0

private func interrupt(_ number: Int32) {
  isInterrupted = 1
  signal(number, SIG_DFL)
}
