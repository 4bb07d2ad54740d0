import Glibc

/// Variables that commands look at.
enum Environment {
  /// Nil for one that is not set, or empty.
  static func text(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
  }
}
