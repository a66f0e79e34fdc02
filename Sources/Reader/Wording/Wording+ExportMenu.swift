import Briefings

/// What the way from what is looked at to a file says.
extension Wording {
  var nothingToExport: String {
    say("Nothing here can be written into a file.", "لا شيء هنا يمكن حفظه في ملف.")
  }

  // MARK: What

  func oneArticle(_ title: String) -> String { say("Article: \(isolated(title))", "المقال: \(isolated(title))") }
  func oneStatement(_ speaker: String, _ content: String) -> String {
    say(
      "Statement by \(isolated(speaker)): \(isolated(content))", "تصريح \(isolated(speaker)): \(isolated(content))")
  }
  func markedArticles(_ count: Int) -> String {
    say("Marked: \(articleCount(count))", "المعلَّم: \(articleCount(count))")
  }
  func markedStatements(_ count: Int) -> String {
    say("Marked: \(statementCount(count))", "المعلَّم: \(statementCount(count))")
  }
  func wholeList(_ count: Int?) -> String {
    guard let count else { return say("The whole list", "القائمة كلها") }
    return say("The whole list: \(articleCount(count))", "القائمة كلها: \(articleCount(count))")
  }
  func foundArticles(_ count: Int) -> String {
    say("What the search finds: \(articleCount(count))", "نتائج البحث: \(articleCount(count))")
  }
  func foundStatements(_ count: Int) -> String {
    say("What the search finds: \(statementCount(count))", "نتائج البحث: \(statementCount(count))")
  }
  func allStatements(_ count: Int) -> String {
    say("Statements of the article: \(statementCount(count))", "تصريحات المقال: \(statementCount(count))")
  }
  func relatedStatements(_ count: Int) -> String {
    say(
      "The statement with those related to it: \(statementCount(count + 1))",
      "التصريح وما يتصل به: \(statementCount(count + 1))")
  }
  func wholeThread(_ count: Int) -> String {
    say("The thread: \(statementCount(count))", "الخيط كله: \(statementCount(count))")
  }
  func wholeTopic(_ count: Int) -> String {
    say("The topic: \(statementCount(count))", "الموضوع كله: \(statementCount(count))")
  }
  func wholeTimeline(_ name: String, _ count: Int?) -> String {
    let number = count.map { ": \(statementCount($0))" } ?? ""
    return say("All that \(isolated(name)) said\(number)", "كل ما قاله \(isolated(name))\(number)")
  }
  var bothStatements: String { say("Both statements", "التصريحان معًا") }
  func newArticlesToExport(_ count: Int) -> String {
    say("What is new: \(articleCount(count))", "الجديد: \(articleCount(count))")
  }
  func dossierOf(_ name: String) -> String { say("Dossier: \(isolated(name))", "ملف: \(isolated(name))") }

  // MARK: How, and what came of it

  func form(_ form: ExportForm) -> String {
    switch form {
    case .markdown:
      say("Markdown with citations, for notes and reports", "\(isolated("Markdown")) مع الإحالات، للملاحظات والتقارير")
    case .jsonLines:
      say("JSON Lines, for programs; comes back by import", "\(isolated("JSON Lines")) للبرامج، ويمكن استيراده من جديد")
    case .csv: say("CSV, for spreadsheets", "\(isolated("CSV")) لجداول البيانات")
    case .html: say("one page of HTML", "صفحة \(isolated("HTML")) واحدة")
    }
  }
  var fileName: String { say("file to write", "اسم الملف") }
  func exporting(_ path: String) -> String { say("Writing \(quoted(path)) …", "يُحفظ \(quoted(path))…") }
  var fileIsUnderWay: String {
    say("A file is still being written; again leaves without it.", "ما زال ملف يُحفظ؛ كرر للمغادرة من دونه.")
  }
  func exportProgress(_ done: Int, of total: Int) -> String {
    let number = "\(done)/\(total)"
    return say("writing \(number)", "يُحفظ \(isolated(number))")
  }
  func exported(_ path: String, _ count: Int, avoided: String?) -> String {
    let number = counted(
      count, ("entry", "entries"),
      ArabicPlural(one: "عنصر واحد", two: "عنصران", few: "عناصر", many: "عنصرًا", other: "عنصر"))
    let words = say("Written: \(quoted(path)) (\(number))", "حُفظ \(quoted(path)) (\(number))")
    guard let avoided else { return words }
    return words + say("; \(quoted(avoided)) was there already", "؛ فالاسم \(quoted(avoided)) مستعمل")
  }
  func statementsMarked(_ count: Int) -> String {
    count == 0
      ? say("No statement is marked.", "لا تصريحات معلَّمة.")
      : say(
        "Marked: \(statementCount(count)); \(key(.export)) writes them into a file.",
        "المعلَّم: \(statementCount(count))؛ \(key(.export)) لحفظها في ملف.")
  }
}
