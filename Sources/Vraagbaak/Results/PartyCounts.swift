import WrittenQuestions
import Xapian

/// Counts documents by their parties, each under the name that most documents give it.
struct PartyCounts {
  /// By the party's key.
  private var documents: [String: Int] = [:]
  private var spellings: [String: [String: Int]] = [:]

  init(_ counted: MSet.Facet) {
    for joined in counted.values {
      var keys: Set<String> = []
      for value in joined.value.split(separator: Schema.separator) {
        let end = value.firstIndex(of: Schema.group) ?? value.endIndex
        let key = String(decoding: value[end...].dropFirst(), as: UTF8.self)
        spellings[key, default: [:]][String(decoding: value[..<end], as: UTF8.self), default: 0] +=
          joined.count
        keys.insert(key)
      }
      for key in keys { documents[key, default: 0] += joined.count }
    }
  }

  func counts(in database: Database) throws(XapianError) -> [(String, Int)] {
    var counts: [(String, Int)] = []
    for (key, count) in documents {
      counts.append((try name(of: key, in: database), count))
    }
    return counts
  }

  /// One that finds this party and no other: `PVDA` may be two.
  private func name(of key: String, in database: Database) throws(XapianError) -> String {
    let usual = Party.name(ofKey: key)
    let written = (spellings[key] ?? [:]).sorted { left, right in
      if left.value != right.value { return left.value > right.value }
      if left.key == usual || right.key == usual { return left.key == usual }
      return left.key < right.key
    }
    for (name, _) in written where !name.hasSuffix("*") {
      if try PartyTerm.keys(named: name, in: database) == [key] { return name }
    }
    return usual ?? written.first?.key ?? key
  }
}
