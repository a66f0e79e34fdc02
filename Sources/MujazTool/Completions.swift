import Briefings
import Glibc
import Store
import StoreSQLite

/// Words that shells offer while a command is typed, from the archive that it is about.
enum Completions {
  /// The tags.
  @Sendable static func tags(_ words: [String], _ index: Int, _ prefix: String) -> [String] {
    offered(words) { store throws(StoreError) in try store.tags(.init(), limit: 200).map(\.tag) }
  }

  /// The names of saved searches.
  @Sendable static func savedSearches(_ words: [String], _ index: Int, _ prefix: String) -> [String] {
    offered(words) { store throws(StoreError) in try store.savedSearches().map(\.name) }
  }

  /// The names of people, bodies and places.
  @Sendable static func entities(_ words: [String], _ index: Int, _ prefix: String) -> [String] {
    let begin = prefix.filter { !"\"'\\".contains($0) }
    return offered(words) { store throws(StoreError) in
      begin.isEmpty
        ? try store.entities(.init(), limit: 30).map(\.canonical)
        : try store.entities(matching: begin, limit: 30).map(\.canonical)
    }
  }

  /// What an archive that is there offers; nothing goes wrong aloud while somebody types.
  private static func offered(
    _ words: [String], _ list: (any BriefingStore) throws(StoreError) -> [String]
  ) -> [String] {
    var option: String?
    if let at = words.lastIndex(of: "--archive"), words.indices.contains(at + 1) { option = words[at + 1] }
    // Where anything fails nothing is offered.
    guard let path = try? Surroundings().archivePath(option), access(path, R_OK) == 0,
      let store = try? SQLiteStore(path: path, readOnly: true), let all = try? list(store)
    else { return [] }
    // One name a line is what shells take.
    return all.filter { !$0.unicodeScalars.contains { $0.value < 0x20 || 0x7F...0x9F ~= $0.value } }
  }
}
