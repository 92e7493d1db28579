"""Words: exact positions, and keys under which two spellings of one word meet."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.text.words import number_keys, split_words, stem, word_key


def keys(text: str) -> list[str]:
    return split_words(text).keys


@given(st.text(max_size=80))
def test_positions_rise_never_overlap_and_slice(text: str) -> None:
    words = split_words(text)
    assert len(words.starts) == len(words.ends) == len(words.keys)
    assert all(start < end for start, end in zip(words.starts, words.ends, strict=True))
    assert all(end <= start for end, start in zip(words.ends, words.starts[1:], strict=False))
    for k, start in enumerate(words.starts):
        assert words.span(k, k + 1).slice(text) == text[start : words.ends[k]]
    assert all(words.keys)


@given(st.text(max_size=80))
def test_every_letter_and_digit_lies_in_a_word(text: str) -> None:
    words = split_words(text)
    covered = {k for start, end in zip(words.starts, words.ends, strict=True) for k in range(start, end)}
    assert all(k in covered for k, char in enumerate(text) if char.isalpha() and char.isascii())
    assert all(k in covered for k, char in enumerate(text) if char in "0123456789")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Zelensky’s comments", ["zelensky", "'s", "comments"]),
        ("the ministers’ plan", ["the", "ministers", "plan"]),
        ("the U.S. supplied it", ["the", "us", "supplied", "it"]),
        ("1,000 men", ["1000", "men"]),
        ("a 2.5 percent rise at 3:49 p.m.", ["a", "2.5", "percent", "rise", "at", "3:49", "pm"]),
        ("they don’t know", ["they", "don't", "know"]),
        ("O’Brien left", ["o'brien", "left"]),
        ("a cease-fire", ["a", "cease", "fire"]),
        ("the 20th day", ["the", "20th", "day"]),
        ("[the] port", ["the", "port"]),
        ("end.Next", ["end", "next"]),
    ],
)
def test_words_of_news_prose(text: str, expected: list[str]) -> None:
    assert keys(text) == expected


@pytest.mark.parametrize(
    ("plain", "twin"),
    [
        ("NATO", "N\u200bA\u200dT\ufeffO"),
        ("NATO", "NA\u00adTO"),
        ("peace", "pе\u0430ce"),
        ("Kopenhagen", "Коpenhagen"),
        ("don't", "don’t"),
        ("U.S.", "US"),
        ("NATO", "ＮＡＴＯ"),
    ],
)
def test_twins_that_look_the_same_have_one_key(plain: str, twin: str) -> None:
    assert keys(twin) == keys(plain)


@pytest.mark.parametrize("text", ["café", "Łódź", "Erdoğan", "naïve façade", "Zürich"])
def test_composed_and_decomposed_letters_have_one_key(text: str) -> None:
    assert keys(unicodedata.normalize("NFD", text)) == keys(unicodedata.normalize("NFC", text))


def test_a_word_wholly_in_another_alphabet_keeps_its_letters() -> None:
    assert keys("Москва") == ["москва"]


def test_a_word_of_invisible_characters_alone_keeps_a_key() -> None:
    assert word_key("\u0301") == "\u0301"


def test_numbers_are_equal_where_the_keys_are() -> None:
    a, b = number_keys([split_words("The war, the peace"), split_words("the Peace")])
    assert a == [0, 1, 0, 2]
    assert b == [0, 2]


@pytest.mark.parametrize(
    ("word", "form"),
    [
        ("continue", "continuing"),
        ("side", "sides"),
        ("home", "homes"),
        ("vaccine", "vaccines"),
        ("answer", "answered"),
        ("long", "longer"),
        ("approve", "approved"),
    ],
)
def test_forms_of_one_word_have_one_stem(word: str, form: str) -> None:
    assert stem(word) == stem(form)


def test_a_long_run_of_one_character_finishes() -> None:
    assert len(split_words("a" * 300_000).keys) == 1
    assert len(split_words("a.'" * 100_000).keys) >= 1
    assert len(split_words("1," * 100_000).keys) >= 1
