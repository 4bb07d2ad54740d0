/// Five hundred words of eight letters or more, drawn at random from written questions and their
/// answers, each with its parts as a reader sees them; words without parts are no compounds.
enum SampledWords {
  static let all: [(word: String, parts: [String])] =
    list.split(whereSeparator: \.isWhitespace).map { item in
      let sides = item.split(separator: "=")
      let parts = sides.count > 1 ? sides[1].split(separator: "|").map(String.init) : []
      return (String(sides[0]), parts)
    }

  private static let list = """
    aanbesteding aandoening aangepaste aangifte aangifteverplichting=aangifte|verplichting
    aangrenzend aanhalen aanklagen aankomsten aankoopomstandigheden=aankoop|omstandigheden
    aannemingskosten=aanneming|kosten aanslagbiljet=aanslag|biljet aanslagplegers=aanslag|plegers
    aanspreken aantreden aantrekkingskracht=aantrekking|kracht aardbeving=aard|beving
    aardkabels=aard|kabels accijnsbedragen=accijns|bedragen accijnsgoederen=accijns|goederen
    activaties additief adresnummer=adres|nummer afgiftetermijnen=afgifte|termijnen afhouding
    afvraagt amateurproducenten=amateur|producenten anderzijds anesthetische apotheek
    archiefstukken=archief|stukken attritie automaat backbone bankinlichtingen=bank|inlichtingen
    basisverordening=basis|verordening bedrijfsinvesteringen=bedrijf|investeringen
    begrafenisvergoedingen=begrafenis|vergoedingen belastinginning=belasting|inning
    belastingregime=belasting|regime beletsel benchmarkrapport=benchmark|rapport
    bendevorming=bende|vorming benedenfase=beneden|fase beneluxzone=benelux|zone beproefd
    beredderen beroepsbezigheid=beroep|bezigheid beslaggenomen=beslag|genomen bestraald
    bestrijdingsvaartuigen=bestrijding|vaartuigen bestuurders
    betaalmoeilijkheden=betaal|moeilijkheden betrouwbare bevoegdheidsaspect=bevoegdheid|aspect
    bezettingen bezettingsvergoedingen=bezetting|vergoedingen bezoekpercentage=bezoek|percentage
    bijbehorende bijzondere blanckaert boetetarieven=boete|tarieven
    boslandschappen=bos|landschappen bouwkundige=bouw|kundige
    bromfietscategorie=bromfiets|categorie brukkelen brussels buurtpolitie=buurt|politie caesarean
    cardiometabolic casinospelen=casino|spelen chemical chipnummer=chip|nummer chirurgicum
    clearance collectief colloquia communicatieacties=communicatie|acties
    computerpark=computer|park condoleren
    consumentenbeschermingsautoriteiten=consumenten|bescherming|autoriteiten
    containerbegrip=container|begrip contingency controleactiviteiten=controle|activiteiten
    controleprocedures=controle|procedures controleproces=controle|proces converteren creditering
    cruciale databrokers=data|brokers datapakketten=data|pakketten
    decodeersleutels=decodeer|sleutels decontaminatie deelnemers=deel|nemers defibrillatoren
    detailleniveau diagnosis dieetrichtlijnen=dieet|richtlijnen
    dienstpresteerder=dienst|presteerder dienstverlenende=dienst|verlenende directement
    doorgereden doorgetrokken doortrekken downloaden
    dubbelbelastingsverdrag=dubbel|belasting|verdrag ecologisch eenheidskost=eenheid|kost
    enkeldekbussen=enkel|dek|bussen enprotex ereloonsupplementen=ereloon|supplementen etiketten
    evaluatiecommissies=evaluatie|commissies evenveel exercises exploitatiekost=exploitatie|kost
    exploiteerbaar explosies extremistisch federaliseren fietsbeleid=fiets|beleid figureren
    financieringsvoorstel=financiering|voorstel forecastcapaciteit=forecast|capaciteit formalisme
    fraudebestrijdingscel=fraude|bestrijding|cel frequentere frisdrankentaks=frisdranken|taks
    fruitvlieg=fruit|vlieg fundamenteel galaxycomplex=galaxy|complex gastheer=gast|heer
    geaccentueerd geannexeerde geavaleerd gebruikerstevredenheid=gebruikers|tevredenheid
    gederadicaliseerd geeigende geexecuteerd gefietst gegevensbronnende gehandicapten
    geinspireerde geklaagd geldschepping=geld|schepping
    gemeenschapscommissie=gemeenschap|commissie genegotieerd geoefend geografisch geparkeerd
    geplafonneerde gerapporteerde gerealiseerd gerechtstolken=gerecht|tolken gereduceerd
    gereorganiseerd gesanctioneerd gestraft gestrande gesynchroniseerd getransplanteerde gevoelig
    gevorderde geweldplegers=geweld|plegers gewoonweg=gewoon|weg
    gezondheidsorganisatie=gezondheid|organisatie godsdiensten=god|diensten goedkopere gouvernance
    grenoble grensarbeider=grens|arbeider grondwets=grond|wets grondwettelijke=grond|wettelijke
    guidance gunstmaatregel=gunst|maatregel handbook handistreaming handtekenen=hand|tekenen
    heetisostatische hefboomwerking=hefboom|werking helikoptermaatschappij=helikopter|maatschappij
    hemorragique hergroeperen herindeling herlokaliseren herpesvirus=herpes|virus
    herstelprogramma=herstel|programma hertrouwd hexavalente homokoppel=homo|koppel
    hoofdstukken=hoofd|stukken hoogwaardigheidsbekleder=hoogwaardigheid|bekleder
    huisvestingen=huis|vestingen hulpverleningzone=hulpverlening|zone humanitarian inachtname
    infectiepreventiemaatregelen=infectiepreventie|maatregelen
    informaticaproblemen=informatica|problemen informatiegegeven=informatie|gegeven
    informatieplek=informatie|plek ingestemd ingraving
    inlichtingenonderzoeken=inlichtingen|onderzoeken
    interkabinettenwerkgroep=interkabinetten|werkgroep internetaccounts=internet|accounts
    internetkosten=internet|kosten interpretatieve intrigerend
    investeringsbeslissing=investering|beslissing investigation
    invorderprocedure=invorder|procedure inwerktreding inzetbare irreguliere jihadistische
    judiciaire kankerbeleid=kanker|beleid kansspelmarkt=kansspel|markt
    kantoorbenodigdheden=kantoor|benodigdheden kazachgate=kazach|gate kennismaking
    kilometer=kilo|meter kilometermanipulatie=kilometer|manipulatie
    kinderchirurgen=kinder|chirurgen kledijpuntensysteem=kledij|punten|systeem
    kleinhandelszaken=kleinhandel|zaken klokkenluidersstatuut=klokkenluiders|statuut kortrijkin
    kraainem krachtiger krijtlijnen=krijt|lijnen kwaliteits landbouwtypes=landbouw|types
    langestraat=lange|straat leeftijdspiramide=leeftijd|piramide levenslang=leven|lang
    levensmiddelenadditieven=levensmiddelen|additieven liberalen licentienemer=licentie|nemer
    liquified logischerwijs=logischer|wijs loopbaandatabank=loopbaan|databank
    loopbaanmodel=loopbaan|model losstaat luchtincidenten=lucht|incidenten
    maagaandoeningen=maag|aandoeningen maandaangiften=maand|aangiften mannentoen manpowergroup
    massamailing=massa|mailing mcgregor medecontractant=mede|contractant mededeelbare medewerkers
    meerderer meerderjarig=meerder|jarig meerjarenprojecties=meer|jaren|projecties
    meloentrips=meloen|trips midazolam middelhoog=middel|hoog
    mindervalidenkaart=mindervaliden|kaart mindfulness minimumduur=minimum|duur
    minimumtermijn=minimum|termijn mobiliteitsproblemen=mobiliteit|problemen motieven multiple
    muziekbeleving=muziek|beleving muziekinstrumentenmuseum=muziek|instrumenten|museum myhandicap
    nachtwerk=nacht|werk namaakwebsites=namaak|websites
    nationaliteitsverklaring=nationaliteit|verklaring nederlandsonkundige=nederland|onkundige
    nederlandstalig neerlegging nettogewicht=netto|gewicht nomenclatuur normalerwijze nuanceren
    nutritionele offerteaanvraag=offerte|aanvraag olieprospectie=olie|prospectie
    onaantastbaarheidsvoorwaarde=onaantastbaarheid|voorwaarde onbekwaam onbelangrijk onbetrouwbare
    onbewogen onderfinanciering onderhoudsproblemen=onderhoud|problemen
    ondertunnelingsdossiers=ondertunneling|dossiers ongedaan ongeregeldheden ongevraagd
    onmiddellijk onregelmatigheden ontwerpbesluit=ontwerp|besluit ontwikkelaar onverschuldigde
    oordelen oorlogsmaterieel=oorlog|materieel opengeduwd opgebouwde opgeleverd opgemerkt
    opgetogen opgevuld ophangingen oplichting oplossen opschaling opschorten opstapeling
    optimalisatieplan=optimalisatie|plan opvallen ordemaatregelen=orde|maatregelen overbezettingen
    overbrenging overbruggingsrecht=overbrugging|recht
    overbruggingsrechtzelfstandigen=overbrugging|recht|zelfstandigen overdaad
    overgangsrecht=overgang|recht overheidsdient=overheid|dient
    overheidsopdrachtenstrategie=overheidsopdrachten|strategie
    overheidsparticipaties=overheid|participaties overheidspersonen=overheid|personen
    overheidssites=overheid|sites overstapbrug=overstap|brug
    partnerorganisatie=partner|organisatie partnerschapskader=partnerschap|kader
    passagierskilometers=passagiers|kilometers passantengevangenissen=passanten|gevangenissen
    patrimoniale peilziekenhuizen=peil|ziekenhuizen penetratie
    pensioencommissie=pensioen|commissie pensioenpijler=pensioen|pijler
    pensioenspaarder=pensioen|spaarder personenvoertuigen=personen|voertuigen plaatsen
    platteland=platte|land plichtendrager=plichten|drager politiediensten=politie|diensten
    politievoertuig=politie|voertuig politievoertuigen=politie|voertuigen
    pollutiecontrole=pollutie|controle postorderverkoop=postorder|verkoop postprandiale
    postsector=post|sector posttraumatische praktischer presenteert presenteren principe processes
    productiviteitsverlies=productiviteit|verlies proefpersonen=proef|personen
    profileringtest=profilering|test programmeringsdocumenten=programmering|documenten promoties
    protocol rechtszekerheid=recht|zekerheid referentiecentra=referentie|centra
    referentienetwerken=referentie|netwerken registratiebewijs=registratie|bewijs reservatie
    resilient resultaatsindicatoren=resultaat|indicatoren richtwaarden=richt|waarden rigoureus
    rijdende rijexamencentra=rijexamen|centra roboticatoepassingen=robotica|toepassingen robotics
    robottechnologie=robot|technologie rondreden roodvonk=rood|vonk
    routinecontrole=routine|controle sabotage salmonellabestrijding=salmonella|bestrijding
    salmonellavaccins=salmonella|vaccins samenlevingscontract=samenleving|contract
    samenwerkingverbanden=samenwerking|verbanden sanctioneringsbeleid=sanctionering|beleid
    scheeftrekking=scheef|trekking scheepslozingen=scheep|lozingen schuilhuisjes=schuil|huisjes
    secondaire sedentair seizoensregeling=seizoen|regeling sensibilisering
    sensibiliseringsprogramma=sensibilisering|programma sequelen sexuelles
    sirenenetwerk=sirene|netwerk slaagcijfers=slaag|cijfers slagerijen sliblaag=slib|laag
    smaakbalans=smaak|balans soevereneine specialisatie spoorstroomkringen=spoor|stroom|kringen
    sportactiviteit=sport|activiteit staatssecretariaat=staat|secretariaat stabilisatie
    stafdienst=staf|dienst standaardbanden=standaard|banden standpuntbepaling=standpunt|bepaling
    stemming stilleggen straatverplegers=straat|verplegers
    stralingsbescherming=straling|bescherming subproducten=sub|producten
    taalbarrieres=taal|barrieres taalexamen=taal|examen tariferingsbureau=tarifering|bureau
    tegenaangewezen telemetriesysteem=telemetrie|systeem telewerkers=tele|werkers temporalien
    tenlasteleggingscode=tenlastelegging|code terechtgekomen terminologische tertiaire
    teruggevorderd tevredenheidsenquete=tevredenheid|enquete thuisverpleging=thuis|verpleging
    ticketintegratie=ticket|integratie tijdelijken toebrengt toekomstforum=toekomst|forum
    toepassingswijze=toepassing|wijze toeristische toetsing toewijzing
    tolkenopdracht=tolken|opdracht totaalontvangsten=totaal|ontvangsten
    trainingszones=training|zones tramstations=tram|stations transacties
    transmissienetbeheerder=transmissie|netbeheerder transportmaterieel=transport|materieel
    trilsignaal=tril|signaal twaalfde tweeledig=twee|ledig uitbreiden uitdagende uitoefent
    uitrukken uitvoerbaar vaststaat veiligheidsdetachement=veiligheid|detachement
    veiligheidsprocedures=veiligheid|procedures verbeurdverklaarde=verbeurd|verklaarde
    verblijfsreden=verblijf|reden verderop vergezellende verhelping verhoord verjaard
    verkeerscirculatie=verkeer|circulatie verkiezingsdrukwerk=verkiezing|druk|werk verklaarden
    verknochtheid verkoopagenten=verkoop|agenten verlicht verlossingen verouderd verruimde
    verspilling vertegenwoordigingsakkoorden=vertegenwoordiging|akkoorden
    vervangingsinkomens=vervanging|inkomens verwachten verwerkingen verzekering
    verzekeringsstatuut=verzekering|statuut vizieren voedingsijzer=voeding|ijzer
    voedingswaarden=voeding|waarden volkeren voorlichting voorspelling
    vormingsaanbod=vorming|aanbod vrijetijdsfietsen=vrije|tijd|fietsen waarborgen waardering
    wathelet wearables webmasters=web|masters webplatform=web|platform
    webtechnologie=web|technologie wegcontrolesc werklastmeting=werklast|meting wezenlijk
    zakelijke zendingen zichzelf ziekenhuispersoneel=ziekenhuis|personeel zorgteam=zorg|team
    zorgverstrekkingen=zorg|verstrekkingen
    """
}
