"""All stories as a table, narrowed by links; everything chosen is in the address."""

from __future__ import annotations

from whence.export.kept_documents import stories_document
from whence.export.quotes_documents import Json
from whence.flow.desk import Desk
from whence.records import StoryFilter, StorySort
from whence.web.page import Asked, Found, Page, Parameter, View, start_and_limit, turn_pages

SORTS: tuple[tuple[StorySort, str], ...] = (
    ("latest", "latest first"),
    ("reports", "most reports"),
    ("copied", "most copied"),
    ("figures", "most figures changed"),
    ("quotations", "most quotations altered"),
)
COUNTED = 1_000  # stories that a desk counts; of more it only says that there are more
LEAST = (("1", "any number"), ("2", "2 and more"), ("5", "5 and more"), ("20", "20 and more"))


def look_up(desk: Desk, asked: Asked) -> Found:
    """A page of the stories that are wanted."""
    sort = next(sort for sort, _ in SORTS if sort == asked.text("sort"))
    wanted = StoryFilter(
        asked.text("outlet") or None, asked.text("name") or None, asked.text("since") or None,
        asked.text("until") or None, asked.whole("least"), sort,
    )  # fmt: skip
    start, limit = asked.whole("start"), asked.whole("limit")
    lines = desk.stories(wanted, start=start, limit=limit)
    total = desk.count_stories(wanted)
    facets = {"outlet": desk.outlets()}

    def view() -> View:
        turns = turn_pages(
            asked, len(lines), more=start + len(lines) < total or (total > COUNTED and len(lines) == limit)
        )
        return {"lines": lines, "total": total, "facets": facets, "turns": turns,
                "counted": COUNTED, "sorts": SORTS, "least": LEAST}  # fmt: skip

    def document() -> Json:
        return {**stories_document(lines), "total": total, "start": start, "facets": facets}

    return Found(view, document)


PAGE = Page(
    "stories", "/stories", "The stories that the store holds", "stories.html", look_up,
    (
        Parameter("outlet", "only stories that this outlet reports"),
        Parameter("name", "only stories that name this"),
        Parameter("since", "only stories from this day on", "day"),
        Parameter("until", "only stories up to this day", "day"),
        Parameter("least", "of so many reports at least", "whole", "1", least=1, most=1_000_000),
        Parameter("sort", "what comes first", "choice", "latest", tuple(sort for sort, _ in SORTS)),
        *start_and_limit(50),
    ),
)  # fmt: skip
