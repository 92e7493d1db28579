"""Hostile reports: whatever they hold is shown as text, and what cannot be seen is shown as a label."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from starlette.testclient import TestClient

from tests.store.made_up_reports import desk_of
from whence.reading.plain import read_text
from whence.records import Published, Report
from whence.web.app import create_app

EVIL = '"><script>alert(1)</script><img src=x onerror=alert(1)>{{7919*7907}}</textarea>'
PAGES = ("/", "/stories", "/story/1", "/story/1/tree", "/report/1", "/report/2", "/compare/1/2", "/quotes", "/speakers",
         "/speaker/1", "/quote/1/0", "/search?q=Friday")  # fmt: skip


class Elements(HTMLParser):
    """Collects the elements of a page with their attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def assert_harmless(text: str) -> None:
    """No element, attribute or address that a report could have brought."""
    parser = Elements()
    parser.feed(text)
    for tag, attributes in parser.found:
        assert tag not in ("img", "iframe", "object", "embed", "base", "style", "foreignobject", "video"), tag
        assert not [name for name in attributes if name.startswith("on") or name == "style"]
        assert tag != "script" or str(attributes["src"]).startswith("/static/")
        href = attributes.get("href") or ""
        assert re.match(r"(/|#|https?://|$)", href), href
        if href.startswith("http"):
            assert attributes["rel"] == "noopener noreferrer nofollow"
    assert not re.search("[\u202a-\u202e\u2066-\u2069\u200b\ufeff\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", text)


def evil_reports() -> list[Report]:
    """Two reports that are hostile wherever a report has words."""
    told = f"Rain {EVIL} fell on Kyiv\u202e on Friday, killing 12\u200b people, \x1b[31mofficials said. "
    told += f"“We were told to wait {EVIL} for the boats,” said Jane <b>Roe</b>, the mayor, on Friday. "
    told += f"“We saw {EVIL} it all from the quay,” Ilse Varga said.\n\n"
    reports = [
        read_text(told + f"Number {number} and \x07 more: killing {number} people."[number:]) for number in (13, 21)
    ]
    return [
        replace(report, id=f"r{number}'\"><b>", outlet=f"Out{EVIL}\u202e{number}", title=f"T{EVIL}", byline=EVIL,
                url=f"javascript:alert('{number}')", source=f"../{EVIL}",
                published=Published(f"2024-05-0{number + 1}T10:00", "minute", "record", "<b>Z"))
        for number, report in enumerate(reports)
    ]  # fmt: skip


@pytest.fixture(scope="module")
def evil(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    with desk_of(evil_reports(), tmp_path_factory.mktemp("evil")) as desk:
        yield TestClient(create_app(desk), base_url="http://localhost")


@pytest.mark.parametrize("address", PAGES)
def test_a_hostile_report_is_shown_as_text_everywhere(evil: TestClient, address: str) -> None:
    answer = evil.get(address)
    assert answer.status_code == 200
    assert_harmless(answer.text)
    assert str(7919 * 7907) not in answer.text


def test_what_cannot_be_seen_is_shown_as_a_label(evil: TestClient) -> None:
    assert 'title="right-to-left override">U+202E' in evil.get("/report/1").text


def test_an_address_that_is_not_of_the_web_is_no_link(evil: TestClient) -> None:
    assert "javascript:" not in evil.get("/report/1").text


@pytest.mark.parametrize("query", [EVIL, "\u202e<b>", '"' * 50, "%00", "'; DROP TABLE x --", "speaker:<script>"])
def test_a_hostile_query_is_shown_as_text(evil: TestClient, query: str) -> None:
    answer = evil.get("/search", params={"q": query})
    assert answer.status_code == 200
    assert_harmless(answer.text.replace("\u202e", "", 1) if "\u202e" in query else answer.text)


def test_hostile_pasted_texts_are_shown_as_text(evil: TestClient) -> None:
    a, b = (report.text for report in evil_reports())
    answer = evil.post("/paste", data={"text_a": a, "text_b": b, "outlet_a": EVIL})
    assert answer.status_code == 200
    assert_harmless(answer.text)
