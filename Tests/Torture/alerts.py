"""A month of daily updates, with alerts that are killed on the way: everything is told once."""

import collections
import datetime
import json
import os
import random
import shutil
import subprocess
import tempfile
import time

from common import VRAAGBAAK, Bench, Failure, Tally, expect, is_crash, run, write

CORPUS = os.path.join(os.environ.get("VRAAGBAAK_SHARED", "../shared"), "corpus/dekamer-2017.jsonl")
START = datetime.date(2017, 3, 1)
# So many days before the month, whose questions are there when it begins.
BEFORE = 10
SEARCHES = [
    {"name": "Trein", "query": "+trein"},
    {"name": "N-VA", "query": "minister asiel partij:N-VA"},
    {"name": "Brussel, beantwoord", "query": "brussel status:beantwoord"},
    {"name": "Politie", "query": "politie OR \"federale politie\"", "every": "week"},
    {"name": "Open", "query": "gezondheid* status:onbeantwoord"},
]


def day_of(record):
    return datetime.datetime.fromtimestamp(record["depotdat"] / 1000, datetime.timezone.utc).date()


def corpus():
    """Records of the Chamber; where they are not at hand, others of their form."""
    if os.path.exists(CORPUS):
        with open(CORPUS, encoding="utf-8") as file:
            return [json.loads(line) for line in file]
    dice = random.Random(3)
    words = "trein politie brussel asiel gezondheid gezondheidszorg school spoorweg inspectie zone beleid".split()

    def text():
        return " ".join(dice.choice(words) for _ in range(12))

    start = datetime.datetime(2017, 2, 1, tzinfo=datetime.timezone.utc)
    return [{
        "doc_id": number, "depotdat": int((start + datetime.timedelta(days=number // 8)).timestamp() * 1000),
        "aut_party": dice.choice(["N-VA", "PS", "MR"]), "aut_person": "Peeters, An",
        "question": f"Over {text()}. \n\n 1. Hoe zit het met {text()}?2. En {text()}?",
        "answer": f"1. Goed: {text()}. 2. Ja: {text()}.",
        "answer_department": "Minister van Mobiliteit"} for number in range(600)]


class Calendar:
    """What arrives when: questions by their date, answers some days later, or never."""

    def __init__(self, dice):
        self.records, self.asked, self.answered = {}, {}, {}
        for record in corpus():
            day = day_of(record)
            if not START - datetime.timedelta(days=BEFORE) <= day < START + datetime.timedelta(days=31):
                continue
            name = str(record["doc_id"])
            if name in self.records:
                continue
            self.records[name] = record
            # Day 0 is the one before the month.
            self.asked[name] = max(0, (day - START).days + 1)
            if record.get("answer") and dice.random() < 0.8:
                self.answered[name] = self.asked[name] + dice.choice([0, 1, 2, 4, 7, 12, 20])

    def write(self, path, day):
        lines = []
        for name, record in self.records.items():
            if self.asked[name] > day:
                continue
            if self.answered.get(name, 1000) > day:
                record = {key: value for key, value in record.items() if key != "answer"}
            lines.append(json.dumps(record, ensure_ascii=False) + "\n")
        write(path, "".join(lines))

    def changed(self, name, day):
        """When it was said last what the index says on a day."""
        answered = self.answered.get(name, 1000)
        return max(self.asked[name], answered) if answered <= day else self.asked[name]


class Reader:
    """What a reader should have been told, by the rules of docs/alerts.md."""

    def __init__(self, calendar):
        self.calendar = calendar
        self.last, self.found, self.told = {}, collections.defaultdict(set), {}

    def expected(self, day, found):
        news = {}
        for search in SEARCHES:
            name = search["name"]
            last = self.last.get(name)
            if last is not None and search.get("every") == "week" and day - last < 7:
                continue
            for document in found[name]:
                kind = None
                if last is not None:
                    answered, asked = self.calendar.answered.get(document, 1000), self.calendar.asked[document]
                    if last < answered <= day and asked < answered and self.was_open(document, answered):
                        kind = "beantwoord"
                    elif document not in self.found[name] and self.calendar.changed(document, day) > last:
                        kind = "nieuw"
                if kind and self.told.get(document) not in (kind, "beantwoord"):
                    news.setdefault(document, kind)
            self.found[name] |= found[name]
            self.last[name] = day
        for document, kind in news.items():
            self.told[document] = "beantwoord" if self.calendar.answered.get(document, 1000) <= day else kind
        return news

    def was_open(self, document, answered):
        return self.calendar.asked[document] < answered


class Alerts:
    def __init__(self, directory, bench):
        self.directory, self.bench = directory, bench
        self.index, self.sources = f"{directory}/index", f"{directory}/vragen.jsonl"
        self.file = f"{directory}/zoekvragen.json"
        self.command = ["alerts", self.file, "--index", self.index, "--format", "json"]
        self.kills = self.repeats = 0
        write(self.file, json.dumps(SEARCHES, ensure_ascii=False, indent=1))

    def found(self):
        found = {}
        for search in SEARCHES:
            status, output, errors = run(
                ["search", "--index", self.index, "--format", "trec", "--limit", "10000", search["query"]])
            if status not in (0, 1):
                raise Failure(f"search fails with {status}: {errors.strip()}")
            found[search["name"]] = {line.split()[2] for line in output.splitlines()}
        return found

    def told(self):
        """The digest of a run that is left alone; its errors too."""
        status, output, errors = run(self.command)
        if status not in (0, 1):
            raise Failure(f"status {status} of alerts: {errors.strip()}")
        digest = json.loads(output)
        if (status == 0) != bool(digest["groups"]):
            raise Failure(f"status {status} with {len(digest['groups'])} groups")
        return digest

    def killed(self, dice, seconds, calls):
        """The digest of a run that is killed, if all of it arrived."""
        output = f"{self.directory}/uit"
        with open(output, "w", encoding="utf-8") as file:
            if dice.random() < 0.4:
                process = subprocess.Popen([VRAAGBAAK, *self.command], stdout=file, stderr=subprocess.DEVNULL)
                time.sleep(dice.uniform(0, seconds * 1.1))
                process.kill()
                status = process.wait()
            else:
                environment = {
                    "LD_PRELOAD": self.bench.faults(), "TORTURE_PATH": f"{self.file}.state",
                    "TORTURE_CALL": str(dice.randint(1, calls)), "TORTURE_ERROR": "-1"}
                status = subprocess.run(
                    [VRAAGBAAK, *self.command], stdout=file, stderr=subprocess.DEVNULL,
                    env={**os.environ, **environment}, check=False).returncode
        if is_crash(status):
            self.kills += 1
        with open(output, encoding="utf-8") as file:
            try:
                return json.load(file)
            except ValueError:
                return None

    def pass_a_day(self):
        """The day of the last runs is a day longer ago."""
        path = f"{self.file}.state/state.json"
        with open(path, encoding="utf-8") as file:
            state = json.load(file)
        for search in state["searches"]:
            search["time"] -= 24 * 3600
        write(path, json.dumps(state))

    def calls(self):
        """How many calls a run makes that change its files, or open them."""
        copy, count = f"{self.directory}/kopie.json", f"{self.directory}/aantal"
        shutil.copy(self.file, copy)
        shutil.rmtree(f"{copy}.state", ignore_errors=True)
        shutil.copytree(f"{self.file}.state", f"{copy}.state")
        start = time.monotonic()
        run(["alerts", copy, "--index", self.index, "--format", "json"], {
            "LD_PRELOAD": self.bench.faults(), "TORTURE_PATH": f"{copy}.state", "TORTURE_CALL": "0",
            "TORTURE_COUNT": count})
        with open(count, encoding="utf-8") as file:
            return time.monotonic() - start, max(1, int(file.read()))


def items(digest):
    """What a digest says, each document once."""
    told = [(item["id"], item["news"]) for group in digest["groups"] for item in group["items"]]
    if len({name for name, _ in told}) < len(told):
        raise Failure("a document stands twice in one digest")
    return dict(told)


def one_day(alerts, reader, day, dice, is_killed, totals):
    reader.calendar.write(alerts.sources, day)
    expect(["update", "--quiet", "--index", alerts.index])
    expected = reader.expected(day, alerts.found())
    digests = {}

    def take(digest):
        if not digest["groups"]:
            return
        before = digests.setdefault(digest["id"], digest)
        if before is not digest:
            alerts.repeats += 1
            if before != digest:
                raise Failure(f"digest {digest['id']} is another one the second time")

    if is_killed:
        digest = alerts.killed(dice, *alerts.calls())
        if digest:
            take(digest)
    for _ in range(3):
        digest = alerts.told()
        take(digest)
        if not digest["groups"]:
            break
    told = {}
    for digest in digests.values():
        for name, news in items(digest).items():
            if name in told:
                raise Failure(f"{name} was told twice under different ids")
            told[name] = news
    if told != expected:
        wrong = sorted(set(told.items()) ^ set(expected.items()))
        raise Failure(f"day {day}: {len(told)} told, {len(expected)} expected; different: {wrong[:5]}")
    totals.update(told.values())
    alerts.pass_a_day()


def rebuild(alerts):
    expect(["rebuild", "--quiet", "--index", alerts.index])
    digest = alerts.told()
    if digest["groups"]:
        raise Failure(f"a rebuild is news: {items(digest)}")


def main(days, dice):
    tally, bench = Tally("alerts"), Bench()
    directory = tempfile.mkdtemp(prefix="vraagbaak-alerts-")
    calendar = Calendar(dice)
    alerts, reader, totals = Alerts(directory, bench), Reader(calendar), collections.Counter()
    calendar.write(alerts.sources, 0)
    expect(["index", "--quiet", "--index", alerts.index, alerts.sources])
    reader.expected(0, alerts.found())
    if alerts.told()["groups"]:
        raise Failure("the first run tells what was there")
    alerts.pass_a_day()
    killed = set(dice.sample(range(1, days + 1), max(3, days // 2)))
    for day in range(1, days + 1):
        tally.trial(f"day {day}", lambda: one_day(alerts, reader, day, dice, day in killed, totals))
        if day == days // 2:
            tally.trial("rebuild", lambda: rebuild(alerts))
            # What is found may change with the words that are known, and is no news for it.
            for name, found in alerts.found().items():
                if name != "Politie":
                    reader.found[name] |= found
    shutil.rmtree(directory, ignore_errors=True)
    bench.close()
    tally.report(f"{days} days, {alerts.kills} of {len(killed)} runs killed, one rebuild: "
                 f"{totals['nieuw']} questions and {totals['beantwoord']} answers told once, "
                 f"{alerts.repeats} digests repeated under their id, none missed")
    return tally
