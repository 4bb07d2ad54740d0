"""Documents that are damaged or hostile, among sound ones: each hurts only itself."""

import io
import json
import os
import shutil
import subprocess
import tarfile
import tempfile
import time
import zipfile

from common import VRAAGBAAK, Failure, Tally, is_crash

# So many files are indexed at once; each build has a few sound ones among them.
BATCH = 250
# Seconds for a batch: more than all of its files take, less than a hang.
LIMIT = 900
# Kilobytes, of the command or of any program that it started.
MEMORY = 3 << 20
TEXT = """SCHRIFTELIJKE VRAAG
nr. {number}
van AN PEETERS
datum: 3 mei 2022

Fietspaden langs {word}

1. Hoeveel fietspaden zijn er langs {word}?
2. Zullen er meer komen?

ANTWOORD
op vraag nr. {number} van 3 mei 2022
van AN PEETERS

1. Er zijn er {number}.
2. Ja, vanaf 2023.
"""


def pdf(lines, pages=1, declared=None):
    """A PDF by hand: one font, a line of text under the other."""
    content = "BT /F1 10 Tf 50 780 Td 12 TL " + " ".join(
        f"({line.replace(chr(92), '').replace('(', '').replace(')', '')}) Tj T*" for line in lines) + " ET"
    stream = content.encode("latin-1", "replace")
    kids = " ".join("3 0 R" for _ in range(pages))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {declared or pages} >>".encode(),
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + b"xref\n0 6\n0000000000 65535 f \n" + table + (
        b"trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % len(out))


WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def docx(lines, document=None):
    paragraphs = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in lines)
    body = document or f'<?xml version="1.0"?><w:document xmlns:w="{WORD}"><w:body>{paragraphs}</w:body></w:document>'
    return zipped({"[Content_Types].xml": b"<Types/>", "word/document.xml": body.encode()})


def zipped(members):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def tarred(members):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:gz") as archive:
        for name, content in members.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(content)
            archive.addfile(entry, io.BytesIO(content))
    return out.getvalue()


def seeds():
    """Sound files of all kinds, by name; real ones too where they are at hand."""
    lines = TEXT.format(number=7, word="de vaart").splitlines()
    html = "<html><body>" + "".join(f"<p>{line}</p>" for line in lines) + "</body></html>"
    record = {"id": "r1", "question": "1. Hoe zit het?\n2. En dan?", "answer": "1. Goed.\n2. Beter."}
    xml = ("<officiele-publicatie><kamervragen><kamervraagnummer>12</kamervraagnummer><vraag><nr>1</nr><al>Hoe?</al>"
           "</vraag><antwoord><nr>1</nr><al>Zo.</al></antwoord></kamervragen></officiele-publicatie>")
    made = {
        "a.txt": "\n".join(lines).encode(), "b.txt": "\n".join(lines).encode("utf-16"), "a.pdf": pdf(lines),
        "a.docx": docx(lines), "a.html": html.encode(), "a.xml": xml.encode(),
        "a.jsonl": (json.dumps(record) + "\n").encode() * 3, "a.json": json.dumps({"value": [record] * 3}).encode(),
        "a.csv": b"id;question;answer\nc1;\"1. Hoe; en waarom?\";\"1. Zo.\"\n",
    }
    made["a.zip"] = zipped({"x/a.txt": made["a.txt"], "x/a.pdf": made["a.pdf"]})
    made["a.tar.gz"] = tarred({"x/a.txt": made["a.txt"], "x/a.docx": made["a.docx"]})
    shared = os.environ.get("VRAAGBAAK_SHARED", os.path.join(os.path.dirname(__file__), "../../../shared"))
    for folder in ("kamervragen", "forms/neighbours"):
        directory = f"{shared}/corpus/{folder}"
        for name in sorted(os.listdir(directory)) if os.path.isdir(directory) else []:
            with open(f"{directory}/{name}", "rb") as file:
                made[name] = file.read()
    return made


def hostile():
    """Files that were made to hurt."""
    bomb = zipped({"nul.txt": b"0" * (300 << 20)})
    nested = b"binnenste"
    for depth in range(40):
        nested = zipped({f"{depth}.zip": nested, f"{depth}.txt": TEXT.format(number=depth, word="laag").encode()})
    entities = '<!DOCTYPE x [<!ENTITY a0 "vraag">' + "".join(
        f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12)) + "]>"
    deep = 100_000
    return {
        "bom.zip": bomb, "genest.zip": nested, "buiten.zip": zipped({"../../buiten.txt": b"x", "/tmp/buiten.txt": b"x"}),
        "buiten.tar.gz": tarred({"../buiten.txt": b"x", "a/../../../buiten.txt": b"x"}),
        "veel.zip": zipped({f"{number}.bin": b"" for number in range(60_000)}),
        "pagina.pdf": pdf(["Vraag 1"], declared=1_000_000), "lang.pdf": pdf(["Vraag 1"] * 40, pages=20_000),
        "bom.xml": (f'<?xml version="1.0"?>{entities}<x>&a11;</x>').encode(),
        "buiten.xml": b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>',
        "bom.docx": docx([], f'<?xml version="1.0"?>{entities}<w:document xmlns:w="{WORD}">&a11;</w:document>'),
        "grote.docx": docx(["vraag " * 1000] * 20_000), "diep.xml": b"<a>" * deep + b"</a>" * deep,
        "diep.html": b"<div>" * deep + b"tekst", "diep.json": b"[" * deep, "diep2.json": b'{"a":' * deep,
        "breed.html": b"<table><tr>" + b"<td>x" * 500_000, "diep.docx": docx([], f'<w:document xmlns:w="{WORD}">' + "<w:p>" * deep),
        "regel.csv": b"id;question\n" + b'"' + b"x;" * 2_000_000, "leeg.pdf": b"", "kop.pdf": b"%PDF-1.7\n",
        "regel.txt": b"Vraag 1 " * 1_000_000, "cijfers.txt": b"1. " * 1_000_000, "nul.docx": b"PK\x03\x04" + bytes(500),
        "rtf.rtf": b"{\\rtf1 " + b"{" * deep, "punten.txt": ("Vraag 1, 2, 3, " * 200_000).encode(),
        "noten.txt": "".join(f"Vraag {n}\nHoe?{n}\n{n}Noot.\n" for n in range(20_000)).encode(),
    }


def mutate(content, others, dice):
    """A file with bytes flipped, cut, repeated, or with a piece of another."""
    content = bytearray(content)
    for _ in range(dice.choice((1, 1, 3, 20))):
        if not content:
            break
        place = dice.randrange(len(content))
        kind = dice.randrange(6)
        if kind == 0:
            content[place] ^= 1 << dice.randrange(8)
        elif kind == 1:
            content[place] = dice.randrange(256)
        elif kind == 2:
            del content[place:]
        elif kind == 3:
            del content[place:place + dice.randrange(1, 200)]
        elif kind == 4:
            content[place:place] = content[place:place + dice.randrange(1, 200)] * dice.choice((1, 2, 50))
        else:
            other = dice.choice(others)
            start = dice.randrange(len(other) + 1)
            content[place:place + 50] = other[start:start + dice.randrange(1, 2000)]
    return bytes(content)


def build(command, directory):
    """Runs the command; what it said, and the most memory that it or a program of it had."""
    start = time.monotonic()
    with open(f"{directory}/fouten", "w+b") as errors:
        process = subprocess.Popen([VRAAGBAAK, *command], stdout=subprocess.DEVNULL, stderr=errors)
        while True:
            pid, status, usage = os.wait4(process.pid, os.WNOHANG)
            if pid:
                break
            if time.monotonic() - start > LIMIT:
                process.kill()
                raise Failure("it hangs")
            time.sleep(0.05)
        process.returncode = os.waitstatus_to_exitcode(status)
        errors.seek(0)
        return process.returncode, errors.read().decode("utf-8", "replace"), usage.ru_maxrss


def left_behind():
    """Programs of this build that still take documents apart."""
    programs = []
    for entry in os.listdir("/proc"):
        try:
            programs.append(os.readlink(f"/proc/{entry}/exe"))
        except OSError:
            continue
    return programs.count(os.path.realpath(f"{VRAAGBAAK}-extract"))


def batch(directory, files, tally, label):
    """Indexes damaged files among sound ones."""
    sources, index = f"{directory}/bronnen", f"{directory}/index"
    for path in (sources, index):
        shutil.rmtree(path, ignore_errors=True)
    os.makedirs(sources)
    for name, content in files.items():
        with open(f"{sources}/{name}", "wb") as file:
            file.write(content)
    sound = {}
    for number in range(3):
        lines = TEXT.format(number=number, word=f"gaafwoord{number}x").splitlines()
        for name, content in ((f"g{number}.txt", "\n".join(lines).encode()), (f"g{number}.pdf", pdf(lines)),
                              (f"g{number}.docx", docx(lines))):
            sound[f"0-gaaf-{name}"] = content
    for name, content in sound.items():
        with open(f"{sources}/{name}", "wb") as file:
            file.write(content)
    memory = 0

    def trial():
        nonlocal memory
        report = f"{directory}/verslag.json"
        status, errors, memory = build(
            ["index", "--quiet", "--index", index, "--report", report, sources], directory)
        if is_crash(status) or status not in (0, 1, 2):
            raise Failure(f"status {status}: {errors.strip()[-300:]}")
        if memory > MEMORY:
            raise Failure(f"{memory >> 10} MB of memory")
        with open(report, encoding="utf-8") as file:
            told = {entry["path"][len(sources) + 1:].split("/")[0] for entry in json.load(file)["files"]}
        missing = (set(files) | set(sound)) - told
        if missing:
            raise Failure(f"not reported: {sorted(missing)[:5]}")
        for number in range(3):
            hits = subprocess.run(
                [VRAAGBAAK, "search", "--index", index, "--format", "trec", f"gaafwoord{number}x"],
                capture_output=True, text=True, check=False)
            if len(hits.stdout.splitlines()) != 3:
                raise Failure(f"sound documents are lost: {hits.stdout}{hits.stderr}")
        for place in ("/tmp/buiten.txt", f"{directory}/buiten.txt", f"{sources}/buiten.txt", f"{index}/buiten.txt"):
            if os.path.exists(place):
                raise Failure(f"an archive wrote {place}")
        if left_behind():
            raise Failure("a program was left behind")

    tally.trial(label, trial)
    return memory


def parsers(trials, dice, tally):
    """What is parsed in the command's own process: the tests' mutation loop, longer."""

    def trial():
        done = subprocess.run(
            ["swift", "test", "--filter", "ReaderFuzzTests"], capture_output=True, text=True, check=False,
            env={**os.environ, "VRAAGBAAK_FUZZ": str(trials), "VRAAGBAAK_SEED": str(dice.randrange(1 << 30))})
        if done.returncode != 0:
            raise Failure((done.stdout + done.stderr)[-600:])

    tally.trial("readers", trial)


def main(trials, dice):
    directory = tempfile.mkdtemp(prefix="vraagbaak-torture-")
    tally = Tally("documents")
    whole = seeds()
    names, contents = list(whole), list(whole.values())
    memory = batch(directory, hostile(), tally, "hostile files")
    for start in range(0, trials, BATCH):
        files = {}
        for number in range(start, min(trials, start + BATCH)):
            name = dice.choice(names)
            files[f"{number}-{name}"] = mutate(whole[name], contents, dice)
        memory = max(memory, batch(directory, files, tally, f"files from {start} on"))
    shutil.rmtree(directory, ignore_errors=True)
    parsers(trials, dice, tally)
    tally.report(f"{trials} damaged files and {len(hostile())} hostile ones, at most {memory >> 10} MB")
    return tally
