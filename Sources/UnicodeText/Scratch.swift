/// Room for trivial values that is used again and again: a growing buffer without reference counts or bounds checks.
///
/// It is what the reusable types of this module and of Cells are made of; use an array where speed is no question.
public struct Scratch<Element: BitwiseCopyable>: ~Copyable {
  @usableFromInline var storage: UnsafeMutablePointer<Element>
  @usableFromInline var used = 0
  @usableFromInline var capacity: Int

  /// Creates an empty buffer.
  ///
  /// - Parameter capacity: How many values have room at first, at least 1.
  @inlinable
  public init(capacity: Int = 16) {
    self.capacity = max(1, capacity)
    storage = .allocate(capacity: self.capacity)
  }

  deinit { storage.deallocate() }

  /// The values. They move when the buffer grows.
  @inlinable
  public var base: UnsafeMutablePointer<Element> { storage }

  /// The number of values.
  @inlinable
  public var count: Int { used }

  /// The values, until the buffer is changed.
  @inlinable
  public var values: UnsafeBufferPointer<Element> { UnsafeBufferPointer(start: base, count: count) }

  /// Adds a value.
  @inlinable
  @inline(__always)
  public mutating func append(_ element: Element) {
    if used == capacity { grow(to: capacity * 2) }
    storage[used] = element
    used &+= 1
  }

  /// Forgets all values and keeps their room.
  @inlinable
  public mutating func removeAll() { used = 0 }

  /// Forgets the last value, which there must be.
  @inlinable
  public mutating func removeLast() { used &-= 1 }

  /// Says that `count` values stand at `base`: fewer than before, or more, written after `reserve`.
  @inlinable
  public mutating func setCount(_ count: Int) { used = count }

  /// Makes sure that `count` values can be written through `base`.
  @inlinable
  public mutating func reserve(_ count: Int) {
    if count > capacity { grow(to: max(count, capacity * 2)) }
  }

  @usableFromInline
  @inline(never)
  mutating func grow(to capacity: Int) {
    let larger = UnsafeMutablePointer<Element>.allocate(capacity: capacity)
    larger.update(from: storage, count: used)
    storage.deallocate()
    storage = larger
    self.capacity = capacity
  }
}
