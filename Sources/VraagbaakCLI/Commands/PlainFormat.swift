import ArgumentParser

/// How commands print that have no list of hits.
enum PlainFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json
}
