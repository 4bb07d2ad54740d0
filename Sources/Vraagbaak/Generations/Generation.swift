import DutchText
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
    let path = indexDirectory + "/" + currentName
    guard FileSystem.exists(path) else { return nil }
    guard let bytes = FileSystem.read(path) else {
      throw .damaged(path: indexDirectory, reason: "\(currentName) cannot be read")
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
  static func all(in indexDirectory: String) -> [Generation] {
    FileSystem.names(in: indexDirectory).compactMap(number(of:)).sorted().map {
      Generation(indexDirectory: indexDirectory, number: $0)
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
    guard let lock = GenerationLock.exclusive(directory) else { return false }
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
      throw IndexError(error, reading: indexDirectory)
    }
  }

  /// The analysis that this generation was made with.
  func analyzer() throws(IndexError) -> Analyzer {
    do {
      let lexicon = try Lexicon(path: directory + "/" + Self.lexiconName)
      return Analyzer(lexicon: lexicon, stemmer: try SnowballStemmer())
    } catch {
      throw .damaged(path: indexDirectory, reason: "\(error)")
    }
  }
}
