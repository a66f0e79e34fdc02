import Briefings
import Testing

@testable import Analysis

/// Whom a statement is meant for or about.
struct TargetTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let name: String
    /// The target is marked.
    let text: String
    /// The entity that it is.
    var entity: String?
    var testDescription: String { name }
  }

  static let rows = [
    Row(name: "accused", text: "اتهمت روسيا [أوكرانيا|target] بقصف الجسر.", entity: "أوكرانيا"),
    Row(name: "called upon", text: "دعا أنطونيو غوتيريش [مجلس الأمن|target] إلى التحرك.", entity: "مجلس الأمن"),
    Row(name: "called upon, without a name", text: "دعا أنطونيو غوتيريش [الأطراف|target] إلى التحرك."),
    Row(name: "nobody in particular", text: "دعا أنطونيو غوتيريش إلى التحرك."),
    Row(name: "warned", text: "وحذر جون كيري [إيران|target] من خرق الاتفاق.", entity: "إيران"),
    Row(name: "told, a paper", text: "وقال جون كيري ل[صحيفة الحياة|target] إن الاتفاق قريب.", entity: "صحيفة الحياة"),
    Row(
      name: "told, a name in quotation marks", text: "وقال جون كيري لـ«[الحياة|target]» إن الاتفاق قريب.",
      entity: "الحياة"),
    Row(name: "condemned", text: "وندد جون كيري ب[إسرائيل|target] لهذا القرار.", entity: "إسرائيل"),
    Row(name: "an act is condemned, and nobody named", text: "وأدان جون كيري الهجوم على القافلة."),
    Row(
      name: "told in English", text: "John Kerry told [Russia|target] that the talks would resume.", entity: "Russia"),
    Row(name: "accused in English", text: "John Kerry accused [Iran|target] of breaking the truce.", entity: "Iran"),
  ]

  @Test("targets stand where they are marked", arguments: rows)
  func findsTargets(_ row: Row) throws {
    let marked = MarkedBriefing(row.text)
    let briefing = marked.briefing()
    let statement = try #require(ShippedLexicon.analyzer.findings(of: briefing).statements.first)
    #expect(statement.target == marked.marks.first?.text)
    #expect(statement.targetEntity == row.entity)
    #expect(statement.targetPlace.flatMap { briefing.text(at: $0) } == statement.target)
  }
}
