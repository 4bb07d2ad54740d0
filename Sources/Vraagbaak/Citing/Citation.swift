import Text
import WrittenQuestions

/// How a written question, or a place in it, is cited: in a text, or for a program that keeps references.
///
/// ```swift
/// let document = try await searcher.documents("230")[0]
/// Citation(of: document).text
/// // Schriftelijke vraag nr. 230 van 10 maart 2023 van Sam Van Rooy aan Zuhal Demir, Vlaams minister …
/// ```
public struct Citation: Sendable, Hashable {
  public let document: WrittenQuestion.Heading
  public let place: Place?
  /// Whether a form of question was found in it.
  let isQuestion: Bool

  /// What of the document is meant.
  public struct Place: Sendable, Hashable {
    /// Of a sub-question.
    public var label: String?
    /// From 1.
    public var pages: ClosedRange<Int>?

    /// "vraag 3, p. 2-3"
    public var text: String {
      let numbers = pages.map { pages in
        pages.count == 1 ? "p. \(pages.lowerBound)" : "p. \(pages.lowerBound)-\(pages.upperBound)"
      }
      return [label.map { "vraag \($0)" }, numbers].compactMap { $0 }.joined(separator: ", ")
    }
  }

  /// - Parameter place: a sub-question by its label, "3", or a page, "page=3"; nil: the whole document.
  /// - Throws: where it has no such sub-question or page.
  public init(of document: WrittenQuestion, place: String? = nil) throws(CitationError) {
    self.document = document.heading
    isQuestion = !document.isUnstructured
    self.place = try place.map { name throws(CitationError) in
      guard let place = Self.place(name, in: document) else {
        throw CitationError(document: document.id, place: name)
      }
      return place
    }
  }

  /// Of a document that is cited as a whole.
  public init(of document: WrittenQuestion) {
    self.document = document.heading
    isQuestion = !document.isUnstructured
    place = nil
  }

  private static func place(_ name: String, in document: WrittenQuestion) -> Place? {
    if name.hasPrefix("page=") {
      let last = document.passages.compactMap { $0.place.pages?.upperBound }.max() ?? 0
      guard let page = Int(name.dropFirst(5)), page >= 1, page <= last else { return nil }
      return Place(pages: page...page)
    }
    // The only question has no number.
    let isOnly = name == "1" && document.subQuestions.count == 1
    return document.subQuestions.first { $0.label == name || isOnly && $0.label == nil }
      .map { Place(label: $0.label, pages: $0.passage.place.pages) }
  }

  // MARK: Parts that the formats share

  /// One line, without white space at its ends or a full stop.
  var title: String {
    var title = Self.oneLine(document.title)
    if title.hasSuffix("."), !title.hasSuffix("..") { title.removeLast() }
    return title
  }

  /// What a list of references has as a title where the document has none.
  var titleOrForm: String { title.isEmpty ? form : title }

  /// "Schriftelijke vraag"
  var form: String {
    guard isQuestion else { return "Document" }
    return document.parliament == .dutchHouse ? "Kamervragen" : "Schriftelijke vraag"
  }

  /// By which the parliament counts it; without one its name for the document.
  var number: String? {
    annex.map { String($0.number) } ?? bulletin.map { String($0.number) }
      ?? document.number.map(Self.oneLine)
      ?? document.identifiers.first.map(Self.oneLine)
  }

  /// Its place in the annex to the proceedings of the Dutch House.
  var annex: (session: String?, number: Int)? {
    for case .aanhangsel(let session, let number) in document.names.map(\.kind) {
      return (session ?? self.session, number)
    }
    return nil
  }

  /// Its place in the bulletin of the Belgian Chamber: "54-109", nil until it is in one, and 76.
  var bulletin: (name: String?, number: Int)? {
    for case .qrva(let legislature, let bulletin, let number, _) in document.names.map(\.kind) {
      guard let digits = bulletin.map({ String($0) }) else { return (nil, number) }
      let zeros = String(repeating: "0", count: max(0, 3 - digits.count))
      return ("\(legislature)-\(zeros)\(digits)", number)
    }
    return nil
  }

  /// The session's year as the source or the date says it, else the legislature.
  var session: String? {
    let sessions = document.sessions
    return sessions.first { $0.contains("-") } ?? sessions.first
  }

  /// "Zuhal Demir, Vlaams minister van Werk"
  static func addressed(_ minister: Minister) -> String {
    [minister.name, minister.role].compactMap { $0.map(oneLine) }.joined(separator: ", ")
  }

  /// "A, B en C"
  static func list(_ items: [String]) -> String {
    guard items.count > 1, let last = items.last else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " en " + last
  }

  static func oneLine(_ text: String) -> String {
    text.split { $0.isWhitespace || $0.unicodeScalars.allSatisfy(\.steersText) }
      .joined(separator: " ")
  }

  /// What else is to be said: the minister, the answer, the place.
  var remarks: [String] {
    let ministers = document.ministers.map(Self.addressed).filter { !$0.isEmpty }
    return [
      ministers.isEmpty ? nil : "aan " + ministers.joined(separator: "; "),
      document.answered.map { "beantwoord op \($0.dutch)" }, place?.text,
    ].compactMap { $0 }.filter { !$0.isEmpty }
  }

  // MARK: Keys

  /// Names by which programs know the citations: `vanrooy2023-230`; all are different.
  static func keys(of citations: [Citation]) -> [String] {
    var taken: Set<String> = []
    return citations.map { citation in
      let plain = citation.plainKey
      var key = plain
      var count = 1
      while !taken.insert(key).inserted {
        count += 1
        key = "\(plain)-\(count)"
      }
      return key
    }
  }

  private var plainKey: String {
    let author = document.askers.first.map { PersonName($0.name).family } ?? ""
    let year = document.date.map { String($0.year) } ?? ""
    let parts = [Self.letters(author) + year, Self.letters(number ?? document.id)]
    let key = parts.filter { !$0.isEmpty }.joined(separator: "-")
    return key.isEmpty ? "vraag" : key
  }

  /// ASCII letters and figures alone, which all programs take.
  private static func letters(_ text: String) -> String {
    String(text.asciiFolded.filter { $0.isASCII && ($0.isLetter || $0.isNumber) }.prefix(40))
  }
}

/// A place that the document does not have.
public struct CitationError: Error, Sendable, Hashable, CustomStringConvertible {
  public let document: String
  public let place: String

  public var description: String {
    place.hasPrefix("page=")
      ? "\(document) has no page \(place.dropFirst(5)) with a passage; its source may have no pages"
      : "\(document) has no sub-question \(place)"
  }
}
