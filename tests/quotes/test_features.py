"""Tokens as numbers: what the tables are looked up with."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from whence.quotes.features import COLUMNS, PARAGRAPH, Lexicon, encode
from whence.quotes.tokens import LAYOUTS, MARKS, SHAPES, split_tokens

LEXICON = Lexicon(("said", "smith"), ("aid", "ith"), ("sai",))


def test_words_and_affixes_are_numbered_from_two_and_unknown_ones_are_zero() -> None:
    codes = encode(split_tokens("Smith said bread"), LEXICON.numbers())
    assert codes[:, :3].tolist() == [[3, 3, 0], [2, 2, 2], [0, 0, 0]]


def test_the_break_between_paragraphs_is_number_one() -> None:
    words, endings, beginnings = LEXICON.numbers()
    assert words[PARAGRAPH] == 1
    assert 1 not in (*endings.values(), *beginnings.values())


def test_a_word_has_one_number_in_capitals_and_out_of_them() -> None:
    codes = encode(split_tokens("SAID Said said"), LEXICON.numbers())
    assert codes[:, 0].tolist() == [2, 2, 2]
    assert len(set(codes[:, 3].tolist())) == 3


def test_shape_marks_and_layout_are_those_of_the_token() -> None:
    tokens = split_tokens("“No,” he said.\nJANE ROE: Yes.")
    codes = encode(tokens, LEXICON.numbers())
    assert codes[:, 3].tolist() == tokens.shapes
    assert codes[:, 4].tolist() == tokens.marks
    assert codes[:, 5].tolist() == tokens.layouts


def test_no_tokens_are_no_rows() -> None:
    assert encode(split_tokens(""), LEXICON.numbers()).shape == (0, len(COLUMNS))


@given(st.text(max_size=200))
def test_any_text_stays_within_the_tables(text: str) -> None:
    codes = encode(split_tokens(text), LEXICON.numbers())
    sizes = (len(LEXICON.words) + 2, len(LEXICON.endings) + 2, len(LEXICON.beginnings) + 2, SHAPES, MARKS, LAYOUTS)
    for column, size in enumerate(sizes):
        assert all(0 <= code < size for code in codes[:, column].tolist())
