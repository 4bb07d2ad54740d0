import Extraction
import WrittenQuestions
import Xapian

/// What is stored of documents, with all the places where their files lie. Each file is looked up once:
/// the hits of a search may all be records of one.
struct StoredDocuments {
  private let table: SourceTable
  private var otherPlaces: [SourcePath: [SourcePath]] = [:]

  init(database: Database) { table = SourceTable(database: database) }

  /// Nil for data that is no whole record.
  mutating func document(_ data: [UInt8]) throws(XapianError) -> WrittenQuestion? {
    guard var question = RecordCoder.decode(data) else { return nil }
    question.source.also = try places(beside: question.source.path)
    return question
  }

  private mutating func places(beside path: SourcePath) throws(XapianError) -> [SourcePath] {
    if let known = otherPlaces[path] { return known }
    let places = try table.otherPlaces(of: path)
    otherPlaces[path] = places
    return places
  }
}
