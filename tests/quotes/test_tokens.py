"""Tokens: every word and sign once, at its place, with what the page shows of it."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.quotes.tokens import LAYOUTS, MARKS, SHAPES, split_tokens

LETTERS = st.text(alphabet="aB9 \n.,“”\"'’—-:\u200b\u05d0\u202e«»‘é", max_size=200)


@given(st.text(max_size=300) | LETTERS)
def test_tokens_are_ordered_and_hold_every_character_that_is_not_white_space(text: str) -> None:
    tokens = split_tokens(text)
    spans = list(zip(tokens.starts, tokens.ends, strict=True))
    assert all(start < end for start, end in spans)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))
    held = "".join(text[start:end] for start, end in spans)
    assert len("".join(held.split())) == len("".join(text.split()))


@given(st.text(max_size=300) | LETTERS)
def test_every_list_is_as_long_as_there_are_tokens_and_every_code_is_in_its_range(text: str) -> None:
    tokens = split_tokens(text)
    size = len(tokens.starts)
    assert (
        len(tokens.ends) == len(tokens.keys) == len(tokens.shapes) == len(tokens.marks) == len(tokens.layouts) == size
    )
    assert tokens.first[0] == 0 and tokens.first[-1] == size and sorted(tokens.first) == tokens.first
    assert all(0 <= code < SHAPES for code in tokens.shapes)
    assert all(0 <= code < MARKS for code in tokens.marks)
    assert all(0 <= code < LAYOUTS for code in tokens.layouts)


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("Zelensky’s aide", ["zelensky", "'s", "aide"]),
        ("don’t", ["don't"]),
        ("''Yes,'' he said", ['"', "yes", ",", '"', "he", "said"]),
        ("1,000-day war", ["0,000", "-", "day", "war"]),
        ("so — she said", ["so", "--", "she", "said"]),
        ("the U.S. did", ["the", "u.s.", "did"]),
    ],
)
def test_words_and_signs_have_one_form(text: str, keys: list[str]) -> None:
    assert split_tokens(text).keys == keys


def test_the_marks_of_a_token_tell_how_long_its_quotation_is() -> None:
    tokens = split_tokens("A “stark shift” came, and “we have to go home before it is night tonight,” he said.")
    of = dict(zip(tokens.keys, tokens.marks, strict=True))
    assert (of["stark"], of["home"], of["said"]) == (1, 3, 0)


def test_the_layout_of_a_paragraph_shows_transcripts_and_whole_quotations() -> None:
    tokens = split_tokens("Talks.\nMAYOR ROE: We are here.\n“We are all still here today.”\nThey left.")
    layouts = [tokens.layouts[first] for first in tokens.first[:-1]]
    assert layouts == [1, 2, 3, 0]


def test_a_hundred_thousand_marks_and_one_long_word_are_only_tokens() -> None:
    assert len(split_tokens("“" * 100_000).keys) == 100_000
    [key] = split_tokens("a" * 1_000_000).keys
    assert len(key) == 40
