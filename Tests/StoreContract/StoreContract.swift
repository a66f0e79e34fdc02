import Briefings
import Search
import Store

/// One thing that every engine must do.
public struct ContractRow: Sendable, CustomStringConvertible {
  /// What is held.
  public let name: String

  /// Tries it on a new, empty store; throws `ContractViolation` when it does not hold.
  public let check: @Sendable (any BriefingStore) throws -> Void

  init(_ name: String, _ check: @escaping @Sendable (any BriefingStore) throws -> Void) {
    self.name = name
    self.check = check
  }

  /// The name.
  public var description: String { name }
}

/// What did not hold.
public struct ContractViolation: Error, CustomStringConvertible {
  /// What was found, what was expected, and where in the contract.
  public let description: String
}

/// Everything that every engine must do, as rows that a test runs each on a store of its own.
public enum StoreContract {
  /// All rows.
  public static let rows: [ContractRow] =
    keeping + listing + findings + relations + searching + deciding
    + versions + marking + searchingMore + surroundings + grouping
}

/// Throws where two values differ.
func expect<Value: Equatable>(
  _ found: Value, is expected: Value, _ about: String = "", line: UInt = #line
) throws {
  guard found != expected else { return }
  throw ContractViolation(description: "line \(line): \(about) found \(found), expected \(expected)")
}

/// Throws where a condition does not hold.
func expect(_ holds: Bool, _ about: String, line: UInt = #line) throws {
  guard !holds else { return }
  throw ContractViolation(description: "line \(line): \(about)")
}

/// The value, or a violation where there is none.
func require<Value>(_ value: Value?, _ about: String, line: UInt = #line) throws -> Value {
  guard let value else { throw ContractViolation(description: "line \(line): no \(about)") }
  return value
}
