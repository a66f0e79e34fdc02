/// A small generator of random numbers (SplitMix64): the same seed gives the same numbers everywhere.
public struct Random: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// Creates a generator.
  public init(seed: UInt64) { state = seed }

  /// The next number.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return value ^ value >> 31
  }

  /// A number below `limit`, which must be above 0; as even as a benchmark or a fuzz needs it.
  public mutating func below(_ limit: Int) -> Int { Int(truncatingIfNeeded: next() >> 33) % limit }

  /// One of some values, of which there must be one at least.
  public mutating func pick<Value>(_ values: [Value]) -> Value { values[below(values.count)] }
}
