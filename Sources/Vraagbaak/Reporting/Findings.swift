import Extraction
import WrittenQuestions

/// What was found in a file, and what was taken out of it.
public struct Findings: Sendable, Equatable, Codable {
  public var documents = 0
  public var questions = 0
  public var answers = 0
  /// Questions with an answer to each.
  public var pairs = 0
  public var notes = 0
  /// Of documents that have pages.
  public var pages = 0
  /// Lines that belong to pages.
  public var furnitureLines = 0
  /// Where the text of documents, and of fields with words in records, went.
  public var text = TextCoverage()
  /// For extracting and reading.
  public var seconds = 0.0

  public init() {}

  /// - Parameters:
  ///   - text: nil: of a record.
  ///   - unread: what of a record nothing reads, in bytes of words.
  init(_ question: WrittenQuestion, in text: ExtractedText?, unread: Int = 0) {
    documents = 1
    questions = question.subQuestions.count
    answers = question.answer.count
    pairs = question.subQuestions.reduce(0) {
      $0 + question.counterparts(of: $1.passage).count
    }
    notes = question.notes.count
    pages = text?.pageStarts.count ?? 0
    furnitureLines = question.leftOut.count
    self.text =
      text.map { TextCoverage(of: $0, in: question) }
      ?? TextCoverage(ofRecord: question, unread: unread)
  }

  static func += (sum: inout Findings, other: Findings) {
    sum.documents += other.documents
    sum.questions += other.questions
    sum.answers += other.answers
    sum.pairs += other.pairs
    sum.notes += other.notes
    sum.pages += other.pages
    sum.furnitureLines += other.furnitureLines
    sum.text += other.text
    sum.seconds += other.seconds
  }
}

/// A reader that refused a text before another took it, and why.
public struct Refusal: Sendable, Equatable, Codable {
  /// Name and version.
  public let reader: String
  public let reason: String
}
