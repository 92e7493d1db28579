"""Templates: one environment for all pages, with the words and marks that the pages of comparisons already use."""

from __future__ import annotations

from jinja2 import Environment

from whence.export.html_templates import open_templates
from whence.export.html_wording import CLAIMANTS, outlink
from whence.records import Evidence, Published
from whence.web.wording import flat, moment_words, percent_words, shortened


def open_pages(assets: dict[str, str]) -> Environment:
    """The environment of the pages; templates of exported pages are found under their own names.

    Args:
        assets: the address of each file that pages refer to, by name.
    """
    templates = open_templates("whence.web")
    templates.filters |= {
        "when": moment_words,
        "claimed": _claimed,
        "outlink": outlink,
        "percent": percent_words,
        "flat": flat,
        "shortened": shortened,
        "words_link": words_link,
    }
    templates.globals |= {"assets": assets}
    return templates


def words_link(evidence: Evidence, number: int) -> str:
    """The address of some words of a report: its page, with the words marked.

    >>> words_link(Evidence("a", 3, 9, "Friday"), 12)
    '/report/12?at=3-9#here'
    """
    return f"/report/{number}?at={evidence.start}-{evidence.end}#here"


def _claimed(published: Published | None) -> str:
    """Where a time comes from; empty for none."""
    return CLAIMANTS[published.claimed_by] if published else ""
