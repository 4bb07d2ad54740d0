/// Documents that pages are tested with.
enum PageRecords {
  /// What would do harm in every field that pages show.
  static let hostile = """
    {"id": "<b>\\"'&/../kwaad", "nr": "7<i>", "title": "<script>alert(1)</script>\\u202e\\" onload='x'", \
    "question": ["<img src=x onerror=alert(1)> \\u001b[31mrood\\u001b[0m, zie schriftelijke vraag nr. 12<u>?", \
    "Is dit \\u2066\\"gekeerd\\"\\u2069 &lt;b&gt;?"], \
    "answer": ["</p></main><script>alert(2)</script>", "\\u0085@SUM(1) ]]> & 'nee'"], "date": "2024-05-06", \
    "asker": "Kwa<em>d \\"Jan' O&Co", "party": "<P>\\"&'", "minister": "Minister van <hr> \\"Zaken\\"", \
    "themes": ["thema <a href=javascript:alert(3)>\\"'"]}
    """

  static let open = (1...3).map { month in
    """
    {"id": "open-\(month)", "title": "Wachtend \(month)", "question": "Wanneer komt er antwoord op vraag \(month)?", \
    "date": "2023-0\(month)-14", "asker": "An Willems", "party": "N-VA", "minister": "Minister van Wachten"}
    """
  }

  static let answered = [(10, "2023-03-13"), (11, "2023-03-15"), (12, "2023-03-31")].map {
    number, day in
    """
    {"id": "vraag-\(number)", "nr": "\(number)", "title": "Treinen \(number)", \
    "question": ["Hoeveel treinen rijden er?", "Hoeveel staan er stil?", "Wie telt ze?"], \
    "answer": [{"nr": "1-2", "text": "Samen twaalf."}, {"nr": "3", "text": "Het spoorbedrijf telt ze."}], \
    "date": "2023-03-10", "answered": "\(day)", "asker": "Jan Peeters", "party": "Groen", \
    "minister": "Zuhal Demir", "themes": ["spoor"]}
    """
  }

  static let referring = """
    {"id": "later", "nr": "40", "title": "Nog eens treinen", \
    "question": "In antwoord op schriftelijke vraag nr. 11 van 10 maart 2023 noemde u twaalf treinen. Klopt dat?", \
    "answer": "Ja.", "date": "2024-01-09", "answered": "2024-01-10", "asker": "Piet Jans", "party": "Groen", \
    "minister": "Zuhal Demir", "themes": ["spoor"]}
    """

  /// One question to two ministers.
  static let copies = ["Begroting", "Defensie"].map { name in
    """
    {"id": "reizen-\(name)", "title": "Dienstreizen", "question": "Hoeveel dienstreizen waren er bij \(name)?", \
    "answer": "Drie.", "date": "2022-10-03", "asker": "An Willems", "minister": "Minister van \(name)"}
    """
  }

  static let all = [hostile] + open + answered + [referring] + copies
}
