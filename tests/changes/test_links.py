"""Rows: which sentences of one report stand for which of the other."""

from __future__ import annotations

import pytest

from .stories import AFTER, BEFORE, changes_between


def rows(a: str, b: str) -> list[tuple[str, int, int]]:
    """The rows of the sentences between two that are kept: kind, sentences of A, sentences of B."""
    found = changes_between(BEFORE + a + AFTER, BEFORE + b + AFTER).rows
    return [(row.kind, len(row.a), len(row.b)) for row in found[2:-2]]


ONE = "The plan failed last week after a long debate."
TWO = "It was far too costly for the town, the board found."
THREE = "Nobody in the hall was surprised by the result."


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (f"{ONE} {TWO}", f"{ONE} {TWO}", [("kept", 1, 1), ("kept", 1, 1)]),
        (f"{ONE} {TWO} {THREE}", f"{ONE} {THREE}", [("kept", 1, 1), ("dropped", 1, 0), ("kept", 1, 1)]),
        (f"{ONE} {THREE}", f"{ONE} {TWO} {THREE}", [("kept", 1, 1), ("added", 0, 1), ("kept", 1, 1)]),
        (f"{ONE} {THREE}", f"{ONE[:-1]}, and nobody in the hall was surprised by the result.", [("merged", 2, 1)]),
        (f"{ONE[:-1]}, and nobody in the hall was surprised by the result.", f"{ONE} {THREE}", [("split", 1, 2)]),
        (ONE, ONE.replace("last", "this"), [("reworded", 1, 1)]),
        (ONE, ONE.replace("week", "Week,"), [("kept", 1, 1)]),
        ("He did. " + ONE, "He did. " + ONE, [("kept", 1, 1), ("kept", 1, 1)]),
        (f"{ONE}\n* * *\n{THREE}", f"{ONE}\n* * *\n{THREE}", [("kept", 1, 1), ("kept", 1, 1)]),
    ],
)
def test_rows_say_what_happened_to_the_sentences(a: str, b: str, expected: list[tuple[str, int, int]]) -> None:
    assert rows(a, b) == expected


def test_a_moved_sentence_is_moved_and_neither_dropped_nor_added() -> None:
    kinds = [kind for kind, _, _ in rows(f"{ONE} {TWO} {THREE}", f"{THREE} {ONE} {TWO}")]
    assert sorted(kinds) == ["kept", "kept", "moved"]


@pytest.mark.parametrize("short", ["Critics rejoiced loudly.", "Her rivals were furious.", "The mayor wept openly."])
def test_a_short_sentence_that_moved_is_not_dropped(short: str) -> None:
    kinds = {kind for kind, _, _ in rows(f"{ONE} {short} {TWO} {THREE}", f"{ONE} {TWO} {THREE} {short}")}
    assert kinds == {"kept", "moved"}


def test_a_sentence_merged_into_one_that_stands_elsewhere_is_not_dropped() -> None:
    a = f"{ONE} {TWO} Ferries will carry three thousand passengers a day until the spring. {THREE}"
    b = f"{ONE[:-1]}, because it was far too costly for the town. {THREE}"
    assert ("dropped", 1, 0) in rows(a, b)
    assert [kind for kind, size_a, _ in rows(a, b) if size_a == 2] == ["merged"]


def test_every_sentence_with_words_stands_in_exactly_one_row() -> None:
    a, b = f"{ONE} {TWO} {THREE} Yes.", f"{THREE} No. {ONE[:-1]}, it was said. {ONE}"
    found = changes_between(a, b).rows
    for side in ("a", "b"):
        spans = [span for row in found for span in (row.a if side == "a" else row.b)]
        assert len(spans) == len(set(spans)) == 4
