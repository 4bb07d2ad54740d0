import Foundation
import TestSupport
import Testing

@testable import Vraagbaak

/// Where indexes are looked for.
struct LocationTests {
  let directory: TemporaryDirectory
  private var current: String { directory.path }
  private var home: [String: String] { ["HOME": current + "/thuis"] }

  init() throws { directory = try TemporaryDirectory() }

  private func makeDirectory(_ path: String) throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  @Test("An index is found by name, variable, current directory and home")
  func places() throws {
    func place(_ chosen: String?, _ environment: [String: String]) -> String {
      IndexLocation(chosen: chosen, environment: environment, currentDirectory: current)
        .directoryForBuilding
    }
    #expect(place(nil, home) == current + "/thuis/.local/share/vraagbaak/standaard")
    #expect(place(nil, ["XDG_DATA_HOME": "/data"]) == "/data/vraagbaak/standaard")
    try makeDirectory(current + "/indexes")
    #expect(place(nil, home) == current + "/indexes/standaard")
    #expect(place("kamer", home) == current + "/indexes/kamer")
    #expect(place("./kamer/", home) == "./kamer")
    #expect(place(nil, ["VRAAGBAAK_INDEX": "/elders/ix"]) == "/elders/ix")
  }

  @Test("Without a name the only index is meant, and of several none")
  func existing() throws {
    let location = IndexLocation(environment: home, currentDirectory: current)
    let place = current + "/thuis/.local/share/vraagbaak"
    #expect(throws: IndexError.noIndex(path: place + "/standaard")) {
      try location.existingDirectory()
    }
    for (count, name) in ["een", "twee", "standaard"].enumerated() {
      try makeDirectory(place + "/" + name)
      try Data().write(to: URL(filePath: place + "/\(name)/CURRENT"))
      switch count {
      case 0: #expect(try location.existingDirectory() == place + "/een")
      case 1:
        #expect(throws: SeveralIndexes(names: ["een", "twee"], home: place)) {
          try location.existingDirectory()
        }
      default: #expect(try location.existingDirectory() == place + "/standaard")
      }
    }
  }
}
