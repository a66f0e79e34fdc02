/// What is said of versions and reprints.
extension Wording {
  var editions: String { say("Versions and reprints", "صيغ المقال ونسخه المعادة") }
  var noEditions: String {
    say(
      "Its text never changed, and nothing else in the archive has much the same. \(key(.back)) goes back.",
      "لم يتغير نصه، ولا شيء في الأرشيف يكاد يطابقه. \(key(.back)) للرجوع.")
  }
  func versions(_ count: Int) -> String {
    counted(
      count, ("version", "versions"),
      ArabicPlural(one: "صيغة واحدة", two: "صيغتان", few: "صيغ", many: "صيغة", other: "صيغة"))
  }
  func reprints(_ count: Int) -> String {
    counted(
      count, ("reprint", "reprints"),
      ArabicPlural(
        one: "نسخة معادة واحدة", two: "نسختان معادتان", few: "نسخ معادة", many: "نسخة معادة", other: "نسخة معادة"))
  }
  func version(_ number: Int) -> String { say("version \(number)", "الصيغة \(number)") }
  var currentVersion: String { say("as it is now", "الحالية") }
  func difference(_ old: Int, _ new: Int) -> String {
    say("From version \(old) to version \(new)", "من الصيغة \(old) إلى الصيغة \(new)")
  }
  var differenceSigns: String {
    say(
      "\(isolated("[-taken out-]")) \(isolated("[+put in+]"))",
      "\(isolated("[-حُذف-]")) \(isolated("[+أُضيف+]"))")
  }
  func unchanged(_ paragraphs: Int) -> String {
    counted(
      paragraphs, ("paragraph unchanged", "paragraphs unchanged"),
      ArabicPlural(
        one: "فقرة بلا تغيير", two: "فقرتان بلا تغيير", few: "فقرات بلا تغيير", many: "فقرة بلا تغيير",
        other: "فقرة بلا تغيير"))
  }
}
