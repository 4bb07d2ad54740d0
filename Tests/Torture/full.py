"""A disk that is full at different levels."""

import os
import subprocess

from common import Bench, Failure, Tally, check, expect, is_clear, is_crash, operations, run, state_of


def size_of(directory):
    total = 0
    for place, _, names in os.walk(directory):
        total += sum(os.stat(os.path.join(place, name)).st_blocks * 512 for name in names) + 4096
    return total


def mount(directory, size):
    os.makedirs(directory, exist_ok=True)
    options = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", directory]
    return subprocess.run(options, capture_output=True).returncode == 0


def on_a_full_disk(disk, operation, room):
    subprocess.run(["cp", "-r", operation.template, f"{disk}/index"], check=True)
    index = f"{disk}/index"
    used = size_of(disk)
    subprocess.run(["mount", "-o", f"remount,size={used + room}", disk], check=True)
    status, _, errors = run(operation.command(index))
    if is_crash(status):
        raise Failure(f"crashes with {status}")
    if status != 0 and not is_clear(errors):
        raise Failure(f"not one clear line: {errors.strip()[:200]!r}")
    state = state_of(index, [operation.new] if status == 0 else [operation.old, operation.new])
    subprocess.run(["mount", "-o", f"remount,size={used + (256 << 20)}", disk], check=True)
    check(index)
    expect(operation.command(index) if state is operation.old else ["info", "--index", index])
    state_of(index, [operation.new])
    return status


def main(trials, dice):
    bench, tally = Bench(), Tally("full")
    disk = f"{bench.directory}/schijf"
    if not mount(disk, 256 << 20):
        print("full: skipped, no file system can be mounted here", flush=True)
        return tally
    subprocess.run(["umount", disk], check=True)
    every = operations(bench)
    refused = 0
    for number in range(trials):
        operation = every[number % len(every)]
        # Those that change little fail only where hardly a block is left.
        room = 4096 * int(2 ** dice.uniform(-1, 7 if operation.name in ("remove", "rollback") else 11.5))

        def trial():
            nonlocal refused
            mount(disk, 256 << 20)
            try:
                refused += on_a_full_disk(disk, operation, room) != 0
            finally:
                subprocess.run(["umount", disk], check=True)

        tally.trial(f"{operation.name} with {room} bytes of room", trial)
    bench.close()
    tally.report(f"{trials} levels, {refused} refused for lack of room")
    return tally
