"""Bits that flip and files that end early."""

import os
import re
import signal
from collections import Counter

from common import NEW, Bench, Failure, Tally, expect, is_crash, run, state_of

LIMIT = 20
READS = [["search", "*", "--limit", "1000", "--format", "trec"], ["search", "inburgering wet* \"wetgeving verblijf\""],
         ["show", "d7"], ["info"], ["analyze", "inburgeringswetgeving"], ["similar", "d7"]]
# What the compiler put in to stop the program where its own rules are broken.
TRAPS = (-signal.SIGILL, -signal.SIGTRAP)
# What the C library says when it finds the heap broken, and ends the process; Swift says "Fatal error".
HEAP = re.compile(r"^(free|malloc\w*|realloc|munmap_chunk|sysmalloc)\(?\)?: |^corrupted |^double free ", re.MULTILINE)


def is_of_the_engine(status, errors):
    """Whether a crash that the command cannot turn into an error is the engine's, and no rule of its own."""
    return status == -signal.SIGFPE or (status == -signal.SIGABRT and HEAP.search(errors) is not None)


def files(directory):
    found = [os.path.join(place, name) for place, _, names in os.walk(directory) for name in names]
    return sorted(path for path in found if os.path.getsize(path) > 0)


def damage(path, dice):
    size = os.path.getsize(path)
    if dice.random() < 0.2:
        length = dice.randrange(size)
        os.truncate(path, length)
        return f"cut to {length} bytes"
    place, bit = dice.randrange(size), 1 << dice.randrange(8)
    with open(path, "r+b") as file:
        file.seek(place)
        byte = file.read(1)[0]
        file.seek(place)
        file.write(bytes([byte ^ bit]))
    return f"bit {bit} of byte {place}"


class Damaged:
    """Runs commands on a damaged index and counts how they end."""

    def __init__(self, bench, index, counts):
        self.bench, self.index, self.counts = bench, index, counts

    def run(self, arguments):
        command = [*arguments, "--index", self.index]
        ended = run(command, self.bench.seeing_crashes(), timeout=LIMIT)
        if ended[0] in TRAPS:
            raise Failure(f"{arguments[0]} breaks its own rules: {signal.Signals(-ended[0]).name}")
        if is_crash(ended[0]):
            self.counts[f"{arguments[0]} {signal.Signals(-ended[0]).name}"] += 1
            # Without our eyes on it, it has to end with a line, where it can.
            ended = run(command, timeout=LIMIT)
        if is_crash(ended[0]):
            if is_of_the_engine(ended[0], ended[2]):
                return ended
            raise Failure(f"{arguments[0]} crashes with {ended[0]}: {ended[2].strip()[:200]!r}")
        if ended[0] == 3 and not ended[2].strip().split("\n")[-1].startswith("vraagbaak: "):
            raise Failure(f"{arguments[0]} does not say why: {ended[2].strip()[:200]!r}")
        return ended

    def reads(self, intact):
        """Whether some answer is another than that of the intact index, without an error."""
        is_wrong = False
        for arguments, right in zip(READS, intact):
            status, output, _ = self.run(arguments)
            if status not in (0, 1):
                self.counts["refused"] += 1
            elif (status, output) == right:
                self.counts["right"] += 1
            else:
                self.counts["wrong"] += 1
                is_wrong = True
        return is_wrong


def main(trials, dice):
    bench, tally, counts = Bench(), Tally("flips"), Counter()
    intact = [run([*arguments, "--index", bench.copy(bench.template)])[:2] for arguments in READS]
    for _ in range(trials):
        index = bench.copy(bench.template)
        path = dice.choice(files(index))
        what = damage(path, dice)

        def trial():
            damaged = Damaged(bench, index, counts)
            is_wrong = damaged.reads(intact)
            is_found = damaged.run(["check"])[0] == 3
            counts["files with wrong answers"] += is_wrong
            counts["of them found"] += is_wrong and is_found
            damaged.run(["update", "--quiet", "--time-limit", "10"])
            # Whatever is damaged, the sources make it new.
            expect(["index", "--quiet", "--word-list", "/dev/null", bench.sources, "--index", index])
            state_of(index, [NEW])

        tally.trial(f"{os.path.relpath(path, index)}, {what}", trial)
    bench.close()
    stopped = ", ".join(f"{name} {count}" for name, count in sorted(counts.items()) if "SIG" in name) or "none"
    tally.report(f"{trials} damaged files, {len(READS)} answers each: {counts['right']} right, {counts['refused']} refused, "
                 f"{counts['wrong']} wrong without an error, from {counts['files with wrong answers']} files, of which "
                 f"check finds {counts['of them found']}; stopped inside the engine: {stopped}")
    return tally
