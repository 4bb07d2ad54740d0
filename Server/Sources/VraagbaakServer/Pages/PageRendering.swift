import Hummingbird
import Mustache
import Vraagbaak

/// What a template shows. Templates see its stored members.
protocol PageView {
  static var template: String { get }
}

extension PageView {
  /// - Throws: where the template is missing, which a test rules out.
  func response(_ status: HTTPResponse.Status = .ok) throws(Problem) -> Response {
    guard let html = PageTemplates.library.render(self, withTemplate: Self.template) else {
      throw .internalError
    }
    var response = Response.text(WireFormat.plain(html), MediaType.html)
    response.status = status
    response.headers.merge(SecurityHeaders.ofPages)
    return response
  }
}

extension MediaType {
  static let html = "text/html; charset=utf-8"
}

/// The templates, which escape all that they are given.
enum PageTemplates {
  static let sources: [String: [UInt8]] = [
    "layout": PackageResources.layout_mustache, "box": PackageResources.box_mustache,
    "start": PackageResources.start_mustache, "search": PackageResources.search_mustache,
    "hit": PackageResources.hit_mustache, "facets": PackageResources.facets_mustache,
    "chart": PackageResources.chart_mustache, "facts": PackageResources.facts_mustache,
    "listing": PackageResources.listing_mustache, "pager": PackageResources.pager_mustache,
    "document": PackageResources.document_mustache, "text": PackageResources.text_mustache,
    "choice": PackageResources.choice_mustache, "person": PackageResources.person_mustache,
    "open": PackageResources.open_mustache, "error": PackageResources.error_mustache,
    "copy": PackageResources.copy_mustache, "facet": PackageResources.facet_mustache,
    "note": PackageResources.note_mustache,
  ]

  static let library = MustacheLibrary(
    templates: sources.compactMapValues {
      try? MustacheTemplate(string: String(decoding: $0, as: UTF8.self))
    })
}

extension Response {
  static func redirect(to path: String) -> Response {
    Response(status: .seeOther, headers: [.location: path])
  }
}

extension SecurityHeaders {
  /// Of pages: nothing is run, and nothing loaded from elsewhere.
  static let ofPages: HTTPFields = [
    .contentSecurityPolicy:
      "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; "
      + "frame-ancestors 'none'",
    // Where one comes from within the pages is nobody else's business.
    .referrerPolicy: "same-origin",
  ]
}
