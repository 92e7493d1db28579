"""The first page: a search box, the latest stories, and those with most to see."""

from __future__ import annotations

from typing import NamedTuple

from whence.export.kept_documents import story_line_document
from whence.export.quotes_documents import Json
from whence.flow.desk import Desk
from whence.records import StoryFilter, StoryLine, StorySort
from whence.web.page import Asked, Found, Page, View

LATEST, TELLING = 10, 5
INTERESTS: tuple[tuple[StorySort, str, str], ...] = (
    ("copied", "Most copied", "copied"),
    ("figures", "Figures changed on the way", "figures"),
    ("quotations", "Quotations altered", "quotations"),
)


class Interest(NamedTuple):
    """Stories in which there is most of one thing."""

    sort: StorySort
    heading: str
    counted: str
    stories: tuple[StoryLine, ...]


def look_up(desk: Desk, _: Asked) -> Found:
    """The latest stories and those of interest."""
    holdings = desk.holdings()
    latest = desk.stories(StoryFilter(), limit=LATEST)
    interests = [
        Interest(sort, heading, noun, tuple(
            one for one in desk.stories(StoryFilter(sort=sort, least_reports=2), limit=TELLING) if getattr(one, noun)
        ))
        for sort, heading, noun in INTERESTS
    ]  # fmt: skip

    def view() -> View:
        return {"holdings": holdings, "latest": latest, "interests": [one for one in interests if one.stories]}

    def document() -> Json:
        return {
            "schema": "whence.home/1",
            "holdings": holdings,
            "latest": [story_line_document(line) for line in latest],
            "by_interest": {one.sort: [story_line_document(line) for line in one.stories] for one in interests},
        }

    return Found(view, document)


PAGE = Page("home", "/", "What the store holds: the latest stories, and those with most to see", "home.html", look_up)
