import Vraagbaak
import WrittenQuestions

/// The questions that one refers to, and those that refer to it.
struct References {
  /// So many references are followed, and so many documents looked at for one.
  private static let most = 20

  let document: WrittenQuestion
  let call: Call

  init(_ document: WrittenQuestion, _ call: Call) {
    self.document = document
    self.call = call
  }

  /// A reference, and what of this index it names.
  struct Target {
    let text: String
    let documents: [Listing]
    let isUnknown: Bool
  }

  func targets() async throws -> [Target] {
    var targets: [Target] = []
    for reference in document.references.prefix(Self.most) {
      let date = reference.date.map { " van \($0.dutch)" } ?? ""
      let documents = try await found(by: reference)
      targets.append(
        Target(
          text: "Schriftelijke vraag nr. \(reference.number)\(date)",
          documents: documents.map { Listing($0.heading, $0.passages.first) },
          isUnknown: documents.isEmpty))
    }
    return targets
  }

  /// Documents with this one's number in their text are looked at whether it is this one that they mean.
  func referrers() async throws -> [Listing] {
    let names =
      (document.number.map { ["nr. \($0)", "nummer \($0)"] } ?? []) + document.identifiers
    guard !names.isEmpty else { return [] }
    let query = SearchQuery.group(
      must: [.any(names.map { .phrase($0) })], should: [],
      not: [.filter(.id, [document.id])])
    let hits = try await call.search(query, SearchOptions(limit: Self.most, sort: .date)).hits
    var referrers: [Listing] = []
    for hit in hits {
      let other = try await call.library.document(hit.document.id, call.paths)
      if try await refersHere(other) { referrers.append(Listing(hit)) }
    }
    return referrers
  }

  private func refersHere(_ other: WrittenQuestion) async throws -> Bool {
    for reference in other.references.prefix(Self.most)
    where try await found(by: reference).contains(where: { $0.id == document.id }) {
      return true
    }
    return false
  }

  private func found(by reference: Reference) async throws -> [WrittenQuestion] {
    try await call.library.searcher.documents(reference, deadline: call.library.limits.deadline)
  }
}
