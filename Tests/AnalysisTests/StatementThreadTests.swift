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
      ("another number", "بلغت الخسائر 40 سفينة", "وبلغت الخسائر 55 سفينة", ["number 40"], ["number 55"]),
      ("a negation", "الاتفاق سيمدد في الصيف", "الاتفاق لن يمدد في الصيف", [], ["negation لن"]),
      ("the same", "الاتفاق جيد", "الاتفاق جيد", [], []),
      ("nothing on one side", "", "الاتفاق", [], ["words الاتفاق"]),
      ("another order", "المصنع أغلقه العمال أمس", "أمس أغلق العمال المصنع", [], []),
      ("digits and words", "غرقت مئة وعشرون سفينة", "غرقت 120 سفينة", [], []),
      ("numbers in words", "غرقت خمس وعشرون سفينة", "غرقت أربعون سفينة", ["number خمس وعشرون"], ["number أربعون"]),
      (
        "another word for it", "أدان الهجوم على القرية", "شجب الغارات على القرية", ["reworded أدان الهجوم"],
        ["reworded شجب الغارات"]
      ),
      ("something added", "وصل القطار", "وصل القطار إلى المرفأ القديم ليلا", [], ["words المرفأ القديم ليلا"]),
      (
        "one negates what the other does not", "لا يريد السفن بل القطار", "يريد السفن لا القطار", ["negation لا"],
        ["negation لا"]
      ),
      (
        "both negate, each in its words", "ليس لديها حاجة إلى السفن", "لا مبرر للسفن",
        ["words لديها", "reworded حاجة"],
        ["reworded مبرر"]
      ),
      ("another occasion", "الجولة الثالثة انتهت", "الجولة الرابعة انتهت", ["number الثالثة"], ["number الرابعة"]),
    ] as [(String, String, String, [String], [String])])
  func comparisonMarksWords(
    _ name: String, _ first: String, _ second: String, _ inFirst: [String], _ inSecond: [String]
  ) {
    let found = ThreadComparison(first, second, topics: ShippedLexicon.topics)
    #expect(found.first.map { "\($0.kind) \(first.text(at: $0.span) ?? "?")" } == inFirst)
    #expect(found.second.map { "\($0.kind) \(second.text(at: $0.span) ?? "?")" } == inSecond)
  }

  @Test func linksAreGroupedByRelation() {
    let asked = record("a", "2023-07-17", "المصفاة ستصدر الوقود")
    let denial = record("b", "2023-07-18", "المناجم", stems: ["مناجم", "تبع", "شرك"])
    let topics = ["c", "d"].map { record($0, "2023-07-19", $0, stems: [$0, $0 + "1", $0 + "2"]) }
    let thread = StatementThread(asked, [link(denial, .denies)] + topics.map { link($0, .sameTopic) })
    #expect(thread.groups.map(\.relation) == [.denies, .sameTopic])
    #expect(thread.groups.map(\.links.count) == [1, 2])
  }

  private func link(_ record: StatementRecord, _ relation: Relation) -> RelatedStatement {
    RelatedStatement(record: record, relation: relation, score: 1, reasons: [.sameHeadlines])
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
