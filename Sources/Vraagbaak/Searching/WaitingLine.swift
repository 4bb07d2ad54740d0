/// First come, first served, by numbers that were given out in this order; whoever gives up leaves.
struct WaitingLine<Element> {
  private var elements: [Int: Element] = [:]
  /// None has a lower number.
  private var first = 0

  var count: Int { elements.count }

  mutating func append(_ element: Element, number: Int) {
    first = elements.isEmpty ? number : min(first, number)
    elements[number] = element
  }

  mutating func remove(_ number: Int) { elements[number] = nil }

  mutating func popFirst() -> Element? {
    while !elements.isEmpty {
      defer { first += 1 }
      if let element = elements.removeValue(forKey: first) { return element }
    }
    return nil
  }
}
