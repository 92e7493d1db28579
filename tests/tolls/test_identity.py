"""Whether words mean somebody told of before. All people are invented."""

from __future__ import annotations

from whence.tolls.claims import Claim
from whence.tolls.groups import People
from whence.tolls.identity import first_met, likeness

SHOT = Claim("struck", (), 0, 1, "verb")
DIED = Claim("killed", (), 0, 1, "state")


def test_ages_sexes_and_names_tell_people_apart() -> None:
    boy = People(0, 2, 1, 1, sex="m", age=(6.0, "year"))
    known = first_met(boy, SHOT)
    known.learn(boy, SHOT)
    assert not likeness(People(5, 6, 1, 1, age=(9.0, "year")), SHOT, known, ())
    assert not likeness(People(5, 6, 1, 1, sex="f"), SHOT, known, ())
    assert not likeness(People(5, 6, 1, 1, stage="adult"), SHOT, known, ())
    assert likeness(People(5, 6, 1, 1, age=(6.0, "year")), SHOT, known, ())


def test_a_baby_of_20_months_may_be_a_year_old() -> None:
    baby = People(0, 2, 1, 1, age=(1.0, "year"))
    known = first_met(baby, SHOT)
    known.learn(baby, SHOT)
    assert likeness(People(5, 6, 1, 1, age=(20.0, "month")), SHOT, known, ())


def test_who_dies_stays_dead() -> None:
    man = People(0, 2, 1, 1, sex="m")
    known = first_met(man, SHOT)
    for claim in (SHOT, DIED, SHOT):
        known.learn(man, claim)
    assert known.fate == "killed"
