import Testing

@testable import Importing

@Suite("pages of news sites")
struct PageTests {
  struct Case: Sendable {
    let name: String
    var head = ""
    let body: String
    var title = "Envoys meet in Oslo"
    var text: String
    var date: String?
    var source = ""
    var author = ""
    var url = ""
  }

  private static let long =
    "The envoys met for three hours in Oslo on Monday, and they agreed to meet again in a month."
  private static let longer =
    "A spokesman said that the talks were frank, useful and short, and that no paper was signed there."
  private static let heading = "<h1>Envoys meet in Oslo</h1>"

  static let cases = [
    Case(
      name: "menus, asides, forms and footers are left out",
      body: "<nav>Home</nav>\(heading)<p>\(long)</p><aside>Buy</aside><p>\(longer)</p><form>x</form><footer>c</footer>",
      text: long + "\n\n" + longer),
    Case(
      name: "what is hidden is left out",
      body: "\(heading)<p>\(long)</p><p hidden>\(longer)</p><div style='DISPLAY : none'>\(longer)</div>"
        + "<p aria-hidden=true>\(longer)</p>", text: long),
    Case(
      name: "scripts and styles never show, even with markup in them",
      body: "\(heading)<script>var a = '</p><p>x</p>';</script><style>p{}</style><p>\(long)</p>", text: long),
    Case(
      name: "a name in camel case",
      body: "\(heading)<div class=article><p>\(long)</p><p>\(longer)</p><div "
        + "class=socialShareBar>Share me now</div></div>", text: long + "\n\n" + longer),
    Case(
      name: "a name that fits the whole page says nothing",
      body: "<div class='page has-sidebar'>\(heading)<p>\(long)</p><p>\(longer)</p></div>", text: long + "\n\n" + longer
    ),
    Case(
      name: "a list of links beside the text",
      body:
        "<div><ul><li><a href=1>One thing that happened</a><li><a href=2>Another one</a><li><a href=3>Third</a></ul></div>"
        + "<div>\(heading)<p>\(long)</p><p>\(longer)</p></div>", text: long + "\n\n" + longer),
    Case(
      name: "a paragraph that is only a link, and the heading over it",
      body:
        "<article>\(heading)<p>\(long)</p><h3>Related stories from us</h3><p><a href=/x>Something else we wrote</a></p></article>",
      text: long),
    Case(
      name: "links to other sites keep their target, without what counts readers",
      head: "<link rel=canonical href=https://desk.example/1>",
      body: "\(heading)<p>\(long) See <a href='https://other.example/p?utm_source=x&id=2#top'>the paper</a> and "
        + "<a href='https://www.desk.example/2'>our report</a>.</p>",
      text: long + " See the paper (https://other.example/p?id=2) and our report.", source: "desk.example",
      url: "https://desk.example/1"),
    Case(
      name: "paragraphs of line breaks", body: "\(heading)<div>\(long)<br><br>\(longer)<br>End of it.</div>",
      text: long + "\n\n" + longer + "\n\nEnd of it."),
    Case(
      name: "quotations, headings, ordered lists",
      body:
        "\(heading)<p>\(long)</p><h2>What they said</h2><blockquote><p>\(longer)</p><p>Yes.</p></blockquote><ol><li>one"
        + "<li>two</ol>", text: long + "\n\n## What they said\n\n> " + longer + "\n\n> Yes.\n\n- one\n- two"),
    Case(
      name: "the site's name leaves the title",
      head: "<title>Envoys meet in Oslo | The Desk</title><meta property=og:site_name content='The Desk'>",
      body: "<p>\(long)</p><p>\(longer)</p>", text: long + "\n\n" + longer, source: "The Desk"),
    Case(
      name: "a hyphen in a headline stays",
      head: "<title>Oslo talks - a first step</title>", body: "<p>\(long)</p><p>\(longer)</p>",
      title: "Oslo talks - a first step", text: long + "\n\n" + longer),
    Case(
      name: "a page made by scripts, whose text only JSON-LD holds",
      head:
        #"<script type="application/ld+json">{"@type":["NewsArticle"],"headline":"Envoys meet in Oslo","articleBody":"\#(long)"#
        + "\n" + #"\#(longer) \#(long)","datePublished":"2024-05-06T07:08:09Z","author":{"name":"A &amp; B"},"#
        + #""publisher":{"name":"Desk"},"url":"https://desk.example/9"}</script>"#,
      body: "<div id=app></div>", text: long + " " + longer + " " + long, date: "2024-05-06T07:08:09Z", source: "Desk",
      author: "A & B", url: "https://desk.example/9"),
    Case(
      name: "broken JSON-LD is passed over", head: "<script type='application/ld+json'>{\"@type\":</script>",
      body: "\(heading)<p>\(long)</p>", text: long),
    Case(
      name: "the time of publication before that of an update",
      body:
        "<article>\(heading)<time datetime=2024-06-02>2 June</time><time pubdate datetime=2024-06-01T10:00Z>1 June</time>"
        + "<p>\(long)</p><p>\(longer)</p></article>", text: long + "\n\n" + longer, date: "2024-06-01T10:00Z"),
    Case(
      name: "a table of numbers", body: "\(heading)<p>\(long)</p><table><tr><th>year<th>votes<tr><td>2020<td>3</table>",
      text: long + "\n\nyear | votes\n\n2020 | 3"),
    Case(
      name: "entities, soft hyphens and blanks",
      body: "\(heading)<p>\(long) &laquo;So&shy;on&raquo;&nbsp;&#8211; &bogus; 5 &lt; 6</p>",
      text: long + " «Soon» – &bogus; 5 < 6"),
    Case(
      name: "comments of readers longer than the article",
      body:
        "<article>\(heading)<p>\(long)</p><p>\(longer)</p></article><div id=comments><p>\(longer)</p><p>\(long)</p></div>",
      text: long + "\n\n" + longer),
  ]

  @Test("rules of the main text and of what the page says about it", arguments: cases)
  func reads(_ row: Case) throws {
    let page = "<!doctype html><html><head>\(row.head)</head><body>\(row.body)</body></html>"
    let got = try briefing(fromHTML: page, name: "a.html", defaultSource: "").get().briefing
    #expect(got.title == row.title)
    #expect(got.text == row.text)
    #expect(got.date?.text == row.date)
    #expect(got.source == row.source)
    #expect(got.author == row.author)
    #expect(got.url == row.url)
  }

  @Test("a page without an article is named")
  func empty() throws {
    for page in ["", "<html></html>", "<html><body><nav>a</nav></body></html>"] {
      #expect(throws: ImportProblem.self) { try briefing(fromHTML: page, name: "a", defaultSource: "").get() }
    }
  }
}
