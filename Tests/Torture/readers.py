"""Many readers beside one writer."""

import os
import subprocess
import threading
import time

from common import NEW, OLD, VRAAGBAAK, Bench, Failure, Tally, expect, found, write, write_sources

READERS = 8


def memory(process):
    """Resident megabytes and open files of a process."""
    with open(f"/proc/{process}/statm", encoding="utf-8") as file:
        pages = int(file.read().split()[1])
    return pages * 4096 / 1e6, len(os.listdir(f"/proc/{process}/fd"))


def whole(ids):
    if ids not in (OLD.ids, NEW.ids):
        raise Failure(f"a mix of {len(ids)} documents")


def main(seconds, _):
    bench, tally = Bench(), Tally("readers")
    index = bench.copy(bench.template)
    end = time.monotonic() + seconds
    searches, writes, lines = [0] * READERS, 0, 0

    def read(number):
        while time.monotonic() < end:
            def trial():
                whole(found(index, "*"))
            tally.trial(f"reader {number}", trial)
            searches[number] += 1

    # One process that stays: each topic is a search of its own.
    topics = f"{bench.directory}/vragen.tsv"
    write(topics, "".join(f"{number}\t{OLD.word} {NEW.word}\n" for number in range(int(seconds * 3000))))
    complaints = open(f"{bench.directory}/fouten", "w+", encoding="utf-8")
    long_lived = subprocess.Popen(
        [VRAAGBAAK, "trec-run", "--index", index, "--topics", topics, "--limit", "1000"],
        stdout=subprocess.PIPE, stderr=complaints, text=True)

    def read_long():
        nonlocal lines
        topic, ids = None, set()
        for line in long_lived.stdout:
            fields = line.split()
            if topic is not None and fields[0] != topic:
                tally.trial("long-lived reader", lambda: whole(frozenset(ids)))
                lines += 1
                ids = set()
            topic = fields[0]
            ids.add(int(fields[2][1:]))
            if time.monotonic() > end:
                long_lived.kill()
                return

    threads = [threading.Thread(target=read, args=(number,)) for number in range(READERS)]
    threads.append(threading.Thread(target=read_long))
    for thread in threads:
        thread.start()
    samples = []
    while time.monotonic() < end:
        write_sources(bench.sources, OLD if writes % 2 else NEW)
        command = ["rebuild" if writes % 10 == 9 else "update", "--quiet", "--index", index]
        tally.trial("writer", lambda: expect(command))
        writes += 1
        if long_lived.poll() is None:
            samples.append(memory(long_lived.pid))
    for thread in threads:
        thread.join()
    if not samples:
        samples = [(0, 0)]
    first, last = samples[len(samples) // 4], samples[-1]

    def flat():
        most = max(memory for memory, _ in samples[len(samples) // 4:]), max(files for _, files in samples)
        if most[0] > first[0] * 1.25 + 4 or most[1] > first[1] + 2:
            raise Failure(f"from {first} to {most} MB and files")
    tally.trial("memory and files", flat)

    def outlives():
        complaints.seek(0)
        said = complaints.read().strip()
        # Killed at the end; 0 when it came to the end of its topics.
        if long_lived.wait() not in (-9, 0) or said:
            raise Failure(f"ended with {long_lived.returncode}: {said[:300]}")
        if lines == 0:
            raise Failure("read nothing")
    tally.trial("long-lived reader to its end", outlives)
    complaints.close()
    bench.close()
    tally.report(f"{sum(searches)} searches and {lines} of a long-lived reader beside {writes} writes, "
                 f"memory {first[0]:.0f} to {last[0]:.0f} MB, files {first[1]} to {last[1]}")
    return tally
