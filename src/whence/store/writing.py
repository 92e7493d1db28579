"""Writing: one batch in one transaction, and the rows of stories that follow from it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

import orjson
from sqlalchemy import Connection, bindparam, delete, func, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite

from whence.errors import StoreError
from whence.families.summary import add_counts
from whence.records import Change, Family, Membership, Passage, Quote, SourceCount
from whence.store.batches import Batch, NewReport, StoryWords, TracedFamily
from whence.store.lots import in_lots
from whence.store.packing import pack
from whence.store.query import fold_words
from whence.store.rows import clean, report_row, text_row
from whence.store.schema import (
    FAMILIES,
    HOPS,
    MEMBERSHIPS,
    OUTLETS,
    PAIRS,
    PROGRESS,
    REJECTS,
    REPORTS,
    SNAPSHOTS,
    SPEAKERS,
    SPEECH,
    STORIES,
    STORY_OUTLETS,
    TEXTS,
    TOTALS,
)  # fmt: skip

LISTED_OUTLETS = 50
UNDATED = -(1 << 40)  # minutes: stories without a date come last


def save_batch(connection: Connection, full_text: Any, batch: Batch) -> None:
    """Write a batch.

    Args:
        connection: in a transaction of its own.
        full_text: how words are indexed.
        batch: what is new.
    """
    _write_reports(connection, full_text, batch.reports)
    _write_pairs(connection, batch)
    touched = {new.story for new in batch.reports} | _write_moves(connection, batch)
    for traced in batch.traced:
        touched |= _write_family(connection, traced)
    _write_stories(connection, touched, batch.stories)
    _write_rejects(connection, batch)
    _write_progress(connection, batch)


def _write_reports(connection: Connection, full_text: Any, reports: Sequence[NewReport]) -> None:
    """Reports, their texts, why each is in its story, who speaks in them."""
    if not reports:
        return
    last = connection.execute(select(func.coalesce(func.max(REPORTS.c.number), 0))).scalar_one()
    if last != reports[0].number - 1:
        raise StoreError("another process has added reports meanwhile; nothing of this lot was kept, run it again")
    connection.execute(insert(REPORTS), [report_row(new) for new in reports])
    rows = [text_row(new) for new in reports]
    connection.execute(insert(TEXTS), rows)
    full_text.index(connection, [(row["number"], row["title"], row["text"]) for row in rows])
    connection.execute(insert(MEMBERSHIPS), [_membership_row(new) for new in reports])
    _write_speech(connection, reports)
    outlets = Counter(new.report.outlet for new in reports if new.report.outlet)
    for outlet, count in sorted(outlets.items()):
        _add(connection, OUTLETS, {"outlet": outlet}, {"reports": count})
    _count(connection, "reports", len(reports))


def _membership_row(new: NewReport) -> dict[str, Any]:
    """Why a report is in its story."""
    bridges = orjson.dumps(new.bridges).decode() if new.bridges else None
    return {
        "report": new.number,
        "said": pack(new.membership, Membership, {}),
        "held": new.held,
        "bridges": bridges,
    }


def _write_speech(connection: Connection, reports: Sequence[NewReport]) -> None:
    """Who speaks in which report, and how often."""
    said = {new.number: speakers_of(new.found[2]) for new in reports if new.found}
    names = sorted({name for counts in said.values() for name in counts})
    numbers = _speaker_numbers(connection, names)
    rows = [
        {"speaker": numbers[name], "report": report, "quotes": count}
        for report, counts in said.items()
        for name, count in sorted(counts.items())
    ]
    if rows:
        connection.execute(insert(SPEECH), rows)
    totals: dict[int, list[int]] = defaultdict(lambda: [0, 0])
    for row in rows:
        totals[row["speaker"]][0] += 1
        totals[row["speaker"]][1] += row["quotes"]
    if totals:
        connection.execute(
            update(SPEAKERS)
            .where(SPEAKERS.c.number == bindparam("speaker"))
            .values(reports=SPEAKERS.c.reports + bindparam("more"), quotes=SPEAKERS.c.quotes + bindparam("said")),
            [{"speaker": number, "more": more, "said": quotes} for number, (more, quotes) in totals.items()],
        )


def speakers_of(quotes: Iterable[Quote]) -> dict[str, int]:
    """The named speakers of some quotes, and in how many each speaks."""
    return Counter(name for quote in quotes for name in named_speakers(quote))


def named_speakers(quote: Quote) -> list[str]:
    """Those who say a quote and have a name; one that is no name of this world is cut."""
    return list(dict.fromkeys(s.name[:200] for s in quote.speakers if s.name and s.kind != "unnamed"))


def _speaker_numbers(connection: Connection, names: Sequence[str]) -> dict[str, int]:
    """The numbers of speakers; new ones are given the next."""
    known: dict[str, int] = {}
    for some in in_lots(names):
        rows = connection.execute(select(SPEAKERS.c.name, SPEAKERS.c.number).where(SPEAKERS.c.name.in_(some)))
        known |= {row.name: row.number for row in rows}
    new = [name for name in names if name not in known]
    if new:
        last = connection.execute(select(func.coalesce(func.max(SPEAKERS.c.number), 0))).scalar_one()
        known |= {name: last + place for place, name in enumerate(new, 1)}
        connection.execute(
            insert(SPEAKERS),
            [
                {"number": known[name], "name": name, "folded": " ".join(fold_words(name)), "reports": 0, "quotes": 0}
                for name in new
            ],
        )
        _count(connection, "speakers", len(new))
    return known


def _write_pairs(connection: Connection, batch: Batch) -> None:
    """What reports share."""
    if batch.pairs:
        connection.execute(
            insert(PAIRS),
            [
                {
                    "later": pair.later,
                    "earlier": pair.earlier,
                    "words": pair.words,
                    "prose": pair.prose,
                    "coverage_earlier": pair.coverage_earlier,
                    "coverage_later": pair.coverage_later,
                    "passages": pack(pair.passages, tuple[Passage, ...], {}),
                }
                for pair in batch.pairs
            ],
        )


def _write_moves(connection: Connection, batch: Batch) -> set[int]:
    """Reports that are in another story or family now; the stories that this touches."""
    touched: set[int] = set()
    if batch.moved:
        for some in in_lots(batch.moved):
            left = connection.execute(select(REPORTS.c.story).where(REPORTS.c.number.in_(some))).scalars()
            touched |= set(left)
        _set(connection, REPORTS.c.number, REPORTS.c.story, batch.moved)
        touched |= set(batch.moved.values())
    if batch.joined:
        _set(connection, REPORTS.c.number, REPORTS.c.family, batch.joined)
    if batch.led:
        touched |= set(batch.led)
        for story in sorted(batch.led):
            _touch_story(connection, story)
        _set(connection, STORIES.c.number, STORIES.c.moved_to, batch.led)
    if batch.gone:
        connection.execute(delete(FAMILIES).where(FAMILIES.c.number.in_(batch.gone)))
    for family in sorted(batch.due):
        values = {"traced": None, "sources": 1.0, "sources_low": 1, "sources_high": 1, "due": 1}
        _put(connection, FAMILIES, {"number": family}, values, kept=("sources", "sources_low", "sources_high"))
    return touched


def _write_family(connection: Connection, traced: TracedFamily) -> set[int]:
    """A family, who of its reports came from whom, and what changed; the stories that this touches."""
    family, texts = traced.family, {report.id: report for report in traced.reports.values()}
    count = family.sources if family else SourceCount(float(len(traced.reports)), 1, len(traced.reports))
    values = {
        "traced": pack(family, Family, texts) if family else None,
        "sources": count.expected,
        "sources_low": count.low,
        "sources_high": count.high,
        "due": 0,
    }
    _put(connection, FAMILIES, {"number": traced.number}, values)
    if family:
        _write_parents(connection, family, {report.id: number for number, report in traced.reports.items()})
    for child, parent, changes in traced.hops:
        pair = {traced.reports[number].id: traced.reports[number] for number in (child, parent)}
        counts = Counter(change.kind for change in changes)
        packed = pack(changes, tuple[Change, ...], pair)
        told = {"changes": packed, "figures": counts["figure"], "quotations": counts["quotation"]}
        _put(connection, HOPS, {"child": child}, {"parent": parent, **told})
    numbers = list(traced.reports)
    stories: set[int] = set()
    for some in in_lots(numbers):
        stories |= set(connection.execute(select(REPORTS.c.story).where(REPORTS.c.number.in_(some))).scalars())
    return stories


def _write_parents(connection: Connection, family: Family, numbers: dict[str, int]) -> None:
    """What each report of a family has its text from."""
    rows = []
    for version in family.versions:
        edge = family.parent_of(version.id)
        parent = numbers.get(edge.parent) if edge else None
        own = _own_share(connection, numbers[version.id], parent) if parent else None
        for report in version.reports:
            first = report == version.id
            rows.append(
                {
                    "report": numbers[report],
                    "parent": parent if first else None,
                    "probability": edge.probability if edge and first else None,
                    "kind": edge.kind if edge and first else None,
                    "own": own if first else None,
                }
            )
    parents = {row["report"]: row["parent"] for row in rows}
    for lot in in_lots(parents):
        known = connection.execute(select(HOPS.c.child, HOPS.c.parent).where(HOPS.c.child.in_(lot))).all()
        stale = [row.child for row in known if row.parent != parents[row.child]]
        if stale:
            connection.execute(delete(HOPS).where(HOPS.c.child.in_(stale)))
    connection.execute(
        update(REPORTS)
        .where(REPORTS.c.number == bindparam("report"))
        .values(
            parent=bindparam("parent"),
            parent_probability=bindparam("probability"),
            parent_kind=bindparam("kind"),
            own_share=bindparam("own"),
        ),
        rows,
    )


def _own_share(connection: Connection, child: int, parent: int) -> float | None:
    """How much of a report its parent does not have (0-1); None where the two are no listed pair."""
    later, earlier = max(child, parent), min(child, parent)
    side = PAIRS.c.coverage_later if child == later else PAIRS.c.coverage_earlier
    covered = connection.execute(select(side).where(PAIRS.c.later == later, PAIRS.c.earlier == earlier)).scalar()
    return None if covered is None else round(max(0.0, 1 - covered), 4)


def _write_stories(connection: Connection, touched: set[int], words: dict[int, StoryWords]) -> None:
    """The rows of stories that something was touched in; what nobody is in any more has no reports."""
    for lot in in_lots(sorted(touched)):
        facts = _read_facts(connection, lot)
        rows = [_story_row(story, facts, words.get(story)) for story in lot if facts.reports[story]]
        empty = [story for story in lot if not facts.reports[story]]
        connection.execute(delete(STORY_OUTLETS).where(STORY_OUTLETS.c.story.in_(lot)))
        for story in empty:
            _touch_story(connection, story)
        connection.execute(update(STORIES).where(STORIES.c.number.in_(empty)).values(reports=0))
        _put_all(connection, STORIES, "number", rows)
        _count(connection, "stories", sum(row["revision"] == 1 for row in rows))
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


def _touch_story(connection: Connection, story: int) -> None:
    """Let pages know that a story is another now."""
    connection.execute(update(STORIES).where(STORIES.c.number == story).values(revision=STORIES.c.revision + 1))


def _write_rejects(connection: Connection, batch: Batch) -> None:
    """What could not be read, each once."""
    for reject in batch.rejects:
        key = {"source": clean(reject.source), "place": clean(reject.where), "code": reject.code}
        known = select(REJECTS.c.code).where(*(REJECTS.c[name] == value for name, value in key.items()))
        if connection.execute(known).first() is None:
            connection.execute(insert(REJECTS).values(**key, reason=clean(reject.reason)))
            _count(connection, "rejects", 1)


def _write_progress(connection: Connection, batch: Batch) -> None:
    """How far each source has been read, and the writer's memory."""
    for source, (stamp, items) in sorted(batch.progress.items()):
        _put(connection, PROGRESS, {"source": clean(source)}, {"stamp": stamp, "taken": items})
    if batch.snapshot:
        reports, parts = batch.snapshot
        connection.execute(delete(SNAPSHOTS))
        for part, data in enumerate(parts):
            connection.execute(insert(SNAPSHOTS).values(part=part, reports=reports, data=data))


def _count(connection: Connection, name: str, more: int) -> None:
    """Add to a total."""
    _add(connection, TOTALS, {"name": name}, {"value": more})


def _insert(connection: Connection, table: Any, row: dict[str, Any]) -> Any:
    """An insert that can meet a row that is there."""
    dialect: Any = sqlite if connection.dialect.name == "sqlite" else postgresql
    return dialect.insert(table).values(**row)


def _put(
    connection: Connection, table: Any, key: dict[str, Any], values: dict[str, Any], kept: Sequence[str] = ()
) -> None:
    """Write a row over the one of the same key, if there is one; what is `kept` stays as it is there."""
    changed = {name: value for name, value in values.items() if name not in kept}
    statement = _insert(connection, table, {**key, **values})
    connection.execute(statement.on_conflict_do_update(index_elements=list(key), set_=changed))


def _put_all(connection: Connection, table: Any, key: str, rows: Sequence[dict[str, Any]]) -> None:
    """Write rows over those of the same key."""
    if rows:
        dialect: Any = sqlite if connection.dialect.name == "sqlite" else postgresql
        statement = dialect.insert(table)
        changed = {name: statement.excluded[name] for name in rows[0] if name != key}
        connection.execute(statement.on_conflict_do_update(index_elements=[key], set_=changed), list(rows))


def _add(connection: Connection, table: Any, key: dict[str, Any], more: dict[str, int]) -> None:
    """Add to the counts of a row, made where there is none."""
    statement = _insert(connection, table, {**key, **more})
    sums = {name: table.c[name] + value for name, value in more.items()}
    connection.execute(statement.on_conflict_do_update(index_elements=list(key), set_=sums))


def _set(connection: Connection, key: Any, column: Any, values: dict[int, Any]) -> None:
    """Set a column of many rows."""
    connection.execute(
        update(key.table).where(key == bindparam("which")).values({column.name: bindparam("value")}),
        [{"which": which, "value": value} for which, value in sorted(values.items())],
    )
