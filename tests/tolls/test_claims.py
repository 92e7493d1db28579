"""What a sentence says became of whom. All people and places are invented."""

from __future__ import annotations

import pytest

from whence.tolls.claims import Claim, find_claims, read_sentence
from whence.tolls.scene import read_scene


def claims(text: str) -> list[Claim]:
    """The claims of one sentence."""
    scene = read_scene(text)
    return find_claims(scene, read_sentence(scene, 0, len(scene.words.keys)))


@pytest.mark.parametrize(
    ("text", "fate", "low"),
    [
        ("Two men were shot to death in Ostley", "killed", 2),
        ("A guard was fatally wounded", "killed", 1),
        ("A man was shot and wounded", "struck", 1),
        ("The blast injured a fourth", "injured", 1),
        ("Killed was Ann Rowe, 41", "killed", 1),
        ("One of three people killed was a nurse", "killed", 3),
        ("The friend of two men who were killed spoke", "killed", 2),
        ("Man charged in death of boy, 3", "killed", 1),
        ("Rowe's death shocked Harrow", "killed", 1),
        ("A man inside the car was killed", "killed", 1),
        ("Teen kills older brother", "killed", 1),
        ("The boy fled and was shot", "struck", 1),
    ],
)
def test_whom_a_phrase_tells_of(text: str, fate: str, low: float) -> None:
    claim = claims(text)[0]
    assert (claim.fate, sum(one.low for one in claim.people)) == (fate, low)


def test_who_shot_himself_did_it_himself() -> None:
    (claim,) = claims("A 4-year-old boy shot himself in the leg")
    assert claim.own
    assert claim.people[0].age == (4.0, "year")


def test_who_killed_another_and_then_himself_is_not_the_other() -> None:
    first, *_ = claims("He killed a woman before shooting herself and then killed himself")
    assert first.active


def test_the_object_of_one_verb_is_no_subject_of_the_next() -> None:
    found = claims("A man who killed two people was wounded")
    assert [sum(one.low for one in claim.people) for claim in found] == [2, 1]


@pytest.mark.parametrize(
    "text",
    [
        "He wanted to kill them",
        "She was not hurt",
        "They may have been killed",
        "A shot was fired",
        "the dog was killed",
    ],
)
def test_what_is_no_claim(text: str) -> None:
    assert not claims(text)


def test_nobody_is_claimed_to_be_nobody() -> None:
    (claim,) = claims("No one was injured")
    assert claim.none


def test_a_fatal_shooting_kills() -> None:
    assert [claim.fate for claim in claims("He was charged in the fatal shooting of a teen")] == ["killed"]


def test_who_shoots_into_a_house_is_not_shot() -> None:
    assert not claims("Two men shot into a house")


def test_a_verb_behind_but_tells_of_the_same_person() -> None:
    _, died = claims("Ann Rowe, 26, was rushed to a hospital but later died")
    assert (died.fate, died.people[0].names) == ("killed", ("ann", "rowe"))


def test_he_behind_where_is_not_several_people() -> None:
    *_, died = claims("Family and friends carried the boy to a station, where he died")
    assert sum(one.low for one in died.people) == 1
