import DutchText

/// The names or labels that documents have of one property, as far as searches came upon them, and which
/// of them each finds as a filter: `minister:"Minister van Werk"` also finds "Minister van Werk, belast
/// met Sport".
///
/// A session keeps them: the names of a corpus are the same in every search, and each is looked at once.
final class FacetNames {
  private let forms: NameForms
  private let isOfPersons: Bool
  private var numbers: [String: Int] = [:]
  /// Of persons by their folded words: "Sam van Rooy" is "Sam Van Rooy".
  private var numbersOfWords: [[String]: Int] = [:]
  private(set) var names: [String] = []
  private var formsOfName: [[[String]]] = []
  /// Those that find a name as filters, itself among them.
  private(set) var findersOfName: [[Int]] = []
  /// By word: the names that have it, and those that ask for it first.
  private var namesOfWord: [String: [Int]] = [:]
  private var askersOfWord: [String: [Int]] = [:]
  /// Names that end in a star, which in a query stands for whatever follows.
  private var prefixes: [Int] = []

  init(_ analyzer: Analyzer, isOfPersons: Bool) {
    forms = NameForms(analyzer)
    self.isOfPersons = isOfPersons
  }

  func number(of name: String) -> Int {
    if let number = numbers[name] { return number }
    let forms = forms.all(of: name, isTurned: isOfPersons)
    if isOfPersons, let words = forms.first, !name.hasSuffix("*") {
      if let number = numbersOfWords[words] {
        numbers[name] = number
        return number
      }
      numbersOfWords[words] = names.count
    }
    let number = names.count
    numbers[name] = number
    names.append(name)
    formsOfName.append(forms)
    findersOfName.append([])
    addToIndex(number)
    for found in candidates(foundBy: number) where finds(number, found) {
      findersOfName[found].append(number)
    }
    let words = Set(formsOfName[number].joined())
    for finder in Set(words.flatMap { askersOfWord[$0] ?? [] } + prefixes)
    where finder != number && finds(finder, number) {
      findersOfName[number].append(finder)
    }
    return number
  }

  private func addToIndex(_ number: Int) {
    for word in Set(formsOfName[number].joined()) { namesOfWord[word, default: []].append(number) }
    if names[number].hasSuffix("*") {
      prefixes.append(number)
    } else {
      for word in Set(formsOfName[number].compactMap(\.first)) {
        askersOfWord[word, default: []].append(number)
      }
    }
  }

  /// Names that have the rarest word of one of its forms.
  private func candidates(foundBy number: Int) -> Set<Int> {
    guard !names[number].hasSuffix("*") else { return Set(names.indices) }
    return formsOfName[number].reduce(into: []) { found, form in
      found.formUnion(
        form.map { namesOfWord[$0] ?? [] }.min { $0.count < $1.count } ?? [])
    }
  }

  private func finds(_ finder: Int, _ name: Int) -> Bool {
    let isPrefix = names[finder].hasSuffix("*")
    return formsOfName[finder].contains { asked in
      formsOfName[name].contains { Self.has($0, asked, isPrefix: isPrefix) }
    }
  }

  /// Whether the words stand next to each other in the name.
  private static func has(_ name: [String], _ words: [String], isPrefix: Bool) -> Bool {
    guard name.count >= words.count, let last = words.last else { return false }
    return (0...(name.count - words.count)).contains { start in
      let window = name[start..<(start + words.count)]
      return window.dropLast().elementsEqual(words.dropLast())
        && (isPrefix ? window.last?.hasPrefix(last) == true : window.last == last)
    }
  }
}
