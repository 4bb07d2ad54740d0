import Extraction

/// PDF, by poppler: the words of each page with their places and fonts, put together as they are read.
enum PDFFormat: DocumentFormat {
  static let name = "pdf"

  /// What one document may have.
  private static let pageLimit = 5_000
  private static let wordLimit = 3_000_000

  static func extract(_ bytes: [UInt8], options: Set<String>) throws(ExtractionError)
    -> ExtractedText
  {
    let document = try PDFDocument(bytes)
    let count = document.pageCount
    guard count > 0 else { throw .malformed(reason: "it has no pages") }
    guard count <= pageLimit else {
      throw .failed(reason: "it has \(count) pages, and at most \(pageLimit) are read")
    }
    var pages: [PrintedPage] = []
    var turned: [[PrintedWord]] = []
    var words = 0
    for number in 0..<count {
      guard let found = document.page(number) else {
        throw .malformed(reason: "page \(number + 1) of \(count) cannot be read")
      }
      words += found.page.words.count
      guard words <= wordLimit else {
        throw .failed(reason: "it has more than \(wordLimit) words")
      }
      pages.append(found.page)
      turned.append(found.turned)
    }
    guard words > 0 else { throw .noText }
    var text = DocumentLayout.text(of: pages, turned: turned)
    text.properties = document.properties
    return text
  }
}
