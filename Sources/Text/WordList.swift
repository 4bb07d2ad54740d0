/// A list of words that is kept as a text file and compiled into the program.
///
/// Words stand apart by white space, and what belongs together stands on one line. Lines that
/// begin with `#` say what the words are and where they come from.
///
/// It is read by bytes: a program that starts for one search reads all lists, and cutting them by
/// `Character` was a fifth of its time.
package struct WordList {
  private let file: [UInt8]

  package init(_ file: [UInt8]) { self.file = file }

  /// The words of each line that has any.
  package var lines: [[ArraySlice<UInt8>]] {
    file.split(separator: UInt8(ascii: "\n")).compactMap { line in
      guard line.first != UInt8(ascii: "#") else { return nil }
      let words = line.split(whereSeparator: \.isSpace)
      return words.isEmpty ? nil : words
    }
  }

  /// All words, in their order.
  package var words: [String] {
    lines.joined().map { String(decoding: $0, as: UTF8.self) }
  }
}
