"""Wording: times, neutral findings, labels of rows."""

from __future__ import annotations

import pytest

from whence.export.html_wording import FLAG_NAMES, KIND_NAMES, Voice, neutral, time_words
from whence.records import Grain, Published


@pytest.mark.parametrize(
    ("iso", "grain", "zone", "words"),
    [
        ("2024", "year", None, "2024"),
        ("2024-11", "month", None, "November 2024"),
        ("2024-11-09", "day", None, "9 November 2024"),
        ("2024-11-09T07", "hour", None, "9 November 2024, 07 h (time zone not stated)"),
        ("2024-11-09T07:05", "minute", None, "9 November 2024, 07:05 (time zone not stated)"),
        ("2024-11-09T07:05:59-05:00", "second", "EST", "9 November 2024, 07:05 EST UTC−05:00"),
        ("2024-11-09T07:05Z", "minute", None, "9 November 2024, 07:05 UTC"),
        ("2024-19-09", "day", None, "2024-19-09"),
        ("soon", "day", None, "soon"),
    ],
)
def test_times_are_as_exact_as_their_grain(iso: str, grain: Grain, zone: str | None, words: str) -> None:
    assert time_words(Published(iso, grain, "record", zone)) == words


@pytest.mark.parametrize(
    ("says", "words"),
    [
        ("passage left out", "passage only in A"),
        ("attribution dropped: a claim became a fact", "attribution only in A"),
        ("figure given up, without the hedge “about”", "figure only in A, the hedge “about” only in A"),
        ("another figure, with the hedge “more than” added", "another figure, the hedge “more than” only in B"),
        ("another figure, hedge “up to” became “over”", "another figure, hedge “up to” in A, “over” in B"),
        ("hedge “dropped” added", "hedge “dropped” only in B"),
        ("worded differently", "worded differently"),
    ],
)
def test_findings_without_a_direction_say_where_words_stand(says: str, words: str) -> None:
    assert neutral(says) == words


def test_rows_are_named_from_the_source_to_the_copy() -> None:
    assert [Voice(parent).row("merged") for parent in ("a", "b", None)] == ["merged", "split", "joined in B"]
    assert [Voice(parent).row("dropped") for parent in ("a", "b", None)] == ["only in A"] * 3


def test_every_word_list_is_filled() -> None:
    assert all(KIND_NAMES.values())
    assert all(FLAG_NAMES.values())
