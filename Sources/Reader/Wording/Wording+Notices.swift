import Briefings

/// What the line at the bottom tells after a key.
extension Wording {
  var beganHere: String { say("This is where you began.", "من هنا بدأت.") }
  var nothingForward: String { say("Nothing was left by going back.", "لا شيء أمامك للعودة إليه.") }
  var copied: String { say("Copied.", "نُسخ.") }
  func mention(_ number: Int, of count: Int) -> String {
    say(
      "Mention \(self.number(number)) of \(self.number(count))",
      "الذكر \(self.number(number)) من \(self.number(count))")
  }

  func noCommand(_ text: String) -> String {
    say("No command is called \(quoted(text)).", "لا أمر اسمه \(quoted(text)).")
  }
  func theme(_ name: Theme.Name) -> String {
    say("Theme: \(name.rawValue)", "المظهر: \(isolated(name.rawValue))")
  }

  // MARK: Reading

  var articleIsGone: String {
    say("That article is no longer in the archive.", "لم يعد هذا المقال في الأرشيف.")
  }
  var lastArticle: String { say("This is the last article of the list.", "هذا آخر مقال في القائمة.") }
  var firstArticle: String { say("This is the first article of the list.", "هذا أول مقال في القائمة.") }
  var everythingRead: String { say("Everything in this list has been read.", "قُرئ كل ما في هذه القائمة.") }
  var noArticleOpen: String {
    say(
      "No article is open; \(key(.searchArchive)) searches the archive.",
      "لا مقال مفتوح؛ \(key(.searchArchive)) للبحث في الأرشيف.")
  }
  func notInArticle(_ text: String) -> String {
    say("Not in this article: \(text)", "ليس في هذا المقال: \(text)")
  }
  var nothingSearched: String {
    say(
      "Nothing is searched in this article; \(key(.findInArticle)) begins.",
      "لا بحث في هذا المقال؛ \(key(.findInArticle)) يبدأه.")
  }
  var fromBeginning: String { say("From the beginning again.", "من البداية مجددًا.") }
  var fromEnd: String { say("From the end again.", "من النهاية مجددًا.") }

  // MARK: Decisions about names

  var chooseEntityFirst: String {
    say(
      "Choose an entity in the panel first; \(key(.entitiesTab)) goes there.",
      "اختر اسمًا في اللوحة أولًا؛ \(key(.entitiesTab)) للذهاب إليها.")
  }
  func markedForMerge(_ name: String) -> String {
    say(
      "Marked \(quoted(name)); \(key(.mergeEntity)) on another entity merges it into that.",
      "عُلِّم \(quoted(name))؛ \(key(.mergeEntity)) على اسم آخر يدمجه فيه.")
  }
  var noEntityMarked: String { say("No entity is marked any more.", "لم يعد أي اسم معلَّمًا.") }
  var entitysOwnName: String {
    say(
      "This is the entity's own name; \(key(.nextMatch)) goes to its other forms.",
      "هذا هو الاسم نفسه؛ \(key(.nextMatch)) للذهاب إلى صيغه الأخرى.")
  }
  var goToMentionFirst: String {
    say(
      "Go to a mention first: \(key(.nextMatch)) goes to the next one.",
      "اذهب إلى أحد مواضع ذكره أولًا: \(key(.nextMatch)) للموضع التالي.")
  }
  var findWordsFirst: String {
    say(
      "Find the words first: \(key(.findInArticle)) searches in the article.",
      "اعثر على الكلمات أولًا: \(key(.findInArticle)) للبحث في المقال.")
  }
  var nameStays: String { say("The name stays.", "بقي الاسم كما هو.") }
  var noDecisionLeft: String {
    say("No decision is left to be taken back.", "لا قرار يمكن التراجع عنه.")
  }
  func decided(_ record: DecisionRecord) -> String {
    let words = decision(record.decision)
    let articles = counted(
      record.briefingCount, ("article", "articles"),
      ArabicPlural(one: "مقال واحد", two: "مقالان", few: "مقالات", many: "مقالًا", other: "مقال"))
    return record.isUndone
      ? say("Taken back: \(words).", "تُرك القرار: \(words).")
      : say(
        "\(words.prefix(1).uppercased())\(words.dropFirst()) (\(articles)); \(key(.undo)) takes it back.",
        "\(words) (\(articles))؛ \(key(.undo)) للتراجع.")
  }

  private func decision(_ decision: Decision) -> String {
    guard language == .arabic else { return decision.description }
    return switch decision {
    case .merge(let entity, let other): "دُمج \(quoted(entity.name)) في \(quoted(other.name))"
    case .split(let form, let entity): "فُصل \(quoted(form)) عن \(quoted(entity.name))"
    case .rename(let entity, let name): "أُعيدت تسمية \(quoted(entity.name)) إلى \(quoted(name))"
    case .retype(let entity, let type): "صُنِّف \(quoted(entity.name)) ضمن \(heading(type))"
    case .reject(let entity): "رُفض \(quoted(entity.name))"
    case .rejectMention(let marked): "رُفض موضع ذكر \(quoted(marked.form))"
    case .addMention(let marked, let entity): "أُضيف \(quoted(marked.form)) ذكرًا لـ\(quoted(entity.name))"
    }
  }
}
