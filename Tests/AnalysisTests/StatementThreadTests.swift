import Briefings
import Testing

@testable import Analysis

/// Threads, timelines and comparisons, on records made by hand.
struct StatementThreadTests {
  @Test func reportsAreGatheredEarliestFirst() {
    let asked = record("b", "2023-07-17", "المصفاة الجديدة ستصدر الوقود")
    let early = record("a", "2023-07-16", "المصفاة الجديدة ستصدر الوقود")
    let thread = StatementThread(asked, [link(early, .repeats)])
    #expect(thread.firstReport?.id == early.id)
    #expect(thread.reports.map(\.id) == [early.id, asked.id])
    #expect(thread.links.isEmpty)
  }

  @Test func linksWordedAlikeBecomeOneClaim() {
    let asked = record("a", "2023-07-17", "المصفاة الجديدة ستصدر الوقود")
    let near = record("b", "2023-07-18", "المناجم لم تبع للشركة", stems: ["مناجم", "تبع", "شرك"])
    let far = record("c", "2023-07-20", "المناجم لم تبع للشركة", stems: ["مناجم", "تبع", "شرك"])
    let other = record("d", "2023-07-21", "العمال غاضبون", stems: ["عمال", "غاضب", "اجور"])
    let thread = StatementThread(asked, [link(near, .denies), link(far, .denies), link(other, .denies)])
    #expect(thread.links.map(\.nearest.record.id) == [near.id, other.id])
    #expect(thread.links.first?.reports.map(\.id) == [near.id, far.id])
  }

  @Test func speakerTimelineHoldsOnlyTheSpeakerByDay() {
    let records = [
      record("c", "2023-07-19", "كلام آخر", stems: ["كلام", "اخر", "جديد"]),
      record("a", "2023-07-17", "المصفاة ستصدر الوقود"),
      record("b", "2023-07-18", "المصفاة ستصدر الوقود"),
      record("d", "2023-07-18", "شيء", stems: ["شيء"], speaker: "حيدر العبادي"),
    ]
    let timeline = Timeline(speaker: "سالم", among: records)
    #expect(timeline.days.map(\.day) == ["2023-07-17", "2023-07-19"])
    #expect(timeline.days.first?.entries.map(\.repeats) == [1])
  }

  @Test func topicTimelineLeavesTheSpeakersOtherMattersOut() {
    let asked = record("b", "2023-07-17", "المصفاة ستصدر الوقود")
    let topic = record("a", nil, "الوقود غال", stems: ["وقود", "غال", "سعر"], speaker: "حيدر العبادي")
    let speaker = record("c", "2023-07-18", "شيء", stems: ["شيء"])
    let timeline = Timeline(topicOf: asked, [link(topic, .sameTopic), link(speaker, .sameSpeaker)])
    #expect(timeline.days.map(\.day) == ["2023-07-17", ""])
    #expect(timeline.days.flatMap(\.entries).map(\.link?.relation) == [nil, .sameTopic])
  }

  @Test(
    "words that differ",
    arguments: [
      ("بلغت الخسائر 40 سفينة", "وبلغت الخسائر 55 سفينة", ["40"], ["55"]),
      ("الاتفاق سيمدد في الصيف", "الاتفاق لن يمدد في الصيف", ["سيمدد"], ["لن يمدد"]),
      ("الاتفاق جيد", "الاتفاق جيد", [], []),
      ("", "الاتفاق", [], ["الاتفاق"]),
    ] as [(String, String, [String], [String])])
  func comparisonMarksWords(_ first: String, _ second: String, _ onlyFirst: [String], _ onlySecond: [String]) {
    let found = ThreadComparison(first, second)
    #expect(found.onlyInFirst.compactMap { first.text(at: $0) } == onlyFirst)
    #expect(found.onlyInSecond.compactMap { second.text(at: $0) } == onlySecond)
  }

  private func link(_ record: StatementRecord, _ relation: Relation) -> RelatedStatement {
    RelatedStatement(record: record, relation: relation, score: 1, reasons: ["a reason"])
  }

  private func record(
    _ id: String, _ day: String?, _ content: String, stems: [String] = ["مصفا", "تصدر", "وقود"],
    speaker: String = "فرحان سالم"
  ) -> StatementRecord {
    let place = Place(.text, TextSpan(0..<content.utf8.count))
    return StatementRecord(
      id: StatementID(briefing: BriefingID(id), place: place),
      briefing: BriefingSummary(
        id: BriefingID(id), title: "", date: day.flatMap { PublicationDate($0) }, source: "", language: "ar"),
      statement: Statement(
        speaker: speaker, speakerEntity: speaker, cue: "قال", cueClass: .say, content: content, place: place,
        kind: .indirect, polarity: .affirm), signature: StatementSignature(stems: stems))
  }
}
