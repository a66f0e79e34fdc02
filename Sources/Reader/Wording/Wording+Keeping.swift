import Search

/// What pages of searches and of news say, and what was kept.
extension Wording {
  // MARK: Saved searches

  var savedSearches: String { say("Saved searches", "عمليات البحث المحفوظة") }
  var noSavedSearch: String {
    say(
      "No search is saved. \(key(.saveSearch)) in a search gives it a name.",
      "لا بحث محفوظًا. \(key(.saveSearch)) أثناء البحث يحفظه باسم.")
  }
  func hits(new: Int, of total: Int, isExact: Bool) -> String {
    let all = "\(grouped(total))\(isExact ? "" : "+")"
    return new > 0
      ? isolated(say("\(grouped(new)) new of \(all)", "\(grouped(new)) جديدة من \(all)"))
      : say("nothing new of \(all)", "لا جديد من \(all)")
  }
  var unreadableQuery: String { say("the query cannot be read", "تتعذر قراءة الاستعلام") }
  var nothingToSave: String {
    say("There is no search to save.", "لا بحث يمكن حفظه.")
  }
  var searchName: String { say("name of the search", "اسم البحث") }

  // MARK: Since last time

  var sinceLastTime: String { say("Since last time", "منذ آخر مرة") }
  var nothingCame: String {
    say("Nothing new since last time. \(key(.back)) goes back.", "لا جديد منذ آخر مرة. \(key(.back)) للرجوع.")
  }
  func came(_ count: Int, removed: Int) -> String {
    let new = counted(
      count, ("new or changed article", "new or changed articles"),
      ArabicPlural(
        one: "مقال واحد جديد أو معدل", two: "مقالان جديدان أو معدلان", few: "مقالات جديدة أو معدلة",
        many: "مقالًا جديدًا أو معدلًا", other: "مقال جديد أو معدل"))
    guard removed > 0 else { return isolated(new) }
    return isolated(new + say(", \(removed) gone", "، وحُذف \(removed)"))
  }
  var newNames: String { say("Names that no older article has", "أسماء لم ترد في ما قبلها") }
  var changedPositions: String { say("Positions that changed", "مواقف تغيّرت") }
  var newStatements: String { say("New statements of those who speak most", "تصريحات جديدة لأكثر المتحدثين") }
  func newArticles(_ count: Int) -> String { say("Articles \(grouped(count))", "المقالات \(grouped(count))") }
  var changedText: String { say("changed text", "نص معدل") }

  // MARK: What was kept

  func kept(_ keeping: Keeping, inverse: Keeping, isUndo: Bool) -> String {
    let words: String
    switch (keeping, inverse) {
    case (.search(let search), _), (.seenSearch, .search(let search)):
      if case .seenSearch(let name) = keeping {
        words = say("What \(quoted(name)) finds counts as seen", "عُدَّ ما يجده \(quoted(name)) مقروءًا")
      } else {
        words = say("Saved \(quoted(search.name))", "حُفظ \(quoted(search.name))")
      }
    case (.newSearch(let name, _), .search):
      words = say("Saved \(quoted(name)) in place of another", "حُفظ \(quoted(name)) بدل بحث آخر")
    case (.newSearch(let name, _), _): words = say("Saved \(quoted(name))", "حُفظ \(quoted(name))")
    case (.noSearch(let name), _): words = say("Forgot \(quoted(name))", "أُزيل \(quoted(name))")
    case (.seenSearch(let name), _):
      words = say("What \(quoted(name)) finds counts as seen", "عُدَّ ما يجده \(quoted(name)) مقروءًا")
    case (.seen, _) where isUndo: words = say("What was new is new again", "عاد ما كان جديدًا جديدًا")
    case (.seen, _): words = say("All of this counts as seen", "عُدَّ كل هذا مقروءًا")
    case (.note(nil, _), _): words = say("The note is removed", "أُزيلت الملاحظة")
    case (.note, _): words = say("The note is kept", "حُفظت الملاحظة")
    }
    return isUndo
      ? say("Taken back. \(words).", "تراجُع. \(words).")
      : say("\(words); \(key(.undo)) takes it back.", "\(words)؛ \(key(.undo)) للتراجع.")
  }

  // MARK: Notes

  func notes(_ count: Int) -> String { say("Notes \(number(count))", "الملاحظات \(number(count))") }
  var noNote: String {
    say("No note here. \(key(.writeNote)) writes one.", "لا ملاحظات هنا. \(key(.writeNote)) لكتابة واحدة.")
  }
  var noteOnArticle: String { say("note on the article", "ملاحظة على المقال") }
  var noteOnStatement: String { say("note on the statement", "ملاحظة على التصريح") }
}
