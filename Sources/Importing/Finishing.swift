import Briefings

extension Importer {
  /// The last look at an article, whatever it came from: garbled letters are read right or named, and the id is fit to
  /// be one.
  func finished(_ imported: ImportedBriefing) -> ImportedBriefing {
    var imported = imported
    let place = imported.place.isEmpty ? imported.briefing.title : imported.place
    var encodings: Set<String> = []
    var isSuspected = false
    func repair(_ text: inout String) {
      switch mojibake(in: text) {
      case .none: break
      case .repaired(let right, let encoding):
        text = right
        encodings.insert(encoding)
      case .suspected: isSuspected = true
      }
    }
    let before = imported.briefing
    repair(&imported.briefing.title)
    repair(&imported.briefing.text)
    if !encodings.isEmpty || isSuspected {
      repair(&imported.briefing.source)
      repair(&imported.briefing.author)
    }
    if imported.briefing != before {
      if before.id == contentID(title: before.title, text: before.text) {
        imported.briefing.id = contentID(title: imported.briefing.title, text: imported.briefing.text)
      }
      // Their places count bytes of the garbled text.
      imported.entities = []
      imported.statements = []
    }
    if let encoding = encodings.min() {
      imported.problems.append(
        ImportProblem(
          place: place,
          message: "found garbled letters: another encoding had been read as \(encoding); read right again",
          consequence: .imported))
    }
    if isSuspected {
      imported.problems.append(
        ImportProblem(
          place: place, message: "found what looks like letters read by the wrong encoding; kept as they are",
          consequence: .imported))
    }
    imported.briefing.id = usable(imported.briefing)
    return imported
  }

  /// An article that has a title or a text: bars, fields and marks that mean something else leave nothing of some files.
  func withWords(_ imported: ImportedBriefing) -> Item {
    guard imported.briefing.title.isEmpty, imported.briefing.text.isEmpty else { return .success(imported) }
    return .failure(
      ImportProblem(place: imported.place, message: "found neither a title nor a text; expected an article"))
  }

  /// The id without controls and of bounded length; made from the content where nothing of it is left.
  private func usable(_ briefing: Briefing) -> BriefingID {
    let id = briefing.id.text
    if !id.isEmpty, id.utf8.count <= 500, id.utf8.allSatisfy({ 0x21...0x7E ~= $0 }) { return briefing.id }
    var kept = String.UnicodeScalarView()
    for scalar in id.unicodeScalars where !isControl(scalar) { kept.append(scalar) }
    let text = String(trimmed(Substring(String(kept))))
    if text.isEmpty { return contentID(title: briefing.title, text: briefing.text) }
    return text.utf8.count <= 500 ? BriefingID(text) : contentID(title: text, text: "")
  }
}

/// Whether a scalar is a control of C0 or C1 or one of the invisible controls of direction.
func isControl(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x00...0x1F, 0x7F...0x9F, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069: true
  default: false
  }
}
