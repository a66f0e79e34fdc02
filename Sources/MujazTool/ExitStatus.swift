/// How the program ends.
enum ExitStatus: Int32 {
  /// Done, also when nothing was found.
  case done = 0
  /// Something failed; the message says what, and the rest was done.
  case failed = 1
  /// The command line is wrong.
  case usage = 2
}

/// Why a command ends early, with the words for the user.
struct Failure: Error {
  /// How the program ends.
  var status: ExitStatus
  /// What is said on standard error; empty when it has been said already.
  var message: String
  /// Lines that follow it.
  var details: [String]

  /// A failure at work.
  init(_ message: String, details: [String] = [], status: ExitStatus = .failed) {
    self.status = status
    self.message = message
    self.details = details
  }
}
