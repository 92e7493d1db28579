"""Reading: reports, stories and speakers from their rows. Every function takes a connection and gives out records."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, select

from whence.records import (
    Change,
    Facet,
    Family,
    Findings,
    Holdings,
    Membership,
    Passage,
    Reject,
    Report,
    ReportLine,
    SpeakerLine,
    StoryFilter,
    StoryLine,
)  # fmt: skip
from whence.store.lots import in_lots
from whence.store.packing import unpack
from whence.store.protocol import Other
from whence.store.query import fold_words
from whence.store.rows import line_of, report_of, story_line_of, unpack_findings
from whence.store.schema import (
    FAMILIES,
    HOPS,
    MEMBERSHIPS,
    OUTLETS,
    PAIRS,
    REJECTS,
    REPORTS,
    SPEAKERS,
    SPEECH,
    STORIES,
    STORY_OUTLETS,
    TEXTS,
    TOTALS,
)  # fmt: skip

COUNTED = 1_000  # beyond, a count is "more than"
BEFORE_DATES, AFTER_DATES = -(1 << 39), 1 << 40
SORTS = {
    "latest": STORIES.c.last_minute,
    "reports": STORIES.c.reports,
    "copied": STORIES.c.copied,
    "figures": STORIES.c.figures,
    "quotations": STORIES.c.quotations,
}


def read_some(
    connection: Connection, query: Select[Any], key: ColumnElement[Any], numbers: Iterable[int]
) -> Iterator[Any]:
    """The rows of a query for some numbers, as many at a time as one condition takes."""
    for some in in_lots(sorted(set(numbers))):
        yield from connection.execute(query.where(key.in_(some))).mappings()


def read_reports(connection: Connection, numbers: Iterable[int]) -> dict[int, Report]:
    """Reports with their texts."""
    query = select(REPORTS, TEXTS.c.body, TEXTS.c.reading).join(TEXTS, TEXTS.c.number == REPORTS.c.number)
    return {row["number"]: report_of(row) for row in read_some(connection, query, REPORTS.c.number, numbers)}


def read_findings(connection: Connection, numbers: Iterable[int]) -> dict[int, Findings]:
    """Reports with what was found in them; one that has another's very text has what was found there."""
    query = select(REPORTS, TEXTS).join(TEXTS, TEXTS.c.number == REPORTS.c.number)
    rows = list(read_some(connection, query, REPORTS.c.number, numbers))
    behind = {row["same_text_as"] for row in rows if row["findings"] is None}
    found = select(TEXTS.c.number, TEXTS.c.findings)
    data = {row["number"]: row["findings"] for row in read_some(connection, found, TEXTS.c.number, behind)}
    kept = {}
    for row in rows:
        report = report_of(row)
        packed = row["findings"] if row["findings"] is not None else data[row["same_text_as"]]
        kept[row["number"]] = unpack_findings(packed, report)
    return kept


def read_lines(connection: Connection, numbers: Iterable[int]) -> dict[int, ReportLine]:
    """Reports as lines of lists."""
    return {row["number"]: line_of(row) for row in read_some(connection, select(REPORTS), REPORTS.c.number, numbers)}


def read_story_reports(connection: Connection, story: int) -> tuple[ReportLine, ...]:
    """The reports of a story, in order of time, undated ones last."""
    query = select(REPORTS).where(REPORTS.c.story == story)
    query = query.order_by(func.coalesce(REPORTS.c.minute, AFTER_DATES), REPORTS.c.number)
    return tuple(line_of(row) for row in connection.execute(query).mappings())


def read_memberships(connection: Connection, numbers: Iterable[int]) -> dict[int, Membership]:
    """Why reports are in their stories."""
    rows = read_some(connection, select(MEMBERSHIPS), MEMBERSHIPS.c.report, numbers)
    return {row["report"]: unpack(row["said"], Membership, {}) for row in rows}


def read_families(connection: Connection, numbers: Iterable[int], reports: dict[str, Report]) -> dict[int, Family]:
    """Families that have been traced and whose reports are all among those given."""
    rows = read_some(connection, select(FAMILIES), FAMILIES.c.number, numbers)
    return {row["number"]: unpack(row["traced"], Family, reports) for row in rows if row["traced"] is not None}


def read_family_members(connection: Connection, numbers: Iterable[int]) -> dict[int, int]:
    """The reports of some families: number and family."""
    query = select(REPORTS.c.number, REPORTS.c.family)
    return {row["number"]: row["family"] for row in read_some(connection, query, REPORTS.c.family, numbers)}


def read_hops(
    connection: Connection, children: Iterable[int], reports: dict[int, Report]
) -> dict[int, tuple[int, tuple[Change, ...]]]:
    """What changed on the way to each report."""
    found = {}
    for row in read_some(connection, select(HOPS), HOPS.c.child, children):
        pair = [reports.get(number) for number in (row["child"], row["parent"])]
        texts = {report.id: report for report in pair if report}
        if len(texts) == 2:
            found[row["child"]] = (row["parent"], unpack(row["changes"], tuple[Change, ...], texts))
    return found


def read_others(connection: Connection, number: int) -> tuple[Other, ...]:
    """The reports that share passages with one."""
    query = select(PAIRS).where((PAIRS.c.later == number) | (PAIRS.c.earlier == number))
    rows = list(connection.execute(query.order_by(PAIRS.c.words.desc(), PAIRS.c.earlier, PAIRS.c.later)).mappings())
    pairs = [(row["later"] if row["earlier"] == number else row["earlier"], row) for row in rows]
    lines = read_lines(connection, [other for other, _ in pairs])
    return tuple(Other(lines[other], _passages(row, number)) for other, row in pairs)


def _passages(row: Any, number: int) -> tuple[Passage, ...]:
    """The passages of a pair with one of its reports as A."""
    passages: tuple[Passage, ...] = unpack(row["passages"], tuple[Passage, ...], {})
    if row["earlier"] == number:
        return passages
    return tuple(Passage(p.b, p.a, p.words, p.quoted_b, p.quoted_a, p.furniture) for p in passages)


def find_report(connection: Connection, name: str) -> int | None:
    """The number of a report by its number, its id, its source, or the only id that begins so."""
    if name.isascii() and name.isdigit() and len(name) < 10:
        found = connection.execute(select(REPORTS.c.number).where(REPORTS.c.number == int(name))).scalar()
        if found is not None:
            return int(found)
    following = name + "\U0010ffff"
    for condition in (
        REPORTS.c.id == name,
        (REPORTS.c.id >= name) & (REPORTS.c.id < following),
        REPORTS.c.source == name,
    ):
        numbers = list(connection.execute(select(REPORTS.c.number).where(condition).limit(2)).scalars())
        if len(numbers) == 1:
            return int(numbers[0])
    return None


def story_query() -> Select[Any]:
    """Stories with the id of the report that began each."""
    return select(STORIES, REPORTS.c.id).join(REPORTS, REPORTS.c.number == STORIES.c.number)


def read_story_line(connection: Connection, number: int) -> StoryLine | None:
    """A story as a line."""
    query = story_query().where(STORIES.c.number == number, STORIES.c.reports > 0)
    row = connection.execute(query).mappings().first()
    return story_line_of(row) if row else None


def read_story_of(connection: Connection, number: int) -> int | None:
    """The story that a number leads to."""
    story = connection.execute(
        select(STORIES.c.number).where(STORIES.c.number == number, STORIES.c.reports > 0)
    ).scalar()
    if story is not None:
        return int(story)
    found = connection.execute(select(REPORTS.c.story).where(REPORTS.c.number == number)).scalar()
    return None if found is None else int(found)


def read_stories(connection: Connection, wanted: StoryFilter, start: int, limit: int) -> tuple[StoryLine, ...]:
    """Stories as lines, sorted."""
    order = STORY_OUTLETS.c.last_minute if wanted.outlet and wanted.sort == "latest" else SORTS[wanted.sort]
    query = _wanted(story_query(), wanted).order_by(order.desc(), STORIES.c.number.desc()).offset(start).limit(limit)
    return tuple(story_line_of(row) for row in connection.execute(query).mappings())


def count_stories(connection: Connection, wanted: StoryFilter) -> int:
    """How many stories there are, counted up to COUNTED + 1."""
    found = _wanted(select(STORIES.c.number), wanted).limit(COUNTED + 1).subquery()
    return int(connection.execute(select(func.count()).select_from(found)).scalar_one())


def _wanted(query: Select[Any], wanted: StoryFilter) -> Select[Any]:
    """The condition that a filter makes."""
    query = query.where(STORIES.c.reports >= max(1, wanted.least_reports))
    if wanted.sort in ("copied", "figures", "quotations"):
        query = query.where(SORTS[wanted.sort] > 0)
    if wanted.outlet:
        query = query.join(STORY_OUTLETS, STORY_OUTLETS.c.story == STORIES.c.number)
        query = query.where(STORY_OUTLETS.c.outlet == wanted.outlet)
    if wanted.name:
        query = query.where(STORIES.c.described.like(f'%"{_escaped(wanted.name)}"%', escape="\\"))
    if wanted.since:
        query = query.where(STORIES.c.last >= wanted.since)
    if wanted.until:
        query = query.where(STORIES.c.first < wanted.until + "U")  # after any time of that day, which goes on with "T"
    return query


def _escaped(text: str) -> str:
    """A text in which no sign stands for others."""
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def read_outlets(connection: Connection, limit: int) -> tuple[Facet, ...]:
    """The outlets with most reports."""
    query = select(OUTLETS).order_by(OUTLETS.c.reports.desc(), OUTLETS.c.outlet).limit(limit)
    return tuple(Facet(row.outlet, row.reports) for row in connection.execute(query))


def read_speakers(connection: Connection, begins: str, start: int, limit: int) -> tuple[SpeakerLine, ...]:
    """Who is quoted."""
    query = select(SPEAKERS.c.number, SPEAKERS.c.name, SPEAKERS.c.reports, SPEAKERS.c.quotes)
    if begins:
        query = query.where(has_words(SPEAKERS.c.folded, begins))
    query = query.order_by(SPEAKERS.c.reports.desc(), SPEAKERS.c.number.desc()).offset(start).limit(limit)
    return tuple(SpeakerLine(*row) for row in connection.execute(query))


def read_speaker(connection: Connection, condition: ColumnElement[bool]) -> SpeakerLine | None:
    """One who is quoted."""
    query = select(SPEAKERS.c.number, SPEAKERS.c.name, SPEAKERS.c.reports, SPEAKERS.c.quotes).where(condition)
    row = connection.execute(query).first()
    return SpeakerLine(*row) if row else None


def has_words(column: ColumnElement[Any], words: str) -> ColumnElement[bool]:
    """The condition that a folded name has some words, the last of them perhaps only begun."""
    return (" " + column).like(f"% {_escaped(' '.join(fold_words(words)))}%", escape="\\")


def read_speech(connection: Connection, speaker: int, start: int, limit: int) -> tuple[int, ...]:
    """The reports that quote somebody, newest first."""
    query = select(SPEECH.c.report).join(REPORTS, REPORTS.c.number == SPEECH.c.report)
    query = query.where(SPEECH.c.speaker == speaker)
    order = func.coalesce(REPORTS.c.minute, BEFORE_DATES).desc(), REPORTS.c.number.desc()
    return tuple(connection.execute(query.order_by(*order).offset(start).limit(limit)).scalars())


def read_latest_heard(connection: Connection, start: int, limit: int) -> tuple[int, ...]:
    """The reports that came last, newest first, those left out that have another's very text."""
    query = select(REPORTS.c.number).where(REPORTS.c.same_text_as.is_(None)).order_by(REPORTS.c.number.desc())
    return tuple(connection.execute(query.offset(start).limit(limit)).scalars())


def read_rejects(connection: Connection, start: int, limit: int) -> tuple[Reject, ...]:
    """What could not be read."""
    query = select(REJECTS).order_by(REJECTS.c.source, REJECTS.c.place, REJECTS.c.code).offset(start).limit(limit)
    return tuple(Reject(row.source, row.place, row.code, row.reason) for row in connection.execute(query))


def read_holdings(connection: Connection) -> Holdings:
    """What there is in all."""
    totals = {row.name: row.value for row in connection.execute(select(TOTALS))}
    latest = select(STORIES.c.last).where(STORIES.c.reports > 0, STORIES.c.last_minute > BEFORE_DATES)
    first, last = (
        connection.execute(latest.order_by(order).limit(1)).scalar()
        for order in (STORIES.c.last_minute.asc(), STORIES.c.last_minute.desc())
    )
    counts = {name: totals.get(name, 0) for name in ("reports", "stories", "speakers", "rejects")}
    return Holdings(**counts, first=first, last=last)


def numbers_of(connection: Connection, condition: ColumnElement[bool]) -> tuple[int, ...]:
    """The reports that a condition is true of, in order of arrival."""
    return tuple(connection.execute(select(REPORTS.c.number).where(condition).order_by(REPORTS.c.number)).scalars())


def known_numbers(connection: Connection, ids: Sequence[str]) -> dict[str, tuple[int, bytes]]:
    """The reports of some ids: number and digest."""
    found: dict[str, tuple[int, bytes]] = {}
    for some in in_lots(ids):
        rows = connection.execute(
            select(REPORTS.c.id, REPORTS.c.number, REPORTS.c.digest).where(REPORTS.c.id.in_(some))
        )
        found |= {row.id: (row.number, bytes(row.digest)) for row in rows}
    return found
