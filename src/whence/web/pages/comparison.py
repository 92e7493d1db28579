"""Two reports side by side, sentence by sentence: why, what changed, who said what."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from whence.export.html_page import view_comparison
from whence.export.json_documents import comparison_document
from whence.export.quotes_documents import Json
from whence.flow.desk import Desk
from whence.records import Comparison, KeptStory
from whence.web.page import Asked, Found, Page, Parameter, View
from whence.web.revisions import report_revision


class Neighbours(NamedTuple):
    """The pairs before and after this one in its story; empty where there is none."""

    before: str
    after: str
    story: int


def look_up(desk: Desk, asked: Asked) -> Found | None:
    """Two reports compared."""
    a, b = asked.numbers["a"], asked.numbers["b"]
    found = desk.compare(a, b)
    if found is None:
        return None
    line = desk.report_line(b)
    kept = desk.story(line.story) if line else None
    return _found(found, asked, _neighbours((a, b), kept))


def revision(desk: Desk, asked: Asked) -> str | None:
    """What changes whenever either story does: its pairs are the neighbours of this one."""
    told = [report_revision(desk, asked.numbers[name]) for name in ("a", "b")]
    return f"{told[0]} {told[1]}" if all(told) else None


def _found(found: Comparison, asked: Asked, neighbours: Neighbours) -> Found:
    """The comparison as page and document."""

    def view() -> View:
        quiet = asked.text("wording") == "hide"
        pages = (f"/report/{asked.numbers['a']}", f"/report/{asked.numbers['b']}")
        return {
            **view_comparison(found, quiet=quiet),
            "pages": pages,
            "neighbours": neighbours,
            "unified": asked.text("view") == "unified",
            "turned": f"/compare/{asked.numbers['b']}/{asked.numbers['a']}",
            "other_view": asked.link(view="split" if asked.text("view") == "unified" else "unified"),
            "other_wording": asked.link(wording="show" if quiet else "hide"),
        }  # fmt: skip

    def document() -> Json:
        return comparison_document(found)

    return Found(view, document)


def _neighbours(pair: tuple[int, int], kept: KeptStory | None) -> Neighbours:
    """The pairs of a story in order: each report with what it has its text from, else with the one before it."""
    if kept is None:
        return Neighbours("", "", 0)
    pairs = [
        (line.parent if line.parent is not None else before.number, line.number)
        for before, line in pairwise(kept.lines)
    ]
    links = [f"/compare/{a}/{b}" for a, b in pairs]
    story = kept.line.number
    if pair not in pairs:
        return Neighbours("", links[0] if links else "", story)
    at = pairs.index(pair)
    return Neighbours(links[at - 1] if at else "", links[at + 1] if at + 1 < len(links) else "", story)


PAGE = Page(
    "compare", "/compare/{a:int}/{b:int}", "Two reports compared sentence by sentence", "compare.html", look_up,
    (
        Parameter("view", "side by side, or one below the other", "choice", "split", ("split", "unified")),
        Parameter("wording", "whether changes of wording alone are shown", "choice", "show", ("show", "hide")),
    ),
    revision,
)  # fmt: skip
