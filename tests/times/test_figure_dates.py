"""Dates in figures."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.times.told import times_of, values
from whence.text.words import split_words
from whence.times.figure_dates import in_long_chain, read_figure_date, read_short_figure_date
from whence.times.sight import Sight


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("Signed on 23.04.2022.", "23.04.2022", "2022-04-23"),
        ("Signed on 05.12.2022.", "05.12.2022", "2022-12-05"),
        ("Signed on 05/12/2022.", "05/12/2022", "2022-05-12"),
        ("Signed on 25/12/2022.", "25/12/2022", "2022-12-25"),
        ("Signed on 2018/09/23.", "2018/09/23", "2018-09-23"),
        ("Signed on 1/2/99.", "1/2/99", "1999-01-02"),
        ("Signed on 20161016.", "20161016", "2016-10-16"),
        ("Signed in 2015-12.", "2015-12", "2015-12"),
    ],
)
def test_a_date_in_figures_is_read_month_first_unless_its_figures_or_points_tell(
    text: str, words: str, value: str
) -> None:
    assert values(text) == [(words, value)]


@pytest.mark.parametrize(
    "text", ["Call 133-03-03-2020.", "Item 123-12-1234.", "It rose 1 3/8 to 35 1/4.", "A 12/40 chance."]
)
def test_other_figures_are_no_dates(text: str) -> None:
    assert [time for time in times_of(text) if len(time.value) == len("2020-03-03")] == []


def test_a_date_without_a_year_needs_a_word_that_leads_to_it() -> None:
    def short(text: str, word: int) -> object:
        found = read_short_figure_date(Sight(text, split_words(text)), word)
        return found and found.meaning

    assert short("on 22/04", 1) is not None
    assert short("Friday 7/6", 1) is not None
    assert short("a 3/4 cup", 1) is None


@given(st.text(alphabet="0123456789/-. ", max_size=60))
def test_any_figures_are_read(text: str) -> None:
    sight = Sight(text, split_words(text))
    for word in range(len(sight.words.keys)):
        in_long_chain(sight, word)
        for phrase in (read_figure_date(sight, word), read_short_figure_date(sight, word)):
            assert phrase is None or phrase.first == word < phrase.last <= len(sight.words.keys)
