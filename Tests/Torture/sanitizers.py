"""The tests of the packages, built with what watches memory and threads."""

import os
import subprocess
import tempfile

from common import Failure, Tally

KINDS = ("address", "thread")
TIMEOUT = 1800


def reports(directory):
    """What the sanitizers wrote, of the tests and of the commands that they started: (file, first line)."""
    found = []
    for name in sorted(os.listdir(directory)):
        with open(f"{directory}/{name}", encoding="utf-8", errors="replace") as file:
            summary = [line.strip() for line in file if line.startswith("SUMMARY:")]
        # A report that only says what was suppressed has no summary.
        if summary:
            found.append(summary[0])
    return found


def is_clean(kind, root):
    scratch = ["--sanitize", kind, "--scratch-path", f"{root}/.build/{kind}"]
    build = subprocess.run(["swift", "build", "--build-tests", *scratch], cwd=root, capture_output=True, text=True)
    if build.returncode != 0:
        raise Failure(f"does not build: {build.stdout[-400:]}")
    with tempfile.TemporaryDirectory(prefix="vraagbaak-sanitizers-") as directory:
        # 2: also where the command has handlers of its own for these signals.
        signals = ":".join(f"handle_{name}=2" for name in ("segv", "sigbus", "abort", "sigfpe", "sigill"))
        options = f"log_path={directory}/report:{signals}"
        environment = {
            **os.environ, "ASAN_OPTIONS": f"{options}:detect_leaks=1", "TSAN_OPTIONS": options,
            "LSAN_OPTIONS": f"suppressions={os.path.dirname(os.path.abspath(__file__))}/leaks.txt:print_suppressions=0",
            # It would hang in a process that a sanitizer watches.
            "SWIFT_BACKTRACE": "enable=no"}
        try:
            tests = subprocess.run(["swift", "test", "--skip-build", *scratch], cwd=root, capture_output=True,
                                   text=True, errors="replace", timeout=TIMEOUT, env=environment)
        except subprocess.TimeoutExpired:
            raise Failure(f"no end after {TIMEOUT} s") from None
        found = reports(directory)
        if found:
            raise Failure(f"{len(found)} reports, the first: {found[0]}")
        if tests.returncode != 0:
            failures = [line for line in tests.stdout.splitlines() if line.startswith("✘")]
            raise Failure(f"tests fail: {failures[:3] or tests.stdout[-400:]}")


def main(is_run, _):
    """`is_run`: 0 in the short form: two whole builds take too long for it."""
    tally = Tally("sanitizers")
    if not is_run:
        print("sanitizers: in the long form only", flush=True)
        return tally
    root = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
    for kind in KINDS:
        tally.trial(kind, lambda: is_clean(kind, root))
    tally.report(f"the tests with {' and '.join(KINDS)} sanitizer, {tally.passed} clean")
    return tally
