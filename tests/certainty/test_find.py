"""Hedges of a report with their spans, and the decision whether a sentence is hedged."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.certainty.find import (
    certainty_keys,
    find_certainty,
    find_clues,
    find_hedges_in,
    hedging_score,
    sentence_shape,
)
from whence.records import Report
from whence.text.words import split_words

REPORT = """Brim bridge reportedly unsafe

An estimated 40 lorries a day may have crossed the Brim bridge in May, according to sources close to the council.
May closed it on May 3. It appears to be sound, said the mayor, Ada Quill. Critics say that she could not know.
"""


def test_a_report_gives_its_hedges_in_order_with_classes() -> None:
    found = [(hedge.evidence.exact, hedge.kind) for hedge in find_certainty(Report("a", "a", REPORT))]
    assert found == [
        ("reportedly", "source"),
        ("An estimated", "approximation"),
        ("may have", "likelihood"),
        ("according to sources", "weasel"),
        ("appears to", "likelihood"),
        ("Critics say", "weasel"),
    ]


def test_forms_of_one_hedge_share_its_phrase() -> None:
    report = Report("a", "a", "They appear to sleep. He appeared to sleep.")
    assert [hedge.phrase for hedge in find_certainty(report)] == ["appears to", "appears to"]


@given(st.text() | st.lists(st.sampled_from(["May ", "may ", "some ", "say", "“", ".\n", "critics "])).map("".join))
def test_any_text_gives_hedges_that_slice(text: str) -> None:
    words = split_words(text)
    for seen in find_hedges_in(text, words):
        span = words.span(seen.first, seen.last)
        assert split_words(span.slice(text)).keys == words.keys[seen.first : seen.last]
    report = Report("a", "a", text)
    for hedge in find_certainty(report):
        assert report.text[hedge.evidence.start : hedge.evidence.end] == hedge.evidence.exact


def test_a_capital_makes_may_a_month_or_a_name_unless_a_wish_or_a_headline_explains_it() -> None:
    def keys(text: str) -> list[str]:
        return certainty_keys(text, split_words(text))

    assert "May" in keys("Voters of May rejoiced.")
    assert keys("May resigned. May won.").count("May") == 2
    assert keys("May it rain. May they come. It may. Bridge May Be Closed").count("may") == 4


@pytest.mark.parametrize(
    "sentence",
    [
        "Some critics say that the tower was probably built by monks.",
        "It is widely believed that the mine was closed for political reasons.",
        "The fire may have started in one of the kitchens.",
        "Many residents claim that several wells are poisoned.",
        "It has been suggested that the letter is a forgery.",
        "The coins were possibly lost by a trader.",
    ],
)
def test_a_sentence_that_leaves_open_who_or_whether_is_hedged(sentence: str) -> None:
    score = hedging_score(sentence)
    assert score.hedged
    assert score.reasons


@pytest.mark.parametrize(
    "sentence",
    [
        "The council closed the bridge on Tuesday.",
        "Ada Quill was born in Brim in 1931 and died there in 1990.",
        "Early life",
        "",
        "They met in May.",
    ],
)
def test_a_plain_statement_or_a_title_is_not_hedged(sentence: str) -> None:
    assert not hedging_score(sentence).hedged


def test_the_reasons_add_up_to_the_score_and_the_heaviest_comes_first() -> None:
    score = hedging_score("Perhaps some of the wells are poisoned.")
    weights = [abs(reason.weight) for reason in score.reasons]
    assert weights == sorted(weights, reverse=True)
    odds = score.probability / (1 - score.probability)
    assert odds == pytest.approx(2.718281828 ** (score.bias + sum(reason.weight for reason in score.reasons)))


def test_a_cue_that_comes_twice_counts_once() -> None:
    once, twice = hedging_score("Perhaps it rained there today."), hedging_score("Perhaps, perhaps it rained there.")
    assert [r.phrase for r in once.reasons] == [r.phrase for r in twice.reasons]
    assert once.probability == twice.probability


@given(st.text())
def test_any_sentence_has_a_probability_and_reasons_that_slice(sentence: str) -> None:
    score = hedging_score(sentence)
    assert 0 < score.probability < 1
    assert all(reason.span.slice(sentence) for reason in score.reasons)


def test_a_title_has_few_words_and_no_full_stop_and_no_length() -> None:
    assert sentence_shape("Bridge closed", split_words("Bridge closed"))["heading"] == 1
    shape = sentence_shape("Bridge closed!", split_words("Bridge closed!"))
    assert shape["heading"] == 0
    assert shape["length"] < 0


@pytest.mark.parametrize(
    ("sentence", "pointing", "defining"),
    [("These were sold.", 1, 0), ("Brim is a village.", 0, 1), ("It was the end.", 1, 1), ("Quill left Brim.", 0, 0)],
)
def test_a_sentence_may_take_up_what_was_said_or_say_what_something_is(
    sentence: str, pointing: int, defining: int
) -> None:
    shape = sentence_shape(sentence, split_words(sentence))
    assert (shape["pointing"], shape["defining"]) == (pointing, defining)


def test_the_place_of_a_cue_is_a_reason_of_its_own_at_the_cue() -> None:
    sentence = "They met in many towns."
    reasons = {reason.phrase: reason.span.slice(sentence) for reason in hedging_score(sentence).reasons}
    assert reasons == {"many": "many", "vague after preposition": "many"}


def test_a_sentence_without_a_cue_has_no_reasons_and_says_so() -> None:
    assert find_clues("Quill left Brim.").shape["cueless"] == 1
    assert hedging_score("Quill left Brim.").reasons == ()


def test_a_cue_says_less_in_a_long_sentence() -> None:
    short = hedging_score("Perhaps the bridge was closed.")
    long = hedging_score(
        "Perhaps the bridge was closed by the mayor and the clerk and the smith" + " of Brim" * 20 + "."
    )
    assert [r.phrase for r in short.reasons] == [r.phrase for r in long.reasons]
    assert short.probability > long.probability


@pytest.mark.parametrize("piece", ["may ", "May. ", "some ", "it is ", "critics say "])
def test_a_hundred_thousand_hedges_are_read(piece: str) -> None:
    text = piece * 100_000
    assert len(find_hedges_in(text, split_words(text))) <= 100_000
    assert hedging_score(text).probability > 0
