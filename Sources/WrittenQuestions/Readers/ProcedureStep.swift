/// What a step of the procedure, or the status of a question, says in its words.
enum ProcedureStep {
  case question, answer, delay, withdrawal
  /// The answer is not there: it is asked for, waited for, or late.
  case wait

  /// Nil for what is neither about the question nor about the answer.
  init?(_ text: String) {
    let words = text.lowercased().split { !$0.isLetter }.map(String.init)
    func has(_ beginnings: [String]) -> Bool {
      words.contains { word in beginnings.contains { word.hasPrefix($0) } }
    }
    let isDenied = words.contains { ["niet", "geen", "nog", "zonder", "not"].contains($0) }
    if has(["ingetrokken", "intrekking", "withdrawn"]), !isDenied {
      self = .withdrawal
    } else if has(["uitstel", "uitgesteld", "verlengd", "verlenging", "delayed", "postponed"]) {
      self = .delay
    } else if words.contains(where: { ["beantwoord", "afgedaan", "answered"].contains($0) }),
      !isDenied
    {
      // Also "Beantwoord binnen de termijn".
      self = .answer
    } else if words.contains(where: { $0.contains("antwoord") }) {
      self =
        isDenied || Self.waits.contains { word in text.lowercased().contains(word) }
        ? .wait : .answer
    } else if has(["gesteld", "ingediend", "vraag"]) {
      self = .question
    } else if has(["open", "behandeling", "hangend", "lopend", "pending", "unanswered"]) {
      self = .wait
    } else {
      return nil
    }
  }

  var state: QuestionState {
    switch self {
    case .answer: .answered
    case .delay: .delayed
    case .withdrawal: .withdrawn
    case .question, .wait: .open
    }
  }

  /// What is said of an answer that is not there.
  private static let waits = [
    "termijn", "verstreken", "gevraagd", "verwacht", "herinner", "rappel", "wacht", "uiterst",
    "deadline", "overschreden", "te beantwoorden", "onbeantwoord", "voorbereiding", "behandeling",
    "verschuldigd", "aangekondigd", "toegezegd", "opgevraagd",
    "verzoek", "gepland", "voorzien",
  ]
}
