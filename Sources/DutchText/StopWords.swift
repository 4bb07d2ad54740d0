/// Words that carry no subject.
public struct StopWords: Sendable {
  private let words: Set<String>

  public init(_ words: some Sequence<String>) { self.words = Set(words) }

  public func contains(_ word: String) -> Bool { words.contains(word) }

  public static let none = StopWords([])

  /// Function words of Dutch, folded.
  public static let dutch = StopWords(
    """
    aan achter af al alle alleen allemaal alles als alsnog alsof alsook altijd ander andere anderen
    anders anderzijds behalve beide beiden ben beneden bent bepaald betreffende bij bijgevolg bijna
    bijvoorbeeld binnen boven bovendien bovenstaand buiten d daar daarbij daardoor daarin daarmee
    daarna daarnaast daarom daarop daarover daartoe daaruit daarvan daarvoor dan dat de deed deels den
    der derhalve des deze dezelfde die dien dienaangaande diens dient dienen diende dienden dit
    doch doe doen doet door doordat dus echter een eens eerder elk elke elkaar en enerzijds enig enige
    enkel enkele er erbij erin ermee erop erover ertoe eruit ervan ervoor etc even eveneens evenmin
    evenwel gaan gaat gauw gedurende geen geenszins geweest geworden gezien ging gingen graag haar had
    hadden heb hebben hebt heeft heen hem hen het hetgeen hetwelk hetzelfde hetzij hier hierbij hierdoor
    hierin hiermee hierna hierop hierover hiertoe hieruit hiervan hiervoor hij hijzelf hoe hoewel hun
    idem ieder iedere iedereen iemand iets ik immers in inclusief indien inmiddels ingevolge inzake is
    ja je jij jou jouw jullie kan kon konden kun kunnen kunt laat laten later liet m maar meer meerdere
    meest men met mij mijn mijne minder mocht mochten moest moesten moet moeten mits mogelijk mogen mag
    n na naar naargelang naast nadat nader namelijk neen nee net niemand niet niets niettemin noch nog
    nogal nooit nu o of ofwel om omdat omtrent onder ondanks ondertussen ongeveer ons onze ook op opdat
    over overigens pas per plus precies reeds s sedert sinds sindsdien slechts sommige soms steeds t te
    tegen ten tenzij ter terwijl tevens thans tijdens toch toe toen tot totdat tussen u uit uw van vanaf
    vandaan vanuit vanwege vaak veel vele velen verder via volgens voor voorafgaand vooral vooraleer
    voordat voorts waar waarbij waardoor waarin waarmee waarna waarom waaronder waarop waarover waartoe
    waaruit waarvan waarvoor wanneer want waren was wat we weer wegens wel welk welke wellicht werd
    werden wie wiens wij wijl wil wilde wilden willen worden wordt word zal ze zeer zeker zelf zelfs zich
    zichzelf zij zijn zijne zo zoal zoals zodat zodoende zodra zonder zou zouden zowel zulke zullen zult
    """.split { $0 == " " || $0 == "\n" }.map(String.init))
}
