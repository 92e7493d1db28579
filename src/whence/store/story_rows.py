"""The rows of stories, which follow from the rows of their reports."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Any, NamedTuple

import orjson
from sqlalchemy import Connection, delete, insert, select, update

from whence.families.summary import add_counts
from whence.records import SourceCount
from whence.store.batches import StoryWords
from whence.store.lots import in_lots
from whence.store.schema import FAMILIES, HOPS, REPORTS, STORIES, STORY_OUTLETS
from whence.store.upserts import add_total, put_all

LISTED_OUTLETS = 50
UNDATED = -(1 << 40)  # minutes: stories without a date come last


def write_stories(connection: Connection, touched: set[int], words: dict[int, StoryWords]) -> None:
    """The rows of stories that something was touched in; what nobody is in any more has no reports."""
    for lot in in_lots(sorted(touched)):
        facts = _read_facts(connection, lot)
        rows = [_story_row(story, facts, words.get(story)) for story in lot if facts.reports[story]]
        empty = [story for story in lot if not facts.reports[story]]
        connection.execute(delete(STORY_OUTLETS).where(STORY_OUTLETS.c.story.in_(lot)))
        for story in empty:
            touch_story(connection, story)
        connection.execute(update(STORIES).where(STORIES.c.number.in_(empty)).values(reports=0))
        put_all(connection, STORIES, "number", rows)
        add_total(connection, "stories", sum(row["revision"] == 1 for row in rows))
        listed = [
            {"outlet": outlet, "story": row["number"], "last_minute": row["last_minute"]}
            for row in rows
            for outlet in sorted({one.outlet for one in facts.reports[row["number"]] if one.outlet})
        ]
        if listed:
            connection.execute(insert(STORY_OUTLETS), listed)


class _Facts(NamedTuple):
    """What the rows of some stories follow from: their reports, the rows before, the ids of stories merged into each,
    how many sources stand behind families, and what changed on the way to reports."""

    reports: dict[int, list[Any]]
    before: dict[int, Any]
    merged: dict[int, list[str]]
    sources: dict[int, SourceCount]
    changed: dict[int, tuple[int, int]]


def _read_facts(connection: Connection, stories: Sequence[int]) -> _Facts:
    """Read what the rows of some stories follow from."""
    c = REPORTS.c
    columns = (
        c.number, c.id, c.story, c.family, c.title, c.outlet, c.published, c.minute, c.parent_kind, c.same_text_as,
    )  # fmt: skip
    reports: dict[int, list[Any]] = defaultdict(list)
    for row in connection.execute(select(*columns).where(c.story.in_(stories)).order_by(c.number)):
        reports[row.story].append(row)
    before = {
        row["number"]: row
        for row in connection.execute(select(STORIES).where(STORIES.c.number.in_(stories))).mappings()
    }
    merged: dict[int, list[str]] = defaultdict(list)
    young = select(STORIES.c.moved_to, c.id).join(REPORTS, STORIES.c.number == c.number)
    for story, name in connection.execute(young.where(STORIES.c.moved_to.in_(stories)).order_by(c.number)):
        merged[story].append(name)
    every = [row for rows in reports.values() for row in rows]
    sources = {
        row.number: SourceCount(row.sources, row.sources_low, row.sources_high)
        for lot in in_lots({row.family for row in every})
        for row in connection.execute(select(FAMILIES).where(FAMILIES.c.number.in_(lot)))
    }
    changed = {
        row.child: (row.figures, row.quotations)
        for lot in in_lots(row.number for row in every)
        for row in connection.execute(
            select(HOPS.c.child, HOPS.c.figures, HOPS.c.quotations).where(HOPS.c.child.in_(lot))
        )
    }
    return _Facts(reports, before, merged, sources, changed)


def _story_row(story: int, facts: _Facts, words: StoryWords | None) -> dict[str, Any]:
    """The row of one story."""
    rows, before = facts.reports[story], facts.before.get(story)
    described = _described(story, words, before)
    titles = {row.number: row.title for row in rows}
    timed = sorted((row.minute, row.number, row.published) for row in rows if row.minute is not None)
    outlets = Counter(row.outlet for row in rows if row.outlet)
    alone = SourceCount(1.0, 1, 1)
    sources = add_counts([facts.sources.get(family, alone) for family in sorted({row.family for row in rows})])
    changed = [facts.changed.get(row.number, (0, 0)) for row in rows]
    return {
        "number": story,
        "moved_to": None,
        "title": titles.get(described["central"]) or next((title for title in titles.values() if title), None),
        "first": timed[0][2] if timed else None,
        "last": timed[-1][2] if timed else None,
        "last_minute": timed[-1][0] if timed else UNDATED,
        "reports": len(rows),
        "outlets": orjson.dumps([name for name, _ in outlets.most_common(LISTED_OUTLETS)]).decode(),
        "described": orjson.dumps({**described, "merged": facts.merged.get(story, [])}).decode(),
        "sources": sources.expected,
        "sources_low": sources.low,
        "sources_high": sources.high,
        "copied": sum(row.parent_kind is not None or row.same_text_as is not None for row in rows),
        "figures": sum(figures for figures, _ in changed),
        "quotations": sum(quotations for _, quotations in changed),
        "revision": before["revision"] + 1 if before else 1,
    }


def _described(story: int, words: StoryWords | None, before: Any) -> dict[str, Any]:
    """A story in words, as told now or before."""
    if words:
        return {"names": words.names, "places": words.places, "days": words.days, "central": words.central}
    if before:
        told: dict[str, Any] = orjson.loads(before["described"])
        return told
    return {"names": (), "places": (), "days": (), "central": story}


def touch_story(connection: Connection, story: int) -> None:
    """Let pages know that a story is another now."""
    connection.execute(update(STORIES).where(STORIES.c.number == story).values(revision=STORIES.c.revision + 1))
