/// Parties that tell the country of a document.
enum Parties {
  /// Nil for one of neither country, and for `PvdA`, which is one in both.
  static func country(of party: some StringProtocol) -> Country? {
    let name = party.lowercased().filter { $0.isLetter || $0.isNumber || $0 == "&" }
    if belgian.contains(name) { return .belgium }
    return dutch.contains(name) ? .netherlands : nil
  }

  private static let belgian: Set<String> = [
    "nva", "cd&v", "cdv", "openvld", "vld", "vlaamsbelang", "vb", "vlaamsblok", "spa", "spaspirit",
    "vooruit", "groen", "ecolo", "ecologroen", "ps", "mr", "cdh", "lesengagés", "défi", "defi",
    "fdf", "ptb", "ptbgo", "ptbpvda", "pvdaptb", "pp", "ldd", "lijstdedecker", "cvp", "uf",
  ]

  private static let dutch: Set<String> = [
    "vvd", "cda", "d66", "pvv", "sp", "groenlinks", "gl", "groenlinkspvda", "glpvda",
    "christenunie", "cu", "sgp", "pvdd", "partijvoordedieren", "50plus", "fvd",
    "forumvoordemocratie",
    "denk", "volt", "bbb", "ja21", "nsc", "bij1", "lpf", "rpf", "gpv",
  ]
}
