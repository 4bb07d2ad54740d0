"""Reads citations of the sample with the parsers of others, and compares what they find."""

import io
import json
import subprocess
import sys

import bibtexparser
import pybtex.database
import rispy
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON

COMMAND, INDEX = sys.argv[1:]
IDS = ["vl/230", "vl/230b", "tk/1432", "plas", "los", "vl/230#2"]
TITLE = 'IMC - Werking & {beslissingen} 100% #1_a ~ ^ \\ $5 } "taal"'


def cite(form):
    run = subprocess.run(
        [COMMAND, "cite", "--index", INDEX, "--format", form, *IDS], stdout=subprocess.PIPE, check=True)
    return run.stdout.decode()


def equal(found, wanted, what):
    if found != wanted:
        sys.exit(f"citations: {what} is {found!r}, and should be {wanted!r}")


def plain(tex):
    for name, sign in {
        "\\textbraceleft{}": "\1", "\\textbraceright{}": "\2", "\\textasciicircum{}": "^",
        "\\textasciitilde{}": "~", "\\textbackslash{}": "\3", "\\&": "&", "\\%": "%", "\\$": "$",
        "\\#": "#", "\\_": "_",
    }.items():
        tex = tex.replace(name, sign)
    return tex.replace("{", "").replace("}", "").replace("\1", "{").replace("\2", "}").replace("\3", "\\")


def check_bibtex():
    text = cite("bibtex")
    library = bibtexparser.parse_string(text)
    equal(len(library.failed_blocks), 0, "the number of entries that bibtexparser refuses")
    equal(len(library.entries), len(IDS), "the number of entries of bibtexparser")
    equal(plain(library.entries[0]["title"]), TITLE, "the title in BibTeX")

    entries = pybtex.database.parse_string(text, "bibtex").entries
    equal(len(entries), len(IDS), "the number of keys in BibTeX")
    equal(len({key.lower() for key in entries}), len(IDS), "the number of keys without capitals")
    first, second, third, fourth, fifth, _ = entries.values()
    equal(first.persons["author"][0].last_names, ["Van", "Rooy"], "the Flemish last name")
    equal(first.persons["author"][0].prelast_names, [], "what stands before it")
    equal(first.persons["author"][0].first_names, ["Sam"], "the first name")
    dutch, turkish, apostrophe = third.persons["author"]
    equal(dutch.prelast_names, ["van", "den"], "what stands before the Dutch last name")
    equal(dutch.last_names, ["Berg"], "the Dutch last name")
    equal(turkish.last_names, ["Çelik"], "a last name with diacritics")
    equal(apostrophe.last_names, ["D'Haese"], "a last name with an apostrophe")
    equal([str(name) for name in fourth.persons["author"]], ["{Van der Plas}"], "a last name alone")
    equal(dict(fifth.persons), {}, "the authors of a question without askers")
    equal((first.type, first.fields["number"]), ("techreport", "230"), "type and number")
    equal((second.fields["year"], second.fields["month"]), ("2023", "November"), "a month")


def check_ris():
    text = cite("ris")
    equal(text.count("\n"), text.count("\r\n"), "the number of line ends in RIS")
    records = rispy.load(io.StringIO(text.replace("\r\n", "\n")))
    equal(len(records), len(IDS), "the number of records in RIS")
    equal({record["type_of_reference"] for record in records}, {"RPRT"}, "the type in RIS")
    equal(records[0]["title"], TITLE, "the title in RIS")
    equal(records[0]["authors"], ["Van Rooy, Sam"], "the author in RIS")
    equal(records[0]["date"], "2023/03/10/", "the date in RIS")
    equal(records[1]["date"], "2023/11//", "a month in RIS")
    equal(records[2]["authors"], ["van den Berg, Joba", "Çelik, Ünal", "D'Haese, An"], "three authors")
    equal(records[5]["notes"][-1], "vraag 2", "the place in RIS")


def check_csl():
    items = json.loads(cite("csl-json"))
    equal(items[0]["issued"], {"date-parts": [[2023, 3, 10]]}, "the date in CSL-JSON")
    equal(items[3]["issued"], {"date-parts": [[2024]]}, "a year in CSL-JSON")
    equal(items[0]["author"], [{"family": "Van Rooy", "given": "Sam"}], "the author in CSL-JSON")
    equal(
        items[2]["author"][0],
        {"family": "Berg", "given": "Joba", "non-dropping-particle": "van den"},
        "a Dutch author in CSL-JSON")
    equal("author" in items[4], False, "whether a question without askers has authors")
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    bibliography = CitationStylesBibliography(style, CiteProcJSON(items), formatter.plain)
    for item in items:
        bibliography.register(Citation([CitationItem(item["id"])]))
    lines = [str(line) for line in bibliography.bibliography()]
    equal(len(lines), len(IDS), "the number of references in a style")
    for words in ["Van Rooy, S", "van den Berg, J", "IMC", "Mest and meer"]:
        equal(any(words in line for line in lines), True, f"whether a reference has {words}")


def check_text():
    lines = cite("text").splitlines()
    equal(
        lines[1],
        "Schriftelijke vraag nr. 230 van november 2023 van Sam Van Rooy aan de Vlaams minister van Werk "
        "over Fietspaden",
        "the Flemish citation")
    equal(
        lines[2],
        "Kamervragen van de leden Joba van den Berg (CDA), Ünal Çelik (CDA) en An D'Haese (CDA) aan de Minister van "
        "Landbouw over Zeehonden in de Waddenzee, Aanhangsel Handelingen II 2023/24, nr. 1432",
        "the Dutch citation")


check_bibtex()
check_ris()
check_csl()
check_text()
print("citations are read by bibtexparser, pybtex, rispy and citeproc")
