/// What is kept from one run to the next, beside the file of searches.
struct AlertState: Codable, Equatable {
  static let version = 1

  /// What is known of a document of the index.
  struct Mark: Codable, Equatable {
    /// Of what is said of it; where it stands in its source is no part of that.
    var content: String
    /// The number of the run that found this content first.
    var changed: Int
    /// Whether a run found it without its answer.
    var wasOpen: Bool
    /// The number of the run that first found it answered; 0: it was never found without.
    var answered: Int?
    /// What was told of it last.
    var told: DigestItem.News?

    /// Short: there is one for each document of the index.
    enum CodingKeys: String, CodingKey {
      case content = "c", changed = "r", wasOpen = "o", answered = "a", told = "t"
    }
  }

  /// What is known of a search.
  struct Memory: Codable, Equatable {
    var name: String
    var query: String
    /// The number of its last run.
    var run: Int
    /// When that was, in seconds since 1970.
    var time: Int
    /// Keys of all documents that it ever found.
    var found: Set<String>
  }

  /// What was told, for a feed.
  struct Told: Codable, Equatable {
    /// Seconds since 1970.
    let time: Int
    let search: String
    let item: DigestItem
  }

  var version = AlertState.version
  /// What identifies the feed of this file of searches.
  let feed: String
  /// Of the last run.
  var run = 0
  /// No two have one name.
  var searches: [Memory] = []
  /// By their keys.
  var documents: [String: Mark] = [:]
  /// The latest first.
  var recent: [Told] = []

  init(feed: String) { self.feed = feed }

  /// What is known of a search under its name, or under another one that no search of the file has any
  /// more. Its query may have been another.
  func memory(of search: SavedSearch, names: Set<String>) -> Memory? {
    searches.first { $0.name == search.name }
      ?? searches.first { $0.query == search.query && !names.contains($0.name) }
  }

  mutating func remember(_ memory: Memory, inPlaceOf name: String?) {
    searches.removeAll { $0.name == name || $0.name == memory.name }
    searches.append(memory)
  }

  /// As if this document had never been there: the next run finds it new.
  mutating func forget(_ key: String) {
    documents[key] = nil
    for index in searches.indices { searches[index].found.remove(key) }
  }
}

/// `found` in order, so that the same state has the same bytes.
extension AlertState.Memory {
  private enum Member: CodingKey { case name, query, run, time, found }

  init(from decoder: any Decoder) throws {
    let members = try decoder.container(keyedBy: Member.self)
    self.init(
      name: try members.decode(String.self, forKey: .name),
      query: try members.decode(String.self, forKey: .query),
      run: try members.decode(Int.self, forKey: .run),
      time: try members.decode(Int.self, forKey: .time),
      found: Set(try members.decode([String].self, forKey: .found)))
  }

  func encode(to encoder: any Encoder) throws {
    var members = encoder.container(keyedBy: Member.self)
    try members.encode(name, forKey: .name)
    try members.encode(query, forKey: .query)
    try members.encode(run, forKey: .run)
    try members.encode(time, forKey: .time)
    try members.encode(found.sorted(), forKey: .found)
  }
}
