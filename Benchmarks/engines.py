"""Vraagbaak and its peers, each as the commands that build an index and search it."""

import os
import sys

from corpora import CACHE, SHARED, made
from processes import Failure, Run, fresh, said, size

VRAAGBAAK = os.environ["VRAAGBAAK"]
SEARCH_BENCHMARK = os.environ["SEARCH_BENCHMARK"]


class Engine:
    """`index(corpus, place)` and `query(place, queries, repeats)` give command lines; the latter's
    program prints p50_us and p99_us of its last repeat."""

    def __init__(self, name, index, query):
        self.name, self.index, self.query = name, index, query

    def build(self, corpus):
        place = corpus.place(self.name)
        fresh(place)
        return Run(self.index(corpus, place))

    def search(self, corpus, repeats=2):
        """Microseconds of the median and the 99th percentile; of two repeats the first warms up."""
        run = Run(self.query(corpus.place(self.name), corpus.queries, repeats))
        return run.figure("p50_us"), run.figure("p99_us")

    def size(self, corpus):
        return size(corpus.place(self.name))


def vraagbaak():
    return Engine(
        "vraagbaak",
        lambda corpus, place: [VRAAGBAAK, "index", "--quiet", "--index", place, corpus.source, corpus.extra],
        lambda place, queries, repeats: [SEARCH_BENCHMARK, place, queries, str(repeats)])


def xapian():
    """Stock Xapian on one core, by its own TermGenerator and QueryParser."""
    def make(path):
        if said(["g++", "-O2", "-o", path, f"{SHARED}/peers/xbench.cc", "-lxapian"]) is None:
            raise Failure("stock Xapian's program does not compile")

    program = made("xbench", make)
    return Engine(
        "xapian",
        lambda corpus, place: [program, "index", corpus.lines, place, "dutch"],
        lambda place, queries, repeats: [program, "search", place, queries, "10", "/dev/null", "dutch", str(repeats)])


def others():
    """tantivy and SQLite FTS5; none where Python's packages for them cannot be had."""
    python = f"{CACHE}/venv/bin/python"
    if said([python, "-c", "import tantivy, orjson"]) is None:
        said([sys.executable, "-m", "venv", f"{CACHE}/venv"])
        said([python, "-m", "pip", "install", "--quiet", "tantivy", "orjson"])
    if said([python, "-c", "import tantivy, orjson"]) is None:
        return []
    return [
        Engine(
            "tantivy",
            lambda corpus, place: [python, f"{SHARED}/peers/tbench.py", "index", corpus.objects, place, "2"],
            lambda place, queries, repeats: [
                python, f"{SHARED}/peers/tbench.py", "search", place, queries, "10", "/dev/null", str(repeats)]),
        Engine(
            "fts5",
            lambda corpus, place: [python, f"{SHARED}/peers/fbench.py", "index", corpus.objects, place],
            lambda place, queries, repeats: [
                python, f"{SHARED}/peers/fbench.py", "search", place, queries, "10", "/dev/null", str(repeats)]),
    ]
