"""The tests of the packages, built with what watches memory and threads."""

import contextlib
import os
import shlex
import subprocess
import tempfile

from common import Failure, Tally

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
KINDS = ("address", "thread")
TIMEOUT = 1800
# 2: also where the command has handlers of its own for these signals.
SIGNALS = ":".join(f"handle_{name}=2" for name in ("segv", "sigbus", "abort", "sigfpe", "sigill"))


def environment(kind, directory):
    """What the sanitizers have to know; their reports go to files in the directory."""
    options = f"log_path={directory}/report:{SIGNALS}"
    if kind == "address":
        return {"ASAN_OPTIONS": f"{options}:detect_leaks=1",
                "LSAN_OPTIONS": f"suppressions={HERE}/leaks.txt:print_suppressions=0"}
    library = f"{directory}/threads.so"
    subprocess.run(["clang", "-shared", "-fPIC", "-O1", "-o", library, f"{HERE}/threads.c", "-ldl"], check=True)
    return {"TSAN_OPTIONS": options, "LD_PRELOAD": library}


@contextlib.contextmanager
def wrapped(program, settings):
    """The tests start the command in an environment of its own: it sets these by itself meanwhile."""
    os.rename(program, program + ".real")
    try:
        words = " ".join(f"{name}={shlex.quote(value)}" for name, value in settings.items())
        with open(program, "w", encoding="utf-8") as file:
            file.write(f'#!/bin/sh\nexec env {words} {shlex.quote(program)}.real "$@"\n')
        os.chmod(program, 0o755)
        yield
    finally:
        os.rename(program + ".real", program)


def reports(directory):
    """The last lines of what the sanitizers wrote, of the tests and of the commands that they started."""
    found = []
    for name in sorted(os.listdir(directory)):
        if name.startswith("report"):
            with open(f"{directory}/{name}", encoding="utf-8", errors="replace") as file:
                found += [line.strip() for line in file if line.startswith("SUMMARY:")]
    return found


def is_clean(kind):
    scratch = ["--sanitize", kind, "--scratch-path", f"{ROOT}/.build/{kind}"]
    build = subprocess.run(["swift", "build", "--build-tests", *scratch], cwd=ROOT, capture_output=True, text=True)
    if build.returncode != 0:
        raise Failure(f"does not build: {build.stdout[-400:]}")
    products = f"{ROOT}/.build/{kind}/debug"
    with tempfile.TemporaryDirectory(prefix="vraagbaak-sanitizers-") as directory:
        settings = environment(kind, directory)
        # Not by way of `swift test`, which would be watched too; and the backtracer hangs where one watches.
        command = [f"{products}/vraagbaakPackageTests.xctest", "--testing-library", "swift-testing"]
        with wrapped(f"{products}/vraagbaak", settings):
            try:
                tests = subprocess.run(
                    command, cwd=ROOT, capture_output=True, text=True, errors="replace", timeout=TIMEOUT,
                    env={**os.environ, **settings, "SWIFT_BACKTRACE": "enable=no"})
            except subprocess.TimeoutExpired:
                raise Failure(f"no end after {TIMEOUT} s") from None
        said, found = tests.stdout + tests.stderr, reports(directory)
    if found:
        different = sorted(set(found))
        raise Failure(f"{len(found)} reports, {len(different)} different: " + "\n    ".join(["", *different[:20]]))
    if tests.returncode != 0:
        raise Failure(f"tests fail: {[line for line in said.splitlines() if line.startswith('✘')][:3] or said[-400:]}")


def main(is_run, _):
    """`is_run`: 0 in the short form: two whole builds take too long for it."""
    tally = Tally("sanitizers")
    if not is_run:
        print("sanitizers: in the long form only", flush=True)
        return tally
    for kind in KINDS:
        tally.trial(kind, lambda: is_clean(kind))
    tally.report(f"the tests with {' and '.join(KINDS)} sanitizer, {tally.passed} clean")
    return tally
