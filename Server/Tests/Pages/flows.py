"""What people do with the pages, each from the start."""

import re

from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys


def number(text):
    """The last number of a text: 35 of "1–10 van 35 vragen"."""
    return int(re.findall(r"\d+", text.replace(".", ""))[-1])


def total(browser):
    return number(browser.one("h1").text)


def follow(browser, element):
    browser.leave(element.click)


def search(browser, words):
    browser.open("/")
    box = browser.one("#q")
    browser.leave(lambda: box.send_keys(words, Keys.ENTER))
    assert browser.path.startswith("/zoeken?q="), browser.path


def searching(browser):
    search(browser, "inburgering")
    assert browser.path == "/zoeken?q=inburgering", browser.path
    assert browser.all(".hit") and browser.all(".hit mark")
    assert browser.one("#q").get_attribute("value") == "inburgering"


def narrowing_and_back(browser):
    search(browser, "inburgering")
    before = total(browser)
    # Names come in several roles: of these some have fewer hits than all.
    link = next(a for a in browser.all(".facet a") if number(a.text) < before)
    count = number(link.text)
    follow(browser, link)
    assert total(browser) == count, (total(browser), count)
    follow(browser, browser.one(".chosen a"))
    assert total(browser) == before


def choosing_a_year(browser):
    search(browser, "inburgering")
    bar = browser.one(".chart a")
    count = number(bar.get_attribute("title"))
    follow(browser, bar)
    assert total(browser) == count
    assert browser.all(".chosen a")
    month = browser.one(".chart a")
    count = number(month.get_attribute("title"))
    follow(browser, month)
    assert total(browser) == count


def reading_and_back(browser):
    search(browser, "inburgering")
    results = browser.path
    link = browser.one(".hit h2 a")
    title = link.text
    follow(browser, link)
    assert browser.one("h1").text == title
    assert browser.all(".document .part.answer")
    browser.leave(browser.driver.back)
    assert browser.path == results and browser.all(".hit")


def turning_pages(browser):
    search(browser, "*")
    first = browser.one(".hit h2 a").text
    follow(browser, browser.one('.pager a[rel="next"]'))
    assert "pagina=2" in browser.path and browser.one("h1").text.startswith("11–")
    assert browser.one(".hit h2 a").text != first
    follow(browser, browser.one('.pager a[rel="prev"]'))
    assert browser.one(".hit h2 a").text == first


def what_was_meant(browser):
    search(browser, "inburgerinstraject")
    follow(browser, browser.one(".meant a"))
    assert browser.path == "/zoeken?q=inburgeringstraject" and browser.all(".hit")


def people_and_what_waits(browser):
    search(browser, "inburgering")
    follow(browser, browser.one('.hit a[href^="/minister/"]'))
    assert browser.all(".figures dd") and browser.all(".listing a")
    follow(browser, browser.one('nav a[href="/openstaand"]'))
    assert browser.path == "/openstaand"


def keyboard_alone(browser):
    browser.open("/zoeken?q=inburgering")
    keys = ActionChains(browser.driver)

    def focused():
        return browser.driver.switch_to.active_element

    keys.send_keys(Keys.TAB).perform()
    assert focused().get_attribute("class") == "skip", "the first stop is no skip link"
    seen = set()
    for _ in range(60):
        keys.send_keys(Keys.TAB).perform()
        element = focused()
        style = element.value_of_css_property("outline-style")
        assert style != "none", f"{element.get_attribute('outerHTML')} shows no focus"
        box = element.rect
        top = browser.script("window.scrollY")
        assert box["y"] + box["height"] > top, f"{element.text} is out of sight"
        seen.add(element.tag_name)
        if element.get_attribute("href") and "/vraag/" in element.get_attribute("href"):
            break
    browser.leave(lambda: keys.send_keys(Keys.ENTER).perform())
    assert browser.path.startswith("/vraag/"), browser.path
    summary = browser.one(".cite summary")
    browser.script("arguments[0].focus()", summary)
    keys.send_keys(Keys.ENTER).perform()
    assert browser.one(".cite details").get_attribute("open") is not None
    assert browser.one(".cite pre").is_displayed()


def printing(browser):
    browser.open("/zoeken?q=inburgering")
    browser.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    shown = browser.one(".hit").is_displayed(), browser.one("header.site").is_displayed()
    browser.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})
    assert shown == (True, False), shown


FLOWS = [
    searching,
    narrowing_and_back,
    choosing_a_year,
    reading_and_back,
    turning_pages,
    what_was_meant,
    people_and_what_waits,
    keyboard_alone,
    printing,
]
