import ModelContext
import Vraagbaak
import WrittenQuestions

/// A parameter of a path or query: what it may be, for the check of each request and for `/openapi.json`
/// alike, so that the two cannot differ.
struct Parameter<Value: Sendable>: Sendable {
  let name: String
  let summary: String
  /// JSON Schema.
  let schema: JSONValue
  /// What it has to be, for people.
  let expected: String
  /// Where none is given; nil: it is needed.
  let fallback: Value?
  /// Nil for what it may not be.
  let read: @Sendable (String) -> Value?
}

/// A parameter of whatever type.
protocol AnyParameter: Sendable {
  var name: String { get }
  var summary: String { get }
  var schema: JSONValue { get }
  var isRequired: Bool { get }
  /// - Throws: for what it may not be.
  func check(_ text: String) throws(Problem)
}

extension Parameter: AnyParameter {
  var isRequired: Bool { fallback == nil }

  func check(_ text: String) throws(Problem) {
    if read(text) == nil { throw .badParameter(name, "this has to be \(expected)") }
  }
}

extension Parameter<Int> {
  static func number(_ name: String, _ summary: String, _ range: ClosedRange<Int>, or fallback: Int)
    -> Self
  {
    Parameter(
      name: name, summary: summary,
      schema: [
        "type": "integer", "minimum": .integer(range.lowerBound),
        "maximum": .integer(range.upperBound), "default": .integer(fallback),
      ],
      expected: "a whole number from \(range.lowerBound) to \(range.upperBound)",
      fallback: fallback
    ) { text in
      guard 1...9 ~= text.utf8.count, text.utf8.allSatisfy({ 0x30...0x39 ~= $0 }),
        let number = Int(text), range.contains(number)
      else { return nil }
      return number
    }
  }
}

extension Parameter<Bool> {
  static func flag(_ name: String, _ summary: String) -> Self {
    Parameter(
      name: name, summary: summary,
      schema: ["type": "string", "enum": ["0", "1", "false", "true"], "default": "0"],
      expected: "0 or 1", fallback: false
    ) { text in
      switch text {
      case "1", "true": true
      case "0", "false": false
      default: nil
      }
    }
  }
}

extension Parameter<String> {
  static func text(
    _ name: String, _ summary: String, most: Int, or fallback: String? = nil, least: Int = 1
  ) -> Self {
    Parameter(
      name: name, summary: summary,
      schema: ["type": "string", "minLength": .integer(least), "maxLength": .integer(most)],
      expected: "a text of at most \(most) characters", fallback: fallback
    ) { text in
      // As JSON Schema counts them.
      least...most ~= text.unicodeScalars.count ? text : nil
    }
  }
}

extension Parameter {
  /// One of some names.
  static func choice(
    _ name: String, _ summary: String, _ names: [String], or fallback: Value?,
    default shown: String? = nil, read: @escaping @Sendable (String) -> Value?
  ) -> Self {
    var schema: [String: JSONValue] = ["type": "string", "enum": .array(names.map { .string($0) })]
    if let shown { schema["default"] = .string(shown) }
    return Parameter(
      name: name, summary: summary, schema: .object(schema),
      expected: "one of \(names.joined(separator: ", "))", fallback: fallback
    ) { names.contains($0) ? read($0) : nil }
  }
}

extension Parameter {
  /// Names with commas between them; two names of one thing are that once.
  static func names<Element: Hashable & Sendable>(
    _ name: String, _ summary: String, _ names: [String], or fallback: [Element],
    read: @escaping @Sendable (String) -> Element?
  ) -> Self where Value == [Element] {
    Parameter(
      name: name, summary: summary,
      schema: [
        "type": "array", "minItems": 1, "uniqueItems": true,
        "items": ["type": "string", "enum": .array(names.map { .string($0) })],
      ],
      expected: "names out of \(names.joined(separator: ", ")), with commas between them",
      fallback: fallback
    ) { text in
      let asked = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      guard asked.allSatisfy(names.contains), Set(asked).count == asked.count else { return nil }
      var found: [Element] = []
      for element in asked.compactMap(read) where !found.contains(element) { found.append(element) }
      return found
    }
  }
}

extension Parameter<[FacetField]> {
  static func fields(_ name: String, _ summary: String, or fallback: [FacetField]) -> Self {
    let names = FacetField.allCases.flatMap { field in
      field.dutchName == field.rawValue ? [field.rawValue] : [field.dutchName, field.rawValue]
    }
    return .names(name, summary, names, or: fallback, read: FacetField.init(named:))
  }
}
