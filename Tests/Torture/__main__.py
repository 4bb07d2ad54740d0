"""Runs the parts; see script/torture."""

import argparse
import random
import sys

import alerts
import documents
import flips
import full
import kill
import power
import readers
import sanitizers
import syscalls

# How much of each: in short, and in full.
PARTS = {
    "kill": (kill.main, 40, 300),
    "power": (power.main, 40, None),
    "full": (full.main, 12, 100),
    "syscalls": (syscalls.main, 60, 2000),
    "flips": (flips.main, 40, 1000),
    "readers": (readers.main, 20, 600),
    "alerts": (alerts.main, 5, 31),
    "documents": (documents.main, 250, 5000),
    "sanitizers": (sanitizers.main, 0, 1),
}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--short", action="store_true")
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(1 << 30))
    parser.add_argument("parts", nargs="*", choices=[[], *PARTS], default=[])
    arguments = parser.parse_args()
    print(f"seed {arguments.seed}", flush=True)
    passed = failed = 0
    for name in arguments.parts or PARTS:
        part, short, long = PARTS[name]
        tally = part(short if arguments.short else long, random.Random(f"{arguments.seed} {name}"))
        passed += tally.passed
        failed += tally.failed
    print(f"torture: {passed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


main()
