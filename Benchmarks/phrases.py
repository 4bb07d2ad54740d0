"""Phrases of frequent words, beside stock Xapian with its own positions."""

import json
from statistics import median

from corpora import CACHE, ROOT
from engines import VRAAGBAAK
from measures import ratio
from processes import Failure, Run, said

PHRASES = ("in het kader van", "de minister van", "van de")
# Of one phrase in one process.
REPEATS = 21
# Vraagbaak finds other forms of a word too, as in "de ministers van": that many more documents may
# match. With a larger difference the two have not searched for the same.
DIFFERENCE = 0.2


def measure(corpus, ours, peer, repeat):
    """For each phrase the ratio of warm searches, and both medians in microseconds."""
    program, source = f"{CACHE}/stock_phrase", f"{ROOT}/Benchmarks/stock_phrase.cc"
    if said(["g++", "-O2", "-o", program, source, "-lxapian"]) is None:
        raise Failure("stock_phrase.cc does not compile")
    for engine in (ours, peer):
        engine.build(corpus)

    def stock(phrase):
        return Run([program, corpus.place(peer.name), str(REPEATS), *phrase.split()])

    found = {}
    for phrase in PHRASES:
        queries = f"{CACHE}/phrase.tsv"
        with open(queries, "w", encoding="utf-8") as file:
            file.write(f'zin\t"{phrase}"\n' * REPEATS)
        check(phrase, matches(corpus, ours, phrase), stock(phrase).figure("matches"))
        pairs = [(Run(ours.query(corpus.place(ours.name), queries, 2)).figure("p50_us"),
                  stock(phrase).figure("p50_us")) for _ in range(repeat)]
        mine, theirs = zip(*pairs)
        found[phrase] = {"ratio": ratio(mine, theirs),
                         ours.name: median(mine), peer.name: median(theirs)}
    return found


def matches(corpus, ours, phrase):
    found = Run([VRAAGBAAK, "search", "--index", corpus.place(ours.name), "--format", "json",
                 "--limit", "1", "--", f'"{phrase}"'])
    return json.loads(found.output)["total"]["count"]


def check(phrase, mine, theirs):
    if abs(mine - theirs) > DIFFERENCE * theirs:
        raise Failure(f'Vraagbaak finds "{phrase}" in {mine} documents, the other in {theirs:.0f}')
