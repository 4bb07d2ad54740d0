import Extraction

@testable import WrittenQuestions

/// Documents in the forms of the Dutch House, and their reading.
enum Kamer {
  /// A text file.
  static func read(_ text: String) throws -> WrittenQuestion {
    try ReaderRegistry.standard.read(
      SourceRecord(path: "documenten/kamer.txt", bytes: Array(text.utf8)))
  }

  /// What an extractor makes of a document: each paragraph a line, blank lines between.
  static func read(paragraphs: [String]) throws -> WrittenQuestion {
    try parse(ExtractedText(bytes: Array(paragraphs.joined(separator: "\n\n").utf8)))
  }

  static func parse(
    _ text: ExtractedText, path: SourcePath = "documenten/kamer.pdf",
    companions: [SourceRecord.Companion] = []
  ) throws -> WrittenQuestion {
    var record = SourceRecord(path: path, bytes: [])
    record.companions = companions
    return try ReaderRegistry.standard.parse(text, of: record).question
  }

  /// The reader's own word on a text: nil where it takes it.
  static func refusal(_ text: String) -> ReadError.Problem? {
    do {
      _ = try KamerTextReader().parse(
        ExtractedText(bytes: Array(text.utf8)), of: SourceRecord(path: "a.txt", bytes: []))
      return nil
    } catch {
      return error.problem
    }
  }

  /// A question of one member to one minister, who answers.
  static let head =
    "Vragen van het lid De Groot (ABC) aan de Minister van Defensie over oefenterreinen (ingezonden 4 mei 2023).\nAntwoord van Minister Vos (Defensie) (ontvangen 1 juni 2023)."

  /// An *Aanhangsel* with this text below its head.
  static func aanhangsel(_ body: String) -> String { aanhangsel(head, body) }

  static func aanhangsel(_ head: String, _ body: String) -> String {
    "Tweede Kamer der Staten-Generaal\n2\nVergaderjaar 2022–2023 Aanhangsel van de Handelingen\n"
      + "Vragen gesteld door de leden der Kamer, met de daarop door de\nregering gegeven antwoorden\n"
      + "2871\n\(head)\n\(body)\nTweede Kamer, vergaderjaar 2022–2023, Aanhangsel 1\n"
  }
}

extension WrittenQuestion {
  /// "3: Hoeveel? > Vier." of each sub-question with its answers.
  var pairs: [String] {
    subQuestions.map { question in
      let answers = counterparts(of: question.passage).map(\.text).joined(separator: " | ")
      return "\(question.label ?? "-"): \(question.passage.text) > \(answers)"
    }
  }
}
