/// A page whose parts are told apart.
struct LaidPage {
  var width: Double
  var height: Double
  /// In order, from the top.
  var header: [PrintedLine] = []
  var blocks: [LayoutBlock] = []
  var notes: [PrintedLine] = []
  var footer: [PrintedLine] = []
}
