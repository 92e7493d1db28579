"""What every store does, SQLite or PostgreSQL: one suite over both."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from zlib import crc32

import pytest
from tests.postgres import running
from tests.store.made_up_reports import add, demo_reports, weather

from whence.corpus.kernels import choose_kernels
from whence.errors import StoreError, UsageError, WhenceError
from whence.export.kept_documents import kept_story_document
from whence.export.story_tables import story_csv, story_jsonl
from whence.flow.adding import Added, Adder
from whence.flow.desk import Desk
from whence.flow.find import find
from whence.reading.plain import read_text
from whence.records import Reject, StoryFilter
from whence.store.sql_store import SqlStore, open_store

BACKENDS = ["sqlite", "postgresql"]


@pytest.fixture(scope="session")
def postgres() -> Iterator[str | None]:
    """The address of a server of the tests' own, if PostgreSQL is installed."""
    with running() as address:
        yield address


def new_address(backend: str, name: str, folder: Path, postgres: str | None) -> str:
    """An address where there is no store yet."""
    if backend == "sqlite":
        return f"sqlite:///{folder / 'store.db'}"
    if postgres is None:
        pytest.skip("PostgreSQL is not installed here: apt install postgresql")
    from sqlalchemy import create_engine, text

    database = f"t{crc32(name.encode())}"
    engine = create_engine(postgres.replace("postgresql:", "postgresql+psycopg:"), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"DROP DATABASE IF EXISTS {database}"))
        connection.execute(text(f"CREATE DATABASE {database}"))
    engine.dispose()
    return postgres.rsplit("/", 1)[0] + f"/{database}"


@pytest.fixture(params=BACKENDS)
def address(request: pytest.FixtureRequest, tmp_path: Path, postgres: str | None) -> str:
    """An address where there is no store yet."""
    return new_address(request.param, request.node.name, tmp_path, postgres)


@pytest.fixture(scope="module", params=BACKENDS)
def filled(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, postgres: str | None
) -> Iterator[SqlStore]:
    """A store of the example, which is only read."""
    address = new_address(request.param, "filled", tmp_path_factory.mktemp("filled"), postgres)
    with open_store(address, make=True) as opened:
        add(opened, demo_reports())
        yield opened


@pytest.fixture
def store(address: str) -> Iterator[SqlStore]:
    """An empty store."""
    with open_store(address, make=True) as opened:
        yield opened


def exported(store: SqlStore) -> list[Any]:
    """Everything that a store says of its stories."""
    desk = Desk(store)
    found: list[Any] = []
    for line in desk.stories(StoryFilter(), limit=500):
        kept = desk.story(line.number)
        assert kept
        found.append(kept_story_document(kept, desk.figures(kept)))
        found.append(story_csv(kept.lines) + story_jsonl(kept.lines, kept.story.reports, kept.memberships))
    return found


def test_reports_come_back_as_they_were_read(filled: SqlStore) -> None:
    reports = demo_reports()
    kept = filled.reports(range(1, 7))
    assert [kept[number] for number in sorted(kept)] == reports


def test_findings_come_back_equal_and_slice_to_their_words(filled: SqlStore) -> None:
    reports = demo_reports()
    kept = filled.findings(range(1, 7))
    assert [kept[number] for number in sorted(kept)] == list(find(reports))


def test_what_is_there_is_passed_over(store: SqlStore) -> None:
    reports = demo_reports()
    assert add(store, reports) == Added(read=6, added=6)
    before = exported(store)
    assert add(store, reports) == Added(read=6, known=6)
    assert exported(store) == before


def test_lots_and_writers_make_no_difference(store: SqlStore, tmp_path: Path) -> None:
    reports = [*demo_reports(), *(weather(day) for day in range(3))]
    for report in reports:
        add(store, [report])
    with open_store(str(tmp_path / "at-once.db"), make=True) as other:
        add(other, reports)
        assert exported(other) == exported(store)


def test_a_report_of_a_taken_id_with_other_words_is_told_apart(store: SqlStore) -> None:
    first, second = weather(1), weather(2)
    add(store, [replace(first, id="same"), replace(second, id="same")])
    assert store.find_report("same") == 1
    assert store.find_report("same (2)") == 2
    assert add(store, [replace(second, id="same")]) == Added(read=1, known=1)


def test_the_very_text_of_another_is_kept_once_and_said_so(store: SqlStore) -> None:
    report = weather(1)
    add(store, [report, replace(report, id="again", outlet="Meridian Post")])
    first, second = (store.lines((1, 2))[number] for number in (1, 2))
    assert (first.same_text_as, second.same_text_as) == (None, 1)
    assert first.story == second.story
    again = store.findings((2,))[2]
    assert [quote.content[0].report_id for quote in again.quotes] == ["again"] * len(again.quotes)


def test_copies_are_one_story_with_who_came_from_whom(filled: SqlStore) -> None:
    desk = Desk(filled)
    number = desk.find_story("courier.txt") or 0
    kept = desk.story(filled.story_of(1) or number)
    assert kept is not None
    assert kept.line.copied >= 3
    assert kept.story.families[0].edges
    assert any(hop.changes for hop in kept.story.hops)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("ferry", True),
        ('"harbour wall"', True),
        ('"wall harbour"', False),
        ("FERRY -ferry", False),
        ("FERRY -shares", True),
        ('speaker:Reyk "told to wait"', True),
        ("speaker:Nobody", False),
        ("outlet:meridian ferry", True),
        ("outlet:unheard ferry", False),
        ("since:2024-03-12 until:2024-03-12 ferry", True),
        ("since:2024-03-13 ferry", False),
        ('ferry AND OR NOT ( ) * ^ : "', False),
        ("zażółć", False),
    ],
)
def test_a_query_finds_what_it_says(filled: SqlStore, query: str, expected: bool) -> None:
    hits = filled.search(query)
    assert bool(hits.hits) == expected
    for hit in hits.hits:
        text = filled.reports([hit.line.number])[hit.line.number].text
        for snippet in hit.snippets:
            assert text[snippet.start : snippet.start + len(snippet.text)] == snippet.text


def test_a_search_for_a_speaker_shows_what_was_said(filled: SqlStore) -> None:
    hits = filled.search("speaker:reyk").hits
    shown = [snippet.text[start:end] for hit in hits for snippet in hit.snippets for start, end in snippet.hits]
    assert len(hits) > 1
    assert all("wait" in words for words in shown)


def test_a_long_quote_is_shown_cut_between_words(store: SqlStore) -> None:
    said = " ".join(f"roof{number}" for number in range(60))
    add(store, [read_text(f"“We counted {said},” said Mayor Ilse Varga on Friday.\n\nShe left Halvern at noon.")])
    [snippet] = store.search("speaker:varga").hits[0].snippets
    [(start, end)] = snippet.hits
    assert snippet.text[start:end].startswith("“We counted roof0")
    assert len(snippet.text) < 500
    assert set(snippet.text.split()) <= set(f"“We counted {said} ".split())


def test_an_address_finds_its_report(store: SqlStore) -> None:
    add(store, [replace(weather(1), url="https://example.org/storm/"), weather(2)])
    assert [hit.line.number for hit in store.search("https://example.org/storm").hits] == [1]
    assert store.search("https://example.org/other").hits == ()


def test_a_query_that_cannot_be_understood_is_refused_in_one_line(store: SqlStore) -> None:
    with pytest.raises(UsageError, match="since:yesterday"):
        store.search("since:yesterday")
    with pytest.raises(UsageError, match="400 characters"):
        store.search("x" * 401)


def test_stories_are_narrowed_and_sorted(store: SqlStore) -> None:
    add(store, [*demo_reports(), weather(1)])
    every = store.stories(StoryFilter(sort="reports"))
    assert sum(line.reports for line in every) == 7
    assert [line.reports for line in every] == sorted((line.reports for line in every), reverse=True)
    assert store.count_stories(StoryFilter(least_reports=2)) == sum(line.reports > 1 for line in every)
    assert all("Coast Daily" in line.outlets for line in store.stories(StoryFilter(outlet="Coast Daily")))
    assert store.stories(StoryFilter(since="2025-01-01")) == ()
    assert all(line.copied for line in store.stories(StoryFilter(sort="copied")))


def test_speakers_are_found_with_what_they_said(filled: SqlStore) -> None:
    number = filled.speaker_number("Tomas Reyk")
    assert number is not None
    desk = Desk(filled)
    found = desk.speaker(number)
    assert found is not None
    line, quotes = found
    assert line.reports == len({quote.report.number for quote in quotes})
    assert desk.speakers(begins="tomas")[0].name == "Tomas Reyk"
    same = [quote for quote in quotes if "told to wait" in quote.quote.content[0].exact]
    shown = desk.quote(same[0].report.number, same[0].place)
    assert shown and len(shown.variants) > 1


def test_rejects_are_listed_once(store: SqlStore) -> None:
    reject = Reject("a.jsonl", "3", "bad_json", "is no JSON")
    add(store, [reject, weather(1)])
    add(store, [reject])
    assert store.rejects() == (reject,)
    assert store.holdings().rejects == 1


def test_words_that_no_database_takes_are_replaced_and_flagged(store: SqlStore) -> None:
    report = replace(weather(1), text=weather(1).text + " nul\0 and \ud800 alone", title="a\0b")
    add(store, [report])
    kept = store.reports([1])[1]
    assert len(kept.text) == len(report.text)
    assert "\0" not in kept.text
    assert "characters_replaced" in kept.flags
    assert add(store, [report]) == Added(read=1, known=1)


def test_verify_finds_nothing_in_what_was_added(store: SqlStore) -> None:
    add(store, [*demo_reports(), *(weather(day) for day in range(5))])
    assert list(store.verify()) == []


def test_verify_finds_an_altered_text(store: SqlStore) -> None:
    from sqlalchemy import text

    add(store, demo_reports())
    with store._engine.begin() as connection:
        connection.execute(text("UPDATE texts SET body = (SELECT body FROM texts WHERE number = 3) WHERE number = 2"))
    assert any("report 2" in line or "reports 1-" in line for line in store.verify())


def test_two_writers_cannot_overwrite_each_other(store: SqlStore) -> None:
    one, other = (Adder(store, choose_kernels(0), lambda *_: None) for _ in range(2))
    one.add([weather(1)])
    with pytest.raises(StoreError, match="another process has added"):
        other.add([weather(2)])
    assert store.holdings().reports == 1


def test_a_backup_says_the_same(store: SqlStore, tmp_path: Path) -> None:
    add(store, demo_reports())
    target = tmp_path / "copy.db"
    store.backup(target)
    with open_store(str(target)) as copy:
        assert exported(copy) == exported(store)
        assert list(copy.verify()) == []
        assert copy.search("ferry").total == store.search("ferry").total
    with pytest.raises(UsageError, match="there already"):
        store.backup(target)


def test_both_databases_say_the_same(postgres: str | None, tmp_path: Path) -> None:
    if postgres is None:
        pytest.skip("PostgreSQL is not installed here: apt install postgresql")
    reports = [*demo_reports(), *(weather(day) for day in range(4))]
    said = []
    for address in (str(tmp_path / "a.db"), postgres):
        with open_store(address, make=True) as opened:
            add(opened, reports)
            said.append((exported(opened), opened.search("ferry -storm"), opened.speakers(), opened.outlets(10)))
    assert said[0] == said[1]


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("mysql://a/b", "sqlite or postgresql"),
        ("postgresql://whence@127.0.0.1:1/none", "127.0.0.1"),
        ("/nowhere/there.db", "is no store"),
        ("nonsense://", "no address|sqlite or postgresql"),
    ],
)
def test_an_address_without_a_store_is_told_in_one_line(address: str, says: str) -> None:
    with pytest.raises(WhenceError, match=says) as caught:
        open_store(address)
    assert "\n" not in str(caught.value)


def test_a_file_that_is_no_store_is_told_so(tmp_path: Path) -> None:
    path = tmp_path / "notes.db"
    path.write_text("no database at all, whatever its name says " * 40)
    with pytest.raises(StoreError, match="is no SQLite file"):
        open_store(str(path))
    path.write_bytes(b"")
    with pytest.raises(StoreError, match="is no store of whence"):
        open_store(str(path))
