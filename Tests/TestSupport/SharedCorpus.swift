import Glibc

/// Real documents that are not part of the repository; tests that need them are skipped without.
public enum SharedCorpus {
  /// Beside the repository, or where `VRAAGBAAK_SHARED` says; nil when they are not there.
  public static let directory: String? = {
    let path = getenv("VRAAGBAAK_SHARED").map { String(cString: $0) } ?? "../shared"
    return access(path + "/corpus", R_OK) == 0 ? path : nil
  }()

  /// Whether a test run has to have the corpora: where `CI` is set, nothing may be skipped.
  public static let isRequired = getenv("CI") != nil

  /// The path of a corpus; only for tests that are enabled by `directory`.
  public static func corpus(_ name: String) -> String { (directory ?? "") + "/corpus/" + name }
}
