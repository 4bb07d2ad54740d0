/// Numbers that can be set by their names, to measure what they do: `k1=8,b=0.75`.
public protocol Settings {
  static var names: [String: WritableKeyPath<Self, Double> & Sendable] { get }
  init()
}

extension Settings {
  /// The usual numbers but for those that are named; nil for a name that is none, or no number.
  public init?(parsing text: String) {
    self.init()
    for setting in text.split(separator: ",") {
      let sides = setting.split(separator: "=")
      guard sides.count == 2, let path = Self.names[String(sides[0])], let value = Double(sides[1]),
        value.isFinite, value >= 0
      else { return nil }
      self[keyPath: path] = value
    }
  }
}
