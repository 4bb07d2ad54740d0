"""Uses the pages of a server that runs: check_pages.py ADDRESS DIRECTORY-FOR-PICTURES"""

import pathlib
import re
import sys

from browser import Browser
from flows import FLOWS

SEARCH = "/zoeken?q=inburgering"
PICTURED = "/zoeken?q=hoeveel+sociale+woningen+staan+leeg"


def paths(browser):
    """A page of each kind."""
    browser.open(SEARCH)
    hit = browser.one(".hit h2 a").get_attribute("href")
    asker, minister = (
        browser.one(f'.hit a[href^="/{kind}/"]').get_attribute("href")
        for kind in ("persoon", "minister")
    )
    local = [url.removeprefix(browser.address) for url in (hit, asker, minister)]
    return {
        "begin": "/",
        "zoeken": SEARCH,
        "niets": "/zoeken?q=inburgerinstraject",
        "vraag": local[0],
        "persoon": local[1],
        "minister": local[2],
        "openstaand": "/openstaand",
        "onleesbaar": "/zoeken?q=datum:morgen",
        "nergens": "/vraag/nergens",
    }


def looks(browser, name, failures):
    for fault in browser.faults():
        failures.append(f"{name}: {fault}")
    if browser.script("document.scripts.length"):
        failures.append(f"{name}: has a script")
    wide = browser.script("document.documentElement.scrollWidth - window.innerWidth")
    if wide > 0:
        failures.append(f"{name}: {wide} pixels are wider than the window")
    levels = [int(tag.tag_name[1]) for tag in browser.all("h1, h2, h3, h4")]
    if levels.count(1) != 1 or any(b > a + 1 for a, b in zip(levels, levels[1:])):
        failures.append(f"{name}: headings out of order: {levels}")


def main(address, pictures):
    pictures = pathlib.Path(pictures)
    pictures.mkdir(parents=True, exist_ok=True)
    failures = []
    views = {
        "breed": (1280, 1000, False),
        "telefoon": (390, 844, False),
        "donker": (1280, 1000, True),
        # As wide as a page that is magnified four times.
        "smal": (320, 800, False),
    }
    for view, (width, height, dark) in views.items():
        with Browser(address, width, height, dark) as browser:
            for name, path in paths(browser).items():
                browser.open(path)
                looks(browser, f"{view} {name}", failures)
            if view != "smal":
                browser.open(PICTURED)
                looks(browser, f"{view} beeld", failures)
                browser.picture(pictures / f"{view}.png")
            failures += [f"{view}: {text}" for text in browser.noticed()]
    with Browser(address) as browser:
        for flow in FLOWS:
            try:
                flow(browser)
            except Exception as error:  # Each flow is told of, also where one before it failed.
                failures.append(f"{flow.__name__}: {type(error).__name__} {error}")
        failures += [f"flows: {text}" for text in browser.noticed()]
        paints = []
        for words in ("inburgering", "sociale woningen", "wachtlijsten", "mest", "fiets*"):
            browser.open("/zoeken?q=" + words)
            paints.append(browser.first_paint())
        print(f"first results are seen after {sorted(paints)[2]:.0f} ms, the median of {len(paints)}")
    for failure in failures:
        print(re.sub(r"\s+", " ", failure), file=sys.stderr)
    print(f"{len(views)} views, {len(FLOWS)} flows, {len(failures)} failures")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main(*sys.argv[1:])
