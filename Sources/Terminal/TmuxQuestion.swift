import CTerminal
import Glibc

/// Asks the tmux that the program runs in about itself.
enum TmuxQuestion {
  /// What tmux tells; `nil` when it does not answer within half a second.
  ///
  /// - Parameter environment: `TMUX`, `TMUX_PANE` and `PATH` say which tmux, which pane, and where the program is.
  static func multiplexer(environment: [String: String]) -> TerminalFacts.Multiplexer? {
    // Not a tab: tmux writes those as underscores.
    let format = "#{version}|#{allow-passthrough}|#{client_termtype}"
    var command = ["tmux", "display-message", "-p"]
    if let pane = environment["TMUX_PANE"] { command += ["-t", pane] }
    return output(of: command + [format], environment: environment).flatMap(multiplexer(answer:))
  }

  /// Reads the answer: version, option, terminal.
  static func multiplexer(answer: String) -> TerminalFacts.Multiplexer? {
    let line = answer.prefix { $0 != "\n" && $0 != "\r\n" }
    let fields = line.split(separator: "|", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
    guard fields.count == 3, !fields[0].isEmpty else { return nil }
    // Before 3.3 there was no such option, and everything was let through.
    let isOld = number(fields[0]).map { $0 < 3.3 } ?? false
    let allowed = fields[1].isEmpty ? isOld : ["on", "all", "1"].contains(fields[1])
    return .tmux(version: fields[0], client: fields[2], passthrough: allowed)
  }

  /// "3.3a" is 3.3, "next-3.4" is 3.4.
  private static func number(_ version: String) -> Double? {
    let digits = version.drop { !$0.isNumber }.prefix { $0.isNumber || $0 == "." }
    return Double(digits)
  }

  private static func output(of command: [String], environment: [String: String]) -> String? {
    var ends: [Int32] = [-1, -1]
    guard ct_pipe(&ends) else { return nil }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    var arguments: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) } + [nil]
    var variables: [UnsafeMutablePointer<CChar>?] = environment.map { strdup("\($0)=\($1)") } + [nil]
    defer { for text in arguments + variables { free(text) } }
    var child: pid_t = 0
    let failed = posix_spawnp(&child, command[0], &actions, nil, &arguments, &variables)
    close(ends[1])
    defer { close(ends[0]) }
    guard failed == 0 else { return nil }

    var answer: [UInt8] = []
    var source = pollfd(fd: ends[0], events: Int16(POLLIN), revents: 0)
    while poll(&source, 1, 500) > 0 {
      var bytes = [UInt8](repeating: 0, count: 1024)
      let count = read(ends[0], &bytes, bytes.count)
      guard count > 0 else { break }
      answer += bytes[..<count]
    }
    // It may hang; its answer would come too late.
    kill(child, SIGKILL)
    var status: Int32 = 0
    waitpid(child, &status, 0)
    return answer.isEmpty ? nil : String(decoding: answer, as: UTF8.self)
  }
}
