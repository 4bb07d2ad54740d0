import Glibc

/// Plain text in the layout of the Flemish Parliament: title, introduction, numbered questions, the
/// minister in capitals, ANTWOORD, the numbered answer. One document a file.
public struct FlemishTextReader: Reader {
  /// Larger files are no written question, in bytes.
  public static let sizeLimit = 16 << 20

  public init() {}

  public func records(of path: String) throws(ReadError)
    -> AnyIterator<Result<SourceRecord, ReadError>>
  {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else {
      throw ReadError(.unreadable(reason: String(cString: strerror(errno))), path: path)
    }
    defer { close(file) }
    var bytes: [UInt8] = []
    var failure: Int32 = 0
    var isAtEnd = false
    while !isAtEnd, bytes.count <= Self.sizeLimit {
      bytes += [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
        let got = read(file, buffer.baseAddress, buffer.count)
        if got < 0, errno != EINTR { failure = errno }
        isAtEnd = got == 0 || failure != 0
        count = max(0, got)
      }
    }
    guard failure == 0 else {
      throw ReadError(.unreadable(reason: String(cString: strerror(failure))), path: path)
    }
    guard bytes.count <= Self.sizeLimit else {
      throw ReadError(.recordTooLong(bytes: bytes.count, limit: Self.sizeLimit), path: path)
    }
    let record = SourceRecord(path: path, bytes: bytes)
    return AnyIterator(CollectionOfOne(.success(record)).makeIterator())
  }

  public func parse(_ record: SourceRecord) throws(ReadError) -> WrittenQuestion {
    guard record.bytes.contains(where: { !$0.isSpace }) else {
      throw ReadError(.empty, path: record.path)
    }
    guard let text = DecodedText(record.bytes, at: record.offset) else {
      throw ReadError(.binary, path: record.path)
    }
    let layout = FlemishLayout(PageFurniture.contentLines(of: text.bytes))
    var structure = Structure()
    structure.addQuestion(Self.lines(layout.questionLines, of: text), places: .lineStarts)
    structure.addAnswer(Self.lines(layout.answerLines, of: text), places: .lineStarts)
    guard layout.isRecognised else {
      throw ReadError(
        .notAWrittenQuestion(
          missing: "no line ANTWOORD, no \"SCHRIFTELIJKE VRAAG\" above and no numbered question"),
        path: record.path)
    }
    guard !structure.subQuestions.isEmpty || !structure.answer.isEmpty else {
      throw ReadError(.notAWrittenQuestion(missing: "no text under the title"), path: record.path)
    }
    var source = record.source
    source.encoding = text.encoding
    return WrittenQuestion(
      id: Self.name(of: record.path), number: layout.number, date: layout.date,
      title: layout.title, askers: layout.askers, ministers: layout.ministers,
      introduction: structure.introduction, subQuestions: structure.subQuestions,
      answer: structure.answer, references: structure.references, source: source)
  }

  /// Lines as one text, with the place of each.
  private static func lines(_ lines: ArraySlice<TextLine>, of text: DecodedText) -> SourceText {
    var taken = SourceText { .file(text.fileRange(of: $0)) }
    for line in lines {
      taken.append(text.bytes[line.range], at: line.range.lowerBound)
      taken.append([UInt8(ascii: "\n")], at: line.range.upperBound)
    }
    return taken
  }

  private static func name(of path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return String(name) }
    return String(name[..<dot])
  }
}
