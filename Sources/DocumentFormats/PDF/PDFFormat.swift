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
    let recognition = options.contains("ocr") ? try TextRecognition() : nil
    var pages: [PrintedPage] = []
    var turned: [[PrintedWord]] = []
    var unreadable: [Int] = []
    var words = 0
    for number in 0..<count {
      var found = document.page(number)
      if found == nil { unreadable.append(number) }
      if let page = found?.page, page.words.count < 3, let recognition {
        found?.page.words = try recognition.words(of: document, page: number, page)
      }
      pages.append(found?.page ?? PrintedPage(width: 0, height: 0, words: []))
      turned.append(found?.turned ?? [])
      words += pages[number].words.count + turned[number].count
      guard words <= wordLimit else {
        throw .failed(reason: "it has more than \(wordLimit) words")
      }
    }
    guard unreadable.count < count else {
      throw .malformed(reason: "none of its pages can be read")
    }
    guard words > 0 else { throw .noText }
    var text = DocumentLayout.text(of: pages, turned: turned)
    text.properties = document.properties
    text.properties += named("PagesUnreadable", unreadable)
    text.properties += named(
      "PagesWithoutText",
      pages.indices.filter { pages[$0].words.isEmpty && !unreadable.contains($0) })
    return text
  }

  /// What the text lacks, as a property: pages from 1.
  private static func named(_ name: String, _ pages: [Int]) -> [ExtractedText.Property] {
    pages.isEmpty
      ? [] : [.init(name, pages.map { String($0 + 1) }.joined(separator: " "))]
  }
}
