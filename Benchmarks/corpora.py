"""Documents and queries, the same for everyone: made once in .build/bench."""

import itertools
import json
import os
import random
import re
import sys

from processes import said, size

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
SHARED = os.environ["VRAAGBAAK_SHARED"]
CACHE = f"{ROOT}/.build/bench"
YEARS = (2017, 2020)
# Of each year's fields.
TEXTS = ("question", "answer", "text_nl")
MIXED = f"{ROOT}/Benchmarks/mixed.tsv"
# From so many records on, what is asked of 100,000 is asked, and a build is its own average.
LARGE = 50_000
# Queries of a sample: on composed text FTS5 needs half a second for the slowest.
SAMPLE = 400


class Corpus:
    """Records as JSON Lines, and the same texts as the peers read them."""

    def __init__(self, name, source, records, is_sampled):
        self.name, self.source, self.records = name, source, records
        self.bytes = size(source)
        self.is_large = records >= LARGE
        self.queries = queries(SAMPLE if is_sampled else None)
        self.lines = made(f"{name}.tsv", lambda path: convert(source, path, "{0}\t{1}\n".format))
        self.objects = made(f"{name}.docs.jsonl", lambda path: convert(source, path, as_object))
        # A record that an update changes, in a file of its own.
        self.extra = f"{CACHE}/{name}.extra.jsonl"
        write_extra(self.extra, "onveranderd")

    def place(self, engine):
        return f"{CACHE}/{self.name}.{engine}"


def source(year):
    return f"{SHARED}/corpus/dekamer-{year}.jsonl"


def chamber(year):
    """The questions of the Belgian Chamber."""
    with open(source(year), encoding="utf-8") as file:
        return Corpus(f"dekamer-{year}", source(year), sum(1 for _ in file), is_sampled=False)


def first(records):
    """The first of those of 2017."""
    def make(path):
        with open(source(2017), "rb") as file, open(path, "wb") as out:
            out.writelines(itertools.islice(file, records))

    name = f"dekamer-2017-{records}"
    return Corpus(name, made(f"{name}.jsonl", make), records, is_sampled=True)


def words():
    """The path of a word list: the words of all of those."""
    def make(path):
        with open(source(2017), encoding="utf-8") as file, open(path, "w", encoding="utf-8") as out:
            found = {word for line in file for word in re.findall(r"\b[a-z]{2,}\b", line)}
            out.writelines(f"{word}\n" for word in sorted(found))

    return made("words", make)


def scaled(records):
    """Sentences of the same questions in new orders, 3.2 kB a record."""
    script = f"{SHARED}/tools/scale_corpus.py"
    name = f"scaled-{records}"
    compose = [sys.executable, script, str(records)]
    composed = made(f"{name}.jsonl", lambda path: said([*compose, path]))
    return Corpus(name, composed, records, is_sampled=True)


def made(name, make):
    """The path of a file in the cache, which is made under another name until it is complete."""
    path = f"{CACHE}/{name}"
    if not os.path.exists(path):
        os.makedirs(CACHE, exist_ok=True)
        make(path + ".part")
        os.rename(path + ".part", path)
    return path


def convert(source, path, line):
    with open(source, encoding="utf-8") as file, open(path, "w", encoding="utf-8") as out:
        for record in map(json.loads, file):
            text = " ".join(" ".join(record.get(name) or "" for name in TEXTS).split())
            out.write(line(str(record["doc_id"]), text))


def as_object(name, text):
    return json.dumps({"id": name, "text": text}, ensure_ascii=False) + "\n"


def write_extra(path, word):
    record = {"id": "bijgewerkt", "title": "Een vraag die verandert",
              "question": f"1. Hoe vaak werd dit dossier {word} bijgewerkt?", "answer": "1. Eén keer."}
    with open(path, "w", encoding="utf-8") as file:
        file.write(json.dumps(record, ensure_ascii=False) + "\n")


def queries(count):
    """The path of the three sets of development topics, or of a fixed sample, as plain words."""
    name = "queries.tsv" if count is None else f"queries-{count}.tsv"

    def make(path):
        lines = []
        for topics in ("themes", "answers", "subquestions"):
            with open(f"{SHARED}/eval/{topics}-dev.tsv", encoding="utf-8") as file:
                lines += [line.rstrip("\n").split("\t", 1) for line in file]
        if count is not None:
            lines = random.Random(1).sample(lines, count)
        with open(path, "w", encoding="utf-8") as out:
            out.writelines(f"{topic}\t{plain(text)}\n" for topic, text in lines if plain(text))

    return made(name, make)


def plain(text):
    """Without what Vraagbaak reads as operators and the peers do not, so that all get the same query."""
    words = re.sub(r"[\"“”„()+*|:]", " ", text).split()
    words = [word.lower() if re.match(r"(AND|OR|NOT|NEAR)\b", word) else word.lstrip("-") for word in words]
    return " ".join(word for word in words if re.search(r"\w", word))


def texts(path):
    with open(path, encoding="utf-8") as file:
        return [line.rstrip("\n").split("\t", 1)[1] for line in file]
