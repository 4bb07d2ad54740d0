/// The types of what is answered.
enum MediaType {
  static let json = "application/json"
  static let problem = "application/problem+json"
  static let csv = "text/csv; charset=utf-8; header=present"
  static let atom = "application/atom+xml; charset=utf-8"
  static let plainText = "text/plain; charset=utf-8"
  static let metrics = "text/plain; version=0.0.4; charset=utf-8"
  static let bibTeX = "application/x-bibtex; charset=utf-8"
  static let ris = "application/x-research-info-systems; charset=utf-8"
  static let csl = "application/vnd.citationstyles.csl+json"

  /// Without its parameters.
  static func bare(_ type: String) -> String {
    String(type.prefix { $0 != ";" })
  }
}
