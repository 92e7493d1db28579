"""What pages are kept by: cheap to ask for, and another whenever what the page shows is."""

from __future__ import annotations

from whence.flow.desk import Desk
from whence.web.page import Asked, Moved


def story_revision(desk: Desk, asked: Asked) -> str | None:
    """Of the story in a path; None where there is none."""
    line = desk.story_line(asked.numbers["number"])
    return str(line.revision) if line else None


def report_revision(desk: Desk, number: int) -> str | None:
    """Of a report, which changes with its story; None where there is none."""
    line = desk.report_line(number)
    story = desk.story_line(line.story) if line else None
    return f"{story.number}.{story.revision}" if story else None


def moved_story(desk: Desk, asked: Asked, page: str = "") -> Moved | None:
    """Where the story in a path stands now, if it went into another.

    Args:
        desk: what is asked.
        asked: the request.
        page: the rest of the path after the number of the story.
    """
    number = asked.numbers["number"]
    leads_to = desk.story_of(number)
    return Moved(f"/story/{leads_to}{page}") if leads_to not in (None, number) else None
