import CFuzzer
import Glibc

// Fuzz TARGET [libFuzzer's options and corpora]: one parser, fed with whatever reaches new parts of it.
guard CommandLine.argc >= 2, let target = Target(rawValue: CommandLine.arguments[1]) else {
  print("usage: Fuzz \(Target.allCases.map(\.rawValue).joined(separator: "|")) [OPTIONS OF LIBFUZZER] [CORPUS …]")
  exit(2)
}
Target.chosen = target
var count = CommandLine.argc - 1
var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv + 1
exit(
  withUnsafeMutablePointer(to: &arguments) { pointer in
    LLVMFuzzerRunDriver(&count, pointer) { bytes, count in
      Target.chosen.run(UnsafeBufferPointer(start: bytes, count: count))
      return 0
    }
  })
