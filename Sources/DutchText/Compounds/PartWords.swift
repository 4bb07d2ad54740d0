/// What the words alone do not tell about parts of compounds.
enum PartWords {
  /// Unstressed syllables before verbs and their nouns.
  static let prefixes = ["be", "ge", "ver", "ont", "her", "aan", "in"].map { Array($0.utf8) }

  /// Words of two letters that make compounds; other short words are mostly syllables.
  static let short = words("ei ui ijs tv wc pc eu bv")

  /// Endings and syllables that are words as well, but no parts.
  static let neverParts = functionWords.union(particles)
    .union(words(neverPartsList)).subtracting(placeWords)

  /// Function words make no compounds, but for those that are other words as well.
  static let functionWords = words(StopWords.dutchList)
    .subtracting(
      words("wezen was wil meer weer zelf al alle veel nog eens recht wel enkel pas zij"))

  private static let neverPartsList = """
    heid heden ing ingen lijke lijks ment baar bare loos loze zaam zame achtig achtige matig matige
    schap schappen tie ties atie aties isme isten iteit teit ster sters aar aars aren ier eren erij
    eraar end ende eur eus euse sel sels ling lingen nis iek isch ische ief ieve eel age ant ent
    ure  ade ten ter ver her ont den des der die dat dit het hun als van ven men gen gene ren
    ges gel kon kan wat wel ons ion ens een ene ene tje tjes pje pjes kje kjes etje etjes jes
    ste sten tal tig dom aal alen nissen foon fonisch fonische logisch logische logie logieen del kere ers king ping ding hips pelen kelen mele male antie aire aat iele atie klim kene dere ders chillen schappelijk schappelijke deren teren jointe nisje bare bars eert eerde eerd and els essen nes rist ertoe ert dim
    """

  /// All that the lexicon treats otherwise than their counts say.
  static let special = [
    neverParts, neverHeads, placeWords, boundForms, wholeWords, neverModifiers,
  ].reduce(into: Set()) { $0.formUnion($1) }

  /// Words that make compounds only as their first part: at the end they are suffixes.
  static let neverHeads = words("ere lijk rijk rijke vol volle arm arme")

  /// Verb particles: the words that they begin are mostly verbs and their nouns.
  static let particles = words(
    """
    aan achter af bij binnen boven buiten door in langs mede mee na naar neer neven om onder op over
    samen te tegen terug toe tot tussen uit van voor voorbij voort zonder open vol rond
    goed vast klaar vrij los gerust stil mede
    """)

  /// Particles that also say where something is: `achterdeur`, `tussenschot`. They make compounds
  /// where the rest is much more usual than the whole.
  static let placeWords = words(
    """
    achter bij binnen boven buiten neven onder tegen tussen voor rond goed vast klaar vrij los gerust
    stil mede zij terug
    """)

  /// Those of them that end compounds too: `erfgoed`, `drempelvrij`.
  static let endingPlaceWords = words("goed vrij")

  /// Forms that begin compounds and are no words, or seldom.
  static let combiningForms = words(
    """
    kinder hersen wieler aarts stief cyber milli centi deci hecto giga kilo mega multi neuro psycho
    eco bio geo agro euro tele mini maxi micro macro video radio schrikkel mezzo nano neo anti amfi
    socio elektro electro thermo hydro foto info petro aero astro zuider noorder ooster wester opper zonne betaal
    pseudo semi ultra vice intra
    """)

  /// Forms that end compounds and are no words alone.
  static let boundHeads = words(
    """
    ganger gangers gangster genote genotes genoot genoten houder houders houderij houderijen
    verlener verleners verleenster zoeker zoekers maker makers maakster maaksters bezitster
    bezitsters beklimmer beklimmers gever gevers nemer nemers houdster tuig
    """)

  static let boundForms = combiningForms.union(boundHeads)

  /// Words whose history is forgotten, and those that the evidence would split at a wrong place.
  static let wholeWords = words(
    """
    oorzaak oorzaken voorbeeld voorbeelden voorwaarde voorwaarden onderdeel onderdelen voordeel
    voordelen nadeel nadelen meerdere belangrijk belangrijke belangrijker belangrijkste minister
    ministers vergadering vergaderingen onderneming ondernemingen nederland slachtoffer
    slachtoffers plaatsen instelling instellingen stemming overeenstemming wetenschappelijk
    wetenschappelijke verschillen facturen factuur bestemming bestemmingen maatschappij
    maatschappelijk internationaal internationale interageren daarentegen gesprekken verdragen
    kantoor kantoren oordeel oordelen oordeelt oorsprong trimester belasten belasten congres format
    formaat formeel formele normaal normale minimale maximale kanaal notaris notarissen minderen
    schakelen koppelen promotie provincie bevestigen vijftien transport parket parketten
    achterstand achterstanden maximaal minimaal rechtstreeks rechtstreekse weergegeven vaststellen
    internet hoofdzakelijk hoofdzakelijke plaatsvinden exporteren debatteren ziekte ziekten overeenkomst overeenkomsten
    """)

  /// Words that are rather the first letters of another: `vers` in `verstrekt`, `ins` in `instelt`.
  static let neverModifiers = words(
    """
    vers bes ins voors gesp fact geb ref kent verre han sta onderst lij betrok achterop spie verg
    get bet bek gek ger beg gem com con pro pre mod prof lok rea sup dia amen scha spon wei lei por
    roe the norm laure trac bez afb aanw inge verst verwer versla hypo rom
    """)

  private static func words(_ list: String) -> Set<String> {
    Set(list.listedWords)
  }
}
