/// Words in the spelling that was allowed until 1995, with today's.
///
/// Word lists have only today's, and documents of those years are full of compounds of the others.
enum OldSpelling {
  static let pairs: [(old: String, new: String)] =
    list.listedWords.map { pair in
      let words = pair.split(separator: "/").map(String.init)
      return (words[0], words[1])
    }

  private static let list = """
    aktie/actie akties/acties aktien/acties aktiviteit/activiteit aktiviteiten/activiteiten
    reaktie/reactie reakties/reacties redaktie/redactie redakties/redacties
    redakteur/redacteur redakteurs/redacteurs fraktie/fractie frakties/fracties
    direktie/directie direkties/directies direkteur/directeur direkteurs/directeurs
    direkteuren/directeuren produkt/product produkten/producten produktie/productie
    produkties/producties projekt/project projekten/projecten kontrakt/contract
    kontrakten/contracten kontrole/controle kontroles/controles kommissie/commissie
    kommissies/commissies komitee/comite sektor/sector sektoren/sectoren sektors/sectors
    faktor/factor faktoren/factoren objekt/object objekten/objecten effekt/effect
    effekten/effecten konflikt/conflict konflikten/conflicten advokaat/advocaat
    advokaten/advocaten alkohol/alcohol fabrikatie/fabricatie faze/fase fazen/fasen
    analyze/analyse organizatie/organisatie organizaties/organisaties realizatie/realisatie
    buro/bureau buros/bureaus kultuur/cultuur kulturen/culturen lokatie/locatie
    lokaties/locaties publikatie/publicatie publikaties/publicaties struktuur/structuur
    strukturen/structuren kollege/college kolleges/colleges mikro/micro elektronika/elektronica
    vakature/vacature vakatures/vacatures subsidiering/subsidiering accoord/akkoord
    accoorden/akkoorden copie/kopie insekt/insect insekten/insecten techniker/technicus
    electriciteit/elektriciteit electrisch/elektrisch electrische/elektrische
    kommandant/commandant kommandanten/commandanten
    distrikt/district distrikten/districten advizeur/adviseur advizeurs/adviseurs
    funktie/functie funkties/functies dokument/document dokumenten/documenten
    aktivist/activist aktivisten/activisten infektie/infectie infekties/infecties
    inspekteur/inspecteur inspekteurs/inspecteurs inspektie/inspectie inspekties/inspecties
    sekretaris/secretaris konsultatie/consultatie konsultaties/consultaties
    produktiviteit/productiviteit
    """
}
