import Search

/// Says in words what is wrong with a query; for the screen and for the command line alike.
public struct QueryWording: Sendable {
  private let language: InterfaceLanguage

  /// Creates a wording.
  public init(_ language: InterfaceLanguage) { self.language = language }

  /// Where it is wrong, what was found, and what to do.
  public func problem(_ error: QueryError) -> String {
    guard language == .arabic else { return error.description }
    let place = "في البحث، عند الحرف \(error.column): "
    switch error.problem {
    case .unclosedQuote: return place + "علامة اقتباس فُتحت ولم تُغلق؛ أغلقها أو احذفها"
    case .unbalancedBracket: return place + "قوس بلا نظيره؛ أضفه، أو ضع الكلمات بين علامتي اقتباس"
    case .unknownField(let name, let meant):
      return place + "لا حقل اسمه \(held("\(name):"))؛ هل تقصد \(held("\(meant):"))؟"
    case .emptyField(let name): return place + "تلزم قيمة بعد \(held("\(name):")) مباشرة"
    case .badDate(let text):
      return place + "«\(held(text))» ليس تاريخًا ولا مدة؛ " + write("2023", "2023-11", "2023-11-13", "2023-11..2024-01")
    case .badLanguage(let text): return place + "«\(held(text))» ليس رمز لغة؛ " + write("ar", "fa", "ur", "he", "en")
    case .badState(let text):
      return place + "«\(held(text))» ليست حالة؛ " + write("unread", "read", "direct", "indirect")
    case .danglingOr: return place + "تلزم كلمة قبل \(held("OR")) وكلمة بعدها"
    case .danglingMark(let mark): return place + "تلزم كلمة مع \(held(mark))"
    case .tooDeep: return place + "أقواس متداخلة أكثر مما ينبغي؛ بسّط البحث"
    case .tooLong: return place + "في البحث أكثر من \(QueryParser.longest) كلمة؛ احذف ما زاد، أو ابحث على مراحل"
    }
  }

  /// What may have been meant where nothing was found.
  public func advice(_ query: String) -> String {
    language == .arabic ? "لا نتائج؛ هل تقصد: \(held(query))" : "nothing found; did you mean: \(query)"
  }

  private func write(_ choices: String...) -> String { "اكتب " + choices.map { held($0) }.joined(separator: " أو ") }

  /// Words of another direction, kept together.
  private func held(_ text: String) -> String { "\u{2068}\(text)\u{2069}" }
}
