import StoreContract
import Testing

@Suite("The engine in memory")
struct MemoryStoreTests {
  @Test("does what every engine must", arguments: StoreContract.rows)
  func contract(_ row: ContractRow) throws { try row.check(MemoryStore()) }
}
