import Extraction

@testable import DocumentFormats

/// A text that was extracted, for expectations about its parts.
struct Extracted {
  let text: ExtractedText

  init(_ bytes: [UInt8], _ format: String) throws {
    text = try DocumentFormats.extract(bytes, format: format, options: [])
  }

  init(_ source: String, _ format: String) throws { try self.init(Array(source.utf8), format) }

  var whole: String { slice(0..<text.bytes.count) }

  func slice(_ range: Range<Int>) -> String {
    String(decoding: text.bytes[range], as: UTF8.self)
  }

  /// The lines with text, without notes and what belongs to pages.
  var lines: [String] {
    let apart = text.furniture + text.notes.map(\.range)
    var bytes: [UInt8] = []
    for (offset, byte) in text.bytes.enumerated()
    where !apart.contains(where: { $0.contains(offset) }) {
      bytes.append(byte)
    }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  var furniture: [String] { text.furniture.map(slice) }

  /// Mark, the words before it in its paragraph, and text of each note.
  var notes: [[String]] {
    text.notes.map { note in
      let before = note.anchor.map { slice(0..<$0) }?.split(separator: "\n").last.map(String.init)
      return [note.mark, before ?? "-", slice(note.range)]
    }
  }

  func styled(_ style: ExtractedText.Style) -> [String] {
    text.styles.filter { $0.style.isSuperset(of: style) }.map { slice($0.range) }
  }

  func properties(_ name: String) -> [String] {
    text.properties.filter { $0.name == name }.map(\.value)
  }
}
