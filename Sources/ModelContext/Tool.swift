import Vraagbaak
import WrittenQuestions

/// Something that a model may ask for.
protocol Tool: Sendable {
  var name: String { get }
  var title: String { get }
  /// For the model: what it is good for.
  var about: String { get }
  var parameters: [Parameter] { get }
  func call(_ arguments: Arguments) async throws -> ToolResult
}

/// An answer for people and models, and the same for programs.
struct ToolResult {
  let text: String
  let content: JSONValue
}

/// An argument that a tool takes.
struct Parameter: Sendable {
  enum Kind: Sendable {
    case text(most: Int)
    case choice([String])
    case integer(ClosedRange<Int>)
    case choices([String])
  }

  let name: String
  let kind: Kind
  let about: String
  var isRequired = false
}

extension [Parameter] {
  /// As JSON Schema.
  var schema: JSONValue {
    var members: [String: JSONValue] = [:]
    for parameter in self { members[parameter.name] = parameter.schema }
    return [
      "type": "object", "properties": .object(members), "additionalProperties": false,
      "required": .array(filter(\.isRequired).map { .string($0.name) }),
    ]
  }
}

extension Parameter {
  fileprivate var schema: JSONValue {
    let about = JSONValue.string(self.about)
    switch kind {
    case .text(let most):
      return ["type": "string", "maxLength": .integer(most), "description": about]
    case .choice(let names):
      return ["type": "string", "enum": .array(names.map { .string($0) }), "description": about]
    case .integer(let range):
      return [
        "type": "integer", "minimum": .integer(range.lowerBound),
        "maximum": .integer(range.upperBound), "description": about,
      ]
    case .choices(let names):
      return [
        "type": "array", "items": ["type": "string", "enum": .array(names.map { .string($0) })],
        "description": about,
      ]
    }
  }
}

/// Arguments that fit the parameters of a tool.
struct Arguments {
  private let values: [String: JSONValue]

  /// - Throws: what is wrong, and what would be right.
  init(_ given: JSONValue, for parameters: [Parameter]) throws(ArgumentFault) {
    guard case .object(let members) = given else {
      throw ArgumentFault("the arguments have to be an object")
    }
    let names = parameters.map(\.name)
    for name in members.keys.sorted() where !names.contains(name) {
      throw ArgumentFault(
        "there is no argument \(name); there are \(names.joined(separator: ", "))")
    }
    var values: [String: JSONValue] = [:]
    for parameter in parameters {
      guard let value = members[parameter.name], value != .null else {
        guard !parameter.isRequired else {
          throw ArgumentFault("the argument \(parameter.name) is missing: \(parameter.about)")
        }
        continue
      }
      guard parameter.fits(value) else {
        throw ArgumentFault("\(parameter.name) has to be \(parameter.expectation)")
      }
      values[parameter.name] = value
    }
    self.values = values
  }

  /// Nil where it was not given, or says nothing.
  func text(_ name: String) -> String? {
    guard let text = values[name]?.text, text.contains(where: { !$0.isWhitespace }) else {
      return nil
    }
    return text
  }

  func integer(_ name: String) -> Int? {
    if case .integer(let value) = values[name] { value } else { nil }
  }

  func texts(_ name: String) -> [String] {
    if case .array(let values) = values[name] { values.compactMap(\.text) } else { [] }
  }
}

/// An argument that does not fit.
struct ArgumentFault: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}

extension Parameter {
  fileprivate func fits(_ value: JSONValue) -> Bool {
    switch (kind, value) {
    case (.text(let most), .string(let text)): text.count <= most
    case (.choice(let names), .string(let text)): names.contains(text)
    case (.integer(let range), .integer(let number)): range.contains(number)
    case (.choices(let names), .array(let values)):
      values.allSatisfy { $0.text.map(names.contains) ?? false }
    default: false
    }
  }

  fileprivate var expectation: String {
    switch kind {
    case .text(let most): "a text of at most \(most) characters"
    case .choice(let names): "one of \(names.joined(separator: ", "))"
    case .integer(let range): "a number from \(range.lowerBound) to \(range.upperBound)"
    case .choices(let names): "a list of some of \(names.joined(separator: ", "))"
    }
  }
}
