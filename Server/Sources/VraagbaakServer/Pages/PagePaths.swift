/// Addresses of pages.
enum PagePaths {
  static let open = "/openstaand"

  static func document(_ id: String) -> String { "/vraag/" + QueryString.encode(id) }
  static func asker(_ name: String) -> String { "/persoon/" + QueryString.encode(name) }
  static func minister(_ name: String) -> String { "/minister/" + QueryString.encode(name) }

  static func query(_ path: String, _ values: [(name: String, value: String)]) -> String {
    guard !values.isEmpty else { return path }
    return path + "?"
      + values.map { $0.name + "=" + QueryString.encode($0.value) }.joined(separator: "&")
  }
}
