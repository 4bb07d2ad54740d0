/// Finds in the text the marks of the notes.
struct NoteMarks {
  private var unclaimed: [Int]
  private let notes: [NoteLines.Note]

  /// Takes the marks out of the lines, and makes raised and lowered digits that are none into letters
  /// of their own.
  static func resolve(in flow: inout Flow, notes: [NoteLines.Note]) {
    var marks = NoteMarks(unclaimed: Array(notes.indices), notes: notes)
    for item in flow.items.indices {
      let page = flow.items[item].page
      for cell in flow.items[item].cells.indices {
        for line in flow.items[item].cells[cell].indices {
          marks.resolve(&flow.items[item].cells[cell][line].tokens, page: page)
        }
      }
    }
    for note in flow.notes.indices {
      for line in flow.notes[note].indices {
        for token in flow.notes[note][line].tokens.indices {
          flow.notes[note][line].tokens[token].setScript()
        }
      }
    }
  }

  private mutating func resolve(_ tokens: inout [Token], page: Int) {
    for index in tokens.indices where tokens[index].height == .raised {
      let before = index > 0 ? tokens[index - 1].text : ""
      let marks = tokens[index].text.split { ",; ".contains($0) }
        .map { $0.trimming { "().[]".contains($0) } }
      if let mark = marks.first, let note = note(String(mark), page: page, after: before) {
        tokens[index].note = note
        unclaimed.removeAll { $0 == note }
        // "2,3" as one: the others have no token of their own.
        for other in marks.dropFirst() {
          guard let note = self.note(String(other), page: page, after: before) else { continue }
          unclaimed.removeAll { $0 == note }
          extra.append((note, tokens[index].note ?? note))
        }
      }
    }
    dropJoiners(&tokens)
    for index in tokens.indices { tokens[index].setScript() }
    closeGaps(&tokens)
  }

  private var extra: [(note: Int, beside: Int)] = []

  private func note(_ mark: String, page: Int, after word: String) -> Int? {
    guard !mark.isEmpty else { return nil }
    let fitting = unclaimed.filter { notes[$0].mark == mark }
    guard
      let note = fitting.first(where: { notes[$0].page == page })
        ?? fitting.first(where: { notes[$0].page > page })
    else { return nil }
    // m² beside a note 2 that comes after other notes.
    let isUnit = ["m", "km", "cm", "dm", "mm"].contains(word.lowercased())
    if isUnit, mark == "2" || mark == "3", unclaimed.first != note { return nil }
    return note
  }

  /// "2, 3 en 4" raised: what stands between marks goes with them.
  private func dropJoiners(_ tokens: inout [Token]) {
    for index in tokens.indices.dropFirst().dropLast()
    where tokens[index].height == .raised && tokens[index].note == nil {
      let text = tokens[index].text.trimming { ", ".contains($0) }
      if ["", "en", "en/of", "t/m", "-", "–"].contains(text), tokens[index - 1].note != nil {
        tokens[index].text = ""
      }
    }
  }

  /// A mark leaves the text as it would be without it.
  private func closeGaps(_ tokens: inout [Token]) {
    for index in tokens.indices where tokens[index].note != nil || tokens[index].text.isEmpty {
      tokens[index].text = ""
      guard index > 0 else { continue }
      if tokens[index].spaceAfter { tokens[index - 1].spaceAfter = true }
      tokens[index].spaceAfter = false
      if index + 1 < tokens.count, let next = tokens[index + 1].text.first, ".,;:?!»".contains(next)
      {
        tokens[index - 1].spaceAfter = false
      }
    }
  }
}

extension Token {
  /// Digits above or below the line, as Unicode has them.
  fileprivate mutating func setScript() {
    guard height != .onLine, note == nil else { return }
    text = (height == .raised ? text.raised : text.lowered) ?? text
  }
}
