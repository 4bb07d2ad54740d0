import CLibXML2
import Extraction

/// A parsed document. No entity is expanded, nothing else is loaded, and the limits of libxml2 on depth
/// and sizes hold.
final class XMLTree {
  private let document: xmlDocPtr
  private let rootNode: xmlNodePtr
  /// The prefixes of namespaces that were met, by the place of their declaration.
  fileprivate var prefixes: [xmlNsPtr: String] = [:]

  var root: XMLElement { XMLElement(tree: self, node: rootNode) }

  /// Depth is that of libxml2: 256.
  init(xml bytes: [UInt8]) throws(ExtractionError) {
    (document, rootNode) = try Self.parse(bytes) { context, start, count in
      xmlCtxtReadMemory(
        context, start, count, nil, nil,
        Int32(
          XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
            | XML_PARSE_NOCDATA.rawValue | XML_PARSE_COMPACT.rawValue))
    } context: {
      xmlNewParserCtxt()
    }
    if document.pointee.intSubset?.pointee.entities != nil {
      throw .malformed(reason: "it declares entities of its own, which are not expanded")
    }
  }

  /// - Parameter encoding: by its name, whatever the document says; nil: as it says.
  init(html bytes: [UInt8], encoding: String?) throws(ExtractionError) {
    (document, rootNode) = try Self.parse(bytes) { context, start, count in
      htmlCtxtReadMemory(
        context, start, count, nil, encoding,
        Int32(
          HTML_PARSE_NONET.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
            | HTML_PARSE_RECOVER.rawValue | HTML_PARSE_COMPACT.rawValue))
    } context: {
      htmlNewParserCtxt()
    }
  }

  deinit { xmlFreeDoc(document) }

  private static let start: Void = xmlInitParser()

  private static func parse(
    _ bytes: [UInt8],
    by read: (xmlParserCtxtPtr, UnsafePointer<CChar>?, Int32) -> xmlDocPtr?,
    context make: () -> xmlParserCtxtPtr?
  ) throws(ExtractionError) -> (xmlDocPtr, xmlNodePtr) {
    start
    guard let size = Int32(exactly: bytes.count) else { throw .tooLarge(limit: Int(Int32.max)) }
    guard let context = make() else { throw .failed(reason: "there is no memory") }
    defer { xmlFreeParserCtxt(context) }
    let document = bytes.withUnsafeBytes { buffer in
      read(context, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), size)
    }
    guard let document else { throw error(of: context) }
    // The reader of HTML stops where elements stand too deep in each other, and keeps what it has.
    guard context.pointee.disableSAX == 0 else {
      xmlFreeDoc(document)
      throw error(of: context)
    }
    guard let root = xmlDocGetRootElement(document) else {
      xmlFreeDoc(document)
      throw .malformed(reason: "there is no element in it")
    }
    guard depth(of: root) <= depthLimit else {
      xmlFreeDoc(document)
      throw .tooDeep(depthLimit)
    }
    return (document, root)
  }

  /// Trees are walked by calls in calls.
  private static let depthLimit = 300

  private static func depth(of root: xmlNodePtr) -> Int {
    var node = root
    var depth = 1
    var deepest = 1
    while true {
      if node.pointee.type == XML_ELEMENT_NODE, let child = node.pointee.children {
        node = child
        depth += 1
        deepest = max(deepest, depth)
        continue
      }
      while node.pointee.next == nil {
        guard node != root, let parent = node.pointee.parent, parent != root else { return deepest }
        node = parent
        depth -= 1
      }
      guard node != root, let next = node.pointee.next else { return deepest }
      node = next
    }
  }

  private static func error(of context: xmlParserCtxtPtr) -> ExtractionError {
    let error = context.pointee.lastError
    guard let text = error.message else { return .malformed(reason: "it is no XML") }
    if String(cString: text).hasPrefix("Excessive depth") { return .tooDeep(256) }
    let message = String(cString: text).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let place = error.line > 0 ? "line \(error.line), column \(max(1, error.int2)): " : ""
    return .malformed(reason: place + message)
  }
}

extension ExtractionError {
  fileprivate static func tooDeep(_ limit: Int) -> ExtractionError {
    .malformed(reason: "its elements stand in each other more than \(limit) deep")
  }
}

/// An element, with names that have the same prefix whatever the document calls its namespace.
///
/// Equal means the same one of the same tree.
struct XMLElement: Hashable {
  enum Content {
    case element(XMLElement)
    case text(String)
  }

  fileprivate let tree: XMLTree
  fileprivate let node: xmlNodePtr

  static func == (left: XMLElement, right: XMLElement) -> Bool { left.node == right.node }

  func hash(into hasher: inout Hasher) { hasher.combine(node) }

  /// `w:p`; without a prefix where the namespace is none of those in `XMLNamespace`.
  var name: String {
    tree.name(UnsafeRawPointer(node.pointee.name), node.pointee.ns)
  }

  /// With the prefix that the document gives it.
  var qualifiedName: String {
    let prefix = node.pointee.ns?.pointee.prefix.map { String(cString: $0) + "." } ?? ""
    return prefix + String(cString: node.pointee.name)
  }

  var contents: [Content] {
    var list: [Content] = []
    var next = node.pointee.children
    while let child = next {
      switch child.pointee.type {
      case XML_ELEMENT_NODE: list.append(.element(XMLElement(tree: tree, node: child)))
      case XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
        if let text = child.pointee.content { list.append(.text(String(cString: text))) }
      default: break
      }
      next = child.pointee.next
    }
    return list
  }

  var parent: XMLElement? {
    guard let parent = node.pointee.parent, parent.pointee.type == XML_ELEMENT_NODE else {
      return nil
    }
    return XMLElement(tree: tree, node: parent)
  }

  var elements: [XMLElement] {
    contents.compactMap { if case .element(let element) = $0 { element } else { nil } }
  }

  func first(_ name: String) -> XMLElement? {
    var next = node.pointee.children
    while let child = next {
      if child.pointee.type == XML_ELEMENT_NODE {
        let element = XMLElement(tree: tree, node: child)
        if element.name == name { return element }
      }
      next = child.pointee.next
    }
    return nil
  }

  /// The value of an attribute, by its name with prefix.
  subscript(name: String) -> String? {
    var next = node.pointee.properties
    while let attribute = next {
      let pointee = attribute.pointee
      if tree.name(UnsafeRawPointer(pointee.name), pointee.ns) == name {
        return Self.value(pointee.children)
      }
      next = pointee.next
    }
    return nil
  }

  private static func value(_ first: xmlNodePtr?) -> String {
    var value = ""
    var next = first
    while let text = next?.pointee {
      if text.type == XML_TEXT_NODE, let content = text.content {
        value += String(cString: content)
      }
      next = text.next
    }
    return value
  }

  /// All that stands in it and in its descendants.
  var text: String {
    contents.map { content in
      switch content {
      case .text(let text): text
      case .element(let element): element.text
      }
    }.joined()
  }

  /// Every descendant with the name, in order; not those in one that was found.
  func descendants(_ name: String) -> [XMLElement] {
    elements.flatMap { $0.name == name ? [$0] : $0.descendants(name) }
  }

  func contains(_ name: String) -> Bool {
    elements.contains { $0.name == name || $0.contains(name) }
  }
}

extension XMLTree {
  fileprivate func name(_ local: UnsafeRawPointer?, _ namespace: xmlNsPtr?) -> String {
    let name = local.map { String(cString: $0.assumingMemoryBound(to: UInt8.self)) } ?? ""
    guard let namespace else { return name }
    let prefix: String
    if let known = prefixes[namespace] {
      prefix = known
    } else {
      let address = namespace.pointee.href.map { String(cString: $0) } ?? ""
      prefix = XMLNamespace.prefixes[address] ?? ""
      prefixes[namespace] = prefix
    }
    return prefix + name
  }
}
