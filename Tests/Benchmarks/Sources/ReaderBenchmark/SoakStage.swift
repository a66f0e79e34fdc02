import Measuring

struct SoakStage {
  let workshop: Workshop
  let archive: String
  let seconds: Double
  let seed: UInt64
  func run(_ report: inout Report) throws {}
}
