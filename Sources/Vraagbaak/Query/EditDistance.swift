/// How near words are by their letters, for "did you mean".
enum EditDistance {
  /// The candidate with the fewest edits, if at most a third of its letters differ.
  static func nearest(to word: String, among candidates: [String]) -> String? {
    let scored = candidates.map { (candidate: $0, edits: edits(Array(word), Array($0))) }
    guard let best = scored.min(by: { $0.edits < $1.edits }), best.edits * 3 <= best.candidate.count
    else { return nil }
    return best.candidate
  }

  /// Whether one letter was left out, put in or replaced, or two neighbours changed places.
  static func isOneSlip(_ typed: String, _ meant: String) -> Bool {
    let (a, b) = (Array(typed), Array(meant))
    let start = zip(a, b).prefix { $0 == $1 }.count
    let end = zip(a[start...].reversed(), b[start...].reversed()).prefix { $0 == $1 }.count
    let (left, right) = (a[start..<(a.count - end)], b[start..<(b.count - end)])
    return left.count + right.count > 0
      && (left.count <= 1 && right.count <= 1
        || left.count == 2 && left.elementsEqual(right.reversed()))
  }

  /// Levenshtein's distance.
  static func edits(_ a: [Character], _ b: [Character]) -> Int {
    var row = Array(0...b.count)
    for (i, left) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, right) in b.enumerated() {
        let substitution = diagonal + (left == right ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(substitution, row[j] + 1, row[j + 1] + 1)
      }
    }
    return row[b.count]
  }
}
