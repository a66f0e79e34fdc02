extension Surroundings {
  /// Where the user's settings stand, there or not; `nil` without a home folder.
  func configurationPath(_ options: CommonOptions) -> String? {
    // Without a home folder there is no file either.
    options.config ?? (try? configurationFolder()).map { $0 + "/config.toml" }
  }

  /// The user's settings; problems are said on standard error. A file that was named must be there.
  func configuration(_ options: CommonOptions) throws -> Configuration {
    let configuration = try checkedConfiguration(options)
    configuration.problems.forEach { Messages.write("mujaz: \($0)") }
    return configuration
  }

  /// The user's settings, with what is wrong with them left to the caller.
  func checkedConfiguration(_ options: CommonOptions) throws -> Configuration {
    guard let path = configurationPath(options) else { return Configuration() }
    guard let bytes = contents(ofFile: path, atMost: Configuration.mostBytes) else {
      guard options.config == nil else { throw Failure("cannot read the configuration \(path)") }
      return Configuration()
    }
    return Configuration(contents: bytes, file: path)
  }
}
