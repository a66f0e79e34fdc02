@testable import Reader

extension FakeArchive {
  /// Notes an order as written; a name that is taken gets a number.
  mutating func export(_ order: ExportOrder) -> ExportOutcome {
    let path = order.path
    guard !path.hasPrefix("/nowhere/") else { return .failed("cannot write \(path): No such file or directory") }
    let isTaken = orders.contains { $0.path == path }
    orders.append(order)
    let count: Int
    switch order.subject {
    case .articles(let ids): count = ids.count
    case .statements(let ids): count = ids.count
    default: count = articles.count
    }
    return .written(path: isTaken ? path + "-2" : path, count: count, avoided: isTaken ? path : nil)
  }
}
