"""Whether two figures count the same things."""

from __future__ import annotations

import pytest

from tests.agreement.told import counted, found
from tests.figures.made import figure_in
from whence.agreement.heads_aligned import (
    GENERAL_HEAD,
    OTHER_HEAD,
    PREDICATES,
    SAME_HEAD,
    UNKNOWN_HEAD,
    group_of,
    head_key,
    heads_agree,
    is_of_people,
    lasts_until_now,
    modifiers_contradict,
    said_of,
)
from whence.records import Report
from whence.text.wordlists import read_word_list


@pytest.mark.parametrize(
    ("a", "b", "agreement"),
    [
        ("boats", "boat", SAME_HEAD),
        ("soldiers", "troops", SAME_HEAD),
        ("people", "residents", SAME_HEAD),
        ("people", "soldiers", GENERAL_HEAD),
        ("soldiers", "missiles", OTHER_HEAD),
        ("soldiers", "civilians", OTHER_HEAD),
        ("", "soldiers", UNKNOWN_HEAD),
    ],
)
def test_heads_agree_by_their_groups_in_either_order(a: str, b: str, agreement: float) -> None:
    keys = [head_key(counted(3, head=head)) for head in (a, b)]
    assert heads_agree(*keys) == heads_agree(*reversed(keys)) == agreement


def test_a_noun_that_says_what_became_of_people_is_no_head() -> None:
    assert head_key(counted(3, head="dead")) == ""
    assert said_of(counted(3, head="dead")) == {"killed"}


def test_modifiers_contradict_where_names_or_opposites_do() -> None:
    report = Report("a", "a", "12 North Korean, 12 Russian, 12 Korean, 12 new, 12 old, 12 grey boats")
    by = {
        name: figure_in(report, "12", 12.0, modifiers=[name])
        for name in ("North Korean", "Russian", "Korean", "new", "old", "grey")
    }
    assert modifiers_contradict(by["North Korean"], by["Russian"])
    assert not modifiers_contradict(by["North Korean"], by["Korean"])
    assert modifiers_contradict(by["new"], by["old"])
    assert not modifiers_contradict(by["new"], by["grey"])
    assert not modifiers_contradict(by["new"], figure_in(report, "12", 12.0))


def test_people_are_people_under_any_noun_of_theirs() -> None:
    assert is_of_people(counted(3, head="officers"))
    assert is_of_people(counted(3, head="people"))
    assert not is_of_people(counted(3, head="boats"))


def test_a_war_goes_on_and_a_sentence_is_served() -> None:
    assert lasts_until_now(found("the 1,000-day war"))
    assert not lasts_until_now(found("a two-year sentence"))
    assert not lasts_until_now(counted(3, head="war"))


def test_no_word_is_in_two_classes_of_predicates() -> None:
    words = [word for line in read_word_list("figure_predicates") for word in line.split("|")[2].split()]
    assert len(words) == len(set(words)) == len(PREDICATES)


def test_no_noun_is_in_two_groups() -> None:
    lines = [line for line in read_word_list("figure_heads") if not line.startswith(">")]
    forms = [form.strip() for line in lines for form in line.split("|")]
    assert len(forms) == len(set(forms))
    assert group_of("children") == group_of("kids")


def test_one_nation_in_two_words_does_not_contradict() -> None:
    report = Report("a", "a", "8 American-supplied missiles, 8 U.S. supplied missiles")
    one, two = (figure_in(report, "8", 8.0, modifiers=(words,)) for words in ("American-supplied", "U.S. supplied"))
    assert not modifiers_contradict(one, two)
