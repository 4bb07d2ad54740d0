import Glibc

/// Where programs look for an index when its name or directory is given, or nothing is.
///
/// In this order: the name or directory given, the variable `VRAAGBAAK_INDEX`, `indexes/` of the
/// current directory when it has one, the user's data directory.
public struct IndexLocation {
  /// The index built when none is named.
  public static let defaultName = "standaard"
  public static let variable = "VRAAGBAAK_INDEX"

  /// The directory that named indexes live in.
  public let home: String
  private let chosen: String?

  /// - Parameters:
  ///   - chosen: a name, or a directory: whatever has a `/` or exists as a directory.
  ///   - environment: the process's variables; nil: as they are.
  ///   - currentDirectory: where `indexes/` is looked for.
  public init(
    chosen: String? = nil, environment: [String: String]? = nil, currentDirectory: String = "."
  ) {
    let environment = environment ?? Self.variables
    self.chosen = chosen ?? environment[Self.variable].flatMap { $0.isEmpty ? nil : $0 }
    let local = currentDirectory == "." ? "indexes" : currentDirectory + "/indexes"
    if FileSystem.isDirectory(local) {
      home = local
    } else if let data = environment["XDG_DATA_HOME"], !data.isEmpty {
      home = data + "/vraagbaak"
    } else {
      home = (environment["HOME"] ?? ".") + "/.local/share/vraagbaak"
    }
  }

  private static var variables: [String: String] {
    [variable, "XDG_DATA_HOME", "HOME"].reduce(into: [:]) { found, name in
      found[name] = getenv(name).map { String(cString: $0) }
    }
  }

  /// The directory of an index that is to be built.
  public var directoryForBuilding: String {
    guard let chosen else { return home + "/" + Self.defaultName }
    return directory(of: chosen)
  }

  /// The directory of an index that is there: the one chosen, else the default one, else the only
  /// one in `home`.
  /// - Throws: `SeveralIndexes`, or `IndexError.noIndex` for the place where one would be built.
  public func existingDirectory() throws -> String {
    if let chosen { return directory(of: chosen) }
    let all = try FileSystem.names(ofThoseIn: home)
    var names = all.filter { Index(at: home + "/" + $0).exists }
    // Opening it says why it cannot be seen.
    if names.isEmpty { names = all.filter { Index(at: home + "/" + $0).isHidden } }
    if names.contains(Self.defaultName) { return home + "/" + Self.defaultName }
    guard let only = names.first else { throw IndexError.noIndex(path: directoryForBuilding) }
    guard names.count == 1 else { throw SeveralIndexes(names: names, home: home) }
    return home + "/" + only
  }

  private func directory(of chosen: String) -> String {
    if chosen.contains("/") || chosen == "." || chosen == ".." {
      return chosen.count > 1 && chosen.hasSuffix("/") ? String(chosen.dropLast()) : chosen
    }
    let named = home + "/" + chosen
    return !FileSystem.exists(named) && FileSystem.isDirectory(chosen) ? chosen : named
  }
}

/// Several indexes are there and none was named.
public struct SeveralIndexes: Error, Equatable, CustomStringConvertible {
  public let names: [String]
  public let home: String

  public var description: String {
    "\(home) holds several indexes: \(names.joined(separator: ", "))"
  }
}
