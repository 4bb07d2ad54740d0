"""Programs that are run and measured."""

import os
import re
import shutil
import subprocess
import tempfile
import time


class Failure(Exception):
    """A program that did not do what it is measured for."""


class Run:
    """A program that has ended: its seconds from start to end and on processors, greatest memory in bytes, and
    output."""

    def __init__(self, arguments, accepted=(0,), environment=os.environ):
        # Not subprocess: only wait4 tells the memory of this one child.
        with tempfile.TemporaryFile() as output:
            actions = [(os.POSIX_SPAWN_DUP2, output.fileno(), descriptor) for descriptor in (1, 2)]
            start = time.perf_counter()
            child = os.posix_spawn(arguments[0], arguments, environment, file_actions=actions)
            _, status, usage = os.wait4(child, 0)
            self.seconds = time.perf_counter() - start
            output.seek(0)
            self.output = output.read().decode(errors="replace")
        self.status = os.waitstatus_to_exitcode(status)
        self.work = usage.ru_utime + usage.ru_stime
        self.peak = usage.ru_maxrss * 1024
        if self.status not in accepted:
            raise Failure(f"status {self.status} of {' '.join(arguments)}: {self.output[-400:].strip()}")

    def figure(self, name):
        """The number that the program printed as NAME=…"""
        found = re.search(rf"\b{name}=([0-9.]+)", self.output)
        if not found:
            raise Failure(f"no {name} in: {self.output[-400:].strip()}")
        return float(found[1])


def fresh(path):
    """Nothing is left there, and of what was written before nothing waits to reach the disk."""
    shutil.rmtree(path, ignore_errors=True)
    if os.path.exists(path):
        os.remove(path)
    os.sync()


def size(path):
    """Bytes of a file, or of all files below a directory."""
    if os.path.isfile(path):
        return os.path.getsize(path)
    return sum(os.path.getsize(f"{place}/{name}") for place, _, names in os.walk(path) for name in names)


def said(arguments):
    """Output of a program that prepares something; None where it fails."""
    try:
        done = subprocess.run(arguments, capture_output=True, text=True)
    except FileNotFoundError:
        return None
    return done.stdout.strip() if done.returncode == 0 else None
