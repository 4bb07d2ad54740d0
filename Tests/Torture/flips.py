"""Bits that flip and files that end early."""

import os

from common import OLD, Bench, Failure, Tally, is_crash, run

LIMIT = 20


def files(directory):
    found = [os.path.join(place, name) for place, _, names in os.walk(directory) for name in names]
    return sorted(path for path in found if os.path.getsize(path) > 0)


def damage(path, dice):
    size = os.path.getsize(path)
    if dice.random() < 0.2:
        os.truncate(path, dice.randrange(size))
        return "cut"
    place, bit = dice.randrange(size), 1 << dice.randrange(8)
    with open(path, "r+b") as file:
        file.seek(place)
        byte = file.read(1)[0]
        file.seek(place)
        file.write(bytes([byte ^ bit]))
    return f"bit {bit} of byte {place}"


def commands(sources):
    return [["search", "*", "--limit", "1000", "--format", "trec"], ["search", "inburgering wet* \"wetgeving verblijf\""],
            ["show", "d7"], ["info"], ["analyze", "inburgeringswetgeving"], ["similar", "d7"], ["check"],
            ["update", "--quiet", "--time-limit", "10"], ["index", "--quiet", "--word-list", "/dev/null", sources]]


def main(trials, dice):
    bench, tally = Bench(), Tally("flips")
    counts = {"right": 0, "refused": 0, "wrong": 0, "stopped": 0}
    for _ in range(trials):
        index = bench.copy(bench.template)
        path = dice.choice(files(index))
        what = damage(path, dice)

        def trial():
            for arguments in commands(bench.sources):
                status, output, errors = run([*arguments, "--index", index], timeout=LIMIT)
                counts["stopped"] += "stopped inside the search engine" in errors or "gave up" in errors
                if is_crash(status):
                    raise Failure(f"{arguments[0]} crashes with {status}")
                if arguments[:2] == ["search", "*"]:
                    ids = frozenset(line.split()[2] for line in output.splitlines())
                    is_right = ids == frozenset(f"d{number}" for number in OLD.ids)
                    counts["refused" if status > 1 else "right" if is_right else "wrong"] += 1

        tally.trial(f"{os.path.relpath(path, index)}, {what}", trial)
    bench.close()
    tally.report(f"{trials} damaged files: answers {counts['right']} right, {counts['refused']} refused, "
                 f"{counts['wrong']} wrong without an error; {counts['stopped']} commands stopped inside the engine")
    return tally
