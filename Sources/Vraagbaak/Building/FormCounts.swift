import WrittenQuestions

/// How many documents were not read as they stand in their files: what a report says of them.
public struct FormCounts: Sendable, Equatable, Codable {
  /// Documents in which no form was found.
  public var unstructured = 0
  /// Documents of which lines were left out that belong to their pages, and these lines.
  public var paged = 0
  public var leftOutLines = 0

  init() {}

  init(of question: WrittenQuestion) {
    unstructured = question.isUnstructured ? 1 : 0
    paged = question.leftOut.isEmpty ? 0 : 1
    leftOutLines = question.leftOut.count
  }

  static func += (sum: inout FormCounts, other: FormCounts) {
    sum.unstructured += other.unstructured
    sum.paged += other.paged
    sum.leftOutLines += other.leftOutLines
  }

  static func -= (sum: inout FormCounts, other: FormCounts) {
    sum.unstructured -= other.unstructured
    sum.paged -= other.paged
    sum.leftOutLines -= other.leftOutLines
  }
}
