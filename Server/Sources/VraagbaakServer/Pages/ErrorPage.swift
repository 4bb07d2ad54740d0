import HTTPTypes
import Hummingbird
import Vraagbaak

/// Why there is no page, and what to do.
struct ErrorPage: PageView {
  static let template = "error"

  let layout: Layout
  let heading: String
  let advice: String
  let detail: String?

  /// Whether who asks would rather read a page than JSON.
  static func isWanted(_ request: Request) -> Bool {
    !request.uri.path.hasPrefix("/v1/")
      && request.headers[values: .accept].contains { $0.contains("text/html") }
  }

  private init(_ problem: Problem, _ request: Request) {
    let given = (try? QueryString.parse(request.uri.query ?? "")) ?? [:]
    (heading, advice) = Self.wording(problem.status)
    layout = Layout(heading, SearchAddress(given["q"] ?? ""))
    detail = problem.status == .unprocessableContent ? problem.detail : nil
  }

  static func response(_ problem: Problem, _ request: Request) -> Response {
    // A page that cannot be shown is told of as data.
    guard var response = try? ErrorPage(problem, request).response(problem.status) else {
      return Response(problem)
    }
    response.headers.merge(problem.headers)
    return response
  }

  private static func wording(_ status: HTTPResponse.Status) -> (heading: String, advice: String) {
    switch status {
    case .unprocessableContent:
      ("Deze zoekvraag is niet te lezen", "Verbeter de zoekvraag hierboven en zoek opnieuw.")
    case .notFound:
      (
        "Deze bladzijde is er niet",
        "Misschien is de vraag niet meer in de verzameling. Zoek hierboven op titel of nummer."
      )
    case .badRequest: ("Dit adres klopt niet", "Begin opnieuw met het zoekveld hierboven.")
    case .unauthorized:
      ("Hier is een sleutel voor nodig", "Vraag de beheerder van deze server om toegang.")
    case .methodNotAllowed, .notImplemented:
      ("Dat kan hier niet", "Deze bladzijde is alleen om te lezen.")
    case .uriTooLong, .contentTooLarge, .requestHeaderFieldsTooLarge:
      ("Dit is te lang", "Zoek met minder woorden.")
    case .misdirectedRequest:
      ("Deze server heeft een andere naam", "Gebruik het adres dat de beheerder opgaf.")
    case .serviceUnavailable:
      ("Het is nu te druk", "Probeer het over enkele seconden opnieuw.")
    default: ("Er ging iets mis", "Het ligt niet aan u. Probeer het later opnieuw.")
    }
  }
}
