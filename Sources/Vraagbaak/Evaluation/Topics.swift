/// Topics of an evaluation: lines of id, tab, text.
public enum Topics {
  public struct Topic: Sendable, Equatable {
    public let id: String
    public let text: String
  }

  /// - Throws: `.noSuchSource`, or `.unavailable` for a file that cannot be read.
  public static func read(_ path: String) throws(IndexError) -> [Topic] {
    let bytes: [UInt8]
    do throws(FileFault) {
      bytes = try FileSystem.read(path)
    } catch {
      throw IndexError(error, source: path)
    }
    return String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
      .compactMap { line in
        let fields = line.split(separator: "\t", maxSplits: 1)
        return fields.count == 2 ? Topic(id: String(fields[0]), text: String(fields[1])) : nil
      }
  }
}
