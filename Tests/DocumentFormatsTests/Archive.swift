import CLibArchive

/// Makes the archives that documents are.
enum Archive {
  /// - Parameters:
  ///   - parts: paths and texts, in order.
  ///   - isPacked: as most programs do.
  static func zip(_ parts: [(String, String)], isPacked: Bool = true) -> [UInt8] {
    var buffer = [UInt8](repeating: 0, count: parts.reduce(4096) { $0 + $1.1.utf8.count + 512 })
    var used = 0
    buffer.withUnsafeMutableBytes { memory in
      let archive = archive_write_new()
      archive_write_set_format_zip(archive)
      archive_write_set_options(
        archive, isPacked ? "zip:compression=deflate" : "zip:compression=store")
      archive_write_open_memory(archive, memory.baseAddress, memory.count, &used)
      for (path, text) in parts {
        let entry = archive_entry_new()
        archive_entry_set_pathname(entry, path)
        archive_entry_set_size(entry, Int64(text.utf8.count))
        archive_entry_set_filetype(entry, 0o100000)
        archive_write_header(archive, entry)
        archive_write_data(archive, text, text.utf8.count)
        archive_entry_free(entry)
      }
      archive_write_close(archive)
      archive_write_free(archive)
    }
    return Array(buffer[..<used])
  }
}

/// A Word document that is written by hand.
struct WordDocument {
  var body: String
  var styles = ""
  var numbering = ""
  var footnotes = ""
  var endnotes = ""
  var settings = ""
  /// Names of parts, and what stands in them: `header1`.
  var pages: [(String, String)] = []
  var namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

  var bytes: [UInt8] { Archive.zip(parts) }

  var parts: [(String, String)] {
    let known = [
      ("styles", styles), ("numbering", numbering), ("footnotes", footnotes),
      ("endnotes", endnotes),
      ("settings", settings),
    ].filter { !$0.1.isEmpty }
    var relations = ""
    for (name, _) in known + pages {
      let type = name.filter { !$0.isNumber }
      relations += "<Relationship Id=\"\(name)\" Type=\"http://x/\(type)\" Target=\"\(name).xml\"/>"
    }
    let others = (known + pages).map { name, content in
      let root = ["header": "hdr", "footer": "ftr"][name.filter { !$0.isNumber }] ?? name
      return ("word/\(name).xml", element(root, content))
    }
    return [
      ("word/document.xml", element("document", "<w:body>\(body)</w:body>")),
      ("word/_rels/document.xml.rels", "<Relationships>\(relations)</Relationships>"),
    ] + others
  }

  private func element(_ name: String, _ content: String) -> String {
    """
    <?xml version="1.0"?><w:\(name) xmlns:w="\(namespace)" \
    xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" \
    xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" \
    xmlns:v="urn:schemas-microsoft-com:vml">\(content)</w:\(name)>
    """
  }

  /// A paragraph with one run.
  static func paragraph(_ text: String, _ properties: String = "", run: String = "") -> String {
    "<w:p><w:pPr>\(properties)</w:pPr><w:r><w:rPr>\(run)</w:rPr>"
      + "<w:t xml:space=\"preserve\">\(text)</w:t></w:r></w:p>"
  }
}
