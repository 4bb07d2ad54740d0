import WrittenQuestions

/// The documents that a name may mean: their number, or the end of their id.
public struct Candidates: Sendable, Equatable, Codable, CustomStringConvertible {
  /// As it was given.
  public let name: String
  /// At least two.
  public let documents: [WrittenQuestion.Heading]

  public init(name: String, documents: [WrittenQuestion.Heading]) {
    self.name = name
    self.documents = documents
  }

  /// "2 documents have the number 230"
  public var description: String {
    let number = Schema.numberTerm(name)
    let isNumber = documents.allSatisfy { $0.number.map(Schema.numberTerm) == number }
    return "\(documents.count) documents \(isNumber ? "have the number" : "are called") \(name)"
  }
}
