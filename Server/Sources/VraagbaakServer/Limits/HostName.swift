import NIOCore

/// A name or address without its port, as a `Host` header has it: `localhost`, `[::1]`.
struct HostName: Sendable {
  /// In small letters, an address without brackets.
  let text: String

  /// - Parameter text: with or without a port.
  init(_ text: String) {
    var name = text.lowercased()[...]
    if name.hasPrefix("["), let end = name.firstIndex(of: "]") {
      name = name[name.index(after: name.startIndex)..<end]
    } else if name.count(where: { $0 == ":" }) == 1, let colon = name.firstIndex(of: ":") {
      name = name[..<colon]
    }
    // The same name in the DNS.
    if name.hasSuffix("."), name.count > 1 { name = name.dropLast() }
    self.text = String(name)
  }

  /// Whether it is an address, which no foreign name server can point elsewhere.
  var isAddress: Bool { (try? SocketAddress(ipAddress: text, port: 0)) != nil }

  var isLoopback: Bool {
    if text == "localhost" || text == "::1" { return true }
    return text.hasPrefix("127.") && isAddress
  }

  var isWildcard: Bool { text == "0.0.0.0" || text == "::" }
}

/// By which names requests may ask for the server. A page of a stranger whose name server points to this
/// machine asks by the stranger's name, and is refused.
struct HostNames: Sendable {
  private let listening: HostName
  private let allowed: Set<String>

  init(_ settings: ServerSettings) {
    listening = HostName(settings.host)
    allowed = Set(settings.allowedHosts.map { HostName($0).text } + [listening.text])
  }

  /// - Parameter host: of a request, with or without a port. Ports are not looked at: a tunnel has another.
  func contains(_ host: String) -> Bool {
    let name = HostName(host)
    if allowed.contains(name.text) { return true }
    if listening.isWildcard { return name.isAddress || name.isLoopback }
    return listening.isLoopback && name.isLoopback
  }
}
