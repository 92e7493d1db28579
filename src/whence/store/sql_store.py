"""The store over SQLAlchemy: one class for SQLite and PostgreSQL, which differ only in how words are found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, func, select

from whence.errors import StoreError
from whence.records import (
    Change,
    Facet,
    Family,
    Findings,
    Hits,
    Holdings,
    Membership,
    Reject,
    Report,
    ReportLine,
    SpeakerLine,
    StoryFilter,
    StoryLine,
)  # fmt: skip
from whence.store import reading
from whence.store.backup import backup
from whence.store.batches import Batch
from whence.store.connect import open_engine, shown, translated
from whence.store.full_text import FullText, PostgresWords, SqliteWords
from whence.store.lots import in_lots
from whence.store.migrate import NEWEST, upgrade, version_of
from whence.store.protocol import Other, Standing
from whence.store.rows import digest_bytes
from whence.store.schema import FAMILIES, MEMBERSHIPS, PROGRESS, REPORTS, SNAPSHOTS, SPEAKERS, TEXTS
from whence.store.searching import search
from whence.store.verify import verify
from whence.store.writing import save_batch

WRITER_KEY = 0x77_68_65_6E_63_65  # of the lock that one writer holds in PostgreSQL: "whence"


def open_store(url: str, *, make: bool = False) -> SqlStore:
    """Open a store, its schema brought up to date where it is made or written to.

    Args:
        url: `sqlite:///path`, `postgresql://user@host/name`, or the path of a SQLite file.
        make: make it where there is none.

    Raises:
        StoreError: there is none, or it cannot be opened.
        UsageError: the URL is of no database that whence can use.
    """
    engine = open_engine(url, make=make)
    store = SqlStore(engine)
    try:
        with translated(shown(engine)):
            if make:
                with engine.connect().execution_options(writing=True) as connection, connection.begin():
                    upgrade(connection)
            else:
                with engine.connect() as connection:
                    _check(connection, shown(engine))
    except StoreError:
        engine.dispose()
        raise
    return store


def _check(connection: Connection, where: str) -> None:
    """Refuse a schema that is not the one of this version."""
    found = version_of(connection)
    if found is None:
        raise StoreError(f"{where}: is no store of whence; make one with: whence add SRC...")
    if found != NEWEST:
        raise StoreError(f"{where}: has schema {found}, here {NEWEST}; whence add brings an older one up to date")


class SqlStore:
    """A store in a database; the methods are those of `store.protocol.Store`."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._words: FullText = SqliteWords() if engine.dialect.name == "sqlite" else PostgresWords()

    def __enter__(self) -> SqlStore:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    def where(self) -> str:
        """The address without a password."""
        return shown(self._engine)

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        """A connection that sees one state."""
        with translated(self.where()), self._engine.connect() as connection:
            yield connection

    def save(self, batch: Batch) -> None:
        """Write a batch, whole or not at all; what was saved survives a power cut."""
        with (
            translated(self.where()),
            self._engine.connect().execution_options(writing=True) as connection,
            connection.begin(),
        ):
            if connection.dialect.name == "postgresql":
                connection.execute(select(func.pg_advisory_xact_lock(WRITER_KEY)))
            save_batch(connection, self._words, batch)

    def known(self, reports: Sequence[Report]) -> list[int | None]:
        """For each report the number of the one with its id and its content; 0 where only the id is taken."""
        with self._reading() as connection:
            found = reading.known_numbers(connection, [report.id for report in reports])
        numbers: list[int | None] = []
        for report in reports:
            number, digest = found.get(report.id, (None, b""))
            numbers.append(number if number is None or digest == digest_bytes(report.digest) else 0)
        return numbers

    def texts_known(self, digests: Sequence[bytes]) -> dict[bytes, int]:
        """The first report with each of some texts."""
        found: dict[bytes, int] = {}
        query = select(REPORTS.c.text_digest, func.min(REPORTS.c.number)).group_by(REPORTS.c.text_digest)
        with self._reading() as connection:
            for some in in_lots(set(digests)):
                rows = connection.execute(query.where(REPORTS.c.text_digest.in_(some)))
                found |= {bytes(digest): number for digest, number in rows}
        return found

    def progress(self, source: str, stamp: str) -> int:
        """How many items of a source have been taken in, if it is as it was."""
        with self._reading() as connection:
            query = select(PROGRESS.c.taken).where(PROGRESS.c.source == source, PROGRESS.c.stamp == stamp)
            return int(connection.execute(query).scalar() or 0)

    def standing(self) -> Standing:
        """How all reports stand."""
        with self._reading() as connection:
            query = select(
                REPORTS.c.id, REPORTS.c.story, REPORTS.c.family, REPORTS.c.minute, REPORTS.c.same_text_as,
                REPORTS.c.outlet, MEMBERSHIPS.c.held, MEMBERSHIPS.c.bridges,
            )  # fmt: skip
            joined = query.join(MEMBERSHIPS, MEMBERSHIPS.c.report == REPORTS.c.number).order_by(REPORTS.c.number)
            rows = connection.execute(joined).all()
        return Standing(*zip(*rows, strict=True)) if rows else Standing(*([()] * len(Standing._fields)))

    def fingerprints(self) -> Iterator[tuple[int, bytes]]:
        """The fingerprints of all reports, in order."""
        query = select(TEXTS.c.number, TEXTS.c.fingerprints).order_by(TEXTS.c.number)
        with self._reading() as connection:
            for number, data in connection.execution_options(yield_per=5_000).execute(query):
                yield number, bytes(data)

    def fingerprints_of(self, numbers: Iterable[int]) -> dict[int, bytes]:
        """The fingerprints of some reports."""
        query = select(TEXTS.c.number, TEXTS.c.fingerprints)
        with self._reading() as connection:
            rows = reading.read_some(connection, query, TEXTS.c.number, numbers)
            return {row["number"]: bytes(row["fingerprints"]) for row in rows}

    def snapshot(self) -> tuple[int, tuple[bytes, ...]] | None:
        """The writer's memory as last saved: of how many reports, in parts."""
        with self._reading() as connection:
            rows = connection.execute(select(SNAPSHOTS).order_by(SNAPSHOTS.c.part)).all()
        return (rows[0].reports, tuple(bytes(row.data) for row in rows)) if rows else None

    def due(self) -> tuple[int, ...]:
        """The families that are to be traced."""
        with self._reading() as connection:
            query = select(FAMILIES.c.number).where(FAMILIES.c.due == 1).order_by(FAMILIES.c.number)
            return tuple(connection.execute(query).scalars())

    def members(self, family: int) -> tuple[int, ...]:
        """The reports of a family, in order of arrival."""
        with self._reading() as connection:
            return reading.numbers_of(connection, REPORTS.c.family == family)

    def findings(self, numbers: Iterable[int]) -> dict[int, Findings]:
        """Reports with what was found in them."""
        with self._reading() as connection:
            return reading.read_findings(connection, numbers)

    def reports(self, numbers: Iterable[int]) -> dict[int, Report]:
        """Reports without it."""
        with self._reading() as connection:
            return reading.read_reports(connection, numbers)

    def lines(self, numbers: Iterable[int]) -> dict[int, ReportLine]:
        """Reports as lines of lists."""
        with self._reading() as connection:
            return reading.read_lines(connection, numbers)

    def story_reports(self, story: int) -> tuple[ReportLine, ...]:
        """The reports of a story, in order of time, undated ones last."""
        with self._reading() as connection:
            return reading.read_story_reports(connection, story)

    def memberships(self, numbers: Iterable[int]) -> dict[int, Membership]:
        """Why reports are in their stories."""
        with self._reading() as connection:
            return reading.read_memberships(connection, numbers)

    def families(self, numbers: Iterable[int], reports: dict[str, Report]) -> dict[int, Family]:
        """Families as traced; `reports` are those that their evidence points into."""
        with self._reading() as connection:
            return reading.read_families(connection, numbers, reports)

    def family_members(self, numbers: Iterable[int]) -> dict[int, int]:
        """The reports of some families: number and family."""
        with self._reading() as connection:
            return reading.read_family_members(connection, numbers)

    def family_of(self, numbers: Iterable[int]) -> dict[int, int]:
        """The family of each of some reports."""
        query = select(REPORTS.c.number, REPORTS.c.family)
        with self._reading() as connection:
            rows = reading.read_some(connection, query, REPORTS.c.number, numbers)
            return {row["number"]: row["family"] for row in rows}

    def hops(self, children: Iterable[int], reports: dict[int, Report]) -> dict[int, tuple[int, tuple[Change, ...]]]:
        """What changed on the way to each report: from which, and what."""
        with self._reading() as connection:
            return reading.read_hops(connection, children, reports)

    def others(self, number: int) -> tuple[Other, ...]:
        """The reports that share passages with one, those with most words first."""
        with self._reading() as connection:
            return reading.read_others(connection, number)

    def find_report(self, name: str) -> int | None:
        """The number of a report by its number, its id, its source, or the only id that begins so."""
        with self._reading() as connection:
            return reading.find_report(connection, name)

    def story_line(self, number: int) -> StoryLine | None:
        """A story as a line, if there are reports in it."""
        with self._reading() as connection:
            return reading.read_story_line(connection, number)

    def story_of(self, number: int) -> int | None:
        """The story that a number leads to: where its story went, or the one its report is in."""
        with self._reading() as connection:
            return reading.read_story_of(connection, number)

    def stories(self, wanted: StoryFilter, *, start: int = 0, limit: int = 50) -> tuple[StoryLine, ...]:
        """Stories as lines."""
        with self._reading() as connection:
            return reading.read_stories(connection, wanted, start, limit)

    def count_stories(self, wanted: StoryFilter) -> int:
        """How many there are, counted up to 1,000; 1,001 stands for more."""
        with self._reading() as connection:
            return reading.count_stories(connection, wanted)

    def outlets(self, limit: int) -> tuple[Facet, ...]:
        """The outlets with most reports."""
        with self._reading() as connection:
            return reading.read_outlets(connection, limit)

    def speakers(self, *, begins: str = "", start: int = 0, limit: int = 50) -> tuple[SpeakerLine, ...]:
        """Who is quoted, by most reports first."""
        with self._reading() as connection:
            return reading.read_speakers(connection, begins, start, limit)

    def speaker(self, number: int) -> SpeakerLine | None:
        """One who is quoted."""
        with self._reading() as connection:
            return reading.read_speaker(connection, SPEAKERS.c.number == number)

    def speaker_number(self, name: str) -> int | None:
        """The number of one by name."""
        with self._reading() as connection:
            line = reading.read_speaker(connection, SPEAKERS.c.name == name)
        return line.number if line else None

    def speech(self, speaker: int, *, start: int = 0, limit: int = 25) -> tuple[int, ...]:
        """The reports that quote somebody, newest first."""
        with self._reading() as connection:
            return reading.read_speech(connection, speaker, start, limit)

    def latest_heard(self, *, start: int = 0, limit: int = 25) -> tuple[int, ...]:
        """The reports that came last, newest first, those left out that have another's very text."""
        with self._reading() as connection:
            return reading.read_latest_heard(connection, start, limit)

    def search(self, query: str, *, start: int = 0, limit: int = 20) -> Hits:
        """What a query finds, newest first."""
        with self._reading() as connection:
            return search(connection, self._words, query, start, limit)

    def rejects(self, *, start: int = 0, limit: int = 100) -> tuple[Reject, ...]:
        """What could not be read."""
        with self._reading() as connection:
            return reading.read_rejects(connection, start, limit)

    def holdings(self) -> Holdings:
        """What there is in all."""
        with self._reading() as connection:
            return reading.read_holdings(connection)

    def verify(self) -> Iterator[str]:
        """What does not fit together, a line each."""
        with self._reading() as connection:
            yield from verify(connection)

    def backup(self, target: Path) -> None:
        """Copy everything into a new SQLite file, while others read and write."""
        backup(self._engine, target)
