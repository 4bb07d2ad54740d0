import Extraction
import Text

extension SourceText {
  /// The notes of a text, each with the passage that its mark stands in.
  /// - Parameters:
  ///   - passages: in the order of `WrittenQuestion.passages`.
  ///   - ranges: of `bytes`, of each of them.
  func notes(
    _ notes: [ExtractedText.Note], of text: ExtractedText, in ranges: [Range<Int>]
  ) -> [Note] {
    notes.compactMap { note in
      let range = text.bytes.trimmed(note.range)
      guard !range.isEmpty else { return nil }
      let passage = Passage(
        kind: .note, label: note.mark, text: String(decoding: text.bytes[range], as: UTF8.self),
        place: text.place(of: range))
      return Note(passage: passage, anchor: note.anchor.flatMap { anchor(at: $0, in: ranges) })
    }
  }

  private func anchor(at source: Int, in ranges: [Range<Int>]) -> Note.Anchor? {
    let offset = offset(ofSource: source)
    // A mark may stand behind the last sign.
    return ranges.firstIndex { $0.lowerBound <= offset && offset <= $0.upperBound }
      .map { Note.Anchor(passage: $0, offset: offset - ranges[$0].lowerBound) }
  }

  /// The notes that an extractor found. Passages are cut from lines of this text.
  func notes(of text: ExtractedText, in passages: [Passage]) -> [Note] {
    guard !text.notes.isEmpty else { return [] }
    let ranges = passages.map { passage in
      let start = offset(ofSource: passage.place.range.lowerBound)
      return start..<(start + passage.text.utf8.count)
    }
    return notes(text.notes, of: text, in: ranges)
  }
}
