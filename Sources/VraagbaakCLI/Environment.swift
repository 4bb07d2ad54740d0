import Glibc

/// Variables that commands look at.
enum Environment {
  static func number(_ name: String) -> Int? {
    getenv(name).flatMap { Int(String(cString: $0)) }
  }
}
