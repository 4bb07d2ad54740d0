import HTTPTypes

/// What browsers are told of every answer.
enum SecurityHeaders {
  /// Of answers that are data: nothing in them is run, shown in a frame or loaded from elsewhere.
  static let ofData: HTTPFields = [
    .contentSecurityPolicy:
      "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
    .xContentTypeOptions: "nosniff",
    .referrerPolicy: "no-referrer",
    .crossOriginResourcePolicy: "same-origin",
    .xFrameOptions: "DENY",
  ]
}

// Constants that are tokens, as names of fields have to be.
// swift-format-ignore: NeverForceUnwrap
extension HTTPField.Name {
  static let referrerPolicy = Self("Referrer-Policy")!
  static let crossOriginResourcePolicy = Self("Cross-Origin-Resource-Policy")!
  static let xFrameOptions = Self("X-Frame-Options")!
  static let link = Self("Link")!
  /// Marks an answer whose body is not to be compressed, as that of HEAD, which has none. Never sent.
  static let identity = Self("Vraagbaak-Identity")!
}

extension HTTPFields {
  /// Those that it has stay.
  mutating func merge(_ others: HTTPFields) {
    for field in others where self[field.name] == nil { self[field.name] = field.value }
  }
}
