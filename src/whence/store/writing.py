"""Writing: one batch in one transaction, and the rows of stories that follow from it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

import orjson
from sqlalchemy import Connection, bindparam, delete, func, insert, select, update

from whence.errors import StoreError
from whence.records import Change, Family, Membership, Passage, Quote
from whence.store.batches import Batch, NewReport, TracedFamily
from whence.store.lots import in_lots
from whence.store.packing import pack
from whence.store.query import fold_words
from whence.store.rows import clean, found_by, named_speakers, report_row, text_row
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
    TEXTS,
)  # fmt: skip
from whence.store.story_rows import touch_story, write_stories
from whence.store.upserts import add_to, add_total, put_all, set_all


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
    write_stories(connection, touched, batch.stories)
    _touch_neighbours(connection, batch, touched)
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
    connection.execute(insert(TEXTS), [text_row(new) for new in reports])
    full_text.index(connection, [found_by(new.number, new.report.title, new.report.text) for new in reports])
    connection.execute(insert(MEMBERSHIPS), [_membership_row(new) for new in reports])
    _write_speech(connection, reports)
    outlets = Counter(new.report.outlet for new in reports if new.report.outlet)
    for outlet, more in sorted(outlets.items()):
        add_to(connection, OUTLETS, {"outlet": outlet}, {"reports": more})
    add_total(connection, "reports", len(reports))


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
    said = {new.number: speakers_of(new.found.quotes) for new in reports if new.found}
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
        add_total(connection, "speakers", len(new))
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


def _touch_neighbours(connection: Connection, batch: Batch, touched: set[int]) -> None:
    """Let pages know of stories whose reports share words with new ones of other stories."""
    numbers = sorted({pair.earlier for pair in batch.pairs})
    found: set[int] = set()
    for lot in in_lots(numbers):
        found |= set(connection.execute(select(REPORTS.c.story).where(REPORTS.c.number.in_(lot))).scalars())
    for lot in in_lots(sorted(found - touched)):
        condition = STORIES.c.number.in_(lot)
        connection.execute(update(STORIES).where(condition).values(revision=STORIES.c.revision + 1))


def _write_moves(connection: Connection, batch: Batch) -> set[int]:
    """Reports that are in another story or family now; the stories that this touches."""
    touched: set[int] = set()
    if batch.moved:
        for some in in_lots(batch.moved):
            left = connection.execute(select(REPORTS.c.story).where(REPORTS.c.number.in_(some))).scalars()
            touched |= set(left)
        set_all(connection, REPORTS.c.number, REPORTS.c.story, batch.moved)
        touched |= set(batch.moved.values())
    if batch.joined:
        set_all(connection, REPORTS.c.number, REPORTS.c.family, batch.joined)
        for some in in_lots(batch.joined):  # a family has the number of its first report
            connection.execute(delete(FAMILIES).where(FAMILIES.c.number.in_(some)))
    if batch.led:
        touched |= set(batch.led)
        for story in sorted(batch.led):
            touch_story(connection, story)
        set_all(connection, STORIES.c.number, STORIES.c.moved_to, batch.led)
    _write_due(connection, batch.due)
    return touched


def _write_due(connection: Connection, families: Iterable[int]) -> None:
    """Note the families that are to be traced; until then the number of their sources stays what it was."""
    rows = [
        {"number": family, "traced": None, "sources": 1.0, "sources_low": 1, "sources_high": 1, "due": 1}
        for family in sorted(families)
    ]
    put_all(connection, FAMILIES, "number", rows, kept=("sources", "sources_low", "sources_high"))


def _write_family(connection: Connection, traced: TracedFamily) -> set[int]:
    """A family, who of its reports came from whom, and what changed; the stories that this touches."""
    family, texts = traced.family, {report.id: report for report in traced.reports.values()}
    row = {
        "number": traced.number,
        "traced": pack(family, Family, texts),
        "sources": family.sources.expected,
        "sources_low": family.sources.low,
        "sources_high": family.sources.high,
        "due": 0,
    }
    put_all(connection, FAMILIES, "number", [row])
    _write_parents(connection, family, {report.id: number for number, report in traced.reports.items()})
    put_all(connection, HOPS, "child", [_hop_row(traced, *hop) for hop in traced.hops])
    numbers = list(traced.reports)
    stories: set[int] = set()
    for some in in_lots(numbers):
        stories |= set(connection.execute(select(REPORTS.c.story).where(REPORTS.c.number.in_(some))).scalars())
    return stories


def _hop_row(traced: TracedFamily, child: int, parent: int, changes: tuple[Change, ...]) -> dict[str, Any]:
    """What changed on an edge."""
    pair = {traced.reports[number].id: traced.reports[number] for number in (child, parent)}
    counts = Counter(change.kind for change in changes)
    packed = pack(changes, tuple[Change, ...], pair)
    told = {"figures": counts["figure"], "quotations": counts["quotation"]}
    return {"child": child, "parent": parent, "changes": packed, **told}


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


def _write_rejects(connection: Connection, batch: Batch) -> None:
    """What could not be read, each once."""
    for reject in batch.rejects:
        key = {"source": clean(reject.source), "place": clean(reject.where), "code": reject.code}
        known = select(REJECTS.c.code).where(*(REJECTS.c[name] == value for name, value in key.items()))
        if connection.execute(known).first() is None:
            connection.execute(insert(REJECTS).values(**key, reason=clean(reject.reason)))
            add_total(connection, "rejects", 1)


def _write_progress(connection: Connection, batch: Batch) -> None:
    """How far each source has been read, and the writer's memory."""
    rows = [
        {"source": clean(source), "stamp": stamp, "taken": taken}
        for source, (stamp, taken) in sorted(batch.progress.items())
    ]
    put_all(connection, PROGRESS, "source", rows)
    if batch.snapshot:
        reports, parts = batch.snapshot
        connection.execute(delete(SNAPSHOTS))
        for part, data in enumerate(parts):
            connection.execute(insert(SNAPSHOTS).values(part=part, reports=reports, data=data))
