"""The figures as Markdown tables."""

NAMES = {"vraagbaak": "Vraagbaak, 2 cores", "xapian": "stock Xapian, 1 core", "tantivy": "tantivy, 2 cores",
         "fts5": "SQLite FTS5, 1 core"}


class Row:
    """One target: the figure `key`, its decimals and unit. What is `large` is asked of 100,000 records."""

    def __init__(self, what, key, decimals, unit, least, aim, is_rate=False, large=False):
        self.what, self.key, self.decimals, self.unit = what, key, decimals, unit
        self.least, self.aim, self.is_rate, self.large = least, aim, is_rate, large

    def reaches(self, value, target):
        return value >= target if self.is_rate else value <= target

    def target(self, value):
        if value is None:
            return "measure"
        return ("≥ " if self.is_rate else "≤ ") + f"{value:g}{self.unit}"

    def cell(self, figures, is_large, detail=""):
        if self.key not in figures:
            return ""
        value = figures[self.key]
        text = f"{value:.{self.decimals}f}{self.unit}{detail}"
        if self.large and not is_large:
            return text
        if self.least is not None and not self.reaches(value, self.least):
            return text + " ✗"
        return text + (" ✓" if self.reaches(value, self.aim) else "")


ROWS = [
    Row("building, against stock Xapian on 1 core", "building", 2, " ×", 2.5, 5, is_rate=True),
    Row("index size against the source", "size", 2, " ×", 2.5, 1.5),
    Row("peak memory while building", "memory MB", 0, " MB", 600, 300, large=True),
    Row("warm search, median, against stock Xapian", "p50", 2, " ×", 1.5, 1, large=True),
    Row("warm search, 99th percentile, against stock Xapian", "p99", 2, " ×", 1.5, 1, large=True),
    Row("`vraagbaak search` from the shell", "shell", 1, " ms", 40, 15, large=True),
    Row("growth: building rate falls by", "fall %", 0, " %", 20, 0, large=True),
    Row("one-document update, searchable", "update", 0, " ms", 300, 50, large=True),
    Row("throughput on 2 threads, mixed queries with facets, against 1", "throughput", 2, " ×", None, 2,
        is_rate=True),
]


def details(key, figures):
    """What stands beside a ratio."""
    engines = figures["engines"]
    ours, peer = engines["vraagbaak"], engines["xapian"]
    if key == "building":
        return f" ({ours['rate']:.1f} / {peer['rate']:.1f} MB/s)"
    if key == "size":
        return f" (without lexicon {figures['size without lexicon']:.2f} ×)"
    if key in ("p50", "p99"):
        return f" ({ours[key] / 1e3:.2f} / {peer[key] / 1e3:.2f} ms)"
    if key == "throughput":
        return " ({:.0f} / {:.0f} a second)".format(*reversed(figures["per second"]))
    return ""


def table(header, rows):
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def targets(results):
    """The table of targets; `results` are (corpus, figures)."""
    rows = []
    for row in ROWS:
        cells = [row.cell(figures, corpus.is_large, details(row.key, figures)) for corpus, figures in results]
        rows.append([row.what, row.target(row.least), row.target(row.aim), *cells])
    return table(["what", "at least", "aim at", *titles(results)], rows)


def phrases(results):
    """The table of phrases; `results` are (corpus, what `phrases.measure` found)."""
    def cell(row, found):
        ours, theirs = found["vraagbaak"] / 1e3, found["xapian"] / 1e3
        return row.cell(found, False, f" ({ours:.2f} / {theirs:.2f} ms)")

    rows = []
    for phrase in results[0][1]:
        row = Row(f'phrase `"{phrase}"`, warm, against stock Xapian', "ratio", 2, " ×", 2, 1)
        rows.append([row.what, row.target(row.least), row.target(row.aim),
                     *(cell(row, found[phrase]) for _, found in results)])
    return table(["what", "at least", "aim at", *titles(results)], rows)


def comparison(results):
    """Everyone's own figures."""
    rows = []
    for name, title in NAMES.items():
        for corpus, figures in results:
            each = figures["engines"].get(name)
            cells = ["not installed"] + [""] * 4 if each is None else [
                f"{each['rate']:.2f}", f"{each['size']:.2f} ×", f"{each['memory'] / 1e6:.0f} MB",
                f"{each['p50'] / 1e3:.2f} ms", f"{each['p99'] / 1e3:.2f} ms"]
            rows.append([title, corpus.name, *cells])
    return table(["engine", "corpus", "building, MB/s", "size", "memory", "search, median", "99th percentile"], rows)


def titles(results):
    return [f"{corpus.name}, {corpus.bytes / 1e6:.0f} MB" for corpus, _ in results]
