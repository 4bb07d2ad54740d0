extension StringProtocol {
  /// The text without the characters at both ends that fit.
  package func trimming(where isRemoved: (Character) -> Bool) -> SubSequence {
    guard let first = firstIndex(where: { !isRemoved($0) }),
      let last = lastIndex(where: { !isRemoved($0) })
    else { return self[endIndex...] }
    return self[first...last]
  }
}

extension String {
  /// As much of the text as fits into so many bytes of UTF-8, whole scalars only.
  package func prefix(bytes count: Int) -> Substring {
    guard utf8.count > count else { return self[...] }
    var end = utf8.index(startIndex, offsetBy: count)
    while UTF8.isContinuation(utf8[end]) { end = utf8.index(before: end) }
    return self[..<end]
  }
}
