/// How much each field's words add to a document's term frequencies, in tenths of a plain word.
struct TermWeights: Sendable, Equatable {
  var title = 60
  var introduction = 10
  var question = 10
  var answer = 10
  /// What a compound's parts count against the whole word.
  var partShare = 0.5

  static let standard = TermWeights()
}
