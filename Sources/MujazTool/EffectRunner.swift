import Briefings
import Dispatch
import Reader
import Search
import Store
import Synchronization

/// Does what the reader wants done in the archive, away from its loop, and posts what comes of it.
///
/// Requests of one sort run one after the other on one queue, so that a slow one holds back none of another sort; of
/// searches and previews that wait, only the newest runs, so that fast typing and scrolling never pile up work.
final class EffectRunner: Sendable {
  private let store: any BriefingStore & WordCounting
  private let messages: MessageQueue
  private let history: KeptState
  private let files: FilePlaces
  /// Lists, articles, and all that is written.
  private let queue = DispatchQueue(label: "archive", qos: .userInitiated)
  /// What is asked while one types.
  private let searches = DispatchQueue(label: "searches", qos: .userInitiated)
  /// What Analysis has a part in.
  private let pages = DispatchQueue(label: "pages", qos: .userInitiated)
  /// What may take many seconds.
  private let rankings = DispatchQueue(label: "rankings", qos: .utility)
  /// Files that are written.
  private let exports = DispatchQueue(label: "exports", qos: .utility)
  private let newest = Mutex<[Kind: Int]>([:])
  private let isFinished = Atomic(false)
  private let position = Mutex<(BriefingID, Place)?>(nil)
  private let unanswered = Mutex<Set<Int>>([])
  private let clock = DispatchQueue(label: "slow requests")

  /// How long a request may take before its user is told that it is under way.
  private static let patience = DispatchTimeInterval.milliseconds(200)

  /// Milliseconds between looks for changes that others made.
  private static let watchingPause = 2_000

  /// The kinds of request of which only the newest matters.
  private enum Kind: Hashable {
    case list, count, groups, story, tags, article, inArticle, search, related, page, facets, advice
  }

  /// Creates a runner.
  init(store: any BriefingStore & WordCounting, messages: MessageQueue, history: KeptState, files: FilePlaces) {
    self.files = files
    self.store = store
    self.messages = messages
    self.history = history
  }

  /// Waits until everything asked for so far is done.
  func finish() {
    isFinished.store(true, ordering: .relaxed)
    // A file that is not complete leaves nothing behind.
    exports.sync {}
    queue.sync {
      writePosition()
      noteFirstSight()
    }
  }

  /// The first time, what is there counts as seen once the reader is left.
  private func noteFirstSight() {
    do throws(StoreError) {
      if try store.seenChange() == nil { try store.setSeenChange(try store.latestChange()) }
    } catch {
      // An archive that cannot be written to shows it as new the next time.
    }
  }

  private func writePosition() {
    guard let (id, place) = position.withLock({ $0.take() }) else { return }
    do throws(StoreError) {
      try store.setPosition(place, of: id)
    } catch {
      messages.post(.failed(request: nil, error.description))
    }
  }

  /// Starts an effect of the archive; answers whether it was one.
  func run(_ effect: Effect) -> Bool {
    switch effect {
    case .loadList(let request, let filter, let order, let place, let limit):
      perform(request, kind: .list) { store throws(StoreError) in
        .list(request: request, try store.list(filter, order: order, at: place, limit: limit))
      }
    case .loadGroups(let request, let grouping, let filter):
      perform(request, kind: .groups) { store throws(StoreError) in
        .groups(request: request, try store.groups(filter, by: grouping, limit: mostGroups(by: grouping)))
      }
    case .loadTags(let request, let limit):
      perform(request, kind: .tags, on: searches) { store throws(StoreError) in
        .tags(request: request, try store.tags(BriefingFilter(), limit: limit))
      }
    case .keepView(let text): queue.async { [history] in history.keep(view: text) }
    case .loadStory(let request, let filter):
      perform(request, kind: .story) { store throws(StoreError) in
        .story(request: request, try store.list(filter, order: .newest, at: .start, limit: mostOfStory).rows)
      }
    case .countList(let request, let filter):
      perform(request, kind: .count) { store throws(StoreError) in
        .counted(request: request, try store.count(filter))
      }
    case .loadArticle(let request, let id):
      perform(request, kind: .article) { store throws(StoreError) in
        guard let briefing = try store.briefing(id), let findings = try store.findings(of: id) else {
          return .article(request: request, nil)
        }
        var story = BriefingFilter()
        story.parts = [.story(of: id)]
        let row = try store.list(story, order: .newest, at: .start, limit: mostOfStory).rows.first { $0.id == id }
        return .article(
          request: request,
          LoadedBriefing(
            briefing: briefing, entities: findings.entities, statements: try store.statements(of: id),
            position: try store.position(of: id), notes: try store.notes(of: id),
            version: row?.version ?? 1, reprintCount: row?.reprintCount ?? 0))
      }
    case .findInArticle(let request, let wanted, let briefing):
      perform(request, kind: .inArticle, on: searches) { _ throws(StoreError) in
        .foundInArticle(request: request, wanted.places(in: briefing))
      }
    case .search(let request, let query, let limit):
      perform(request, kind: .search, on: searches) { store throws(StoreError) in
        .found(request: request, try store.search(query, filter: BriefingFilter(), order: .relevance, limit: limit))
      }
    case .searchMore(let request, let wanted): search(wanted, request)
    case .rememberQuery(let query): queue.async { [history] in history.add(query) }
    case .loadRelated(let request, let id):
      perform(request, kind: .related, on: pages) { store throws(StoreError) in
        guard let record = try store.statement(id) else { return .related(request: request, []) }
        return .related(request: request, try relatedStatements(to: record, in: store, limit: 60))
      }
    case .loadPage(let request, let wanted):
      perform(request, kind: .page, on: pages) { store throws(StoreError) in
        .page(request: request, try answer(to: wanted, in: store))
      }
    case .change(let change, let ids, let isUndo):
      perform(nil, kind: nil) { store throws(StoreError) in
        .changed(change, try changed(ids, change, in: store), isUndo: isUndo)
      }
    case .keep(let keeping, let isUndo):
      perform(nil, kind: nil) { store throws(StoreError) in
        .kept(keeping, inverse: try kept(keeping, in: store), isUndo: isUndo)
      }
    case .export(let order): export(order)
    case .markRead(let id, let isRead):
      perform(nil, kind: nil) { store throws(StoreError) in
        _ = try store.setRead(isRead, [id])
        return nil
      }
    case .decide(let decision, let shown):
      decide(shown) { store throws(StoreError) in
        let count = try store.add([decision])
        var record = try store.decisions().last { !$0.isUndone }
        record?.briefingCount = count
        return record
      }
    case .undoDecision(let shown): decide(shown) { store throws(StoreError) in try store.undoDecision() }
    case .savePosition(let id, let place):
      // Scrolling makes many of these; the last one within half a second is written.
      let isFirst = position.withLock { waiting in
        defer { waiting = (id, place) }
        return waiting == nil
      }
      if isFirst { queue.asyncAfter(deadline: .now() + .milliseconds(500)) { [self] in writePosition() } }
    case .copy, .openLink, .edit, .redraw, .suspend, .quit: return false
    }
    return true
  }

  /// Writes a file, and tells how far that is as long as it takes long.
  private func export(_ order: ExportOrder) {
    exports.async { [self] in
      var next = ContinuousClock.now + .milliseconds(200)
      let export = ReaderExport(store: store, home: files.home, folder: files.folder) {
        !self.isFinished.load(ordering: .relaxed)
      } tell: { done, total in
        guard ContinuousClock.now > next else { return }
        next = ContinuousClock.now + .milliseconds(250)
        self.messages.post(.exported(.progress(done: done, total: total)))
      }
      if let outcome = export.write(order) { messages.post(.exported(outcome)) }
    }
  }

  /// Searches otherwise; a ranking of everything ends once something else is searched.
  private func search(_ wanted: SearchRequest, _ request: Int) {
    let (kind, place): (Kind, DispatchQueue)
    switch wanted {
    case .new, .statements, .entities: (kind, place) = (.search, searches)
    case .all: (kind, place) = (.search, rankings)
    case .facets: (kind, place) = (.facets, rankings)
    case .advice: (kind, place) = (.advice, searches)
    }
    perform(request, kind: kind, on: place) { [self] _ throws(StoreError) in
      let found = try answer(to: wanted, in: store) { ranked in
        messages.post(.searched(request: request, .ranked(ranked)))
        return isWanted(request, kind)
      }
      return isWanted(request, kind) ? .searched(request: request, found) : nil
    }
  }

  private func isWanted(_ request: Int, _ kind: Kind) -> Bool {
    !isFinished.load(ordering: .relaxed) && newest.withLock { $0[kind] } == request
  }

  /// Makes a decision or takes one back: the article shown follows at once, the others between other requests.
  private func decide(
    _ shown: BriefingID?, _ work: @escaping @Sendable (any BriefingStore) throws(StoreError) -> DecisionRecord?
  ) {
    perform(nil, kind: nil) { store throws(StoreError) in
      let record = try work(store)
      _ = try store.applyDecisions(limit: 20, first: shown)
      return .decided(record)
    }
    applyDecisions()
  }

  /// Tells, now and then, that articles came, changed or went, as while another program imports.
  func watch(since known: ChangeNumber? = nil) {
    let delay = DispatchTimeInterval.milliseconds(known == nil ? 0 : Self.watchingPause)
    queue.asyncAfter(deadline: .now() + delay) { [self] in
      guard !isFinished.load(ordering: .relaxed) else { return }
      // What is wrong with the archive is said where somebody waits for it.
      let latest = (try? store.latestChange()) ?? known ?? .none
      if let known, latest != known { messages.post(.archiveChanged) }
      watch(since: latest)
    }
  }

  /// Goes on applying decisions, a few articles at a time; what is not done at the end of the program awaits the next.
  func applyDecisions(hasChanged: Bool = false) {
    queue.async { [self] in
      guard !isFinished.load(ordering: .relaxed) else { return }
      do throws(StoreError) {
        let remaining = try store.applyDecisions(limit: 50, first: nil)
        if remaining > 0 {
          applyDecisions(hasChanged: true)
        } else if hasChanged {
          messages.post(.archiveChanged)
        }
      } catch {
        messages.post(.failed(request: nil, error.description))
      }
    }
  }

  private func perform(
    _ request: Int?, kind: Kind?, on place: DispatchQueue? = nil,
    _ work: @escaping @Sendable (any BriefingStore) throws(StoreError) -> Message?
  ) {
    if let kind, let request { newest.withLock { $0[kind] = request } }
    if let request { tellIfSlow(request) }
    (place ?? queue).async { [self] in
      defer { if let request { unanswered.withLock { _ = $0.remove(request) } } }
      if let kind, let request, newest.withLock({ $0[kind] }) != request { return }
      do throws(StoreError) {
        if let message = try work(store) { messages.post(message) }
      } catch {
        messages.post(.failed(request: request, error.description))
      }
    }
  }

  private func tellIfSlow(_ request: Int) {
    unanswered.withLock { _ = $0.insert(request) }
    clock.asyncAfter(deadline: .now() + Self.patience) { [self] in
      if unanswered.withLock({ $0.contains(request) }) { messages.post(.slow(request: request)) }
    }
  }
}
