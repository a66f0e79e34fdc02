/// Findings of one briefing while decisions are being applied to them, one after the other.
struct DecidedFindings {
  private(set) var findings: Findings
  private let briefing: Briefing
  private let folding: @Sendable (String) -> String

  init(_ findings: Findings, of briefing: Briefing, folding: @escaping @Sendable (String) -> String) {
    self.findings = findings
    self.briefing = briefing
    self.folding = folding
  }

  /// The findings with their entities in order: our own, most mentioned first, then imported ones.
  var ordered: Findings {
    var result = findings
    result.entities = findings.entities.enumerated().sorted { a, b in
      let (first, second) = (a.element, b.element)
      if first.origin != second.origin { return first.origin == .analyzed }
      if first.origin == .analyzed, first.mentions.count != second.mentions.count {
        return first.mentions.count > second.mentions.count
      }
      return a.offset < b.offset
    }.map(\.element)
    return result
  }

  /// Applies one decision; answers whether it changed anything.
  mutating func apply(_ decision: Decision) -> Bool {
    switch decision {
    case .merge(let entity, let other): return move(entity, to: other)
    case .rename(let entity, let name): return move(entity, to: EntityName(entity.type, name))
    case .retype(let entity, let type): return retype(entity, as: type)
    case .reject(let entity): return move(entity, to: nil)
    case .split(let form, let entity): return split(form, from: entity)
    case .rejectMention(let marked): return setMention(marked, to: nil)
    case .addMention(let marked, let entity): return setMention(marked, to: entity)
    }
  }

  // MARK: Whole entities

  /// Gives all entities of a name another one, or takes them away.
  private mutating func move(_ entity: EntityName, to target: EntityName?) -> Bool {
    let name = folding(entity.name)
    var hasChanged = false
    // Where the briefing names both, the English name of the one that stays goes before.
    let english = target.flatMap { target in findings.entities.first { isSame($0, target) }?.english }
    for index in findings.entities.indices where isSame(findings.entities[index], entity) {
      guard let target else {
        hasChanged = true
        continue
      }
      hasChanged = hasChanged || !findings.entities[index].isCalled(target)
      findings.entities[index].type = target.type
      findings.entities[index].canonical = target.name
      if let english { findings.entities[index].english = english }
    }
    if target == nil { findings.entities = findings.entities.filter { !isSame($0, entity) } }
    // A name that is only spoken in has no type: it follows unless something else here is called so.
    if !findings.entities.contains(where: { folding($0.canonical) == name && !(target.map($0.isCalled) ?? false) }) {
      hasChanged = renameReferences(of: name, to: target?.name) || hasChanged
    }
    if let target, hasChanged { join(target) }
    return hasChanged
  }

  /// Another type, under the name that the entity has here.
  private mutating func retype(_ entity: EntityName, as type: EntityType) -> Bool {
    guard type != entity.type else { return false }
    var names: [String] = []
    for index in findings.entities.indices where isSame(findings.entities[index], entity) {
      findings.entities[index].type = type
      names.append(findings.entities[index].canonical)
    }
    for name in names { join(EntityName(type, name)) }
    return !names.isEmpty
  }

  /// Makes one of all entities of a name and an origin.
  private mutating func join(_ name: EntityName) {
    for origin in [Origin.analyzed, .imported] {
      let same = findings.entities.indices.filter {
        findings.entities[$0].origin == origin && isSame(findings.entities[$0], name)
      }
      guard let first = same.first else { continue }
      findings.entities[first].canonical = name.name
      guard same.count > 1 else { continue }
      var mentions: [Mention] = []
      var places: Set<Place> = []
      for mention in same.flatMap({ findings.entities[$0].mentions }).sorted(by: { $0.place < $1.place })
      where places.insert(mention.place).inserted { mentions.append(mention) }
      findings.entities[first].mentions = mentions
      findings.entities[first].english = same.compactMap { findings.entities[$0].english }.first
      for index in same.dropFirst().reversed() { findings.entities.remove(at: index) }
    }
    // The name is written as the decision writes it, wherever it stands.
    _ = renameReferences(of: folding(name.name), to: name.name)
  }

  // MARK: Mentions

  /// Makes an entity of its own of the mentions that have a form.
  private mutating func split(_ form: String, from entity: EntityName) -> Bool {
    let folded = folding(form)
    guard folded != folding(entity.name) else { return false }
    var hasChanged = false
    for index in findings.entities.indices where isSame(findings.entities[index], entity) {
      let moved = findings.entities[index].mentions.filter { folding($0.form) == folded }
      guard !moved.isEmpty else { continue }
      hasChanged = true
      findings.entities[index].mentions.removeAll { folding($0.form) == folded }
      findings.entities.append(
        Entity(canonical: form, type: entity.type, mentions: moved, origin: findings.entities[index].origin))
      for mention in moved { moveReferences(at: mention.place, from: findings.entities[index].canonical, to: form) }
    }
    guard hasChanged else { return false }
    removeUnmentioned()
    join(EntityName(entity.type, form))
    return true
  }

  /// Says what a place names: an entity, or nothing.
  private mutating func setMention(_ marked: MarkedPlace, to target: EntityName?) -> Bool {
    let place = marked.place
    guard marked.briefing == briefing.id, let text = briefing.text(at: place), !text.isEmpty,
      text.utf8.elementsEqual(marked.form.utf8)
    else { return false }
    // What names something replaces all that overlaps it; what names nothing is just that mention.
    func isGone(_ mention: Mention) -> Bool { target == nil ? mention.place == place : mention.place.overlaps(place) }
    let old = findings.entities.flatMap { entity in entity.mentions.filter(isGone).map { (entity, $0.place) } }
    if let target {
      if !old.isEmpty, old.allSatisfy({ isSame($0.0, target) && $0.1 == place }) { return false }
    } else if old.isEmpty {
      return false
    }
    for index in findings.entities.indices { findings.entities[index].mentions.removeAll(where: isGone) }
    if let target {
      findings.entities.append(
        Entity(canonical: target.name, type: target.type, mentions: [Mention(form: text, place: place)]))
    }
    for (entity, place) in old { moveReferences(at: place, from: entity.canonical, to: target?.name) }
    if let target, old.isEmpty { moveReferences(at: place, from: nil, to: target.name) }
    removeUnmentioned()
    if let target { join(target) }
    return true
  }

  /// Takes away entities that nothing mentions any more, and their names where nothing else has them.
  private mutating func removeUnmentioned() {
    let gone = Set(findings.entities.filter { $0.mentions.isEmpty }.map(\.canonical))
    guard !gone.isEmpty else { return }
    findings.entities.removeAll { $0.mentions.isEmpty }
    for name in gone.subtracting(findings.entities.map(\.canonical)) {
      _ = renameReferences(of: folding(name), to: nil)
    }
  }

  // MARK: What refers to entities

  /// Gives a name in statements and signatures, folded, another spelling or name, or takes it away; answers whether it
  /// stood there otherwise.
  private mutating func renameReferences(of folded: String, to name: String?) -> Bool {
    func isMeant(_ other: String) -> Bool {
      folding(other) == folded && name.map { !$0.utf8.elementsEqual(other.utf8) } ?? true
    }
    var hasChanged = false
    for index in findings.statements.indices {
      if let speaker = findings.statements[index].speakerEntity, isMeant(speaker) {
        findings.statements[index].speakerEntity = name
        hasChanged = true
      }
      if let target = findings.statements[index].targetEntity, isMeant(target) {
        findings.statements[index].targetEntity = name
        hasChanged = true
      }
    }
    for index in findings.signatures.indices {
      let names = findings.signatures[index].entities
      guard names.contains(where: isMeant) else { continue }
      findings.signatures[index].entities = unique(names.compactMap { isMeant($0) ? name : $0 })
      hasChanged = true
    }
    return hasChanged
  }

  /// A mention goes from one entity to another: statements whose speaker, target or content holds it follow.
  ///
  /// - Parameters:
  ///   - old: The entity that was named there, which other mentions may keep in the content; `nil` for none.
  ///   - new: The entity that is named there now; `nil` for none.
  private mutating func moveReferences(at place: Place, from old: String?, to new: String?) {
    for (index, statement) in findings.statements.enumerated() {
      if let speaker = statement.speakerPlace, speaker.overlaps(place), statement.speakerEntity == old,
        // What nobody took for the speaker is one only where it is all of the source's words.
        old != nil || place.contains(speaker)
      {
        findings.statements[index].speakerEntity = new
      }
      if let target = statement.targetPlace, target.overlaps(place), statement.targetEntity == old,
        old != nil || place.contains(target)
      {
        findings.statements[index].targetEntity = new
      }
      guard findings.signatures.indices.contains(index), statement.place.overlaps(place) else { continue }
      var names = findings.signatures[index].entities
      let isStillNamed = findings.entities.contains { entity in
        entity.canonical == old && entity.mentions.contains { $0.place != place && $0.place.overlaps(statement.place) }
      }
      if !isStillNamed { names.removeAll { $0 == old } }
      if let new { names.append(new) }
      findings.signatures[index].entities = unique(names)
    }
  }

  private func isSame(_ entity: Entity, _ name: EntityName) -> Bool {
    entity.type == name.type && folding(entity.canonical) == folding(name.name)
  }
}

extension Place {
  /// Whether both share at least one byte of one field.
  fileprivate func overlaps(_ other: Place) -> Bool { field == other.field && span.overlaps(other.span) }

  /// Whether all bytes of the other are bytes of this one too.
  fileprivate func contains(_ other: Place) -> Bool {
    field == other.field && span.start <= other.span.start && other.span.end <= span.end
  }
}

extension Entity {
  /// Whether it has exactly that type and name.
  fileprivate func isCalled(_ name: EntityName) -> Bool {
    type == name.type && canonical.utf8.elementsEqual(name.name.utf8)
  }
}

private func unique(_ names: [String]) -> [String] {
  var seen: Set<String> = []
  return names.filter { seen.insert($0).inserted }
}
