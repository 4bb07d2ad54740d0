import Vraagbaak

/// Updates an index whenever a source changes.
enum Watching {
  static func run(_ index: Index, paths: [String], _ options: WriteOptions) throws {
  }
}
