"""The page: a comparison as one self-contained HTML file, without scripts, fonts or anything from the network."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import NamedTuple

from whence.export.html_changes import list_changes
from whence.export.html_figures import list_figures
from whence.export.html_places import find_places
from whence.export.html_quotes import list_quotes
from whence.export.html_reasons import read_reasons
from whence.export.html_rows import lay_rows
from whence.export.html_shared import read_shared
from whence.export.html_templates import open_templates
from whence.export.html_wording import CLAIMANTS, Voice, flag_words, language_of, outlink, time_words
from whence.records import Comparison, Report

# Where the numbers begin in a sentence of lineage/summary.py; where it is worded otherwise, all of it is the headline.
_COUNTS = re.compile(r"(?<=\.) (?=\d+ words? |They share no passage)")


class ReportView(NamedTuple):
    """One report in the head of the page; what is not known is empty."""

    letter: str
    outlet: str
    headline: str
    byline: str
    time: str
    claimed_by: str
    source: str
    link: str
    flags: tuple[str, ...]
    language: str | None


class Summary(NamedTuple):
    """The summary: what the relation is, then the numbers."""

    first: str
    rest: str


def comparison_page(found: Comparison) -> str:
    """A comparison as one HTML page that needs no network, no script and no other file.

    Args:
        found: the comparison.

    Returns:
        The page. It shows every word of both reports, each sentence and each change with an anchor of its own.

    >>> from whence import compare
    >>> from whence.reading.plain import read_text
    >>> page = comparison_page(compare(read_text("Rain fell on <Kyiv>."), read_text("Snow fell on <Kyiv>.")))
    >>> page[:15], "&lt;Kyiv&gt;" in page, "<Kyiv>" in page
    ('<!doctype html>', True, False)
    """
    return open_templates().get_template("comparison.html").render(view_comparison(found))


def view_comparison(found: Comparison, *, quiet: bool = False) -> dict[str, object]:
    """Everything that the sections of a comparison show (`templates/sections.html`).

    Args:
        found: the comparison.
        quiet: whether changes of wording alone are left out of the list and shown as faintly as punctuation.

    Returns:
        Plain values. The number of a change is its place in the comparison, quiet or not, so that links last.
    """
    voice = Voice(found.relation.parent)
    places = find_places(found)
    changes = list_changes(found, places, voice)
    shown = found
    if quiet:  # the place of a change is its number: none may go, so wording is made to look like house style
        muted = tuple(replace(one, kind="house style") if one.kind == "wording" else one for one in found.changes)
        shown = replace(found, changes=muted)
    return {
        "summary": _summary(found.summary),
        "reports": (_report("A", found.a), _report("B", found.b)),
        "reasons": read_reasons(found, places),
        "changes": changes,
        "quiet": quiet,
        "quotes": list_quotes(found, places, voice),
        "figures": list_figures(found, places),
        "runs": lay_rows(shown, places, voice, changes.listed),
        "shared": read_shared(found, places),
        "voice": voice,
        "versions": found.relation.kind == "version",
        "same": found.a.text == found.b.text,
    }


def _summary(text: str) -> Summary:
    """The statement, which is the headline of the page, and from the first count on the numbers."""
    found = _COUNTS.search(text)
    return Summary(text[: found.start()], text[found.end() :]) if found else Summary(text, "")


def _report(letter: str, report: Report) -> ReportView:
    """One report for the head of the page."""
    published = report.published
    return ReportView(
        letter=letter,
        outlet=report.outlet or "",
        headline=report.title or "",
        byline=report.byline or "",
        time=time_words(published) if published else "",
        claimed_by=CLAIMANTS[published.claimed_by] if published else "",
        source=report.url or report.source.replace("\\", "/").rsplit("/", 1)[-1],
        link=outlink(report.url),
        flags=flag_words(report),
        language=language_of(report),
    )
