/// Words that say little by themselves: `analyzer` marks them, ranking decides what that means.
public struct StopWords: Sendable {
  private var words: Set<String>

  /// - Parameter words: in lower case without diacritics, as `Token.word` has them.
  public init(_ words: some Sequence<String>) {
    self.words = Set(words)
  }

  public func contains(_ word: String) -> Bool { words.contains(word) }

  public func union(_ other: StopWords) -> StopWords {
    StopWords(words.union(other.words))
  }

  /// None at all.
  public static let none = StopWords([])

  /// Function words of Dutch: articles, pronouns, prepositions, conjunctions, auxiliary verbs, and
  /// the adverbs that only connect.
  public static let dutch = StopWords(dutchList.listedWords)

  /// What written questions and their answers say whatever they are about. Use it with `dutch`:
  /// `StopWords.dutch.union(.parliamentary)`.
  public static let parliamentary = StopWords(parliamentaryList.listedWords)

  static let dutchList = """
    de het een der des den ener 't 's n t s 'n zo'n
    ik je jij jou jouw jullie u uw uwer hij hem hen haar hare zij ze zijn zijne hun hunne wij we
    ons onze mij me mijn mijne zich zichzelf elkaar elkaars elkander men iemand niemand iets niets
    m'n z'n d'r
    dit dat deze die dien dezen diegene diegenen degene degenen datgene hetgeen hetwelk
    wie wiens wier wat welk welke welken waar waarvan waarin waarop waaraan waarbij waardoor
    waarmee waarmede waarnaar waarna waarover waartoe waartegen waaruit waarvoor waaronder
    waartussen waarom hoe hoeveel hoever hoeverre wanneer
    er eraan erbij erdoor ermee erin ernaar erom eronder erop erover ertoe ertegen eruit ervan
    ervoor ertussen daar daaraan daarbij daardoor daarin daarmee daarmede daarna daarnaar daarnaast
    daarom daaromtrent daaronder daarop daarover daartegen daartoe daaruit daarvan daarvoor hier
    hieraan hierbij hierdoor hierin hiermee hierna hierom hierop hierover hiertoe hieruit hiervan
    hiervoor hieromtrent
    aan achter af als bij binnen boven buiten door dankzij gedurende ingevolge in inzake jegens
    krachtens langs met middels mits na naar naargelang naast namens niettegenstaande nopens om
    omtrent omwille onder ondanks op over overeenkomstig per rond rondom sedert sinds te tegen
    tegenover ten ter teneinde tijdens tot tussen uit uitgezonderd van vanaf vanuit vanwege via
    volgens voor voorbij wegens zonder
    en of maar want noch dus doch alsook alsmede evenals zowel hetzij ofwel oftewel enerzijds
    anderzijds omdat doordat zodat opdat nadat voordat totdat zodra zolang terwijl indien tenzij
    hoewel ofschoon aangezien zoals alsof dan toen toch echter immers namelijk nochtans evenwel
    niettemin bovendien trouwens overigens derhalve bijgevolg dientengevolge zulks desgevallend
    niet geen geenszins nooit niks wel ja nee neen
    al alle allen alles allemaal ander andere anderen beide beiden elk elke ieder iedere iedereen
    enig enige enkel enkele enkelen ettelijke meer meerdere meest meeste minder minst sommige
    sommigen veel vele velen verscheidene verschillende voldoende weinig wat zulk zulke zelf zelfs
    zo zoveel dergelijk dergelijke dezelfde hetzelfde zodanig zodanige eenzelfde
    ook nog al alleen alvast even eveneens inmiddels intussen meteen nu nou ooit pas reeds soms
    steeds telkens thans vaak weer weleer wellicht zeer erg heel tamelijk vrij nogal louter slechts
    bijvoorbeeld eventueel
    ben bent is was waren geweest wezen zij weze heb hebt heeft hebben had hadden gehad word wordt
    worden werd werden geworden zal zult zullen zou zouden kan kun kunt kunnen kon konden mag
    mogen mocht mochten moet moeten moest moesten wil wilt willen wilde wilden wou hoeft hoeven
    laat laten liet lieten doet doen deed deden gedaan gaat gaan ging gingen gegaan komt komen kwam
    kwamen blijkt blijken bleek blijft blijven bleef bleven dient dienen diende dienden
    dwz oa ipv ivm mbt tav tgv nav bv bijv evt resp enz ed etc ic zgn nl
    """

  private static let parliamentaryList = """
    minister ministers staatssecretaris vraag vragen deelvraag antwoord antwoorden antwoordt
    schriftelijke geachte achtbare lid kunt graag gelieve
    overzicht overzichten opsplitsing opgesplitst uitgesplitst gegevens cijfers aantal aantallen
    hoeveel jaar jaren jaarlijks afgelopen laatste recente recentste volgende vorige respectievelijk
    stand zaken wijze manier mate zin geval gevallen kader verband betreft betreffende betrekking
    geven geeft gegeven meedelen meegedeeld delen deelt mededelen toelichten toelichting verduidelijken
    bevestigen bekend bereid voornemens vindt vinden acht weet hoogte kennis kennisgenomen
    overwegen overweegt mening reactie concrete concreet
    """
}
