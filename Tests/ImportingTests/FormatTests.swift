import Testing

@testable import Importing

@Suite("formats")
struct FormatTests {
  struct Case: Sendable {
    let name: String
    let beginning: String
    let format: ImportFormat
  }

  static let cases = [
    Case(name: "a.jsonl", beginning: "", format: .jsonl), Case(name: "a.JSONL.gz", beginning: "", format: .jsonl),
    Case(name: "a.mbox.zst", beginning: "x", format: .mail), Case(name: "a.md", beginning: "<p>", format: .markdown),
    Case(name: "a.xml", beginning: "<?xml version='1.0'?><html>", format: .html),
    Case(name: "a.html", beginning: "<?xml version='1.0'?>\n<!-- x --><rss>", format: .feed),
    Case(name: "a.html", beginning: "no markup", format: .html), Case(name: "a.txt", beginning: "{", format: .text),
    Case(name: "-", beginning: "\u{FEFF} \n<!DOCTYPE html>", format: .html),
    Case(name: "-", beginning: "<p>a</p>", format: .html), Case(name: "-", beginning: "< 5", format: .text),
    Case(name: "-", beginning: "<rdf:RDF xmlns", format: .feed),
    Case(name: "-", beginning: "<feed xmlns", format: .feed),
    Case(name: "-", beginning: "From a@b.example Mon Nov 13 08:00:00 2023\nX: y", format: .mail),
    Case(name: "-", beginning: "From here it looked quiet", format: .text),
    Case(name: "-", beginning: "Received: by x\n\tfor y\nSubject: z\n\nb", format: .mail),
    Case(name: "-", beginning: "Subject: only one field\n\nb", format: .text),
    Case(name: "-", beginning: "Title: a\nDate: b\n\nc", format: .text),
    Case(name: "-", beginning: "---\n", format: .markdown),
    Case(name: "-", beginning: "{\"title\"", format: .jsonl), Case(name: "-", beginning: "", format: .text),
    Case(name: "dir.jsonl/file", beginning: "", format: .text),
  ]

  @Test("a format is known by its ending, then by how it begins", arguments: cases)
  func guesses(_ row: Case) {
    #expect(ImportFormat.guessed(name: row.name, beginning: Array(row.beginning.utf8)) == row.format)
  }

  struct Message: Sendable {
    let name: String
    let message: String
    var title = "T"
    let text: String
    var source = "a@b.example"
  }

  private static let head = "From: a@b.example\nSubject: T\n"

  static let messages = [
    Message(name: "no fields but the needed", message: head + "\nbody", text: "body"),
    Message(
      name: "a letter split between two encoded words",
      message: "From: a@b.example\nSubject: =?utf-8?B?2LM=?= =?utf-8?Q?=D9?=\n =?utf-8?Q?=84=D8=A7=D9=85?= x\n\nbody",
      title: "سلام x", text: "body"),
    Message(
      name: "raw letters in a field", message: "From: مكتب <a@b.example>\nSubject: خبر عاجل\n\nbody", title: "خبر عاجل",
      text: "body", source: "مكتب"),
    Message(
      name: "soft line breaks",
      message: head + "Content-Transfer-Encoding: Quoted-Printable\n\none=20=\ntwo =3D =ZZ 3=\n",
      text: "one two = =ZZ 3"),
    Message(
      name: "UTF-16 in Base64",
      message: head
        + "Content-Type: text/plain; charset=\"UTF-16LE\"\nContent-Transfer-Encoding: base64\n\nMwZEBicGRQY=\n",
      text: "سلام"),
    Message(
      name: "flowed text", message: head + "Content-Type: text/plain; format=flowed\n\nshort \nlines \nflow\nnew",
      text: "short lines flow\nnew"),
    Message(name: "the signature goes", message: head + "\nbody\n-- \nThe desk\n", text: "body"),
    Message(
      name: "HTML that only points to the web gives way to the text",
      message: head
        + "Content-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain\n\nThe whole text of the "
        + "bulletin stands here, in two long sentences. This is the second one of them.\n--b\nContent-Type: text/html\n\n<a "
        + "href=x>Web</a>\n--b--\n",
      text: "The whole text of the bulletin stands here, in two long sentences. This is the second one of them."),
    Message(
      name: "a forwarded message", message: head + "Content-Type: message/rfc822\n\nSubject: inner\n\ninner text",
      text: "inner text"),
    Message(
      name: "an attached text is no text of the message",
      message: head
        + "Content-Type: multipart/mixed; boundary=\"b b\"\n\n--b b\n\nbody\n--b b\nContent-Disposition: attachment\n\nnot\n"
        + "--b b--\n", text: "body"),
  ]

  @Test("messages", arguments: messages)
  func readsMail(_ row: Message) throws {
    for message in [row.message, row.message.replacing("\n", with: "\r\n")] {
      let items = try imported(message.utf8, name: "a.eml")
      try #require(items.count == 1)
      let got = try items[0].get()
      #expect(got.briefing.title == row.title)
      #expect(got.briefing.text == row.text)
      #expect(got.briefing.source == row.source)
      #expect(got.problems.isEmpty, "\(got.problems)")
    }
  }

  @Test("a message that is too long is left out, the next one is read")
  func goesOn() throws {
    let separator = "From a@b.example Mon Nov 13 08:00:00 2023\nFrom: a@b.example\nSubject: "
    let mbox = separator + "one\n\nx\n\n" + separator + "two\n\n>From y\n>>From z\nFrom here\n\n" + "no message\n"
    let items = try imported(mbox.utf8, name: "a.mbox")
    #expect(items.count == 2)
    #expect(try items[1].get().briefing.text == "From y\n>From z\nFrom here\n\nno message")
  }
}
