import CPopplerShim
import Extraction

/// PDF, by poppler: the words of each page with their places and fonts.
enum PDFFormat: DocumentFormat {
  static let name = "pdf"

  static func extract(_ bytes: [UInt8], options: Set<String>) throws(ExtractionError)
    -> ExtractedText
  {
    throw .failed(reason: "not yet")
  }
}
