import ArgumentParser
import Glibc

/// Random texts through a part of the product, compared with what others make of them.
struct FuzzCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fuzz", abstract: "Compare a part of the product with others over random input.",
    subcommands: [Layout.self])

  /// Lives in the benchmarks' package, since only that one links FriBidi and ICU.
  struct Layout: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "layout", abstract: "Compare the layout with FriBidi, ICU and the rules written plainly.",
      discussion: "Run it in the package's folder. The same as scripts/bench fuzz-layout, whose options it takes.")

    @Argument(parsing: .captureForPassthrough, help: "--cases N, --seed S, --examples N, --check NAME")
    var options: [String] = []

    func run() throws {
      var arguments: [UnsafeMutablePointer<CChar>?] = (["scripts/bench", "fuzz-layout"] + options).map { strdup($0) }
      arguments.append(nil)
      execv("scripts/bench", arguments)
      throw ValidationError("scripts/bench does not start here (\(String(cString: strerror(errno))))")
    }
  }
}
