"""What is typed into a search box is understood, and nothing that is typed can break a search."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.errors import UsageError
from whence.store.query import LONGEST_QUERY, read_query
from whence.store.snippets import find_snippets
from whence.store.sql_store import SqlStore, open_store


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> SqlStore:
    """An empty store."""
    return open_store(str(tmp_path_factory.mktemp("store") / "a.db"), make=True)


@pytest.mark.parametrize(
    ("typed", "understood"),
    [
        ("Rain", "rain"),
        ("“Rain” fell", "rain fell"),
        ('"Harbour  wall" -storm', '"harbour wall" -storm'),
        ("speaker:Reyk", "speaker:Reyk"),
        ('speaker:"Tomas Reyk" rain', 'rain speaker:"Tomas Reyk"'),
        ("OUTLET:Post since:2024-01-02", "outlet:Post since:2024-01-02"),
        ("1,000-day", '"1 000 day"'),
        ('"unfinished phrase', '"unfinished phrase"'),
        ("mailto:somebody", '"mailto somebody"'),
        (" https://example.org/a?b=c#d ", "https://example.org/a?b=c#d"),
    ],
)
def test_a_query_is_understood(typed: str, understood: str) -> None:
    assert read_query(typed).understood == understood
    assert read_query(understood).understood == understood


@pytest.mark.parametrize("typed", ["since:2024-13-01", "until:soon", "since:20240101"])
def test_a_day_that_is_none_is_refused(typed: str) -> None:
    with pytest.raises(UsageError, match="is no day"):
        read_query(typed)


@given(st.text(max_size=LONGEST_QUERY))
def test_no_query_breaks_the_search(store: SqlStore, typed: str) -> None:
    try:
        assert store.search(typed).hits == ()
    except UsageError as error:
        assert "\n" not in str(error).replace(typed, "")


def test_a_snippet_begins_and_ends_with_a_whole_word() -> None:
    text = "Alpha bravo charlie delta " * 20 + "harbour " + "echo foxtrot golf hotel " * 20
    [snippet] = find_snippets(text, (("harbour",),))
    assert set(snippet.text.split()) <= set(text.split())
    [beginning] = find_snippets(text, (("nowhere",),))
    assert set(beginning.text.split()) <= set(text.split())


@given(st.text(alphabet="ab -.\n“”é", max_size=300), st.sampled_from([("a",), ("b", "a"), ("é",), ("e",)]))
def test_snippets_slice_the_text_and_their_hits(text: str, phrase: tuple[str, ...]) -> None:
    for snippet in find_snippets(text, (phrase,)):
        assert text[snippet.start : snippet.start + len(snippet.text)] == snippet.text
        assert all(0 <= start < end <= len(snippet.text) for start, end in snippet.hits)
