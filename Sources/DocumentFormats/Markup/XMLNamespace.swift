/// The namespaces that documents are read by, with the prefixes that stand for them here.
enum XMLNamespace {
  static let prefixes: [String: String] = {
    let office = "http://schemas.openxmlformats.org/"
    let strict = "http://purl.oclc.org/ooxml/"
    let openDocument = "urn:oasis:names:tc:opendocument:xmlns:"
    return [
      office + "wordprocessingml/2006/main": "w:", strict + "wordprocessingml/main": "w:",
      office + "officeDocument/2006/relationships": "r:",
      strict + "officeDocument/relationships": "r:",
      office + "officeDocument/2006/math": "m:", strict + "officeDocument/math": "m:",
      office + "markup-compatibility/2006": "mc:",
      office + "drawingml/2006/main": "a:", strict + "drawingml/main": "a:",
      "http://schemas.microsoft.com/office/word/2010/wordprocessingShape": "wps:",
      "urn:schemas-microsoft-com:vml": "v:", "http://www.w3.org/XML/1998/namespace": "xml:",
      openDocument + "office:1.0": "office:", openDocument + "text:1.0": "text:",
      openDocument + "style:1.0": "style:", openDocument + "table:1.0": "table:",
      openDocument + "drawing:1.0": "draw:", openDocument + "meta:1.0": "meta:",
      openDocument + "xsl-fo-compatible:1.0": "fo:",
      openDocument + "manifest:1.0": "manifest:",
      openDocument + "svg-compatible:1.0": "svg:",
      "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0": "loext:",
    ]
  }()
}
