"""Outlets, however they are written."""

from __future__ import annotations

import pytest

from whence.names.outlets import outlet_mentions, outlet_stem
from whence.records import Report
from whence.text.words import split_words


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Fox News", "www.foxnews.com"),
        ("Fox News (Online)", "fox"),
        ("The New York Times", "nyt"),
        ("BBC", "bbc news"),
        ("HuffPost", "Huffington Post"),
        ("https://www.bbc.co.uk/news/1", "BBC News"),
    ],
)
def test_two_names_of_one_outlet_have_one_stem(a: str, b: str) -> None:
    assert outlet_stem(a) == outlet_stem(b)


def test_no_outlet_has_no_stem() -> None:
    assert outlet_stem(None) == outlet_stem("") == ""


def mentions(text: str, stem: str) -> list[str]:
    return [span.slice(text) for span in outlet_mentions(Report("a", "a", text), split_words(text), stem)]


def test_an_outlet_is_found_whole_and_in_capitals() -> None:
    assert mentions("He told Fox News on Monday that a fox had news.", "foxnews") == ["Fox News"]
    assert mentions("The New York Times and the New York times.", "newyorktimes") == ["New York Times"]


def test_an_outlet_is_found_at_the_end_of_a_text() -> None:
    assert mentions("as told to Fox News", "foxnews") == ["Fox News"]


def test_a_name_like_an_ordinary_word_is_not_looked_for() -> None:
    assert mentions("Time is short.", "time") == []
    assert mentions("", "foxnews") == []
