import CPopplerShim
import Extraction

/// A document that poppler has opened.
final class PDFDocument {
  private let bytes: UnsafeMutableBufferPointer<CChar>
  private let document: OpaquePointer

  init(_ content: [UInt8]) throws(ExtractionError) {
    guard content.count <= Int32.max else { throw .tooLarge(limit: Int(Int32.max)) }
    // Poppler reads in them until it is closed.
    bytes = .allocate(capacity: content.count)
    _ = bytes.initialize(from: content.lazy.map { CChar(bitPattern: $0) })
    var opened: OpaquePointer?
    let status = cpoppler_open(bytes.baseAddress, content.count, &opened)
    guard status == CPOPPLER_OK, let opened else {
      bytes.deallocate()
      throw status == CPOPPLER_LOCKED
        ? .encrypted : .malformed(reason: "the structure of the PDF cannot be read")
    }
    document = opened
  }

  deinit {
    cpoppler_close(document)
    bytes.deallocate()
  }

  var pageCount: Int { Int(cpoppler_page_count(document)) }

  /// The words of a page, from 0, in the order of the file; nil when it cannot be read.
  func page(_ number: Int) -> (page: PrintedPage, turned: [PrintedWord])? {
    final class Found { var words: [(word: PrintedWord, rotation: Int32)] = [] }
    let found = Found()
    var size = cpoppler_size(width: 0, height: 0)
    let isRead = cpoppler_words(
      document, Int32(clamping: number), &size,
      { context, word in
        guard let context, let word = word?.pointee,
          let printed = PrintedWord(word)
        else { return }
        Unmanaged<Found>.fromOpaque(context).takeUnretainedValue()
          .words.append((printed, word.rotation))
      }, Unmanaged.passUnretained(found).toOpaque())
    guard isRead else { return nil }
    let (width, height) = (Self.length(size.width), Self.length(size.height))
    return PrintedPage.upright(found.words, width: width, height: height)
  }

  /// The side of a page, which a file may give as any number.
  private static func length(_ points: Double) -> Double {
    points.isFinite ? min(max(points, 0), 100_000) : 0
  }

  /// A page as a grey picture in the format PGM; nil where none can be made.
  /// - Parameter resolution: points an inch.
  func picture(_ number: Int, resolution: Double) -> [UInt8]? {
    final class Made { var bytes: [UInt8] = [] }
    let made = Made()
    let isMade = cpoppler_render(
      document, Int32(clamping: number), resolution,
      { context, picture in
        guard let context, let picture = picture?.pointee, let points = picture.points,
          picture.width > 0, picture.height > 0, picture.row_length >= picture.width
        else { return }
        let made = Unmanaged<Made>.fromOpaque(context).takeUnretainedValue()
        made.bytes = Array("P5\n\(picture.width) \(picture.height)\n255\n".utf8)
        for row in 0..<Int(picture.height) {
          let start = points + row * picture.row_length
          made.bytes += UnsafeBufferPointer(start: start, count: Int(picture.width))
        }
      }, Unmanaged.passUnretained(made).toOpaque())
    return isMade && !made.bytes.isEmpty ? made.bytes : nil
  }

  /// What the file says of itself.
  var properties: [ExtractedText.Property] {
    ["Title", "Author", "Subject", "Keywords", "CreationDate", "ModDate", "Creator", "Producer"]
      .compactMap { key in
        var buffer = [CChar](repeating: 0, count: 4096)
        let length = min(cpoppler_info(document, key, &buffer, buffer.count), buffer.count)
        let value = String(
          decoding: buffer[..<length].map { UInt8(bitPattern: $0) }, as: UTF8.self)
        let plain = PrintedText.property(value)
          .split { $0.isWhitespace || $0.isControl }.joined(separator: " ")
        return plain.isEmpty ? nil : ExtractedText.Property(key, plain)
      }
  }
}

extension Character {
  fileprivate var isControl: Bool { unicodeScalars.allSatisfy { $0.value < 0x20 } }
}

extension PrintedWord {
  /// Nil for what has no place or no letters.
  fileprivate init?(_ word: cpoppler_word) {
    let numbers = [word.left, word.top, word.right, word.bottom, word.size]
    // A page is at most 14,400 points wide; what stands far outside is not seen.
    guard numbers.allSatisfy({ $0.isFinite && abs($0) < 100_000 }), word.size > 0.1,
      word.right >= word.left, word.bottom >= word.top, let text = word.text
    else { return nil }
    self.init(
      text: PrintedText.written(
        String(
          decoding: UnsafeRawBufferPointer(start: text, count: word.text_length), as: UTF8.self)),
      box: Box(left: word.left, top: word.top, right: word.right, bottom: word.bottom),
      size: (word.size * 20).rounded() / 20,
      style: FontStyle.style(
        ofFont: String(
          decoding: UnsafeRawBufferPointer(start: word.font, count: word.font_length),
          as: UTF8.self)),
      spaceAfter: word.space_after)
    guard !self.text.allSatisfy(\.isWhitespace) else { return nil }
  }
}

extension PrintedPage {
  /// The words in the direction that most of the page has, and those in others.
  fileprivate static func upright(
    _ words: [(word: PrintedWord, rotation: Int32)], width: Double, height: Double
  ) -> (page: PrintedPage, turned: [PrintedWord]) {
    var letters = [0, 0, 0, 0]
    for (word, rotation) in words { letters[Int(rotation & 3)] += word.text.utf8.count }
    // Letters that stand as usual win where they are as many.
    let main = letters.indices.dropFirst().reduce(0) { letters[$1] > letters[$0] ? $1 : $0 }
    let isLying = main % 2 == 1
    var page = PrintedPage(
      width: isLying ? height : width, height: isLying ? width : height, words: [])
    var turned: [PrintedWord] = []
    for (word, rotation) in words {
      var word = word
      word.box = word.box.turned(back: main, width: width, height: height)
      if Int(rotation & 3) == main { page.words.append(word) } else { turned.append(word) }
    }
    return (page, turned)
  }
}

extension Box {
  /// As it stands on a page that is turned back by quarters of a turn.
  fileprivate func turned(back quarters: Int, width: Double, height: Double) -> Box {
    switch quarters {
    case 1: Box(left: top, top: width - right, right: bottom, bottom: width - left)
    case 2:
      Box(left: width - right, top: height - bottom, right: width - left, bottom: height - top)
    case 3: Box(left: height - bottom, top: left, right: height - top, bottom: right)
    default: self
    }
  }
}
