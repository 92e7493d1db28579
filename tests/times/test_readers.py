"""The table of readers."""

from __future__ import annotations

from whence.text.words import split_words
from whence.times.readers import READERS, read_phrases
from whence.times.sight import Sight


def test_triggers_are_the_keys_of_words() -> None:
    assert [trigger for trigger in READERS if split_words(trigger).keys != [trigger]] == []


def test_phrases_never_overlap_and_the_wider_one_stays() -> None:
    text = "By the year two thousand, in 1988, the 1988 second quarter was forgotten."
    phrases = read_phrases(Sight(text, split_words(text)))
    words = split_words(text)
    assert [words.span(phrase.first, phrase.last).slice(text) for phrase in phrases] == [
        "the year two thousand", "1988", "the 1988 second quarter",
    ]  # fmt: skip
