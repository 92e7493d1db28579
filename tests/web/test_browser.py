"""The pages in a browser: links, keys, no script, light and dark, wide and narrow, and axe finds nothing."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path
from time import monotonic, sleep
from typing import Any

import pytest

from tests.web.addresses import OTHERS, PAGES
from whence.flow.desk import Desk
from whence.web.app import create_app

CHROMIUM = "/usr/bin/chromium"
api = pytest.importorskip("playwright.sync_api")
axe_module = pytest.importorskip("axe_playwright_python.sync_playwright")
uvicorn = pytest.importorskip("uvicorn")
pytestmark = pytest.mark.skipif(not Path(CHROMIUM).exists(), reason="no chromium here")


@pytest.fixture(scope="module")
def site(desk: Desk) -> Iterator[str]:
    """The address of a server on this machine."""
    server = uvicorn.Server(uvicorn.Config(create_app(desk), host="127.0.0.1", port=0, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    until = monotonic() + 20
    while not server.started and monotonic() < until:
        sleep(0.02)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join(10)


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Chromium, once for all tests."""
    with api.sync_playwright() as play:
        found = play.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield found
        found.close()


class Watched:
    """A page, with what it asked for and what it complained about."""

    def __init__(self, browser: Any, site: str, **options: Any) -> None:
        self.site = site
        self.context = browser.new_context(**options)
        self.page = self.context.new_page()
        self.asked: list[str] = []
        self.complaints: list[str] = []
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.on("console", lambda message: self.complaints.append(f"{message.type}: {message.text}"))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def open(self, address: str) -> Any:
        """Go to a page."""
        assert self.page.goto(self.site + address).ok, address
        return self.page

    def close(self) -> None:
        """Close it; nothing may have left the machine, nothing may have been wrong."""
        self.context.close()
        assert [url for url in self.asked if not url.startswith((self.site, "data:"))] == []
        assert self.complaints == []


@pytest.fixture
def watched(browser: Any, site: str) -> Iterator[Watched]:
    """A page of usual width."""
    found = Watched(browser, site, viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    yield found
    found.close()


RUN = """(asked) => axe.run(document, asked).then(
    (found) => found.violations.map((one) => `${one.id}: ${one.nodes[0].html.slice(0, 160)}`))"""
EVERYTHING: dict[str, Any] = {"resultTypes": ["violations"]}
CONTRAST: dict[str, Any] = {"resultTypes": ["violations"], "runOnly": ["color-contrast"]}
LOOKS = ((1280, "light", EVERYTHING), (1280, "dark", CONTRAST), (390, "light", CONTRAST), (390, "dark", EVERYTHING))
"""Everything is looked at wide and narrow; between light and dark nothing changes but colours."""


def test_axe_finds_nothing_on_any_page_and_none_is_wider_than_the_window(watched: Watched) -> None:
    script = axe_module.Axe().axe_script
    wrong: list[str] = []
    for address in [*PAGES, *OTHERS]:
        page = watched.open(address)
        page.evaluate(script)
        for width, scheme, asked in LOOKS if address in PAGES else LOOKS[-1:]:
            page.set_viewport_size({"width": width, "height": 900})
            page.emulate_media(color_scheme=scheme)
            found = page.evaluate(RUN, asked)
            wrong += [f"{address} {width} {scheme}: {one}" for one in found]
            if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
                wrong.append(f"{address}: wider than a window of {width}")
    assert wrong == []


def test_from_a_story_to_the_tree_to_a_comparison_to_the_words(watched: Watched) -> None:
    page = watched.open("/")
    page.click("text=Ferry strikes harbour wall >> nth=0")
    assert page.inner_text("h1").startswith("6 reports")
    page.click("text=Every edge with its probability")
    page.click(".edge-item a[href^='/compare'] >> nth=0")
    assert "/compare/" in page.url
    page.click("#change-1 a.to >> nth=0")
    assert page.locator(":target").count() == 1
    page.click("h2#report-a a")
    assert "/report/" in page.url


def test_a_box_of_the_tree_leads_to_its_report(watched: Watched) -> None:
    page = watched.open("/story/1")
    page.click("svg a >> nth=0")
    assert "/report/" in page.url


def test_a_figure_leads_to_its_words(watched: Watched) -> None:
    page = watched.open("/story/1")
    page.click(".figures-table .words-of >> nth=0")
    assert page.inner_text("#here")


def test_keys_step_through_changes_turn_the_view_and_hide_wording(watched: Watched) -> None:
    page = watched.open("/compare/1/2")
    page.keyboard.press("j")
    first = page.evaluate("document.activeElement.id")
    page.keyboard.press("j")
    second = page.evaluate("document.activeElement.id")
    page.keyboard.press("k")
    assert first.startswith("change-")
    assert second != first == page.evaluate("document.activeElement.id")
    for key, expected in (("u", "view=unified"), ("w", "wording=hide"), ("]", "/compare/2/3")):
        with page.expect_navigation():
            page.keyboard.press(key)
        assert expected in page.url
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.name") == "q"


def test_a_key_shows_the_keys_and_none_is_taken_while_one_types(watched: Watched) -> None:
    page = watched.open("/compare/1/2")
    page.keyboard.press("?")
    assert page.locator("#keys").is_visible()
    page.keyboard.press("Escape")
    page.fill("#q", "x")
    page.type("#q", "jku?")
    assert page.input_value("#q") == "xjku?"
    assert page.url.endswith("/compare/1/2")


def test_a_link_is_copied_by_a_key(browser: Any, site: str) -> None:
    found = Watched(browser, site, permissions=["clipboard-read", "clipboard-write"])
    page = found.open("/report/2")
    page.keyboard.press("j")
    page.keyboard.press("c")
    page.wait_for_function("document.getElementById('said').textContent !== ''")
    assert page.evaluate("navigator.clipboard.readText()").endswith("/report/2#s-1")
    found.close()


def test_search_finds_while_one_types(watched: Watched) -> None:
    page = watched.open("/search")
    page.type("#q", "throttle")
    page.wait_for_selector("#results mark")
    assert "q=throttle" in page.url


def test_the_first_tab_leads_past_the_navigation(watched: Watched) -> None:
    page = watched.open("/story/1")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"


def test_everything_works_without_scripts(browser: Any, site: str) -> None:
    found = Watched(browser, site, java_script_enabled=False)
    for address in [*PAGES, *OTHERS]:
        page = found.open(address)
        assert page.inner_text("h1") or "/search" in address
    page = found.open("/")
    page.fill("#q", "throttle")
    page.click(".find button")
    assert page.locator("#results mark").count() > 0
    page = found.open("/paste")
    page.fill("#text_a", "Rain fell on Kyiv on Friday, killing 12 people, officials said.")
    page.fill("#text_b", "Rain fell on Kyiv on Friday, killing dozens, officials said.")
    page.click("button.main")
    assert page.locator("#change-1").count() == 1
    found.close()
