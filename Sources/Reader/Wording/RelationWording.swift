import Briefings

/// Says in words why statements bear on each other; for the screen and for the command line alike.
public struct RelationWording: Sendable {
  private let language: InterfaceLanguage
  private let isolates: Bool

  /// Creates a wording.
  ///
  /// - Parameters:
  ///   - language: The language of the sentences; words of the statements stay as they are.
  ///   - isolates: Whether invisible marks (U+2068, U+2069) keep words of another direction together; programs and pipes
  ///     want none.
  public init(_ language: InterfaceLanguage, isolates: Bool) {
    (self.language, self.isolates) = (language, isolates)
  }

  /// All the evidence in one line.
  public func line(_ reasons: [RelationReason]) -> String {
    reasons.map { words($0) }.joined(separator: say("; ", "؛ "))
  }

  /// One piece of evidence: a short clause without a full stop.
  public func words(_ reason: RelationReason) -> String {
    switch reason {
    case .sameWording(let percent):
      say(
        "\(percent)% of the wording is the same, rare words counting more",
        "اللفظ واحد بنسبة \(percent)%، والكلمات النادرة أثقل وزنًا")
    case .sharedWords(let words): say("shares the words \(list(words))", "كلمات مشتركة: \(list(words))")
    case .sameMeaning(let pairs):
      say("in other words: \(list(pairs))", "بألفاظ أخرى: \(list(pairs))")
    case .sharedNames(let names): say("both name \(list(names))", "كلاهما يذكر: \(list(names))")
    case .sharedNumbers(let numbers): say("the same numbers: \(list(numbers))", "الأرقام نفسها: \(list(numbers))")
    case .sameSpeaker(let name): say("same speaker: \(held(name))", "المتحدث نفسه: \(held(name))")
    case .oneSide(let name):
      say("one speaks for the other: \(held(name))", "أحدهما يتحدث باسم الآخر: \(held(name))")
    case .sameHeadlines: say("the headlines are about the same", "العنوانان في موضوع واحد")
    case .daysLater(let days): time(days)
    case .otherNumbers(let pair):
      say(
        "other numbers: \(held(pair.asked)) here, \(held(pair.related)) there",
        "أرقام مختلفة: \(held(pair.asked)) هنا، و\(held(pair.related)) هناك")
    case .negated(let side, let word): negation(side, word)
    case .takenBack(.asked): say("denied here and not there", "منفي هنا دون ذاك")
    case .takenBack(.related): say("denied there and not here", "منفي هناك دون هذا")
    case .unconfirmed(.asked):
      say(
        "could not confirm it here, speaks of evidence there", "لم يستطع تأكيد الأمر هنا، وتحدث عن أدلة هناك")
    case .unconfirmed(.related):
      say(
        "speaks of evidence here, could not confirm it there", "تحدث عن أدلة هنا، ولم يستطع تأكيد الأمر هناك")
    case .denies(let side, let cue): denial(side, cue)
    case .didNotHappen(.asked): say("this one says that it did not happen", "هذا التصريح يقول إن الأمر لم يحدث")
    case .didNotHappen(.related): say("says that it did not happen", "يقول إن الأمر لم يحدث")
    case .anotherDoer(.asked): say("this one says that it was another", "هذا التصريح يقول إن الفاعل غيره")
    case .anotherDoer(.related): say("says that it was another", "يقول إن الفاعل غيره")
    case .anotherDoer(nil): say("each says that it was the other", "كل منهما يقول إن الفاعل هو الآخر")
    case .standsJustBefore: say("what is denied stands just before it", "القول المنفي يسبقه مباشرة")
    case .saidAgain: say("it was said again after the denial", "أُعيد القول بعد نفيه")
    case .replies(.asked): say("this one replies just after it", "هذا التصريح يرد عليه مباشرة")
    case .replies(.related): say("replies just after it", "يرد على هذا التصريح مباشرة")
    case .namesSpeaker(.asked, let name):
      say("this one names its speaker: \(held(name))", "هذا التصريح يذكر صاحب ذاك: \(held(name))")
    case .namesSpeaker(.related, let name):
      say("names this one's speaker: \(held(name))", "يذكر صاحب هذا التصريح: \(held(name))")
    }
  }

  private func negation(_ side: RelationReason.Side, _ word: String?) -> String {
    let place =
      side == .asked
      ? say("negated here and not there", "منفي هنا ومثبت هناك")
      : say("negated there and not here", "مثبت هنا ومنفي هناك")
    return word.map { "\(place): \(held($0))" } ?? place
  }

  private func denial(_ side: RelationReason.Side, _ cue: String) -> String {
    let clause =
      side == .asked
      ? say("this one denies what the other says", "هذا التصريح ينفي ما جاء في ذاك")
      : say("denies what this one says", "ينفي ما جاء في هذا التصريح")
    return cue.isEmpty ? clause : "\(clause) (\(held(cue)))"
  }

  private func time(_ days: Int) -> String {
    let count = abs(days)
    // A number needs a mark to be joined to the particle, a word does not.
    let phrase = ArabicPlural(one: "يوم", two: "يومين", few: "أيام", many: "يومًا", other: "يوم").text(count)
    let arabic = count == 1 || count == 2 ? phrase : "ـ" + phrase
    let english = "\(count) \(count == 1 ? "day" : "days")"
    if days == 0 { return say("on the same day", "في اليوم نفسه") }
    return days > 0 ? say("\(english) later", "بعده ب\(arabic)") : say("\(english) earlier", "قبله ب\(arabic)")
  }

  // MARK: Words of the statements

  /// With the comma of the sentence's language, whatever the words'.
  private func list(_ words: [String]) -> String { words.map { held($0) }.joined(separator: say(", ", "، ")) }

  private func list(_ pairs: [RelationReason.WordPair]) -> String {
    pairs.map { "\(held($0.asked)) = \(held($0.related))" }.joined(separator: say(", ", "، "))
  }

  private func held(_ text: String) -> String { isolates ? "\u{2068}\(text)\u{2069}" : text }

  private func say(_ english: String, _ arabic: String) -> String { language == .arabic ? arabic : english }
}

extension Wording {
  /// Why a statement is related to another, in one line.
  func reasons(_ reasons: [RelationReason]) -> String { RelationWording(language, isolates: true).line(reasons) }
}
