import Extraction

/// Reads the letters of pages that are pictures, by Tesseract.
struct TextRecognition {
  private static let needs =
    "the programs of the Debian packages tesseract-ocr and tesseract-ocr-nld"
  /// Points an inch that letters are best known at.
  private static let resolution = 300.0
  /// Points of one picture; a larger page is made with fewer an inch.
  private static let pictureLimit = 40_000_000.0
  /// For one page, in seconds.
  private static let time = 120.0

  private let program: String

  init() throws(ExtractionError) {
    guard let path = ChildProcess.path(of: "tesseract") else {
      throw .unavailable(needs: Self.needs)
    }
    program = path
  }

  /// The words of a page; none where no letters are seen.
  func words(of document: PDFDocument, page number: Int, _ page: PrintedPage)
    throws(ExtractionError) -> [PrintedWord]
  {
    let inches = max(page.width * page.height, 1) / (72 * 72)
    let resolution = min(Self.resolution, (Self.pictureLimit / inches).squareRoot())
    guard let picture = document.picture(number, resolution: resolution) else { return [] }
    let process = ChildProcess(
      program: program,
      arguments: ["stdin", "stdout", "-l", "nld", "--dpi", "\(Int(resolution))", "tsv"],
      staysInGroup: true)
    let output: [UInt8]
    do {
      output = try process.run(picture, seconds: Self.time, outputLimit: 32 << 20)
    } catch {
      switch error {
      case .timedOut: throw .timedOut(limit: Self.time)
      case .ended(nil, _), .cannotStart: throw .unavailable(needs: Self.needs)
      case .ended, .tooMuch:
        throw .failed(reason: "the letters of page \(number + 1) were not recognised")
      }
    }
    return RecognisedWords.words(String(decoding: output, as: UTF8.self), scale: 72 / resolution)
  }
}
