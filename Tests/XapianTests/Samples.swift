import Xapian

/// A small database of texts, with their words in order in slot 7: in section d of even ones, else
/// in c.
func makeDatabase(at path: String, texts: [String] = sampleTexts) throws {
  let database = try WritableDatabase(path: path, mode: .create)
  for (number, text) in texts.enumerated() {
    try database.add(document(text, number: number + 1))
  }
  try database.commit()
}

let sampleTexts = [
  "het inburgeringstraject duurt lang", "de wachtlijsten voor het inburgeringstraject",
  "wachtlijsten in de zorg en de zorg thuis", "fietspaden langs gewestwegen",
]

func document(_ text: String, number: Int) -> Document {
  var document = Document()
  var sequence = TermSequence()
  sequence.beginSection(number.isMultiple(of: 2) ? .d : .c)
  for word in text.split(separator: " ") {
    sequence.append(document.addTerm(String(word)))
  }
  document.setSequence(sequence, slot: 7)
  document.addBooleanTerm("Q\(number)")
  document.setValue(0, sortable(number))
  document.setValue(1, Array((number.isMultiple(of: 2) ? "even" : "oneven").utf8))
  document.data = Array(text.utf8)
  return document
}

/// Four digits, whose order as bytes is the numbers'.
func sortable(_ number: Int) -> [UInt8] {
  Array(String(10_000 + number).utf8.dropFirst())
}
