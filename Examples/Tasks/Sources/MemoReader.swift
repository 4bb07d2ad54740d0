import Extraction
import WrittenQuestions

/// Files that end in `.memo`: pages with a line `--` between them.
struct MemoPages: Extractor {
  let identity = FormatIdentity("memo-pages", version: 1)
  let fileExtensions = ["memo"]

  func recognises(_ sample: FileSample) -> Recognition {
    sample.head.starts(with: "MEMO ".utf8) ? .byContent : .no
  }

  func extract(_ bytes: [UInt8], name: String, within limits: ExtractionLimits)
    throws(ExtractionError) -> ExtractedText
  {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw .malformed(reason: "it is not UTF-8")
    }
    return ExtractedText(pages: text.split(separator: "\n--\n").map(String.init))
  }
}

/// Memos: `MEMO`, a number and a title in the first line; then a question a line.
struct MemoReader: TextReader {
  let identity = FormatIdentity("memo", version: 1)

  func parse(_ text: ExtractedText, of record: SourceRecord) throws(ReadError) -> WrittenQuestion {
    var lines: [(range: Range<Int>, text: String)] = []
    for line in text.bytes.split(whereSeparator: { $0 == 0x0a || $0 == 0x0c }) {
      lines.append((line.indices, String(decoding: line, as: UTF8.self)))
    }
    let heading = lines.first?.text.split(separator: " ", maxSplits: 2) ?? []
    guard heading.count == 3, heading[0] == "MEMO" else {
      throw ReadError(.notAWrittenQuestion(missing: "no line MEMO NUMBER TITLE"), path: record.path)
    }
    return WrittenQuestion(
      id: "memo-\(heading[1])", number: String(heading[1]), title: String(heading[2]),
      subQuestions: lines.dropFirst().map { line in
        SubQuestion(
          label: nil,
          passage: Passage(
            kind: .subQuestion, text: line.text, place: text.place(of: line.range)))
      }, source: record.source)
  }
}
