"""A text as the readers look at it."""

from __future__ import annotations

import pytest

from whence.text.words import split_words
from whence.times.sight import Sight


def sight(text: str) -> Sight:
    return Sight(text, split_words(text))


@pytest.mark.parametrize(
    ("text", "linked"),
    [
        ("last week", True), ("Nov. 19", True), ("last, week", True), ("mid-May", True), ("last\nweek", False),
        ("last; week", False), ("June. 19", False),
    ],
)  # fmt: skip
def test_words_of_one_phrase_have_only_a_link_between(text: str, linked: bool) -> None:
    assert sight(text).linked(0) is linked


def test_a_word_in_capitals_throughout_is_not_titled() -> None:
    assert [sight("Today TODAY today").titled(word) for word in (0, 1, 2)] == [True, False, False]


def test_a_name_goes_on_where_two_capitals_meet() -> None:
    assert sight("He reads USA Today").inside_name(3)
    assert not sight("He left. Today it rains").inside_name(2)
