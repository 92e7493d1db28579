"""Who is being spoken of."""

from __future__ import annotations

from whence.names.salience import OBJECT, SUBJECT, Salience, choose


def test_a_subject_outweighs_an_object_of_the_same_sentence() -> None:
    salience = Salience()
    salience.mention(1, 0, SUBJECT)
    salience.mention(2, 0, OBJECT)
    assert choose(salience.ranked({1, 2}, 1)) == (1, [])


def test_equals_are_undecided() -> None:
    salience = Salience()
    salience.mention(1, 0, SUBJECT)
    salience.mention(2, 0, SUBJECT)
    assert choose(salience.ranked({1, 2}, 0)) == (None, [1, 2])


def test_what_was_spoken_of_long_ago_is_forgotten() -> None:
    salience = Salience()
    salience.mention(1, 0, SUBJECT)
    assert salience.ranked({1}, 20) == []


def test_only_the_names_asked_for_are_ranked() -> None:
    salience = Salience()
    salience.mention(1, 0, SUBJECT)
    assert salience.ranked({2}, 0) == []
