"""The people of a sentence. All people and places are invented."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.tolls.groups import People
from whence.tolls.people import find_people
from whence.tolls.scene import read_scene


def people(text: str) -> list[People]:
    """The people of a text of one sentence."""
    scene = read_scene(text)
    return find_people(scene, 0, len(scene.words.keys))


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("two Ostley police officers", 2, 2),
        ("a couple of students", 2, 3),
        ("dozens of people", 24, 99),
        ("both victims", 2, 2),
        ("three others", 3, 3),
        ("a family of five", 5, 5),
        ("soldiers", 2, None),
        ("his 6-year-old son", 1, 1),
    ],
)
def test_how_many_people_words_tell_of(text: str, low: float, high: float | None) -> None:
    (one,) = people(text)
    assert (one.low, one.high) == (low, high)


def test_what_words_tell_of_one_person() -> None:
    (one,) = people("a 15-year-old boy")
    assert (one.sex, one.stage, one.age) == ("m", "child", (15.0, "year"))
    (named,) = people("Officer Ann Rowe, 41,")
    assert (named.names, named.age) == (("ann", "rowe"), (41.0, "year"))


def test_an_ordinal_tells_from_those_before() -> None:
    (one,) = people("a third victim")
    assert (one.rank, one.other, one.part) == (3, True, "victim")


def test_the_owner_of_somebody_is_not_he() -> None:
    (one,) = people("the man's wife")
    assert one.sex == "f"


@pytest.mark.parametrize("text", ["30 shots", "$4", "the 300 block", "in 2016 were", "no one", "12 homicides"])
def test_other_numbers_are_no_people(text: str) -> None:
    assert not people(text)


@given(st.text(max_size=200))
def test_people_do_not_overlap_in_any_text(text: str) -> None:
    found = people(text)
    assert all(one.first < one.last for one in found)
    assert all(one.last <= two.first for one, two in pairwise(found))
