import SystemPackage

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Keeps extracted texts on disk by the content of their files, so that no file is extracted twice:
/// not by the passes of a build, nor by the update or check after it, nor by the next build.
///
/// Everything in it can be made again. What cannot be read or written there is passed over.
package struct ExtractionCache: Sendable {
  /// Of an index.
  package static let directoryName = "extracted"

  private let directory: FilePath

  package init(directory: String) { self.directory = FilePath(text: directory) }

  /// - Parameter content: the hash of the file's bytes.
  package func text(of content: String, by extractor: FormatIdentity) -> ExtractedText? {
    guard let file = try? SourceFile(path(content, extractor).string, isHashed: false),
      let bytes = try? file.rest()
    else { return nil }
    return try? JSONDecoder().decode(ExtractedText.self, from: Data(bytes))
  }

  package func keep(_ text: ExtractedText, of content: String, by extractor: FormatIdentity) {
    let path = path(content, extractor)
    guard let bytes = try? JSONEncoder().encode(text) else { return }
    // Under a name of its own until it is whole: several processes may keep the same text.
    let part = path.removingLastComponent()
      .appending(".\(content.prefix(16))-\(UUID().uuidString)")
    do {
      try FileManager.default.createDirectory(
        atPath: path.removingLastComponent().string, withIntermediateDirectories: true)
      try bytes.write(to: URL(filePath: part.string))
      try FileManager.default.moveItem(atPath: part.string, toPath: path.string)
    } catch {
      try? FileManager.default.removeItem(atPath: part.string)
    }
  }

  /// Removes the texts of all files but these.
  package func removeAll(but contents: Set<String>) {
    for name in (try? FileManager.default.contentsOfDirectory(atPath: directory.string)) ?? []
    where !contents.contains(String(name.prefix { $0 != "." })) {
      try? FileManager.default.removeItem(atPath: directory.appending(name).string)
    }
  }

  private func path(_ content: String, _ extractor: FormatIdentity) -> FilePath {
    directory.appending("\(content).\(extractor.name)-\(extractor.version)")
  }
}
