"""--quick: ratios of a small corpus against those stored."""

import json

import corpora
import engines
import measures
from report import table

BASELINE = f"{corpora.ROOT}/Benchmarks/baseline.json"
TOLERANCE = 0.25
# Each with whether more is better. Building by its time on processors: how many of them are free is
# the machine's affair.
GUARDED = {"work": True, "size": False, "size without lexicon": False, "p50": False}


def measure(repeat):
    corpus, ours, peer = corpora.real(is_sampled=True), engines.vraagbaak(), engines.xapian()
    figures = {**measures.building(corpus, ours, peer, [], repeat),
               **measures.searching(corpus, ours, peer, [], repeat)}
    return {name: round(figures[name], 3) for name in GUARDED}


def worse(figures, baseline):
    """The names of what is worse by more than the tolerance."""
    return {name for name, is_rate in GUARDED.items()
            if (figures[name] < baseline[name] * (1 - TOLERANCE) if is_rate
                else figures[name] > baseline[name] * (1 + TOLERANCE))}


def save(repeat):
    figures = measure(repeat)
    with open(BASELINE, "w", encoding="utf-8") as file:
        file.write(json.dumps(figures, indent=2) + "\n")
    print(f"bench: saved {figures}")


def check(repeat):
    """The exit status. One noisy moment is no fall: what is worse has to be so in a second run."""
    with open(BASELINE, encoding="utf-8") as file:
        baseline = json.load(file)
    figures = measure(repeat)
    fallen = worse(figures, baseline)
    if fallen:
        print(f"bench: worse in {', '.join(sorted(fallen))}; measuring again", flush=True)
        again = measure(repeat)
        fallen &= worse(again, baseline)
        figures = again
    print(table(["ratio", "baseline", "now"],
                [[name, f"{baseline[name]:.2f} ×", f"{figures[name]:.2f} ×"] for name in GUARDED]))
    for name in sorted(fallen):
        print(f"bench: {name} is {figures[name]:.2f} ×, more than {TOLERANCE:.0%} worse than the baseline's "
              f"{baseline[name]:.2f} ×")
    return 1 if fallen else 0
