/// Why a store could not do its work. Every message says where, what was found, what was expected and what to do.
public enum StoreError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The archive cannot be opened or written: missing folder, no permission, full disk.
  case unavailable(archive: String, reason: String)

  /// The archive was written by a newer version.
  case tooNew(archive: String, found: String)

  /// The file is no archive of ours, or is damaged.
  case damaged(archive: String, reason: String)

  /// Anything else the engine refused.
  case failed(doing: String, reason: String)

  /// What is shown to a person.
  public var description: String {
    switch self {
    case .unavailable(let archive, let reason):
      "cannot use the archive \(archive): \(reason); check the folder's permissions and free space, or name another with --archive"
    case .tooNew(let archive, let found):
      "the archive \(archive) was written by a newer version (\(found)); update mujaz, or name another archive with --archive"
    case .damaged(let archive, let reason):
      "\(archive) is not a sound Mujaz archive: \(reason); run 'mujaz verify', or restore a copy"
    case .failed(let doing, let reason):
      "\(doing) failed: \(reason)"
    }
  }
}
