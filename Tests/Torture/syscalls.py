"""System calls that fail."""

import errno

from common import Bench, Failure, Tally, check, is_crash, operations, recovers, run, state_of


def calls_of(bench, operation):
    """How many calls the command makes that change files of the index."""
    index = bench.copy(operation.template)
    count = f"{bench.directory}/aantal"
    run(operation.command(index), {
        "LD_PRELOAD": bench.faults(), "TORTURE_PATH": index, "TORTURE_CALL": "0", "TORTURE_COUNT": count})
    with open(count, encoding="utf-8") as file:
        return int(file.read())


def with_fault(bench, operation, call, code, is_lasting):
    index = bench.copy(operation.template)
    status, _, errors = run(operation.command(index), {
        "LD_PRELOAD": bench.faults(), "TORTURE_PATH": index, "TORTURE_CALL": str(call),
        "TORTURE_ERROR": str(code), "TORTURE_ALL": "1" if is_lasting else "0"})
    if is_crash(status):
        raise Failure(f"crashes with {status}: {errors.strip()[:200]}")
    if status == 0:
        if state_of(index, [operation.old, operation.new]) is not operation.new:
            raise Failure("says that it succeeded, and did not")
    else:
        state_of(index, [operation.old, operation.new])
    check(index)
    recovers(index)
    return status


def main(trials, dice):
    """`trials`: None for every call."""
    bench, tally = Bench(), Tally("syscalls")
    cases = []
    for operation in operations(bench):
        for call in range(1, calls_of(bench, operation) + 1):
            for code, is_lasting in ((errno.EIO, False), (errno.ENOSPC, True), (errno.EINTR, False)):
                cases.append((operation, call, code, is_lasting))
    chosen = cases if trials is None else dice.sample(cases, min(trials, len(cases)))
    refused = 0
    for operation, call, code, is_lasting in chosen:
        def trial():
            nonlocal refused
            refused += with_fault(bench, operation, call, code, is_lasting) != 0

        name = f"{operation.name}, call {call}: {errno.errorcode[code]}"
        tally.trial(name, trial)
    bench.close()
    tally.report(f"{len(chosen)} failing calls of {len(cases)}, {refused} made the command refuse")
    return tally
