"""Directories of real documents, repeated and altered: each has another number, so that none is a copy of
another. Needs pikepdf."""

import glob
import io
import os
import random
import re
import zipfile

from corpora import CACHE, SHARED, made
from engines import VRAAGBAAK
from processes import Failure, Run, fresh, size

# Files of each kind in the mixed directory. Pages (HTML and XML) are read and found to be no written questions.
KINDS = {"pdf": 1000, "docx": 500, "text": 300, "records": 100, "pages": 100}


def sources(kind):
    patterns = {
        "pdf": "kamervragen/*.pdf", "docx": "kamervragen/*.docx", "text": "forms/tk-text/*.txt",
        "records": "forms/tk-odata/zaak-*.json", "pages": "forms/neighbours/*.[hx]*ml"}
    return sorted(glob.glob(f"{SHARED}/corpus/{patterns[kind]}"))


def digits(found, dice):
    return "".join(dice.choice("123456789") for _ in found)


def altered_text(text, dice):
    """Other numbers of questions (2024Z01234) and of papers (nr. 1432)."""
    text = re.sub(r"(?<=\dZ)\d{4,5}", lambda found: digits(found[0], dice), text)
    return re.sub(r"(?<=[Nn]r\. )\d{3,4}\b", lambda found: digits(found[0], dice), text)


def altered_pdf(content, dice):
    import pikepdf

    with pikepdf.open(io.BytesIO(content)) as document:
        page = document.pages[0]
        page.contents_coalesce()
        stream = page.Contents.read_bytes()
        number = re.search(rb"\((\d{3,4})\)", stream)
        if number:
            new = digits(number[1].decode(), dice).encode()
            page.Contents.write(stream.replace(number[0], b"(" + new + b")"))
        written = io.BytesIO()
        document.save(written)
    return written.getvalue() + b"%%%d\n" % dice.randrange(10**9)


def altered_docx(content, dice):
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.infolist():
            part = old.read(member)
            if member.filename == "word/document.xml":
                part = altered_text(part.decode(), dice).encode()
            new.writestr(member.filename, part)
        new.comment = str(dice.randrange(10**9)).encode()
    return written.getvalue()


def altered(kind, content, dice):
    if kind == "pdf":
        return altered_pdf(content, dice)
    if kind == "docx":
        return altered_docx(content, dice)
    return altered_text(content.decode(errors="replace"), dice).encode() + b"\n" * dice.randrange(1, 9)


def write(kind, directory, count, dice):
    os.makedirs(directory)
    originals = sources(kind)
    for number in range(count):
        original = originals[number % len(originals)]
        name, extension = os.path.splitext(os.path.basename(original))
        with open(original, "rb") as file:
            content = altered(kind, file.read(), dice)
        with open(f"{directory}/{name}-{number}{extension}", "wb") as file:
            file.write(content)


def make(directory):
    dice = random.Random(1)
    fresh(directory)
    for kind, count in KINDS.items():
        write(kind, f"{directory}/{kind}", count, dice)


def index(place, directory):
    # Pages are refused, which is said and is no failure of the build.
    return Run([VRAAGBAAK, "index", "--quiet", "--index", place, directory], accepted=(0, 1))


def update(place, expected):
    run = Run([VRAAGBAAK, "update", "--index", place], accepted=(0, 1))
    if expected not in run.output:
        raise Failure(f"no {expected!r} in: {run.output[-400:].strip()}")
    return run


def measure():
    """Of each kind, and of all in one directory: files, bytes, and runs of a build and of a second one, for which the
    extracted texts are kept; of all also of updates."""
    every = made("documents", make)
    place = f"{CACHE}/documents.vraagbaak"
    found = []
    for name in [*KINDS, "all"]:
        directory = every if name == "all" else f"{every}/{name}"
        fresh(place)
        files = sum(KINDS.values()) if name == "all" else KINDS[name]
        found.append((name, files, size(directory), index(place, directory), index(place, directory)))
    touched = f"{every}/pdf/{min(os.listdir(f'{every}/pdf'))}"
    os.utime(touched)
    same = update(place, "0 added, 0 replaced")
    with open(touched, "ab") as file:
        file.write(b"%once more\n")
    return found, same, update(place, "1 replaced")


def table():
    found, same, changed = measure()
    lines = ["| files | | building, files/s | MB/s | cores busy | memory | again, texts kept |", "| --- " * 7 + "|"]
    for name, files, count, first, second in found:
        lines.append(
            f"| {name} | {files} | {files / first.seconds:.0f} | {count / first.seconds / 1e6:.2f} "
            f"| {first.work / first.seconds:.2f} | {first.peak / 1e6:.0f} MB | {second.seconds / first.seconds:.2f} × |")
    build = found[-1][3].seconds
    lines.append(
        f"\nAn update takes {same.seconds / build:.4f} of the time of building all where one PDF was touched, and "
        f"{changed.seconds / build:.4f} where it was changed.")
    return "\n".join(lines)
