/// What on a page is none of its article.
enum Boilerplate {
  /// Elements that never hold text of an article.
  static let elements: Set<String> = [
    "script", "style", "noscript", "template", "nav", "aside", "footer", "form", "button", "select", "input",
    "textarea",
    "label", "iframe", "object", "embed", "svg", "math", "canvas", "audio", "video", "figure", "figcaption", "picture",
    "head", "title", "dialog", "menu", "map", "ins",
  ]

  /// Words in the names that pages give to such parts.
  private static let words: Set<String> = [
    "share", "sharing", "sharebar", "social", "socials", "related", "comment", "comments", "respond", "disqus", "promo",
    "promotion", "newsletter", "subscribe", "subscription", "signup", "cookie", "cookies", "consent", "gdpr",
    "breadcrumb",
    "breadcrumbs", "sidebar", "widget", "widgets", "advert", "advertisement", "advertising", "ads", "ad", "adsbygoogle",
    "banner", "sponsor", "sponsored", "outbrain", "taboola", "recommend", "recommended", "recommendations", "popular",
    "trending", "mostread", "readmore", "readalso", "seealso", "tags", "taglist", "authorbox", "byline", "meta",
    "postmeta",
    "caption", "footer", "nav", "navbar", "navigation", "menu", "pagination", "pager", "toolbar", "tools", "login",
    "modal",
    "popup", "overlay", "skip", "hidden", "player", "copyright", "rating", "poll", "weather", "ticker", "timestamp",
    "whatsapp", "facebook", "twitter", "telegram", "masthead", "topbar", "screenreader", "bio",
  ]

  /// Names whose words mean something only together.
  private static let phrases = [
    "most-read", "read-more", "read-also", "see-also", "more-news", "sr-only", "visually-hidden",
  ]

  private static let roles: Set<String> = [
    "navigation", "complementary", "banner", "contentinfo", "search", "menu", "dialog", "alert", "form", "toolbar",
  ]

  /// Whether an element is hidden or of a kind that holds no article.
  static func isNever(_ node: HTMLTree.Node) -> Bool {
    guard !node.isText else { return false }
    if elements.contains(node.name) { return true }
    guard !node.attributes.isEmpty else { return false }
    if node.attributes["hidden"] != nil || node.attributes["aria-hidden"] == "true" { return true }
    if let style = node.attributes["style"]?.lowercased().filter({ !$0.isWhitespace }),
      style.contains("display:none") || style.contains("visibility:hidden")
    {
      return true
    }
    if let role = node.attributes["role"]?.lowercased(), roles.contains(role) { return true }
    return false
  }

  /// Whether the names that the page gives an element say that it is none of the article. They may mislead.
  static func isNamedSo(_ node: HTMLTree.Node) -> Bool {
    guard !node.isText, !["html", "body", "main", "article"].contains(node.name) else { return false }
    let names = [node.attributes["class"], node.attributes["id"]].compactMap(\.self).joined(separator: " ")
    guard !names.isEmpty, names.utf8.count < 2000 else { return false }
    if node.attributes["itemprop"]?.lowercased() == "articlebody" { return false }
    let lower = names.lowercased()
    if phrases.contains(where: { lower.contains($0) }) { return true }
    return nameWords(names).contains(where: words.contains)
  }

  /// The words of names: `articleShareBar related-posts` has six.
  static func nameWords(_ names: String) -> [String] {
    var found: [String] = []
    var current = ""
    var wasLower = false
    for scalar in names.unicodeScalars {
      let isUpper = 0x41...0x5A ~= scalar.value
      let isLetter = isUpper || 0x61...0x7A ~= scalar.value
      if !isLetter || isUpper && wasLower {
        if !current.isEmpty { found.append(current) }
        current = ""
      }
      if isLetter { current += String(Character(scalar)).lowercased() }
      wasLower = isLetter && !isUpper
    }
    if !current.isEmpty { found.append(current) }
    return found
  }

  /// Whether a line is nothing but a label of the page: what to share, what else to read.
  static func isLabel(_ line: String) -> Bool {
    guard line.utf8.count < 500 else { return false }
    let bare = line.unicodeScalars.filter {
      $0.properties.isAlphabetic && !(0x64B...0x652 ~= $0.value) || $0 == " " || $0.properties.numericType != nil
    }
    return labels.contains(String(trimmed(Substring(String(bare)))).lowercased())
  }

  private static let labels: Set<String> = [
    "شارك", "شاركها", "شارك المقال", "شارك الخبر", "مشاركة", "المشاركة", "طباعة", "إعلان", "اعلان", "إعلانات",
    "اقرأ أيضا",
    "اقرأ ايضا", "إقرأ أيضا", "اقرأ المزيد", "المزيد", "مواضيع ذات صلة", "أخبار ذات صلة", "مقالات ذات صلة",
    "انسخ الرابط",
    "نسخ الرابط", "تابعنا", "كلمات دلالية", "الكلمات المفتاحية", "الأكثر قراءة", "التعليقات", "أضف تعليق",
    "بیشتر بخوانید",
    "مطالب مرتبط", "اخبار مرتبط", "اشتراک گذاری", "تبلیغات", "שתפו", "שתף", "פרסומת", "קראו עוד", "כתבות נוספות",
    "תגובות",
    "share", "share this", "share this article", "advertisement", "read more", "read also", "related",
    "related articles",
    "related stories", "more on this story", "follow us", "copy link", "print", "comments", "tags", "subscribe",
    "sign up",
    "skip advertisement", "listen", "save", "unsubscribe", "view in browser", "view this email in your browser",
    "إلغاء الاشتراك", "الغاء الاشتراك", "عرض في المتصفح",
  ]
}
