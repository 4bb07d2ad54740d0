#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A path where temporary files belong, with all that was put there removed in the end.
final class TemporaryPlace: Sendable {
  let path: String

  init() {
    path = FileManager.default.temporaryDirectory.path + "/vraagbaak-" + UUID().uuidString
  }

  deinit { try? FileSystem.remove(path) }
}
