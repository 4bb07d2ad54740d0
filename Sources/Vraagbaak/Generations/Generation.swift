import DutchText
import Extraction
import Glibc
import Xapian

/// One complete build of an index, in a numbered directory of its own. It is written under a
/// temporary name that no reader looks at, and renamed when it is whole.
struct Generation: Sendable, Hashable {
  let indexDirectory: String
  let number: Int
  /// While it is being built, under the temporary name.
  var isBuilding = false

  static let currentName = "CURRENT"
  static let databaseName = "database"
  static let lexiconName = "lexicon"
  private static let prefix = "generation-"
  private static let buildingSuffix = ".building"
  private static let removingSuffix = ".removing"

  private var name: String {
    let digits = String(number)
    return Self.prefix + String(repeating: "0", count: max(0, 6 - digits.count)) + digits
  }

  var directory: String {
    indexDirectory + "/" + name + (isBuilding ? Self.buildingSuffix : "")
  }
  var building: Generation {
    Generation(indexDirectory: indexDirectory, number: number, isBuilding: true)
  }
  var buildingDirectory: String { building.directory }
  var databaseDirectory: String { directory + "/" + Self.databaseName }
  /// The file that the engine replaces with every commit.
  var versionFile: String { databaseDirectory + "/iamglass" }

  /// The one that serves, or nil where none was ever built.
  static func current(in indexDirectory: String) throws(IndexError) -> Generation? {
    let bytes: [UInt8]
    do throws(FileFault) {
      bytes = try FileSystem.read(indexDirectory + "/" + currentName)
    } catch {
      if error.isAbsence { return nil }
      throw IndexError(error, reading: indexDirectory, currentName)
    }
    let name = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).first ?? ""
    guard let number = number(of: String(name)) else {
      throw .damaged(path: indexDirectory, reason: "\(currentName) names no generation")
    }
    return Generation(indexDirectory: indexDirectory, number: number)
  }

  /// The generation after every one that is or was there.
  static func next(in indexDirectory: String) throws(IndexError) -> Generation {
    let numbers = try FileSystem.namesToWrite(in: indexDirectory).compactMap { name in
      number(of: String(name.prefix { $0 != "." }))
    }
    return Generation(indexDirectory: indexDirectory, number: (numbers.max() ?? 0) + 1)
  }

  /// Complete generations, oldest first.
  static func all(in indexDirectory: String) throws(IndexError) -> [Generation] {
    do throws(FileFault) {
      return try FileSystem.entries(of: indexDirectory).compactMap(number(of:)).sorted().map {
        Generation(indexDirectory: indexDirectory, number: $0)
      }
    } catch {
      if error.isAbsence { return [] }
      throw IndexError(error, reading: indexDirectory, "the directory")
    }
  }

  /// Removes what builds that were cut off have left. Only for the holder of the writer's lock.
  static func removeUnfinished(in indexDirectory: String) throws(IndexError) {
    for name in FileSystem.names(in: indexDirectory)
    where name.hasPrefix(prefix)
      && (name.hasSuffix(buildingSuffix) || name.hasSuffix(removingSuffix))
    {
      try FileSystem.remove(indexDirectory + "/" + name)
    }
  }

  /// Whether it is that of a generation's directory, whole or not.
  static func isName(_ name: String) -> Bool { name.hasPrefix(prefix) }

  private static func number(of name: String) -> Int? {
    guard name.hasPrefix(prefix) else { return nil }
    return Int(name.dropFirst(prefix.count))
  }

  /// Syncs the finished build and makes it the one that serves. A crash before the last step leaves
  /// the previous generation serving.
  func publish() throws(IndexError) {
    try FileSystem.sync(directory: buildingDirectory)
    try FileSystem.move(buildingDirectory, to: directory)
    try FileSystem.sync(indexDirectory)
    try serve()
  }

  /// Makes this one serve that is complete already.
  func serve() throws(IndexError) {
    try FileSystem.replace(indexDirectory + "/" + Self.currentName, with: name + "\n")
  }

  /// Removes it, unless somebody reads it: then false. Only for the holder of the writer's lock.
  @discardableResult
  func remove() throws(IndexError) -> Bool {
    guard FileSystem.exists(directory + "/" + GenerationLock.fileName) else {
      // Of a schema that no reader of this program opens.
      try FileSystem.remove(directory)
      return true
    }
    guard let lock = try? GenerationLock.exclusive(directory) else { return false }
    defer { withExtendedLifetime(lock) {} }
    // In one step, so that nobody finds half of it.
    let removing = directory + Self.removingSuffix
    try FileSystem.move(directory, to: removing)
    try FileSystem.remove(removing)
    return true
  }

  // MARK: Reading

  func manifest() throws(IndexError) -> Manifest {
    try Manifest.read(from: directory, of: indexDirectory)
  }

  func database() throws(IndexError) -> Database {
    do throws(XapianError) {
      return try retrying { () throws(XapianError) in try Database(path: databaseDirectory) }
    } catch {
      throw failure(error)
    }
  }

  /// Makes sure that no table was left out when the database was opened, by looking at a document.
  func checkTables(of database: Database) throws(IndexError) {
    do throws(XapianError) {
      guard let first = try database.firstDocument(), try !database.isWhole(at: first) else {
        return
      }
    } catch {
      // Of what else is wrong the reads tell that meet it.
      guard error.isShortage else { return }
      throw failure(error)
    }
    throw shortage() ?? .damaged(path: indexDirectory, reason: "a table of its database is missing")
  }

  /// The analysis that this generation was made with.
  func analyzer() throws(IndexError) -> Analyzer {
    let lexicon: Lexicon
    do throws(LexiconError) {
      lexicon = try Lexicon(path: directory + "/" + Self.lexiconName)
    } catch {
      throw IndexError(error, reading: indexDirectory)
    }
    do throws(XapianError) {
      return Analyzer(lexicon: lexicon, stemmer: try SnowballStemmer())
    } catch {
      throw IndexError(error, reading: indexDirectory)
    }
  }

  /// What it means that the engine cannot read. It does not always say that the system was why.
  func failure(_ error: XapianError) -> IndexError {
    let failure = IndexError(error, reading: indexDirectory)
    if case .damaged = failure, let shortage = shortage() { return shortage }
    return failure
  }

  /// Whether the system keeps one of the database's files from being opened.
  private func shortage() -> IndexError? {
    let names = FileSystem.names(in: databaseDirectory)
    let paths = [databaseDirectory] + names.map { databaseDirectory + "/" + $0 }
    for path in paths {
      if let fault = FileSystem.fault(opening: path), fault.isShortage {
        return .unavailable(path: path, reason: fault.description)
      }
    }
    return nil
  }
}
