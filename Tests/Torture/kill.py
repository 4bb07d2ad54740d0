"""kill -9 at random moments, and before random system calls."""

import random
import subprocess
import time

from common import VRAAGBAAK, Bench, Failure, Tally, check, operations, recovers, run, state_of


def duration(bench, operation):
    index = bench.copy(operation.template)
    start = time.monotonic()
    status, _, errors = run(operation.command(index))
    if status != 0:
        raise Failure(f"{operation.name} fails by itself: {errors.strip()}")
    return time.monotonic() - start


def survives(index, operation, outcomes):
    state = state_of(index, [operation.old, operation.new])
    outcomes["old" if state is operation.old else "new"] += 1
    check(index)
    recovers(index)


def at_a_moment(bench, operation, delay, outcomes):
    index = bench.copy(operation.template)
    process = subprocess.Popen(
        [VRAAGBAAK, *operation.command(index)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(delay)
    process.kill()
    outcomes["in time"] += process.wait() < 0
    survives(index, operation, outcomes)


def before_a_call(bench, operation, call, outcomes):
    index = bench.copy(operation.template)
    status, _, _ = run(operation.command(index), {
        "LD_PRELOAD": bench.faults(), "TORTURE_PATH": index, "TORTURE_CALL": str(call), "TORTURE_ERROR": "-1"})
    outcomes["in time"] += status < 0
    survives(index, operation, outcomes)


def main(trials, dice):
    bench, tally = Bench(), Tally("kill")
    every = operations(bench)
    outcomes = {"old": 0, "new": 0, "in time": 0}
    times = {operation.name: duration(bench, operation) for operation in every}
    calls = {operation.name: bench.calls_of(operation) for operation in every}
    for number in range(trials):
        operation = every[number % len(every)]
        if number // len(every) % 2:
            call = dice.randint(1, calls[operation.name])
            tally.trial(f"{operation.name} before call {call}", lambda: before_a_call(bench, operation, call, outcomes))
        else:
            delay = dice.uniform(0, times[operation.name] * 1.1)
            tally.trial(f"{operation.name} after {delay:.4f} s", lambda: at_a_moment(bench, operation, delay, outcomes))
    bench.close()
    tally.report(f"{trials} kills of {', '.join(o.name for o in every)}, {outcomes['in time']} before the command ended: "
                 f"{outcomes['old']} left the old state, {outcomes['new']} the new")
    return tally
