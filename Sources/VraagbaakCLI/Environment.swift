import Glibc

/// Variables that commands look at.
enum Environment {
  /// Those that decide where indexes are.
  static var variables: [String: String] {
    let names = [IndexLocation.variable, "XDG_DATA_HOME", "HOME"]
    return names.reduce(into: [:]) { found, name in found[name] = text(name) }
  }

  /// Nil for one that is not set, or empty.
  static func text(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
  }
}
