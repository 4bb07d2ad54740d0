/// How much each field's words add to a document's term frequencies, in tenths of a plain word.
/// Chosen on the development topics; `docs/ranking.md` has the figures.
struct TermWeights: Sendable, Equatable {
  var title = 60
  var introduction = 10
  var question = 10
  /// Answers are long and stray: what a document is about stands in its title and question.
  var answer = 4
  /// An answer whose question is not known is all that the document has.
  var answerAlone = 10
  /// What a compound's parts count against the whole word.
  var partShare = 0.7

  static let standard = TermWeights()
}
