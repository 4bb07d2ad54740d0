import Text

/// Looks for words by bytes: every line of a document is looked through for some of them, and by
/// `Character` that was a third of reading it.
extension StringProtocol where SubSequence == Substring {
  /// Where a word first stands.
  /// - Parameter word: of ASCII, in lower case; found in either case.
  func range(ofWord word: String) -> Range<Index>? {
    let word = Array(word.utf8)
    let found = utf8.withContiguousStorageIfAvailable { $0.offset(of: word) }
    guard let offset = found ?? Array(utf8).withUnsafeBufferPointer({ $0.offset(of: word) }) else {
      return nil
    }
    let start = utf8.index(startIndex, offsetBy: offset)
    return start..<utf8.index(start, offsetBy: word.count)
  }

  func range(ofLastWord word: String) -> Index? {
    var found: Index?
    var rest = self[startIndex...]
    while let range = rest.range(ofWord: word) {
      found = range.lowerBound
      rest = rest[range.upperBound...]
    }
    return found
  }
}

extension UnsafeBufferPointer<UInt8> {
  fileprivate func offset(of word: [UInt8]) -> Int? {
    guard let first = word.first, count >= word.count else { return nil }
    for start in 0...(count - word.count) where self[start].lowercased == first {
      if word.indices.allSatisfy({ self[start + $0].lowercased == word[$0] }) { return start }
    }
    return nil
  }
}

extension UInt8 {
  fileprivate var lowercased: UInt8 { isUppercaseLetter ? self | 0x20 : self }
}
