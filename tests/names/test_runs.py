"""Runs of capitalised words, and lines in title case."""

from __future__ import annotations

import pytest

from whence.names.runs import find_runs
from whence.text.spans import Span


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("the Smith-Jones plan", [("Smith-Jones",)]),
        ("what O’Neil’s aide said", [("O’Neil",)]),
        ("to Gov. J. B. Roe now", [("Gov.", "J.", "B.", "Roe")]),
        ("that Ana van der Roe said", [("Ana", "van der", "Roe")]),
        ("he met Ana\u00a0Roe there", [("Ana", "Roe")]),
        ("nobody", []),
    ],
)
def test_a_run_holds_the_words_of_a_name(text: str, words: list[tuple[str, ...]]) -> None:
    found = [run.words for run in find_runs(text)]
    assert [" ".join(run) for run in found] == [" ".join(run) for run in words]


def test_every_word_stands_where_the_run_says() -> None:
    text = "Then Sen. Ana\u00a0de Roe of Vermont left."
    for run in find_runs(text):
        assert all(text.startswith(word, start) for word, start in zip(run.words, run.starts, strict=True))
        assert text[run.starts[0] : run.end_of(len(run.words))].replace("\u00a0", " ") == " ".join(run.words)


def test_a_line_in_title_case_is_marked() -> None:
    text = "Harbor Town Votes For Ana Roe\nAna Roe won the vote in town."
    assert [run.in_title for run in find_runs(text)] == [True, False]


def test_spared_spans_have_no_runs() -> None:
    assert [run.words for run in find_runs("Ana met Bo", (Span(0, 3),))] == [("Bo",)]
