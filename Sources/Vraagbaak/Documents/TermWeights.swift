/// How much each field's words add to a document's term frequencies, in tenths of a plain word.
/// Chosen on the development topics; `docs/ranking.md` has the figures.
public struct TermWeights: Settings, Sendable, Equatable {
  public var title = 60.0
  public var introduction = 10.0
  public var question = 10.0
  /// Answers are long and stray: what a document is about stands in its title and question.
  public var answer = 4.0
  /// An answer whose question is not known is all that the document has.
  public var answerAlone = 10.0
  /// What a compound's parts count against the whole word.
  public var parts = 0.7

  public static let standard = TermWeights()
  public static let names: [String: WritableKeyPath<TermWeights, Double> & Sendable] = [
    "title": \.title, "introduction": \.introduction, "question": \.question,
    "answer": \.answer, "answerAlone": \.answerAlone, "parts": \.parts,
  ]

  public init() {}
}
