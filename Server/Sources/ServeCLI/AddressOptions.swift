import ArgumentParser
import Vraagbaak
import VraagbaakServer

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Where it listens, and who may ask.
struct AddressOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The port; 0 for any that is free.", valueName: "n"))
  var port = 8080

  @Option(help: ArgumentHelp("The name or address to listen at.", valueName: "address"))
  var host = "127.0.0.1"

  @Flag(
    name: .customLong("public"),
    help: "Listen beyond this machine. Everyone who reaches the port can then read the index.")
  var isPublic = false

  @Option(
    help: ArgumentHelp(
      "A file with a secret that requests have to name: Authorization: Bearer SECRET.",
      valueName: "file"))
  var tokenFile: String?

  @Option(
    name: .customLong("allow-host"),
    help: ArgumentHelp(
      "A name by which it is asked besides its address: that of a proxy, say. Repeatable.",
      valueName: "name"))
  var allowedHosts: [String] = []

  @Option(
    name: .customLong("cors-origin"),
    help: ArgumentHelp(
      "An origin whose pages may read the answers: https://example.org. Repeatable.",
      valueName: "origin"))
  var origins: [String] = []

  func settings() throws -> ServerSettings {
    var settings = ServerSettings()
    settings.host = host
    settings.port = port
    settings.allowedHosts = allowedHosts
    settings.origins = origins
    settings.token = try token()
    guard settings.isLoopback || isPublic else {
      throw ValidationError(
        """
        \(host) is reached from other machines: everyone who reaches the port could read and search all \
        documents of the index, without encryption\(tokenFile == nil ? " and without a token" : ""). \
        If that is meant, add --public; see also --token-file, and docs/security.md for a proxy with TLS
        """)
    }
    return settings
  }

  func validate() throws {
    guard 0...65_535 ~= port else { throw ValidationError("--port is from 0 to 65535") }
    for origin in origins {
      let parts = origin.split(separator: "/", omittingEmptySubsequences: false)
      guard parts.count == 3, ["http:", "https:"].contains(parts[0]), parts[1].isEmpty,
        !parts[2].isEmpty, !origin.contains("*")
      else {
        throw ValidationError("--cors-origin is as https://example.org, without a path: \(origin)")
      }
    }
  }

  private func token() throws -> BearerToken? {
    guard let tokenFile else { return nil }
    guard let data = try? Data(contentsOf: URL(filePath: tokenFile)),
      let text = String(validating: data, as: UTF8.self)
    else { throw ValidationError("\(tokenFile) cannot be read as text") }
    guard
      let token = BearerToken(text.split(whereSeparator: \.isNewline).first.map(String.init) ?? "")
    else {
      throw ValidationError(
        "the first line of \(tokenFile) is no token: it has at least \(BearerToken.shortest) letters, figures and signs, and no space; make one with: openssl rand -hex 32"
      )
    }
    return token
  }
}
