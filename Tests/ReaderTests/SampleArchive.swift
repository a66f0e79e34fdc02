import Briefings
import Search

@testable import Reader

/// Articles written for these tests; all persons and bodies in them are invented.
enum Sample {
  static let dam = article(
    "dam", title: "[وزارة المياه|o]: السد الجديد لن يمس حصة القرى",
    text: """
      [قال|c1] [وزير المياه [سامي النجار|p]|s1=سامي النجار] في [بغداد|l] إن [السد الجديد لن يمس حصة القرى من النهر قبل \
      نهاية عام 2025|t1]، وإن الوزارة ستنشر الأرقام كل شهر.
      [وأضاف|c2] [النجار|p=سامي النجار] أن [العمل في المرحلة الثانية (F-16 km) سيبدأ خلال 30 يومًا|t2].
      وزار وفد من [البنك الأخضر|o] الموقع يوم الاثنين، وضم [ليلى حداد|p] ومهندسين من [عمّان|l=عمان] و[بيروت|l].
      The bank's note says: “Phase 2 costs $1.5 billion, about 12% more than planned.”
      [ونفت|c3] [وزارة المياه|s3=وزارة المياه] أن [تكون الكلفة قد ارتفعت|t3-].
      """,
    date: "2024-03-05T08:30", source: "وكالة النهر", tags: ["مياه", "سدود"])

  static let farmers = article(
    "farmers", title: "اتحاد المزارعين يرد على [سامي النجار|p]",
    text: """
      [أكد|c1] [اتحاد المزارعين|s1=اتحاد المزارعين] في [بغداد|l] أن ["حصة القرى نقصت بمقدار الربع"|t1"]، داعيًا إلى اجتماع عاجل.
      وكان [سامي النجار|s2=سامي النجار] قد [قال|c2] إن [الحصة لن تتغير|t2].
      ويمثل [اتحاد المزارعين|o] نحو 4200 مزرعة على ضفتي النهر.
      """,
    date: "2024-03-04", source: "صحيفة الضفة", tags: ["مياه"])

  static let bank = article(
    "bank", title: "[Green Bank|o] delays second loan for the dam",
    text: """
      [Green Bank|s1=Green Bank] [said|c1] on Monday that [it would delay the second loan until June|t1].
      Its envoy, [Layla Haddad|p], visited [Baghdad|l] and met [Sami Najjar|p], whose ministry (وزارة المياه) runs the works.
      The bank [denied|c2] that [it had left the project|t2-].
      """,
    date: "2024-03-03", source: "River Post", language: "en", tags: ["water"])

  static let persian = article(
    "persian", title: "تهران: گفت‌وگوها دربارهٔ رودخانه ادامه دارد",
    text: """
      سخنگوی وزارت نیرو [گفت|c1] که [گفت‌وگوها با همسایگان «سازنده» بوده است|t1].
      دور بعدی در ۱۵ خرداد در [تهران|l] برگزار می‌شود.
      """,
    date: "2024-03-02", source: "خبر رود", language: "fa")

  /// Forty paragraphs, each of several lines.
  static let long = article(
    "long", title: "تقرير طويل عن النهر من المنبع إلى المصب",
    text: (1...40).map { number in
      "الفقرة رقم \(number): يجري النهر بين القرى والحقول، ويسقي البساتين في الربيع، ثم يضيق مجراه في الصيف حتى يظهر "
        + "قاعه في بعض المواضع، ويعود الماء مع أول أمطار الخريف إلى ما كان عليه."
    }.joined(separator: "\n"),
    date: "2024-02-20", source: "مجلة الجغرافيا")

  /// Many short articles behind the others, to fill pages of the list.
  static func filler(_ count: Int) -> [LoadedBriefing] {
    (0..<count).map { article("filler\($0)", title: "خبر قصير رقم \($0)", text: "نص الخبر رقم \($0).") }
  }

  /// The archive with searches, notes and news.
  static var keeping: FakeArchive {
    var archive = archive
    archive.searches = [
      SavedSearch(name: "المصارف", query: "loan", seen: archive.latestChange),
      SavedSearch(name: "بغداد", query: "بغداد speaker:\"سامي النجار\""), SavedSearch(name: "broken", query: "\"x"),
    ]
    archive.notes = [
      Note(on: .briefing(BriefingID("dam")), text: "يُراجع مع أرقام الوزارة.\nSee the bank's note too."),
      Note(
        on: .statement(dam.statements[0].id), text: "ينفيه اتحاد المزارعين في اليوم السابق.",
        quote: dam.statements[0].statement.content),
    ]
    return archive
  }

  /// The archive that most tests use.
  static var archive: FakeArchive {
    var archive = FakeArchive([dam, farmers, bank, persian, long])
    archive.relate(dam.statements[0], farmers.statements[0], .denies, why: .negated(.related, word: "حصة"))
    archive.relate(dam.statements[0], farmers.statements[1], .repeats, why: .sharedWords(["الحصة", "تقل"]))
    archive.relate(farmers.statements[1], dam.statements[0], .repeats, why: .sharedWords(["الحصة", "تقل"]))
    archive.relate(farmers.statements[1], bank.statements[0], .sameTopic, why: .sharedNames(["السد"]))
    return archive
  }
}
