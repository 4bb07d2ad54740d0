/// Forms that follow no rule.
enum Irregular {
  /// Words with their base, whatever the lexicon says. A word that is its own base is protected
  /// from the rules: `teken` is no `teek`.
  static let bases: [[UInt8]: [UInt8]] = {
    var bases: [[UInt8]: [UInt8]] = [:]
    for line in baseList.split(separator: "\n") {
      let words = line.split(separator: " ").map { Array($0.utf8) }
      for word in words { bases[word] = words[0] }
    }
    for (ending, base) in endings where ending.count >= 5 { bases[ending] = base }
    for (old, new) in OldSpelling.pairs { bases[Array(old.utf8)] = Array(new.utf8) }
    return bases
  }()

  /// Ends of words with what stands there in the base form, if the lexicon knows it.
  static let endings: [(ending: [UInt8], base: [UInt8])] = endingList.split(separator: " ").map {
    let pair = $0.split(separator: "/")
    return (Array(pair[0].utf8), Array(pair[1].utf8))
  }

  /// Endings of inflected adjectives with those of their base, the longest first.
  static let adjectiveEndings: [(ending: [UInt8], base: [UInt8])] = {
    var endings: [(ending: [UInt8], base: [UInt8])] = []
    for line in adjectiveList.split(separator: "\n") {
      let words = line.split(separator: " ").map { Array($0.utf8) }
      for ending in words.dropFirst() { endings.append((ending, words[0])) }
    }
    return endings.sorted { $0.ending.count > $1.ending.count }
  }()

  private static let adjectiveList = """
    ig iger igere igst igste
    lijk lijke lijker lijkere lijkst lijkste
    isch ische ischer ischere ischt ischte
    baar bare baarder baardere baarst baarste
    zaam zame zamer zamere zaamst zaamste
    loos loze lozer lozere loost looste
    ueel uele ueler uelere ueelst ueelste
    ieel iele ieler ielere ieelst ieelste
    neel nele neler nelere neelst neelste
    ief ieve iever ievere iefst iefste
    end endere endst endste
    """

  /// Past tenses and participles (without ge-) of strong verbs, with the present stem.
  static let strongVerbs = verbs { !homonyms.contains($0) }

  /// Those that are other words when they stand alone: `sloot` is a ditch, `besloot` a past tense.
  static let strongVerbsInCompounds = verbs(homonyms.contains)

  private static func verbs(_ isIncluded: (String) -> Bool) -> [[UInt8]: [UInt8]] {
    var verbs: [[UInt8]: [UInt8]] = [:]
    for line in verbList.split(separator: ",") {
      let words = line.listedWords
      for form in words.dropFirst() where isIncluded(form) {
        verbs[Array(form.utf8)] = Array(words[0].utf8)
      }
    }
    return verbs
  }

  /// Whether a verb stem ends in a strong verb's: `bespreek` in `spreek`.
  static func isStrong(_ stem: [UInt8]) -> Bool {
    (0...max(0, stem.count - 2)).contains { strongStems.contains(Array(stem[$0...])) }
  }

  private static let strongStems = Set(strongVerbs.values)
    .union(strongVerbsInCompounds.values)

  /// The base first, then its forms.
  private static let baseList = """
    kind kinderen kinder
    ei eieren eier
    goed goederen goede
    lied liederen
    volk volkeren volken
    rund runderen runder
    kalf kalveren kalver
    lid leden
    stad steden
    schip schepen scheepje scheepjes
    staat staten
    datum data
    museum musea
    centrum centra
    criterium criteria
    koe koeien
    politicus politici
    zoon zonen zoons
    zone zones
    teken tekens
    regen regens
    leven levens
    ouder ouders
    jongere jongeren
    minister ministers
    staatssecretaris staatssecretarissen
    land landen
    landing landingen
    koning koningen
    water waters wateren
    vader
    moeder
    later
    meer
    beter best beste
    wereld werelden
    europa europese europees
    reden redenen
    wagen wagens
    jongen jongens
    lekker lekkere lekkerder lekkerst lekkerste
    crisis crises
    index indices indexen
    gegeven gegevens
    media
    mening meningen
    kost kosten
    post posten
    rijst
    dienst diensten
    helft
    meisje meisjes
    gebeur gebeurt gebeurde gebeurden gebeurd gebeuren
    geel gele
    gelet
    eer
    eerder eerdere
    eigenaar eigenaars eigenaren
    reken rekent rekenen rekende gerekend rekening rekeningen
    derde derden
    kort korte korter kortere kortst kortste
    last lasten
    oudere ouderen
    oud oude oudst oudste
    reiziger reizigers
    open opent opende opengesteld geopend opening openingen
    plant planten
    les lessen
    lees lezen leest
    gepaard
    vracht vrachten
    ook
    doel doelen doeleinden
    eet eten
    wijt wijten
    regel regels
    regeling regelingen
    instelling instellingen
    handeling handelingen
    liefst
    stalen
    gemiddeld gemiddelde gemiddelden
    naam namen
    korting kortingen
    toon tonen toont toonde getoond
    been benen
    zaal zalen
    toernooi toernooien tornooi tornooien
    schip scheep
    gat gaten
    basis bases basissen
    ui uien
    kaas kazen
    gedachte gedachten
    groente groenten
    gehalte gehalten gehaltes
    examen examina
    oorlog oorlogen
    vakantie vakanties
    gerecht gerechten
    gericht gerichte
    aangeboren
    aarde
    beval bevallen bevalling bevallingen bevalt
    bekend bekende bekenden bekender bekendst bekendste
    brugge
    gedegen
    gegrond gegronde
    geluid geluiden
    generatie generaties
    geboren
    geleden
    geniet genieten genoten genoot
    gerust geruste
    geschikt geschikte geschikter
    geslacht geslachten
    geweld
    gewond gewonde gewonden
    gezond gezonde gezonder gezondere gezondst gezondste
    halle
    heel hele
    hef heffen heft hief hieven geheven heffing heffingen
    helling hellingen
    humaan humane
    krimp krimpt krimpen kromp gekrompen krimping
    leger legers
    luid luiden luidt luidde luidden
    luidens
    mee
    meeting meetings
    meen menen meent meende meenden gemeend
    minstens
    moeite moeiten
    nieuws
    oostende
    peter
    polen
    rangschik rangschikt rangschikken gerangschikt rangschikking rangschikkingen
    rome
    samen
    schend schenden schendt schond schonden geschonden schending schendingen
    spanje
    sprake
    start starten gestart gestarte startte startten starts
    test testen tests getest geteste testte
    tevens
    trade
    verder verdere
    verreken verrekenen verrekend verrekende verrekening verrekeningen
    vervolgens
    verzend verzenden verzendt verzonden verzending verzendingen
    vind vond vonden
    voorts
    wetgevend wetgevende
    wijze wijzes
    zweden
    """

  private static let endingList = """
    leden/lid steden/stad schepen/schip staten/staat lieden/man mannen/man kinderen/kind \
    goederen/goed eieren/ei liederen/lied data/datum musea/museum centra/centrum ia/ium ica/icum \
    ici/icus koeien/koe bladeren/blad beenderen/been gaatje/gat gaatjes/gat blaadje/blad blaadjes/blad \
    paadje/pad glaasje/glas glaasjes/glas vaatje/vat vaatjes/vat radje/rad weggetje/weg \
    weggetjes/weg
    """

  private static let homonyms: Set<String> = [
    "sloot", "schoot", "stal", "wees", "bad", "at", "graf", "las", "won", "lag", "vat", "bood",
    "zaten", "zat", "mat", "maten", "sloten", "schoten",
    "stelen", "vangen", "hangen", "houden", "vallen", "laten", "lopen", "slapen", "roepen",
    "stoten", "raden", "graven", "dragen", "slagen", "varen", "bogen", "boog", "geven", "lezen",
    "komen", "eten", "lagen", "weken", "week", "lieden", "broken", "spraken", "sprak", "beet",
    "beten", "reden", "reed", "leed", "leden", "steeg", "stegen", "bleken", "bleek", "grepen",
    "greep", "blijven", "bonden", "bond", "wonden", "vonden", "vond", "hield",
    "namen", "gaven", "zagen", "sprongen", "bogen", "logen", "stierven", "boden", "baden", "braken",
    "raken", "wegen", "legen", "schepen", "stegen", "bleven", "waren", "voeren", "zogen", "zeten",
  ]

  private static let verbList = """
    breek brak braken broken, spreek sprak spraken sproken, steek stak staken stoken,
    neem nam namen nomen, steel stal stalen stolen, beveel beval bevalen bevolen,
    kom kwam kwamen komen, geef gaf gaven geven, lees las lazen lezen, zie zag zagen,
    meet mat maten meten, eet at aten geten, vergeet vergat vergaten vergeten,
    treed trad traden treden, zit zat zaten zeten, lig lag lagen legen, bid bad baden beden,
    vind vond vonden, bind bond bonden, begin begon begonnen, win won wonnen, dring drong drongen,
    spring sprong sprongen, zing zong zongen, klink klonk klonken, drink dronk dronken,
    zink zonk zonken, dwing dwong dwongen, help hielp hielpen holpen, sterf stierf stierven storven,
    werf wierf wierven worven, werp wierp wierpen worpen, trek trok trokken, zwem zwom zwommen,
    schenk schonk schonken, tref trof troffen, vecht vocht vochten, zend zond zonden,
    scheld schold scholden, geld gold golden, krijg kreeg kregen, blijf bleef bleven,
    blijk bleek bleken, schrijf schreef schreven, wijs wees wezen, rijd reed reden,
    lijd leed leden, stijg steeg stegen, kijk keek keken, bezwijk bezweek bezweken,
    wijk week weken, bijt beet beten, grijp greep grepen, snijd sneed sneden, strijd streed streden,
    verdwijn verdween verdwenen, schijn scheen schenen, lijk leek leken, prijs prees prezen,
    drijf dreef dreven, wrijf wreef wreven, zwijg zweeg zwegen, splijt spleet spleten,
    bied bood boden, verlies verloor verloren, kies koos kozen, vlieg vloog vlogen,
    lieg loog logen, bedrieg bedroog bedrogen, geniet genoot genoten, schiet schoot schoten,
    giet goot goten, sluit sloot sloten, kruip kroop kropen, duik dook doken, buig boog bogen,
    zuig zoog zogen, spuit spoot spoten, schuif schoof schoven, snuif snoof snoven,
    weeg woog wogen, beweeg bewoog bewogen, scheer schoor schoren, vries vroor vroren,
    draag droeg droegen dragen, sla sloeg sloegen slagen, graaf groef groeven graven, val viel vielen vallen, houd hield hielden houden,
    laat liet lieten laten, loop liep liepen lopen, slaap sliep sliepen slapen,
    roep riep riepen roepen, hang hing hingen hangen, vang ving vingen vangen,
    ga ging gingen gaan, sta stond stonden staan, doe deed deden daan, breng bracht brachten,
    denk dacht dachten, koop kocht kochten, zoek zocht zochten, weet wist wisten weten,
    zeg zei zeiden zegd, leg legde legden legd, raad ried rieden raden
    """
}
