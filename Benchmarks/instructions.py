"""Instructions of a program, which other work on the machine and the speed of its processor leave
as they are."""

import os
import re
import shutil

from corpora import CACHE
from processes import Failure, Run, said

# What a processor is able to do chooses among several versions of code in the C library and of the
# hash function: the counts of one build differ by 6 %. Here all processors get the oldest.
FEATURES = ("AVX", "AVX2", "AVX2_Usable", "AVX_Fast_Unaligned_Load", "BMI1", "BMI2", "ERMS",
            "FSRM", "Fast_Copy_Backward", "Fast_Unaligned_Copy", "LZCNT", "MOVBE", "SSE4_1",
            "SSE4_2", "SSSE3")
STEADY = {
    "GLIBC_TUNABLES": ":".join([
        "glibc.cpu.hwcaps=" + ",".join("-" + name for name in FEATURES),
        # Which thread gets the work is chance, and another one's memory is managed otherwise.
        "glibc.malloc.arena_max=1",
    ]),
    # AVX; SHA and AVX2.
    "OPENSSL_ia32cap": "~0x1000000000000000:~0x20000020",
    # Otherwise the order of a dictionary is drawn by lot at every start.
    "SWIFT_DETERMINISTIC_HASHING": "1",
}


def stripped(program):
    """The path of a copy without debugging information, whose form valgrind may not know."""
    copy = f"{CACHE}/{os.path.basename(program)}.stripped"
    if said(["strip", "-o", copy, program]) is None:
        raise Failure(f"{program} cannot be stripped")
    return copy


def counted(arguments):
    """How many instructions a program executes, in all of its threads."""
    # Of valgrind's counters this is the quickest: callgrind, which follows calls too, takes 3.5
    # times as long.
    command = [shutil.which("valgrind") or "valgrind", "--tool=cachegrind", "--cache-sim=no",
               "--cachegrind-out-file=/dev/null", *arguments]
    run = Run(command, environment={**os.environ, **STEADY})
    found = re.search(r"I\s+refs:\s+([0-9,]+)", run.output)
    if not found:
        raise Failure(f"no count in: {run.output[-400:].strip()}")
    return int(found[1].replace(",", ""))
