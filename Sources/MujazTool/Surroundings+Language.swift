import Reader

extension Surroundings {
  /// The language of the program's own words: the setting, else that of the locale.
  func language(_ settings: Configuration) -> InterfaceLanguage {
    settings.language ?? InterfaceLanguage(locale: localeOfMessages)
  }

  /// The locale that words are to be in, as POSIX looks for it.
  private var localeOfMessages: String {
    ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? "C"
  }
}
