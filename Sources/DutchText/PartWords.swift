/// What the words alone do not tell about parts of compounds.
enum PartWords {
  /// Words of two letters that make compounds; other short words are mostly syllables.
  static let short = words("ei ui ijs tv wc pc eu bv")

  /// Endings and syllables that are words as well, but no parts.
  static let neverParts = functionWords.union(words(neverPartsList))

  /// Function words make no compounds, but for those that are other words as well.
  private static let functionWords = words(StopWords.dutchList)
    .subtracting(words("was wil meer weer zelf al alle veel nog eens recht wel"))

  private static let neverPartsList = """
    heid heden ing ingen lijk lijke lijks baar bare loos loze zaam zame achtig achtige matig matige
    schap schappen tie ties atie aties isme isten iteit teit ster sters aar aars aren ier eren erij
    eraar end ende eur eus euse sel sels ling lingen nis iek isch ische ief ieve eel age ant ent
    ure  ade ten ter ver her ont den des der die dat dit het hun als van ven men gen gene ren
    ges gel kon kan wat wel ons ion ens een ene ene tje tjes pje pjes kje kjes etje etjes jes
    ste sten tal tig dom rijk rijke ertoe ert dim
    """

  /// Verb particles: they make words of their own (aanvraag, overheid), and compounds only where
  /// the rest is much more usual than the whole (achterdeur).
  static let particles = words(
    """
    aan achter af bij binnen boven buiten door in langs mede mee na naar neer neven om onder op over
    samen te tegen terug toe tot tussen uit van voor voorbij voort zonder open vol
    """)

  /// Forms that begin compounds and are no words, or seldom.
  static let combiningForms = words(
    """
    kinder hersen wieler aarts stief cyber milli centi deci hecto giga kilo mega multi neuro psycho
    eco bio geo agro euro tele mini maxi micro macro video radio schrikkel mezzo nano neo anti amfi
    socio elektro electro thermo hydro foto info petro aero astro zuider noorder ooster wester opper
    pseudo semi super ultra vice inter intra sub post
    """)

  static let wholeWords = words("")

  private static func words(_ list: String) -> Set<String> {
    Set(list.split(whereSeparator: \.isWhitespace).map(String.init))
  }
}
