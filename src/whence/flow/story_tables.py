"""The tables of stories and memberships: what is new, and what an earlier run has said of the rest."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from whence.corpus.tables import MEMBERSHIPS, STORIES, day_path, read_days, write_table
from whence.records import Clue, GroupedStory, Membership, Nearest
from whence.stories.describe import central_report, named_days_of, names_of
from whence.stories.grouper import Grouper

FACTS = ["id", "title", "outlet", "published", "source"]
LISTED_OUTLETS = 50
LOT = 5_000  # memberships that are held as records at a time


def write_stories(out: Path, tables: Path, grouper: Grouper, memberships: Iterable[Membership]) -> None:
    """Write both tables.

    Args:
        out: the folder of the corpus, with the tables of the run before.
        tables: where they are written.
        grouper: the stream.
        memberships: of the new reports, as they are put into stories.
    """
    said = pa.concat_tables([_table_before(out, "memberships", MEMBERSHIPS), *_in_lots(memberships)])
    facts = {row["id"]: row for row in read_facts(out)}
    stories: dict[int, list[str]] = defaultdict(list)
    for name in facts:
        stories[grouper.story(grouper.numbers[name])].append(name)
    places = {name: place for place, name in enumerate(said["report"].to_pylist())}  # of several the last
    said = said.take(pa.array([places[name] for name in facts], pa.int64()))
    before = _stories_before(out)
    merged: dict[int, list[str]] = defaultdict(list)
    for young in sorted(grouper.moved):
        merged[grouper.find(young)].append(grouper.ids[young])
    rows = [
        _kept(before.get(grouper.ids[number]), reports, merged[number])
        or _row(_describe(grouper, number, [facts[name] for name in reports], merged[number]))
        for number, reports in sorted(stories.items())
    ]
    write_table(tables / "stories.parquet", pa.Table.from_pylist(rows, schema=STORIES))
    write_table(tables / "memberships.parquet", _repaired(said, grouper))


def read_stories(out: Path) -> list[GroupedStory]:
    """The stories of a corpus, largest first, of equal ones the newest; of reports in order of time."""
    members: dict[str, list[str]] = defaultdict(list)
    for report, story in read_story_ids(out):
        members[story].append(report)
    rows = pq.read_table(out / "stories.parquet").to_pylist()
    stories = [
        GroupedStory(
            id=row["story"],
            title=row["title"],
            reports=tuple(members[row["story"]]),
            first=row["first"],
            last=row["last"],
            **{name: tuple(row[name]) for name in ("outlets", "names", "places", "days", "merged")},
        )
        for row in rows
    ]
    stories.sort(key=lambda story: (story.last or "", story.id), reverse=True)
    return sorted(stories, key=lambda story: -len(story.reports))


def read_story_ids(out: Path) -> Iterator[tuple[str, str]]:
    """Every report of a corpus and its story, in order of time."""
    table = pq.read_table(out / "memberships.parquet", columns=["report", "story"])
    yield from zip(table["report"].to_pylist(), table["story"].to_pylist(), strict=True)


def read_membership(out: Path, report: str) -> Membership | None:
    """Why a report is in its story; None where the corpus has no such report."""
    table = pq.read_table(out / "memberships.parquet", filters=[("report", "==", report)])
    return _membership(table.to_pylist()[0]) if table.num_rows else None


def find_report(out: Path, named: str) -> str | None:
    """The id of a report that is named by its id, its source, or the only id that begins so; None for others."""
    rows = list(read_facts(out))
    for found in (
        [row["id"] for row in rows if row["id"] == named],
        [row["id"] for row in rows if row["source"] == named],
        [row["id"] for row in rows if row["id"].startswith(named)],
    ):
        if len(found) == 1:
            return str(found[0])
    return None


def read_facts(out: Path) -> Iterator[dict[str, Any]]:
    """Id, headline, outlet, time and source of all reports, in order of time."""
    for day in read_days(out, "reports"):
        yield from pq.read_table(day_path(out, "reports", day), columns=FACTS).to_pylist()


def _table_before(out: Path, name: str, schema: Any) -> Any:
    """A table as an earlier run wrote it; empty where none has."""
    path = out / f"{name}.parquet"
    return pq.read_table(path, schema=schema) if path.exists() else schema.empty_table()


def _in_lots(memberships: Iterable[Membership]) -> list[Any]:
    """Memberships as tables: as records a hundred thousand take more memory than the stream."""
    rows, lots = iter(memberships), []
    while lot := [_membership_row(one) for one in islice(rows, LOT)]:
        lots.append(pa.Table.from_pylist(lot, schema=MEMBERSHIPS))
    return lots


def _stories_before(out: Path) -> dict[str, tuple[dict[str, Any], list[str]]]:
    """The rows of stories as an earlier run wrote them, each with its reports."""
    reports: dict[str, list[str]] = defaultdict(list)
    members = _table_before(out, "memberships", MEMBERSHIPS)
    for report, story in zip(members["report"].to_pylist(), members["story"].to_pylist(), strict=True):
        reports[story].append(report)
    rows = _table_before(out, "stories", STORIES).to_pylist()
    return {row["story"]: (row, reports[row["story"]]) for row in rows}


def _kept(
    before: tuple[dict[str, Any], list[str]] | None, reports: list[str], merged: list[str]
) -> dict[str, Any] | None:
    """A row as it was, unless reports have come to the story or left it."""
    return before[0] if before and before[1] == reports and before[0]["merged"] == merged else None


def _repaired(said: Any, grouper: Grouper) -> Any:
    """Memberships with the stories that reports are in now, which a repair may have changed."""
    columns = [said[name].to_pylist() for name in ("report", "story", "like", "because")]
    stories, because = [], []
    for report, before, like, why in zip(*columns, strict=True):
        story = grouper.story(grouper.numbers[report])
        beside = like is not None and grouper.story(grouper.numbers[like]) == story
        stories.append(grouper.ids[story])
        because.append("repair" if before != stories[-1] and not beside else why)
    for name, values in (("story", stories), ("because", because)):
        said = said.set_column(said.schema.get_field_index(name), name, pa.array(values, pa.string()))
    return said.combine_chunks()


def _describe(grouper: Grouper, number: int, rows: list[dict[str, Any]], merged: list[str]) -> GroupedStory:
    """A story with its headline, times, outlets, names and days."""
    central = grouper.ids[central_report(grouper, number)]
    titles = {row["id"]: row["title"] for row in rows}
    times = [row["published"] for row in rows if row["published"]]
    names, places = names_of(grouper, number)
    return GroupedStory(
        id=grouper.ids[number],
        title=titles.get(central) or next((title for title in titles.values() if title), None),
        reports=tuple(titles),
        first=times[0] if times else None,
        last=times[-1] if times else None,
        outlets=tuple(sorted({row["outlet"] for row in rows if row["outlet"]})[:LISTED_OUTLETS]),
        names=names,
        places=places,
        days=tuple(date.fromordinal(day).isoformat() for day in named_days_of(grouper, number)),
        merged=tuple(merged),
    )


def _row(story: GroupedStory) -> dict[str, Any]:
    """The row of a story."""
    lists = {name: list(getattr(story, name)) for name in ("outlets", "names", "places", "days", "merged")}
    return {
        "story": story.id,
        "title": story.title,
        "reports": len(story.reports),
        "first": story.first,
        "last": story.last,
        **lists,
    }


def _membership_row(one: Membership) -> dict[str, Any]:
    """The row of a membership."""
    nearest = one.nearest
    return {
        "report": one.report,
        "story": one.story,
        "answer": one.answer,
        "because": one.because,
        "like": one.like,
        "probability": one.probability,
        "nearest_story": nearest.story if nearest else None,
        "nearest_report": nearest.report if nearest else None,
        "nearest_probability": nearest.probability if nearest else None,
        "nearest_why": nearest.why if nearest else None,
        "clues": [{"name": clue.name, "weight": clue.weight, "says": clue.says} for clue in one.clues],
    }


def _membership(row: dict[str, Any]) -> Membership:
    """A membership from its row."""
    near = row["nearest_story"] is not None
    nearest = Nearest(*(row[f"nearest_{name}"] for name in ("story", "report", "probability", "why"))) if near else None
    clues = tuple(Clue(clue["name"], clue["says"], clue["weight"], ()) for clue in row["clues"])
    said = {name: row[name] for name in ("report", "story", "answer", "because", "like", "probability")}
    return Membership(**said, clues=clues, nearest=nearest)
