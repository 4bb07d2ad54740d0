/// What the rules get wrong, measured on real words.
enum Exceptions {
  /// Suffixes and endings that are words too, but never part of a compound by themselves.
  static let neverParts = words(
    """
    heid heden ing ingen lijk lijke baar bare schap loos loze zaam achtig tie ties atie aties isme
    ist isten iteit ster aar aars aren eren end ende erij age eur eus teit sel sels ling lingen nis
    iek isch ische ief ieve eel eren ere ers ens des den ten ter ver her ont nde tje tjes pje pjes
    jes kje etje ste sten een ene der dat die dit het hun als uit aan naar van ven nen men gen gene
    ken kens ren ges gel gal gang's bel gelijk tot mede den lan ran dan kon kan kun wat wel niet ons
    ies ion ions ant ent ente enten anten ade ades ure uren oor oren ooi ant ante ette eus euze
    """)

  /// Verb particles and prefixes: `aanvraag` and `overheid` are words of their own.
  static let neverFirst = words(
    """
    aan af achter be bij binnen boven buiten door er ge her in langs mede mee na naar neer om on
    onder ont op open over samen te tegen tegemoet terug toe tot tussen uit van ver vol voor vooraf
    voorbij voort weder weer weg wan zonder dis des pro con com per pre par ant anti sub sur mis
    alle aller een ere hier daar waar even
    """)

  static let neverLast = words(
    """
    aan af achter bij binnen boven buiten door in om onder op over samen te tegen terug toe tot uit
    van voor voort weer weg zonder mee na naar lijks matig waarts wege wegen zins halve
    """)

  /// Words of three letters that do make compounds.
  static let shortParts = words(
    """
    aap aas arm bad bal ban bed bek bon bos bot bus cel dag dak dam das dek dop dorp ego eis elf eng
    erf erg gas gat god gok hal ham haf hof hok huw huis jas jet kam kap kar kas kat ken kin kip kop
    kou kus lap las lat led lek les lid lof lot mat mes mol nat net nek not oog oom oor pad pak pan
    pas pen pil pit pop pot put rad ram rek rij rit rok rol rug sap sex ski slb sok som spa spel tak
    tas tax tij tol top vak vat vee vet vis vla vok vos wal was wei wet wiel wijk wijn win wit wol
    zak zee zin zon zoo zus ijs ets job kiw koe mond bar bio eco euro app ict vut btw
    """)

  /// Words that stay whole although the rules would split them.
  static let wholeWords = words(
    """
    minister ministers ministerie antwoord antwoorden gemeente gemeenten vergadering vergaderingen
    onderneming ondernemingen belangrijk belangrijke antwerpen
    """)

  private static func words(_ text: String) -> Set<String> {
    Set(text.split { $0 == " " || $0 == "\n" }.map(String.init))
  }
}
