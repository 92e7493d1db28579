"""The page: a comparison as one self-contained HTML file, without scripts, fonts or anything from the network."""

from __future__ import annotations

import re
from typing import NamedTuple

from whence import __version__
from whence.export.html_changes import list_changes
from whence.export.html_figures import list_figures
from whence.export.html_places import find_places
from whence.export.html_quotes import list_quotes
from whence.export.html_reasons import read_reasons
from whence.export.html_rows import lay_rows
from whence.export.html_shared import read_shared
from whence.export.html_visible import visible, visible_space
from whence.export.html_wording import CLAIMANTS, Voice, counted, flag_words, language_of, time_words
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
    from jinja2 import Environment, PackageLoader, StrictUndefined

    templates = Environment(
        loader=PackageLoader("whence.export"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    templates.filters |= {"visible": visible, "visible_space": visible_space, "counted": counted}
    voice = Voice(found.relation.parent)
    places = find_places(found)
    changes = list_changes(found, places, voice)
    return templates.get_template("comparison.html").render(
        summary=_summary(found.summary),
        reports=(_report("A", found.a), _report("B", found.b)),
        reasons=read_reasons(found, places),
        changes=changes,
        quotes=list_quotes(found, places, voice),
        figures=list_figures(found, places),
        runs=lay_rows(found, places, voice, changes.listed),
        shared=read_shared(found, places),
        voice=voice,
        versions=found.relation.kind == "version",
        same=found.a.text == found.b.text,
        version=__version__,
    )


def _summary(text: str) -> Summary:
    """The statement, which is the headline of the page, and from the first count on the numbers."""
    found = _COUNTS.search(text)
    return Summary(text[: found.start()], text[found.end() :]) if found else Summary(text, "")


def _report(letter: str, report: Report) -> ReportView:
    """One report for the head of the page."""
    published = report.published
    url = report.url or ""
    return ReportView(
        letter=letter,
        outlet=report.outlet or "",
        headline=report.title or "",
        byline=report.byline or "",
        time=time_words(published) if published else "",
        claimed_by=CLAIMANTS[published.claimed_by] if published else "",
        source=url or report.source.replace("\\", "/").rsplit("/", 1)[-1],
        link=url if url.startswith(("http://", "https://")) else "",
        flags=flag_words(report),
        language=language_of(report),
    )
