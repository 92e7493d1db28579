"""Words of saying, and phrases that name a source."""

from __future__ import annotations

import pytest

from whence.quotes.cues import find_cue, is_cue, is_denial, names_source


@pytest.mark.parametrize("key", ["said", "told", "vowed", "claims", "adamant", "according", "shouted"])
def test_words_of_saying(key: str) -> None:
    assert is_cue(key)


def test_a_cue_begins_with_its_auxiliaries() -> None:
    assert find_cue(["zelensky", "has", "been", "adamant"]) == 1
    assert find_cue(["said"]) == 0
    assert find_cue(["the", "plan"]) is None


def test_states_and_reports_may_be_nouns() -> None:
    assert find_cue(["the", "united", "states"]) is None
    assert find_cue(["he", "reports"]) == 1
    assert find_cue(["officials", "claim"]) == 1


@pytest.mark.parametrize(
    "phrase",
    ["officials said", "according to police", "said the mayor", "he told reporters", "a report by the board said",
     "critics say", "which he argued"],
)  # fmt: skip
def test_phrases_that_name_a_source(phrase: str) -> None:
    assert names_source(phrase.split())


@pytest.mark.parametrize(
    "phrase",
    ["in the united states", "the state and", "and claimed victory", "an estimated", "the alleged", "was told",
     "said", "saying it is over", "the plan", "who vowed revenge"],
)  # fmt: skip
def test_phrases_that_name_none(phrase: str) -> None:
    assert not names_source(phrase.split())


def test_denials() -> None:
    assert is_denial("denies")
    assert not is_denial("says")
