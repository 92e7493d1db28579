"""Verifying: whatever a store says, held against what it says it about."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, func, select, text
from sqlalchemy.exc import SQLAlchemyError

from whence.errors import StoreError
from whence.records import Passage
from whence.store.lots import in_lots
from whence.store.packing import unpack
from whence.store.reading import read_families, read_family_members, read_findings, read_hops, read_reports
from whence.store.rows import text_digest
from whence.store.schema import FAMILIES, HOPS, MEMBERSHIPS, PAIRS, REPORTS, STORIES, TEXTS, TOTALS

LOT = 200  # reports held at a time


def verify(connection: Connection) -> Iterator[str]:
    """What does not fit together, a line each.

    Args:
        connection: to the store; it is only read.
    """
    yield from _database(connection)
    yield from _numbers(connection)
    total = connection.execute(select(func.coalesce(func.max(REPORTS.c.number), 0))).scalar_one()
    for lot in in_lots(range(1, total + 1), LOT):
        yield from _reports(connection, lot)
    yield from _families(connection)
    yield from _hops(connection)
    yield from _pairs(connection)


def _database(connection: Connection) -> Iterator[str]:
    """What the database itself finds."""
    if connection.dialect.name != "sqlite":
        return
    for (line,) in connection.execute(text("PRAGMA integrity_check(20)")):
        if line != "ok":
            yield f"database: {line}"
    try:
        connection.execute(text("INSERT INTO words(words) VALUES ('integrity-check')"))
    except SQLAlchemyError as error:
        yield f"search index: {str(getattr(error, 'orig', error)).splitlines()[0]}"


def _numbers(connection: Connection) -> Iterator[str]:
    """Numbers that miss, and rows that point at nothing."""
    count, last = connection.execute(select(func.count(), func.coalesce(func.max(REPORTS.c.number), 0))).one()
    if count != last:
        yield f"reports: {count} rows, numbered up to {last}"
    for table, column in ((TEXTS, TEXTS.c.number), (MEMBERSHIPS, MEMBERSHIPS.c.report)):
        found = connection.execute(select(func.count(column))).scalar_one()
        if found != count:
            yield f"{table.name}: {found} rows for {count} reports"
    told = connection.execute(select(TOTALS.c.value).where(TOTALS.c.name == "reports")).scalar() or 0
    if told != count:
        yield f"totals: {told} reports said, {count} there"
    members = select(REPORTS.c.story, func.count().label("found")).group_by(REPORTS.c.story).subquery()
    rows = select(STORIES.c.number, STORIES.c.reports, members.c.found).outerjoin(
        members, members.c.story == STORIES.c.number
    )
    for number, said, found in connection.execute(rows.where(STORIES.c.reports != func.coalesce(members.c.found, 0))):
        yield f"story {number}: {said} reports said, {found or 0} there"
    homeless = select(REPORTS.c.number).where(~REPORTS.c.story.in_(select(STORIES.c.number)))
    for (number,) in connection.execute(homeless.limit(20)):
        yield f"report {number}: its story is not there"


def _reports(connection: Connection, lot: tuple[int, ...]) -> Iterator[str]:
    """Texts against their hashes, findings against the words: what was kept as positions must still read back."""
    digests = {
        row.number: row.text_digest
        for row in connection.execute(
            select(REPORTS.c.number, REPORTS.c.text_digest).where(REPORTS.c.number.between(lot[0], lot[-1]))
        )
    }
    try:
        kept = read_findings(connection, lot)
    except (ValueError, TypeError, KeyError, IndexError) as error:
        yield f"reports {lot[0]}-{lot[-1]}: what was found cannot be read: {error}"
        return
    for number, one in sorted(kept.items()):
        if text_digest(one.report.text) != bytes(digests[number]):
            yield f"report {number}: its text is not the one that was kept"
        size = len(one.report.text)
        for quote in one.quotes:
            for piece in (*quote.content, *quote.source, *quote.cue):
                if not 0 <= piece.start < piece.end <= size:
                    yield f"report {number}: a quote at {piece.start}-{piece.end} is outside the text"
        for figure in one.figures:
            if not 0 <= figure.evidence.start < figure.evidence.end <= size:
                yield f"report {number}: a figure at {figure.evidence.start} is outside the text"
        for part in one.report.parts:
            if not 0 <= part.start <= part.end <= size:
                yield f"report {number}: its {part.role} is outside the text"


def _families(connection: Connection) -> Iterator[str]:
    """Families that cannot be read or name reports that are not theirs."""
    for some in in_lots(connection.execute(select(FAMILIES.c.number)).scalars().all(), LOT):
        members = read_family_members(connection, some)
        reports = read_reports(connection, members)
        by_id = {report.id: report for report in reports.values()}
        try:
            families = read_families(connection, some, by_id)
        except (ValueError, TypeError, KeyError, IndexError, StoreError) as error:
            yield f"families {some[0]}-{some[-1]}: cannot be read: {error}"
            continue
        for number, family in families.items():
            own = {reports[report].id for report, its in members.items() if its == number}
            if {report for version in family.versions for report in version.reports} != own:
                yield f"family {number}: was traced from other reports than it has"


def _hops(connection: Connection) -> Iterator[str]:
    """Changes that cannot be read."""
    for some in in_lots(connection.execute(select(HOPS.c.child, HOPS.c.parent)).all(), LOT):
        reports = read_reports(connection, {number for row in some for number in row})
        try:
            read_hops(connection, [row.child for row in some], reports)
        except (ValueError, TypeError, KeyError, IndexError) as error:
            yield f"changes on the way to reports {some[0].child}-{some[-1].child}: cannot be read: {error}"


def _pairs(connection: Connection) -> Iterator[str]:
    """Passages that do not lie in both texts."""
    sizes = {
        row.number: row.size for row in connection.execute(select(TEXTS.c.number, TEXTS.c.characters.label("size")))
    }
    rows = connection.execute(select(PAIRS.c.later, PAIRS.c.earlier, PAIRS.c.passages))
    for later, earlier, packed in rows:
        try:
            passages: tuple[Passage, ...] = unpack(packed, tuple[Passage, ...], {})
        except (ValueError, TypeError, IndexError) as error:
            yield f"pair {earlier}, {later}: cannot be read: {error}"
            continue
        if not {later, earlier} <= sizes.keys():
            yield f"pair {earlier}, {later}: one of the two is not there"
        elif any(p.a.end > sizes[earlier] or p.b.end > sizes[later] for p in passages):
            yield f"pair {earlier}, {later}: a passage is outside the text"
