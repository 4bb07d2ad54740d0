/// With what follows from the others: `elsewhere`, and `share`, which is that of the whole.
extension TextCoverage: Codable {
  private enum Member: CodingKey {
    case total, passages, notes, furniture, headings, elsewhere, share
  }

  public init(from decoder: any Decoder) throws {
    let members = try decoder.container(keyedBy: Member.self)
    self.init()
    total = try members.decode(Int.self, forKey: .total)
    passages = try members.decode(Int.self, forKey: .passages)
    notes = try members.decode(Int.self, forKey: .notes)
    furniture = try members.decode(Int.self, forKey: .furniture)
    headings = try members.decode(Int.self, forKey: .headings)
  }

  public func encode(to encoder: any Encoder) throws {
    var members = encoder.container(keyedBy: Member.self)
    try members.encode(total, forKey: .total)
    try members.encode(passages, forKey: .passages)
    try members.encode(notes, forKey: .notes)
    try members.encode(furniture, forKey: .furniture)
    try members.encode(headings, forKey: .headings)
    try members.encode(elsewhere, forKey: .elsewhere)
    try members.encode(share, forKey: .share)
  }
}
