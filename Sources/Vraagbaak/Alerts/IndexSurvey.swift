import Extraction
import WrittenQuestions
import Xapian

/// All documents of one state of an index, and which of them some queries find.
struct IndexSurvey: Sendable {
  struct Document: Sendable {
    let id: String
    /// Of what is said of it; where it stands in its source is no part of that.
    let content: String
    let state: QuestionState?
    /// When it was asked or answered last; nil where that was not asked for, or is not known.
    let latest: CalendarDate?
    let answered: CalendarDate?

    /// By which it is known from one run to the next: ids that are equal to Swift may differ in bytes.
    var key: String { Self.hash(Array(id.utf8)) }

    /// The first eight bytes of a digest.
    fileprivate static func hash(_ bytes: [UInt8]) -> String {
      SHA256.hex(Array(SHA256.digest(of: bytes).prefix(8)))
    }
  }

  /// By the engine's ids.
  var documents: [Int: Document] = [:]
  /// For each query the engine's ids of what it finds, or why it cannot be run.
  var matches: [Result<[Int], QueryError>] = []
}

extension SearchSession {
  /// Looks through the whole index once.
  /// - Parameter withDates: whether dates are read too, which takes longer.
  func survey(_ queries: [SearchQuery], withDates: Bool) throws -> IndexSurvey {
    try reading {
      var survey = IndexSurvey()
      var states: [Int: QuestionState] = [:]
      for state in QuestionState.allCases {
        try forEachPosting(of: Schema.statusTerm(state)) { states[$0] = state }
      }
      try forEachPosting(of: "") { documentID in
        guard
          let document = IndexSurvey.Document(
            of: try database.data(of: documentID), state: states[documentID], withDates: withDates)
        else { throw unreadable(documentID) }
        survey.documents[documentID] = document
      }
      for query in queries {
        do {
          survey.matches.append(.success(try matching(query)))
        } catch let error as QueryError {
          survey.matches.append(.failure(error))
        }
      }
      return survey
    }
  }

  private func forEachPosting(of term: String, _ body: (Int) throws -> Void) throws {
    let batch = 1_000
    var first = 1
    while true {
      try StopFlag.check()
      let postings = try database.postings(of: term, from: first, limit: batch)
      for posting in postings { try body(posting.documentID) }
      guard postings.count == batch, let last = postings.last else { return }
      first = last.documentID + 1
    }
  }
}

extension IndexSurvey.Document {
  /// Nil for data that is no record.
  fileprivate init?(of data: [UInt8], state: QuestionState?, withDates: Bool) {
    let read = data.withUnsafeBufferPointer { bytes -> (id: String, start: Int)? in
      var reader = RecordReader(bytes)
      let header = RecordHeader(&reader)
      return reader.isValid ? (header.id, reader.index) : nil
    }
    guard let read else { return nil }
    let question = withDates ? RecordCoder.decode(data) : nil
    id = read.id
    content = Self.hash(Array(data[read.start...]))
    self.state = state
    answered = question?.answered?.lastDay
    latest = [question?.date?.lastDay, answered].compactMap { $0 }.max()
  }
}
