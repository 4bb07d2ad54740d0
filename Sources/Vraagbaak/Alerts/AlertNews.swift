import WrittenQuestions

/// What is news to saved searches: the state of the index beside what is known of earlier runs.
struct AlertNews {
  /// A document of the survey, and what of it is news.
  struct Item {
    let documentID: Int
    let news: DigestItem.News
    /// Names of other searches to which it is news too.
    var alsoIn: [String] = []
  }

  /// In the order of the file; only those that have news.
  private(set) var groups: [(search: SavedSearch, items: [Item])] = []
  private(set) var notes: [AlertNote] = []
  /// What is known after this run.
  private(set) var state: AlertState

  private let survey: IndexSurvey
  private let names: Set<String>
  private let since: CalendarDate?
  private let time: Int
  /// Where each document stands in `groups`.
  private var places: [Int: (group: Int, item: Int)] = [:]

  /// - Parameters:
  ///   - survey: of all searches, in their order.
  ///   - since: what was asked or answered since then is news to a search that never ran; nil: nothing is.
  ///   - time: now, in seconds since 1970.
  init(
    _ searches: SavedSearches, _ survey: IndexSurvey, after state: AlertState,
    since: CalendarDate?, time: Int
  ) {
    self.state = state
    self.survey = survey
    names = searches.names
    self.since = since
    self.time = time
    self.state.run += 1
    for document in survey.documents.values { mark(document) }
    for (search, matches) in zip(searches.searches, survey.matches) {
      switch matches {
      case .success(let found): look(search, found)
      case .failure(let error): notes.append(.failed(search.name, error))
      }
    }
    for (documentID, place) in places {
      guard let document = survey.documents[documentID] else { continue }
      let news = groups[place.group].items[place.item].news
      self.state.documents[document.key]?.told = document.state == .answered ? .answered : news
    }
  }

  /// Notes what of a document is new or changed, whoever looks for it.
  private mutating func mark(_ document: IndexSurvey.Document) {
    let run = state.run
    var mark =
      state.documents[document.key]
      ?? .init(content: document.content, changed: run, wasOpen: false)
    if mark.content != document.content {
      mark.content = document.content
      mark.changed = run
    }
    if document.state == .answered {
      if mark.answered == nil { mark.answered = mark.wasOpen ? run : 0 }
    } else if document.state != nil {
      mark.wasOpen = true
    }
    state.documents[document.key] = mark
  }

  private mutating func look(_ search: SavedSearch, _ found: [Int]) {
    let memory = state.memory(of: search, names: names)
    if let memory, let every = search.every {
      // A clock that was set back makes nothing wait.
      let passed = time - memory.time
      if 0..<every.seconds ~= passed { return }
    }
    let isSame = memory?.query == search.query
    let known = isSame ? memory?.found ?? [] : []
    var group: (search: SavedSearch, items: [Item]) = (search, [])
    var keys = known
    for documentID in found {
      guard let document = survey.documents[documentID] else { continue }
      let key = document.key
      keys.insert(key)
      guard let news = news(document, last: memory?.run, isKnown: known.contains(key)) else {
        continue
      }
      if let place = places[documentID] {
        groups[place.group].items[place.item].alsoIn.append(search.name)
      } else {
        places[documentID] = (groups.count, group.items.count)
        group.items.append(Item(documentID: documentID, news: news))
      }
    }
    if !group.items.isEmpty { groups.append(group) }
    if memory == nil {
      notes.append(.began(search.name, found: found.count, told: group.items.count))
    } else if !isSame {
      notes.append(.otherQuery(search.name, found: found.count))
    }
    if !isSame, !search.parsed.notes.isEmpty {
      notes.append(.readAs(search.name, search.parsed.notes))
    }
    state.remember(
      .init(name: search.name, query: search.query, run: state.run, time: time, found: keys),
      inPlaceOf: memory?.name)
  }

  /// - Parameters:
  ///   - last: the number of the search's last run; nil: it has not run yet.
  ///   - isKnown: whether it found the document before.
  private func news(_ document: IndexSurvey.Document, last: Int?, isKnown: Bool) -> DigestItem.News?
  {
    guard let mark = state.documents[document.key] else { return nil }
    let news: DigestItem.News?
    if let last {
      // What was there, and is found only now, is none: other words may have become known.
      news = (mark.answered ?? 0) > last ? .answered : !isKnown && mark.changed > last ? .new : nil
    } else if let since, let latest = document.latest, latest >= since {
      news = document.answered == latest ? .answered : .new
    } else {
      news = nil
    }
    // Nothing is told twice.
    return mark.told == .answered || mark.told == news ? nil : news
  }
}

/// What there is to say of a search beside its news.
public enum AlertNote: Sendable, Equatable {
  /// Its first run: so many documents were found, and so many of them are told.
  case began(String, found: Int, told: Int)
  /// Its query was another before; what it finds of what was there already is not told.
  case otherQuery(String, found: Int)
  /// How pieces of a query that runs for the first time were read that are no operator, field or group.
  case readAs(String, [QueryNote])
  /// It cannot be run; what is known of it stays.
  case failed(String, QueryError)
  /// A digest that an earlier run had made when it was cut short is told first, and nothing else.
  case repeated(id: String)
  /// Documents that changed again meanwhile are left for the next run.
  case postponed(count: Int)
}
