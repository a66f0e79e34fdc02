import Foundation
import GRDB

/// A value as this module reads it from a row.
///
/// SQLite keeps any type in any column, and the file may be somebody else's: what is of another type than it should be is
/// read as nothing, where GRDB would end the program. `verify` reports it.
protocol StoredValue: DatabaseValueConvertible, StatementColumnConvertible {
  /// What stands for a value of another type.
  static var nothing: Self { get }
}

extension Int: StoredValue { static var nothing: Int { 0 } }
extension Int64: StoredValue { static var nothing: Int64 { 0 } }
extension Double: StoredValue { static var nothing: Double { 0 } }
extension Bool: StoredValue { static var nothing: Bool { false } }
extension String: StoredValue { static var nothing: String { "" } }
extension Data: StoredValue { static var nothing: Data { Data() } }
extension Optional: StoredValue where Wrapped: StoredValue { static var nothing: Wrapped? { .none } }

extension Row {
  /// The value of a column.
  ///
  /// This hides the subscript of GRDB that looks the same, in this module, so that no row can be read by that one.
  subscript<Value: DatabaseValueConvertible & StatementColumnConvertible>(_ index: Int) -> Value {
    let value = self[self.index(startIndex, offsetBy: index)].1
    if let found = Value.fromDatabaseValue(value) { return found }
    guard let nothing = (Value.self as? any StoredValue.Type)?.nothing as? Value else {
      preconditionFailure("\(Value.self) says what stands for a value of another type")
    }
    return nothing
  }

  /// A count, a place or a version; keys and digests are read as `Int64`.
  ///
  /// What is too large to be one is read as nothing: sums and differences of what stays cannot overflow.
  subscript(_ index: Int) -> Int { self[index] as Int? ?? Int.nothing }

  /// The same, of a column that may hold nothing.
  subscript(_ index: Int) -> Int? {
    guard let number = Int.fromDatabaseValue(self[self.index(startIndex, offsetBy: index)].1) else { return nil }
    return number.magnitude < 1 << 48 ? number : nil
  }
}
