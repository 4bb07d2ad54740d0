"""Measures and prints; see script/bench."""

import argparse
import datetime
import json
import os
import platform
import sys

import corpora
import documents
import engines
import guard
import measures
import phrases
import report
from processes import Failure

CORES = 2


def machine():
    with open("/proc/cpuinfo", encoding="utf-8") as file:
        models = [line.split(":", 1)[1].strip() for line in file if line.startswith("model name")]
    return f"{len(os.sched_getaffinity(0))} cores of {models[0] if models else platform.machine()}"


def circumstances(arguments):
    return (f"{datetime.date.today()}, {machine()}, load {os.getloadavg()[1]:.1f}, "
            f"medians of {arguments.repeat}.")


def figures(corpus, ours, peer, others, repeat):
    def say(what):
        print(f"{corpus.name}: {what}", file=sys.stderr, flush=True)

    say("building")
    found = measures.building(corpus, ours, peer, others, 1 if corpus.is_large else repeat)
    say("searching")
    search = measures.searching(corpus, ours, peer, others, repeat)
    for name, each in search.pop("engines").items():
        found["engines"][name].update(each)
    found.update(search)
    found["memory MB"] = found.pop("memory") / 1e6
    found["shell"] = measures.shell(corpus, ours)
    found.update(measures.throughput(corpus, ours, repeat))
    say("updating")
    found["update"] = measures.updating(corpus, ours, repeat)
    return found


def full(arguments):
    ours, peer, others = engines.vraagbaak(), engines.xapian(), engines.others()
    every = [corpora.chamber(2017), *(corpora.scaled(records) for records in arguments.records)]
    results = [(corpus, figures(corpus, ours, peer, others, arguments.repeat)) for corpus in every]
    if len(arguments.records) > 1:
        # Of real and composed text the rates differ anyway.
        small, large = results[1][1]["engines"]["vraagbaak"], results[-1][1]["engines"]["vraagbaak"]
        results[-1][1]["fall %"] = 100 * (1 - large["rate"] / small["rate"])
    found = phrases_found(ours, peer, arguments.repeat)
    print(f"{circumstances(arguments)} "
          "Beside a ratio stand Vraagbaak's figure and the other's; ✓: the aim is reached, ✗: even the least is missed. "
          "Memory, warm search, shell, growth and update are judged on 100,000 records alone.\n")
    print(report.targets(results), report.phrases(found), report.comparison(results), sep="\n\n")
    if arguments.json:
        figures_of = {corpus.name: {"bytes": corpus.bytes, **each} for corpus, each in results}
        figures_of["phrases"] = {corpus.name: each for corpus, each in found}
        with open(arguments.json, "w", encoding="utf-8") as file:
            json.dump(figures_of, file, indent=2)


def phrases_found(ours, peer, repeat):
    print("phrases", file=sys.stderr, flush=True)
    years = [corpora.chamber(year) for year in corpora.YEARS]
    return [(corpus, phrases.measure(corpus, ours, peer, repeat)) for corpus in years]


def only_phrases(arguments):
    found = phrases_found(engines.vraagbaak(), engines.xapian(), arguments.repeat)
    print(circumstances(arguments), report.phrases(found), sep="\n\n")


def numbers(text):
    return sorted(int(number) for number in text.split(","))


def main():
    parser = argparse.ArgumentParser(prog="script/bench")
    parser.add_argument("--records", type=numbers, default=[10_000, 100_000], help="sizes of composed corpora")
    parser.add_argument("--repeat", type=int, default=5)
    parser.add_argument("--json", metavar="FILE")
    parser.add_argument("--phrases", action="store_true", help="the table of phrases alone")
    parser.add_argument("--documents", action="store_true", help="the table of PDF, Word and other files alone")
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--save", action="store_true", help="with --quick: what later runs are compared with")
    arguments = parser.parse_args()
    # On larger machines too; a peer with one thread uses one of them.
    os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:CORES])
    if arguments.quick:
        return guard.save() if arguments.save else guard.check()
    if arguments.documents:
        return print(documents.table())
    return only_phrases(arguments) if arguments.phrases else full(arguments)


try:
    sys.exit(main())
except (Failure, OSError) as failure:
    sys.exit(f"bench: {failure}")
