"""--quick: instructions and sizes against those stored."""

import glob
import hashlib
import json
import os
import platform
import re
from concurrent.futures import ThreadPoolExecutor

import corpora
from engines import SEARCH_BENCHMARK, VRAAGBAAK
from instructions import counted, stripped
from processes import fresh, said, size
from report import table

BASELINE = f"{corpora.ROOT}/Benchmarks/baseline.json"
TOLERANCE = 0.02
# One batch of a build: which worker gets which of several is chance.
RECORDS = 1_000


def measure():
    """Instructions of a build and of the second pass of searches; bytes of the index."""
    corpus, cores = corpora.first(RECORDS), sorted(os.sched_getaffinity(0))
    place, program = corpus.place("counted"), stripped(SEARCH_BENCHMARK)
    fresh(place)
    # With its own word list, so that the machine's makes no difference.
    build = [stripped(VRAAGBAAK), "index", "--quiet", "--word-list", corpora.words(),
             "--index", place, corpus.source]
    searches = [[program, place, corpus.queries], [program, "--facets", place, corpora.MIXED]]
    # A count has one core: for more of them a build starts more threads, which is some work too.
    with ThreadPoolExecutor(len(cores), initializer=lambda: take(cores)) as pool:
        building = pool.submit(counted, build).result()
        # The longer first.
        twice, once = [[pool.submit(counted, [*search, passes]) for search in searches]
                       for passes in ("2", "1")]
        warm, mixed = (two.result() - one.result() for two, one in zip(twice, once))
    lexicon = sum(size(path) for path in glob.glob(f"{place}/generation-*/lexicon"))
    return {"building": building, "warm search": warm, "mixed search with facets": mixed,
            "index": size(place), "index without lexicon": size(place) - lexicon}


def take(cores):
    """Gives this thread, and the programs that it starts, one of the cores."""
    os.sched_setaffinity(0, {cores.pop()})


def circumstances():
    """What may change a count though Vraagbaak has not changed."""
    with open("/usr/include/xapian/version.h", encoding="utf-8") as file:
        xapian = re.search(r'XAPIAN_VERSION "(.+)"', file.read())
    swift = re.search(r"Swift version (\S+)", said(["swift", "--version"]) or "")
    corpus, inputs = corpora.first(RECORDS), hashlib.sha256()
    for path in (corpus.source, corpora.words(), corpus.queries, corpora.MIXED):
        with open(path, "rb") as file:
            inputs.update(file.read())
    return {"architecture": platform.machine(), "C library": platform.libc_ver()[1],
            "Swift": swift and swift[1], "Xapian": xapian and xapian[1],
            "inputs": inputs.hexdigest()[:12]}


def save():
    figures = measure()
    with open(BASELINE, "w", encoding="utf-8") as file:
        json.dump({"figures": figures, "made with": circumstances()}, file, indent=2)
        file.write("\n")
    print(f"bench: saved {figures}")


def check():
    """The exit status."""
    with open(BASELINE, encoding="utf-8") as file:
        stored = json.load(file)
    baseline, figures = stored["figures"], measure()
    change = {name: figures[name] / baseline[name] - 1 for name in baseline}
    print(table(["instructions, bytes", "baseline", "now", "change"],
                [[name, f"{baseline[name]:,}", f"{figures[name]:,}", f"{change[name]:+.2%}"]
                 for name in baseline]))
    worse = [name for name in baseline if change[name] > TOLERANCE]
    better = [name for name in baseline if change[name] < -TOLERANCE]
    for name in worse:
        print(f"bench: {name} is {change[name]:.1%} above the baseline, more than {TOLERANCE:.0%}")
    for name in better:
        print(f"bench: {name} is {-change[name]:.1%} below the baseline: --save keeps it there")
    if worse or better:
        now = circumstances()
        for name, then in stored["made with"].items():
            if now[name] != then:
                print(f"bench: the baseline is of {name} {then}, this run of {now[name]}")
    return 1 if worse else 0
