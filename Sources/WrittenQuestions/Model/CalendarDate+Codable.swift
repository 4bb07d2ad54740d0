/// `"2023-03-10"`, `"2023-03"` or `"2023"`
extension CalendarDate: Codable {
  public init(from decoder: any Decoder) throws {
    self = try decoder.decode { text in
      CalendarDate(text).flatMap { $0.description == text ? $0 : nil }
    } orSay: {
      "\($0) is no date; one is written YYYY-MM-DD, YYYY-MM or YYYY"
    }
  }

  public func encode(to encoder: any Encoder) throws {
    try description.encode(to: encoder)
  }
}
