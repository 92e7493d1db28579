"""Templates: one environment for all pages, with the words and marks that the pages of comparisons already use."""

from __future__ import annotations

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined

from whence import __version__
from whence.export.html_visible import visible, visible_space
from whence.export.html_wording import CLAIMANTS, counted
from whence.records import Evidence, Published
from whence.web.wording import flat, moment_words, outlink, percent_words, shortened


def open_templates(assets: dict[str, str]) -> Environment:
    """The environment of the pages.

    Args:
        assets: the address of each file that pages refer to, by name.

    Returns:
        An environment that escapes everything; templates of the export package are found under their own names.
    """
    templates = Environment(
        loader=ChoiceLoader([PackageLoader("whence.web"), PackageLoader("whence.export")]),
        autoescape=True,
        auto_reload=False,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    templates.filters |= {
        "visible": visible,
        "visible_space": visible_space,
        "counted": counted,
        "when": moment_words,
        "claimed": _claimed,
        "outlink": outlink,
        "percent": percent_words,
        "flat": flat,
        "shortened": shortened,
        "words_link": words_link,
    }
    templates.globals |= {"version": __version__, "assets": assets}
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
