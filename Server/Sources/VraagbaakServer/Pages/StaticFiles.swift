import Hummingbird

/// What pages are made up with, under names that change with their content, so that browsers keep them.
enum StaticFiles {
  struct File: Sendable {
    let path: String
    fileprivate let bytes: [UInt8]
    fileprivate let type: String

    fileprivate init(_ name: String, _ ending: String, _ bytes: [UInt8], _ type: String) {
      let hash = Cursor.hash([String(decoding: bytes, as: UTF8.self)])
      path = "/static/\(name)-\(String(hash, radix: 36)).\(ending)"
      self.bytes = bytes
      self.type = type
    }
  }

  static let style = File(
    "stijl", "css", PackageResources.style_css, "text/css; charset=utf-8")
  static let icon = File("merk", "svg", PackageResources.icon_svg, "image/svg+xml")

  private static let name = Parameter.text("name", "Which file.", most: 100)

  static let endpoint = Endpoint(
    path: "/static/{name}", name: "static", summary: "What pages are made up with.",
    parameters: [name], replies: [], followsIndex: false, isOpen: true, isDescribed: false
  ) { call in
    let path = "/static/" + (try call.value(name))
    guard let file = [style, icon].first(where: { $0.path == path }) else { throw Problem.notFound }
    var response = Response.bytes(file.bytes, file.type)
    response.headers[.cacheControl] = "public, max-age=31536000, immutable"
    return response
  }
}
