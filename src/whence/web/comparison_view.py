"""A comparison for the template, by the same parts as the page that is exported; wording-only changes can be quiet."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from whence.export.html_changes import list_changes
from whence.export.html_figures import list_figures
from whence.export.html_places import find_places
from whence.export.html_quotes import list_quotes
from whence.export.html_reasons import read_reasons
from whence.export.html_rows import lay_rows
from whence.export.html_shared import read_shared
from whence.export.html_wording import CLAIMANTS, Voice, flag_words, language_of
from whence.records import Comparison, Report
from whence.web.page import View
from whence.web.wording import moment_words, outlink


class ReportHead(NamedTuple):
    """One of the two reports at the head of the page; what is not known is empty."""

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
    page: str


def view_comparison(found: Comparison, *, quiet: bool, pages: tuple[str, str] = ("", "")) -> View:
    """Everything that the template of a comparison needs.

    Args:
        found: the comparison.
        quiet: whether changes of wording alone are left out of the list and shown as faintly as punctuation.
        pages: the addresses of the pages of both reports; empty where they have none.

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
    first, _, rest = found.summary.partition(". ")
    return {
        "first": f"{first}." if rest else first,
        "rest": rest,
        "reports": (_head("A", found.a, pages[0]), _head("B", found.b, pages[1])),
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


def _head(letter: str, report: Report, page: str) -> ReportHead:
    """One report for the head of the page."""
    published = report.published
    return ReportHead(
        letter,
        report.outlet or "",
        report.title or "",
        report.byline or "",
        moment_words(published),
        CLAIMANTS[published.claimed_by] if published else "",
        report.url or report.source.replace("\\", "/").rsplit("/", 1)[-1],
        outlink(report.url),
        flag_words(report),
        language_of(report),
        page,
    )
