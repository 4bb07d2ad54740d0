import Extraction

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What a generation was made with, in `manifest.json` beside its database. It never changes; what
/// updates change is in the database, so that both change in one step.
public struct Manifest: Codable, Sendable, Equatable {
  /// Everything that decides which terms a text gives.
  public struct Fingerprint: Codable, Sendable, Equatable {
    public var schema: Int
    public var analysis: Int
    public var stemmer: String
    /// SHA-256 of the compiled lexicon.
    public var lexicon: String
    public var xapian: String
    /// What there was to read the sources by. Others keep no index from being updated: each file's
    /// entry says what read it, and it is read again by what would take it now.
    public var readers: [FormatIdentity]
  }

  public var fingerprint: Fingerprint
  /// The files and directories that were indexed, as they were given.
  public var roots: [SourcePath]
  /// Where relative paths start, absolute.
  public var directory: String
  /// Where the paths start that documents are named by, absolute; nil: by the roots.
  public var names: String?
  /// Which fields of JSON records mean what; nil: found from the records.
  public var fields: [String: [String]]?
  /// The list of Dutch words that was asked for; nil: none.
  public var wordList: String?
  /// Which of the files below the roots are sources; nil: all.
  public var selection: SourceSelection?
  /// Whether pages without text are read by OCR; nil: they are not.
  public var ocr: Bool?
  /// SHA-256 of what came from standard input; nil: nothing did.
  public var standardInput: String?
  /// Seconds since 1970.
  public var created: Double

  /// - Throws: `IndexError.otherSchema` before anything else can be missing.
  static func read(from directory: String, of index: String) throws(IndexError) -> Manifest {
    let bytes = try FileSystem.read(fileName, in: directory, of: index)
    let decoder = JSONDecoder()
    if let versioned = try? decoder.decode(Versioned.self, from: Data(bytes)),
      versioned.fingerprint.schema != Schema.version
    {
      let found = versioned.fingerprint.schema
      throw .otherSchema(path: index, found: found, expected: Schema.version)
    }
    do {
      return try decoder.decode(Manifest.self, from: Data(bytes))
    } catch {
      throw .damaged(path: index, reason: "\(fileName) is no manifest")
    }
  }

  /// What manifests of every schema have.
  private struct Versioned: Decodable {
    struct Fingerprint: Decodable { let schema: Int }
    let fingerprint: Fingerprint
  }

  /// What an index was made of: all that `rebuild` needs, and the same in manifests of earlier
  /// schemas.
  struct Recipe: Decodable, Equatable {
    var roots: [SourcePath]
    let directory: String
    let names: String?
    let fields: [String: [String]]?
    let wordList: String?
    let selection: SourceSelection?
    let ocr: Bool?
    let standardInput: String?

    /// Nil where there is no manifest, or one that does not say it.
    /// - Throws: `.unavailable` where it cannot be read now.
    init?(from directory: String) throws(IndexError) {
      let path = directory + "/" + fileName
      let bytes: [UInt8]
      do throws(FileFault) {
        bytes = try FileSystem.read(path)
      } catch {
        guard !error.isShortage else {
          throw .unavailable(path: path, reason: error.description)
        }
        return nil
      }
      guard let recipe = try? JSONDecoder().decode(Self.self, from: Data(bytes)) else { return nil }
      self = recipe
    }
  }

  func write(to directory: String) throws(IndexError) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    let path = directory + "/" + Self.fileName
    do {
      try FileSystem.write([UInt8](try encoder.encode(self)), to: path)
    } catch {
      throw IndexError(error, writing: path)
    }
  }

  static let fileName = "manifest.json"
}
