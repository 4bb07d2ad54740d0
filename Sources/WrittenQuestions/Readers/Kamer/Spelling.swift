/// Letters whose accent an extractor wrote behind them as a sign of its own: "Kostic´", "Yes¸ilgöz".
enum Spelling {
  private static let accented: [Character: [Character: Character]] = [
    "´": Dictionary(uniqueKeysWithValues: zip("aceilnorsuyzACEINOSUYZ", "áćéíĺńóŕśúýźÁĆÉÍŃÓŚÚÝŹ")),
    "`": Dictionary(uniqueKeysWithValues: zip("aeiouAEIOU", "àèìòùÀÈÌÒÙ")),
    "¨": Dictionary(uniqueKeysWithValues: zip("aeiouyAEIOU", "äëïöüÿÄËÏÖÜ")),
    "ˆ": Dictionary(uniqueKeysWithValues: zip("aeiouAEIOU", "âêîôûÂÊÎÔÛ")),
    "˜": Dictionary(uniqueKeysWithValues: zip("anoANO", "ãñõÃÑÕ")),
    "ˇ": Dictionary(uniqueKeysWithValues: zip("cdenrstzCDENRSTZ", "čďěňřšťžČĎĚŇŘŠŤŽ")),
    "˘": Dictionary(uniqueKeysWithValues: zip("agAG", "ăğĂĞ")),
    "¸": Dictionary(uniqueKeysWithValues: zip("cstCST", "çşţÇŞŢ")),
    "˛": Dictionary(uniqueKeysWithValues: zip("aeAE", "ąęĄĘ")),
  ]

  static func composed(_ text: String) -> String {
    guard text.contains(where: { accented[$0] != nil }) else { return text }
    var result = ""
    for character in text {
      if let last = result.last, let whole = accented[character]?[last] {
        result.removeLast()
        result.append(whole)
      } else {
        result.append(character)
      }
    }
    return result
  }
}
