"""What all parts share: documents in known states, indexes of them, and what a state looks like."""

import json
import os
import random
import shutil
import subprocess
import tempfile
import time

TIMEOUT = 60
# So many changes are much to the engine, which then writes some before the commit.
os.environ["XAPIAN_FLUSH_THRESHOLD"] = "25"
VRAAGBAAK = os.environ["VRAAGBAAK"]
WORDS = "inburgering inburgeringstraject wetgeving verblijf minister gemeente traject taal school water weg".split()


class Failure(Exception):
    """A promise that was not kept."""


def run(arguments, environment=None, timeout=TIMEOUT):
    """Runs the command; (status, output, errors), the status of one that was killed is negative."""
    try:
        done = subprocess.run(
            [VRAAGBAAK, *arguments], capture_output=True, text=True, errors="replace", timeout=timeout,
            env={**os.environ, **(environment or {})})
    except subprocess.TimeoutExpired:
        raise Failure(f"hangs: vraagbaak {' '.join(arguments)}") from None
    return done.returncode, done.stdout, done.stderr


def expect(arguments, environment=None):
    status, output, errors = run(arguments, environment)
    if status != 0:
        raise Failure(f"status {status} of vraagbaak {' '.join(arguments)}: {errors.strip()}")
    return output


def is_crash(status):
    return status < 0 or status >= 128


def is_clear(errors):
    """Whether the errors are one line that says who says so."""
    return errors.startswith("vraagbaak: ") and errors.strip().count("\n") == 0


class State:
    """The documents of one moment: their ids, and a word that all of them have and no other state's."""

    def __init__(self, word, ids):
        self.word = word
        self.ids = frozenset(ids)

    def __repr__(self):
        return f"{self.word}({len(self.ids)})"


OLD = State("alfaversie", range(0, 150))
NEW = State("betaversie", range(20, 190))


def write_sources(directory, state):
    """Half of the documents as text files, half as records of one file."""
    os.makedirs(directory, exist_ok=True)
    dice = random.Random(7)
    names = set()
    records = []
    for number in range(200):
        text = " ".join(dice.choice(WORDS) for _ in range(40))
        if number not in state.ids:
            continue
        if number % 2:
            records.append({"id": f"d{number}", "question": f"1. Vraag over {text}? 2. En {state.word}?",
                            "answer": f"1. Antwoord over {text}. 2. Ja."})
            continue
        names.add(f"d{number}.txt")
        write(f"{directory}/d{number}.txt", "\n".join([
            "SCHRIFTELIJKE VRAAG", f"nr. {number}", "van AN PEETERS", "datum: 3 mei 2022", "",
            f"Over {state.word}", "", f"1. Hoe zit het met {text}?", "", "ANTWOORD", "", f"1. Goed: {text}.", ""]))
    write(f"{directory}/vragen.jsonl", "".join(json.dumps(record) + "\n" for record in records))
    for name in os.listdir(directory):
        if name.endswith(".txt") and name not in names:
            os.remove(f"{directory}/{name}")


def write(path, text):
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def found(index, query):
    """The ids that a query finds, as numbers."""
    status, output, errors = run(["search", "--index", index, "--limit", "1000", "--format", "trec", query])
    if status not in (0, 1):
        raise Failure(f"search fails with {status}: {errors.strip()}")
    return frozenset(int(line.split()[2][1:]) for line in output.splitlines())


def state_of(index, candidates):
    """Which of the states the index is in, entire; a mix or a loss is a failure."""
    everything = found(index, "*")
    for state in candidates:
        if everything == state.ids:
            others = {s.word for s in candidates if s.word != state.word}
            # The phrase needs positions.
            phrase = found(index, f'"over {state.word}" OR "en {state.word}"')
            if phrase == state.ids and not any(found(index, word) for word in others):
                return state
    raise Failure(f"neither of {candidates}: {len(everything)} documents")


def check(index):
    status, output, errors = run(["check", "--index", index])
    if status != 0:
        raise Failure(f"check says: {(output + errors).strip()[:300]}")


class Bench:
    """A directory with sources in the new state and indexes of the old one to copy."""

    def __init__(self, directory=None):
        self.directory = directory or tempfile.mkdtemp(prefix="vraagbaak-torture-")
        self.sources = f"{self.directory}/bronnen"
        self.template = f"{self.directory}/oud"
        self.both = f"{self.directory}/beide"
        words = f"{self.directory}/woorden"
        write(words, "\n".join(WORDS) + "\n")
        write_sources(self.sources, OLD)
        for index in (self.template, self.both):
            expect(["index", "--quiet", "--word-list", words, "--index", index, self.sources])
        write_sources(self.sources, NEW)
        expect(["rebuild", "--quiet", "--index", self.both])
        self.libraries = {}

    def copy(self, template, name="proef"):
        target = f"{self.directory}/{name}"
        shutil.rmtree(target, ignore_errors=True)
        shutil.copytree(template, target)
        return target

    def close(self):
        shutil.rmtree(self.directory, ignore_errors=True)

    def seeing_crashes(self):
        """An environment in which the command does not turn a crash into an error."""
        return {"LD_PRELOAD": self.faults(), "TORTURE_SIGNALS": "1"}

    def calls_of(self, operation):
        """How many calls it makes that change or open files of the index."""
        index, count = self.copy(operation.template), f"{self.directory}/aantal"
        run(operation.command(index), {
            "LD_PRELOAD": self.faults(), "TORTURE_PATH": index, "TORTURE_CALL": "0", "TORTURE_COUNT": count})
        with open(count, encoding="utf-8") as file:
            return int(file.read())

    def faults(self):
        """The library that makes calls fail, compiled once."""
        library = f"{self.directory}/faults.so"
        if not os.path.exists(library):
            source = os.path.join(os.path.dirname(__file__), "faults.c")
            subprocess.run(["clang", "-shared", "-fPIC", "-O1", "-o", library, source, "-ldl", "-lpthread"], check=True)
        return library


class Operation:
    """A command that takes an index from one state to another."""

    def __init__(self, name, template, old, new, arguments):
        self.name, self.template, self.old, self.new, self.arguments = name, template, old, new, arguments

    def command(self, index):
        return [*self.arguments, "--index", index]


def operations(bench):
    fewer = State(OLD.word, OLD.ids - {1, 2, 3})
    return [
        Operation("index", bench.template, OLD, NEW, ["index", "--quiet", "--word-list", f"{bench.directory}/woorden", bench.sources]),
        Operation("update", bench.template, OLD, NEW, ["update", "--quiet"]),
        Operation("remove", bench.template, OLD, fewer, ["remove", "--quiet", "d1", "d2", "d3"]),
        Operation("rebuild", bench.template, OLD, NEW, ["rebuild", "--quiet"]),
        Operation("rollback", bench.both, NEW, OLD, ["rollback", "--quiet"]),
    ]


def recovers(index):
    """After whatever happened the next update succeeds, and gives the new state."""
    expect(["update", "--quiet", "--index", index])
    if state_of(index, [NEW, OLD]).word != NEW.word:
        raise Failure("the next update did not take effect")


class Tally:
    """Counts trials; a failure is printed with what repeats it."""

    def __init__(self, part):
        self.part, self.passed, self.failed, self.start = part, 0, 0, time.monotonic()

    def trial(self, label, body):
        try:
            body()
            self.passed += 1
        except Failure as failure:
            self.failed += 1
            print(f"  {self.part}: {label}: {failure}", flush=True)

    def report(self, text):
        seconds = time.monotonic() - self.start
        print(f"{self.part}: {text}; {self.failed} failures ({seconds:.0f} s)", flush=True)
