import Glibc

/// Real documents that are not part of the repository; tests that need them are skipped without.
enum Shared {
  static let directory: String? = {
    let beside = "../shared"
    let path = getenv("VRAAGBAAK_SHARED").map { String(cString: $0) } ?? beside
    return access(path + "/corpus", R_OK) == 0 ? path : nil
  }()

  static func corpus(_ name: String) -> String { (directory ?? "") + "/corpus/" + name }
}
