"""System calls that fail."""

import errno

from common import Bench, Failure, Tally, check, is_clear, is_crash, operations, recovers, run, state_of
from power import Disk, changes, materialize

# What a call returns, and whether all calls after it do so too. 0: only half is written.
FAULTS = ((errno.EIO, False), (errno.EIO, True), (errno.ENOSPC, False), (errno.ENOSPC, True), (errno.EINTR, False),
          (0, False))


def with_fault(bench, operation, call, code, is_lasting):
    index, log = bench.copy(operation.template), f"{bench.directory}/log"
    disk = Disk(index)
    status, _, errors = run(operation.command(index), {
        "LD_PRELOAD": bench.faults(), "TORTURE_PATH": index, "TORTURE_CALL": str(call), "TORTURE_LOG": log,
        "TORTURE_ERROR": str(code), "TORTURE_ALL": str(int(is_lasting)), "TORTURE_SIGNALS": "1"})
    if is_crash(status):
        raise Failure(f"crashes with {status}: {errors.strip()[:200]}")
    state = state_of(index, [operation.old, operation.new])
    if status != 0 and not is_clear(errors):
        raise Failure(f"not one clear line: {errors.strip()[:200]!r}")
    if status == 0 and state is not operation.new:
        raise Failure("says that it succeeded, and did not")
    check(index)
    recovers(index)
    if status == 0:
        # It has to be on the disk as well: success is also what power cannot take away.
        for change in changes(log):
            disk.apply(*change)
        materialize(disk.durable(), index)
        try:
            state_of(index, [operation.new])
        except Failure as failure:
            raise Failure(f"says that it succeeded, but did not sync: {failure}") from None
    return status


def main(trials, dice):
    """`trials`: None for every call."""
    bench, tally = Bench(), Tally("syscalls")
    cases = [(operation, call, *fault) for operation in operations(bench)
             for call in range(1, bench.calls_of(operation) + 1) for fault in FAULTS]
    chosen = cases if trials is None else dice.sample(cases, min(trials, len(cases)))
    refused = 0
    for operation, call, code, is_lasting in chosen:
        def trial():
            nonlocal refused
            refused += with_fault(bench, operation, call, code, is_lasting) != 0

        name = errno.errorcode.get(code, "half written")
        tally.trial(f"{operation.name}, call {call}{' and all after it' if is_lasting else ''}: {name}", trial)
    bench.close()
    tally.report(f"{len(chosen)} failing calls of {len(cases)}, {refused} made the command refuse")
    return tally
