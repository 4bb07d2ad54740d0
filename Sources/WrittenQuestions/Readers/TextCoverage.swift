import Extraction
import Text

/// Where the text of a document went, in bytes of its words as UTF-8; white space counts nowhere.
public struct TextCoverage: Sendable, Equatable {
  /// All of it.
  public var total = 0
  /// In questions, answers, introductions and text without a form.
  public var passages = 0
  public var notes = 0
  /// Page headers, footers and page numbers.
  public var furniture = 0
  /// The title, and labels of questions and answers.
  public var headings = 0

  /// What stands nowhere of these: it may be in the facts of the heading, as the names of askers, or lost.
  public var elsewhere: Int { total - passages - notes - furniture - headings }
  /// Of `total`, from 0 to 1.
  public var share: Double { total > 0 ? Double(elsewhere) / Double(total) : 0 }

  public init() {}

  /// - Parameter question: what was read from the text.
  public init(of text: ExtractedText, in question: WrittenQuestion) {
    var words = PlacedWords(text)
    let lines =
      text.furniture.map { text.place(of: $0).range } + question.leftOut.map(\.place.range)
    words.take(lines, as: \.furniture)
    let notes =
      question.notes.map(\.passage.place.range) + text.notes.map { text.place(of: $0.range).range }
    words.take(notes, as: \.notes)
    let passages = question.passages.filter { $0.kind != .note }
    words.take(passages.map(\.place.range), as: \.passages)
    words.takeTitle(question.title)
    words.takeLabels()
    self = words.coverage
  }

  /// Of a record, whose passages are its fields.
  /// - Parameter unread: of the fields that nothing reads.
  public init(ofRecord question: WrittenQuestion, unread: Int) {
    func words(_ text: String) -> Int { text.utf8.reduce(0) { $1.isSpace ? $0 : $0 + 1 } }
    for passage in question.passages {
      if passage.kind == .note {
        notes += words(passage.text)
      } else {
        passages += words(passage.text)
      }
    }
    // That of what only a register tells is its passage.
    headings = question.isMetadata ? 0 : words(question.title)
    total = passages + notes + headings + unread
  }

  public static func += (sum: inout TextCoverage, other: TextCoverage) {
    sum.total += other.total
    sum.passages += other.passages
    sum.notes += other.notes
    sum.furniture += other.furniture
    sum.headings += other.headings
  }
}

/// The words of a text, each until it is known where it went.
private struct PlacedWords {
  private struct Word {
    /// In the text.
    let range: Range<Int>
    /// As places of passages count: in the file or in the text.
    let place: Range<Int>
    /// The number of its line.
    let line: Int
    var isTaken = false
    /// Of a passage.
    var isSaid = false
  }

  private let bytes: [UInt8]
  private var words: [Word] = []
  private(set) var coverage = TextCoverage()

  init(_ text: ExtractedText) {
    bytes = text.bytes
    var line = 0
    var start: Int?
    for index in 0...bytes.count {
      let isSpace = index == bytes.count || bytes[index].isSpace || bytes[index] == 0x0c
      if isSpace, let first = start {
        let range = first..<index
        words.append(Word(range: range, place: text.fileRange(of: range) ?? range, line: line))
        start = nil
      } else if !isSpace, start == nil {
        start = index
      }
      if index < bytes.count, bytes[index] == UInt8(ascii: "\n") { line += 1 }
    }
    coverage.total = words.reduce(0) { $0 + $1.range.count }
  }

  /// - Parameter places: where the words stand that are taken.
  mutating func take(_ places: [Range<Int>], as kind: WritableKeyPath<TextCoverage, Int>) {
    var rest = places.filter { !$0.isEmpty }.sorted { $0.lowerBound < $1.lowerBound }[...]
    // Parts may overlap: what reaches furthest of those that begin before a word decides.
    var end = 0
    for index in words.indices {
      let place = words[index].place
      while let first = rest.first, first.lowerBound < place.upperBound {
        end = max(end, first.upperBound)
        rest.removeFirst()
      }
      guard place.lowerBound < end, !words[index].isTaken else { continue }
      words[index].isTaken = true
      words[index].isSaid = kind == \.passages
      coverage[keyPath: kind] += words[index].range.count
    }
  }

  /// Takes the first words in a row that are those of the title.
  mutating func takeTitle(_ title: String) {
    let wanted = title.utf8.filter { !$0.isSpace }
    guard !wanted.isEmpty else { return }
    let left = words.indices.filter { !words[$0].isTaken }
    for start in left.indices {
      var rest = wanted[...]
      var index = start
      while index < left.count, !rest.isEmpty, rest.starts(with: bytes[words[left[index]].range]) {
        rest = rest.dropFirst(words[left[index]].range.count)
        index += 1
      }
      guard rest.isEmpty else { continue }
      for number in left[start..<index] { takeHeading(number) }
      return
    }
  }

  /// Takes what stands before a passage on its line, as `3.`, and lines of nothing but labels, as
  /// `Antwoord op vraag 2`.
  mutating func takeLabels() {
    var start = 0
    while start < words.count {
      let end = words[start...].firstIndex { $0.line != words[start].line } ?? words.count
      let open = (start..<end).filter { !words[$0].isTaken }
      let said = (start..<end).first { words[$0].isSaid } ?? start
      let isBefore = open.last.map { $0 < said } ?? false
      let size = open.reduce(0) { $0 + words[$1].range.count }
      if isBefore && size <= 60 || open.allSatisfy({ isLabel(words[$0].range) }) {
        for number in open { takeHeading(number) }
      }
      start = end
    }
  }

  private mutating func takeHeading(_ number: Int) {
    words[number].isTaken = true
    coverage.headings += words[number].range.count
  }

  private static let labels: Set<String> = [
    "vraag", "vragen", "antwoord", "antwoorden", "beantwoording", "deelvraag", "op", "en", "de",
    "t/m", "tot", "met", "schriftelijke", "mededeling",
  ]

  private func isLabel(_ range: Range<Int>) -> Bool {
    let word = String(decoding: bytes[range], as: UTF8.self).lowercased()
      .trimmingPrefix { !$0.isLetter && !$0.isNumber }
    let core = word.reversed().drop { !$0.isLetter && !$0.isNumber }.reversed()
    let text = String(core)
    return text.count < 2 || text.allSatisfy(\.isNumber) || Self.labels.contains(text)
  }
}
