import Vraagbaak

/// Which saved queries have other first hits.
enum DiffReport {
  static func write(_ changes: TopicChanges) {
    for change in changes.changed {
      Terminal.write(Terminal.clean(change.id) + "  " + Terminal.clean(change.text) + "\n")
      let shown = max(change.before.count, change.after.count)
      for rank in 0..<shown {
        let before = rank < change.before.count ? change.before[rank] : "-"
        let after = rank < change.after.count ? change.after[rank] : "-"
        if before != after {
          Terminal.write("  \(rank + 1). " + Terminal.clean("\(before) → \(after)") + "\n")
        }
      }
    }
    let percent = Int((changes.share * 100).rounded())
    Terminal.write(
      "\(changes.changed.count) of \(changes.topics) topics changed (\(percent) %)\n")
  }
}
