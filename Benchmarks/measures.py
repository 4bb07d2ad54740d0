"""What is measured. Programs that are compared run in turn, so that a slow moment meets all of them."""

import glob
from statistics import median

from corpora import MIXED, texts, write_extra
from engines import SEARCH_BENCHMARK, VRAAGBAAK
from processes import Failure, Run, size

# Of a run with one thread, so that opening the index does not count.
THROUGHPUT_SECONDS = 3


def ratio(ours, theirs):
    """The median of the ratios of neighbours in time."""
    return median(mine / other for mine, other in zip(ours, theirs))


def building(corpus, ours, peer, others, repeat):
    """Megabytes of JSON Lines in a second, for everyone; greatest memory; size against the source."""
    engines, runs = [ours, peer], {ours.name: [], peer.name: []}
    for _ in range(repeat):
        for engine in engines:
            runs[engine.name].append(engine.build(corpus))
    for engine in others:
        runs[engine.name] = [engine.build(corpus)]
        engines.append(engine)
    seconds = {name: [run.seconds for run in each] for name, each in runs.items()}
    whole = ours.size(corpus)
    lexicon = sum(size(path) for path in glob.glob(f"{corpus.place(ours.name)}/generation-*/lexicon"))
    return {
        "building": ratio(seconds[peer.name], seconds[ours.name]),
        "work": ratio([run.work for run in runs[peer.name]], [run.work for run in runs[ours.name]]),
        "size": whole / corpus.bytes,
        "size without lexicon": (whole - lexicon) / corpus.bytes,
        "memory": median(run.peak for run in runs[ours.name]),
        "engines": {engine.name: {
            "rate": corpus.bytes / 1e6 / median(seconds[engine.name]),
            "size": engine.size(corpus) / corpus.bytes,
            "memory": median(run.peak for run in runs[engine.name])} for engine in engines},
    }


def searching(corpus, ours, peer, others, repeat):
    """Latencies in warm processes, top ten."""
    pairs = [(ours.search(corpus), peer.search(corpus)) for _ in range(repeat)]
    found = {ours.name: [mine for mine, _ in pairs], peer.name: [other for _, other in pairs]}
    for engine in others:
        # Words joined by OR make FTS5 read nearly all: once has to do.
        found[engine.name] = [engine.search(corpus, 1 if engine.name == "fts5" else 2)]
    p50, p99 = ({name: [each[at] for each in every] for name, every in found.items()} for at in (0, 1))
    return {
        "p50": ratio(p50[ours.name], p50[peer.name]),
        "p99": ratio(p99[ours.name], p99[peer.name]),
        "engines": {name: {"p50": median(p50[name]), "p99": median(p99[name])} for name in found},
    }


def shell(corpus, ours):
    """Milliseconds of `vraagbaak search` from start to end, over short mixed and plain queries."""
    plain = texts(corpus.queries)
    mixed = texts(MIXED)
    queries = [query for pair in zip(mixed, plain[::len(plain) // len(mixed)]) for query in pair]
    times = []
    for query in [*queries[:3], *queries]:
        # Status 1: no results.
        run = Run([VRAAGBAAK, "search", "--index", corpus.place(ours.name), "--", query], accepted=(0, 1))
        times.append(run.seconds * 1e3)
    return median(times[3:])


def throughput(corpus, ours, repeat):
    """Mixed queries with facets in a second, on one thread and on two."""
    def rate(threads, repeats):
        place = corpus.place(ours.name)
        run = Run([SEARCH_BENCHMARK, "--facets", place, MIXED, str(repeats), str(threads)])
        if run.figure("n") != len(texts(MIXED)):
            raise Failure("some mixed queries do not parse")
        return run.figure("per_second")

    passes = max(1, round(rate(1, 1) * THROUGHPUT_SECONDS / len(texts(MIXED))))
    pairs = [(rate(1, passes), rate(2, passes)) for _ in range(repeat)]
    return {"throughput": ratio([two for _, two in pairs], [one for one, _ in pairs]),
            "per second": [median(one for one, _ in pairs), median(two for _, two in pairs)]}


def updating(corpus, ours, repeat):
    """Milliseconds of `vraagbaak update` after one record has changed, all sources looked at."""
    place, times = corpus.place(ours.name), []
    for number in range(repeat):
        word = f"herzienzonderweerga{'abcdefghijklmnopqrstuvwxyz'[number % 26]}{number}"
        find = [VRAAGBAAK, "search", "--index", place, "--format", "trec", word]
        Run(find, accepted=(1,))
        write_extra(corpus.extra, word)
        times.append(Run([VRAAGBAAK, "update", "--quiet", "--index", place]).seconds * 1e3)
        if " bijgewerkt " not in Run(find).output:
            raise Failure("an update is not searchable")
    write_extra(corpus.extra, "onveranderd")
    return median(times)
