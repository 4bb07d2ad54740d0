"""Chromium without a window, and what it noticed."""

import json
import shutil
from urllib.parse import urlsplit

from axe_core_python import selenium as axe
from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.support.expected_conditions import staleness_of
from selenium.webdriver.support.wait import WebDriverWait


class Browser:
    def __init__(self, address, width=1280, height=1000, dark=False):
        options = Options()
        options.binary_location = shutil.which("chromium") or shutil.which("google-chrome")
        for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"):
            options.add_argument(argument)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        self.driver = webdriver.Chrome(options=options, service=Service(shutil.which("chromedriver")))
        self.address = address
        self.host = urlsplit(address).netloc
        self.resize(width, height)
        if dark:
            features = [{"name": "prefers-color-scheme", "value": "dark"}]
            self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})
        self._axe = axe.Axe()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.driver.quit()

    def resize(self, width, height):
        self.driver.execute_cdp_cmd(
            "Emulation.setDeviceMetricsOverride",
            {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600},
        )

    def open(self, path):
        self.driver.get(self.address + path)

    @property
    def path(self):
        parts = urlsplit(self.driver.current_url)
        return parts.path + ("?" + parts.query if parts.query else "")

    def all(self, selector):
        return self.driver.find_elements("css selector", selector)

    def one(self, selector):
        return self.driver.find_element("css selector", selector)

    def script(self, text, *values):
        return self.driver.execute_script("return " + text, *values)

    def leave(self, action):
        """Does what leads to another page, and waits until that is there."""
        page = self.one("html")
        action()
        wait = WebDriverWait(self.driver, 10)
        wait.until(staleness_of(page))
        wait.until(lambda _: self.script("document.readyState") == "complete")

    def first_paint(self):
        """Milliseconds from the click to the first that is seen."""
        paint = "performance.getEntriesByName('first-contentful-paint').map(e => e.startTime)[0]"
        return WebDriverWait(self.driver, 10).until(lambda _: self.script(paint))

    def picture(self, path):
        self.driver.save_screenshot(str(path))

    def faults(self):
        """What axe-core finds against WCAG 2.2 A and AA, and against its good practice."""
        tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
        found = self._axe.run(self.driver, options={"runOnly": {"type": "tag", "values": tags}})
        return [
            f"{fault['id']}: {node['target']} {node.get('failureSummary', '')}"
            for fault in found["violations"]
            for node in fault["nodes"]
        ]

    def noticed(self):
        """Errors in the console, and requests to other hosts, since the last time."""
        # An error page is itself what the console calls an error.
        errors = [
            entry["message"]
            for entry in self.driver.get_log("browser")
            if "the server responded with a status of 4" not in entry["message"]
        ]
        others = []
        for entry in self.driver.get_log("performance"):
            message = json.loads(entry["message"])["message"]
            if message["method"] == "Network.requestWillBeSent":
                url = urlsplit(message["params"]["request"]["url"])
                if url.scheme in ("http", "https") and url.netloc != self.host:
                    others.append(url.geturl())
        return errors + others
