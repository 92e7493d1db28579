"""Web pages."""

from __future__ import annotations

import html
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from whence.reading.given import Given
from whence.reading.html import read_page
from whence.records import Report

FIRST = "Officials in the capital said on Friday that the talks would go on for another week, after a long pause."
SECOND = "The ministry said that it would publish the figures on Monday, when its office opens again after the snow."
HEAD = (
    '<title>Talks stall | Example Herald</title><meta property="og:site_name" content="Example Herald">'
    '<link rel="canonical" href="https://other.example/x"><meta name="author" content="Jane Roe">'
)


def _page(body: str, head: str = HEAD) -> bytes:
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8">{head}</head><body>{body}</body></html>'.encode()
    )


def _read(body: str, head: str = HEAD) -> Report:
    report = read_page(_page(body, head))
    assert report is not None
    return report


def _says(page: bytes, start: int, end: int) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]*>", "", page[start:end].decode("utf-8"))).split())


def _check_runs(page: bytes, report: Report) -> None:
    for run in report.runs:
        assert _says(page, run.byte_start, run.byte_end) == report.text[run.start : run.end]


def test_a_page_becomes_title_and_paragraphs() -> None:
    report = _read(f"<nav><a href=/>Home</a></nav><article><h1>Talks stall</h1><p>{FIRST}</p><p>{SECOND}</p></article>")
    assert report.text == f"Talks stall\n\n{FIRST}\n\n{SECOND}"
    assert (report.title, report.byline, report.outlet, report.language) == (
        "Talks stall",
        "Jane Roe",
        "Example Herald",
        "en",
    )
    assert [part.role for part in report.parts] == ["title", "paragraph", "paragraph"]


def test_the_outlet_is_never_taken_from_an_address() -> None:
    assert _read(f"<p>{FIRST}</p>", '<link rel="canonical" href="https://reuters.example/x">').outlet is None


def test_what_the_caller_knows_beats_the_page() -> None:
    report = read_page(_page(f"<p>{FIRST}</p>"), given=Given(outlet="Fetched There"))
    assert report is not None and report.outlet == "Fetched There"


@pytest.mark.parametrize(
    ("content", "iso", "grain"),
    [
        ("2024-11-29T18:05:00+02:00", "2024-11-29T18:05:00+02:00", "second"),
        ("2024-11-29", "2024-11-29", "day"),
        ("2024-11-29T00:00:00Z", "2024-11-29", "day"),
    ],
)
def test_the_time_of_day_is_kept_and_midnight_is_not_made_up(content: str, iso: str, grain: str) -> None:
    found = _read(f"<p>{FIRST}</p>", f'<meta property="article:published_time" content="{content}">').published
    assert found is not None and (found.iso, found.grain, found.claimed_by) == (iso, grain, "page")


def test_linked_data_gives_time_and_writers() -> None:
    data = '{"@type": "NewsArticle", "datePublished": "2024-11-29T10:00:00Z", "author": [{"name": "Jane Roe"}]}'
    report = _read(f"<p>{FIRST}</p>", f'<script type="application/ld+json">{data}</script>')
    assert report.byline == "Jane Roe"
    assert report.published is not None and report.published.iso == "2024-11-29T10:00:00+00:00"


HIDDEN = [
    "hidden",
    "style='display:none'",
    "style='font-size:0'",
    "aria-hidden=true",
    "style='position:absolute;left:-9999px'",
    "style='visibility: hidden'",
]


@pytest.mark.parametrize("how", HIDDEN)
def test_what_no_reader_sees_is_left_out_and_flagged(how: str) -> None:
    report = _read(
        f"<article><p>{FIRST}</p><p {how}>“I resign,” said nobody on any day at all.</p><p>{SECOND}</p></article>"
    )
    assert "resign" not in report.text
    assert SECOND in report.text
    assert "hidden_text" in report.flags


def test_every_run_leads_back_to_the_bytes_of_the_page() -> None:
    body = (
        f"<article><h1>Talks &amp; snow</h1><p>É <b>on a <i>truce</i></b>&nbsp;— {FIRST}<!-- no --> And&hellip; "
        "more<span hidden>X</span>.</p>"
        f"<p>“Cold,” he<br>said. {SECOND}</p></article>"
    )
    page, report = _page(body), _read(body)
    assert report.runs
    assert "runs_partial" not in report.flags
    _check_runs(page, report)
    covered = {position for run in report.runs for position in range(run.start, run.end)}
    assert all(position in covered for position, char in enumerate(report.text) if not char.isspace())


def test_a_page_too_deep_keeps_its_text_and_is_flagged() -> None:
    report = _read("<div>" * 3_000 + f"<p>{FIRST}</p>")
    assert FIRST in report.text
    assert "html_depth" in report.flags


def test_a_page_with_too_many_elements_is_flagged() -> None:
    report = _read("<p>a</p>" * 30_000 + f"<p>{FIRST}</p>")
    assert "html_limits" in report.flags


def test_an_unclosed_comment_takes_the_rest() -> None:
    report = _read(f"<p>{FIRST}</p><!-- {SECOND}")
    assert report.text == FIRST


def test_a_page_without_text_is_none() -> None:
    assert read_page(b"<html><body><script>x</script></body></html>") is None


BLOCKS = st.sampled_from(
    [
        f"<p>{FIRST}</p>",
        f"<div>{SECOND}",
        "<ul><li>One thing said here",
        "</ul>",
        "<b>bold &lt;tag&gt;</b>",
        "<h2>Snow</h2>",
        "<br>",
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(BLOCKS | st.text("<>&/ap\"' é“\n", max_size=12), min_size=1, max_size=15))
def test_runs_hold_on_odd_pages(blocks: list[str]) -> None:
    page = _page(f"<article><p>{FIRST}</p>{''.join(blocks)}</article>")
    report = read_page(page)
    assert report is not None
    for run in report.runs:
        said = " ".join(page[run.byte_start : run.byte_end].decode("utf-8").split())
        words = report.text[run.start : run.end]
        assert words.split()[0][:1] in said or "&" in said
