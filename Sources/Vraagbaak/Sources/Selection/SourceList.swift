import Extraction

/// A list of paths, as `find` prints it.
public enum SourceList {
  /// - Parameter endsInNull: whether a NUL ends each path, and not a line's end.
  /// - Returns: the paths as `SourcePath.text`, without empty ones.
  public static func read(_ file: String, endsInNull: Bool) throws(IndexError) -> [String] {
    let bytes = try FileSystem.read(source: file)
    let separator = endsInNull ? 0 : UInt8(ascii: "\n")
    return bytes.split(separator: separator).compactMap { line in
      var path = line
      if !endsInNull, path.last == UInt8(ascii: "\r") { path.removeLast() }
      guard !path.isEmpty, !path.contains(0) else { return nil }
      return PathText.decode(path.map { CChar(bitPattern: $0) } + [0])
    }
  }
}
