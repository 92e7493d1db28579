"""House style: spellings that mean the same."""

from __future__ import annotations

import pytest

from whence.text.style import is_function_word, style_form, write_out


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (["cease", "fire"], ["ceasefire"]),
        (["organised"], ["organized"]),
        (["per", "cent"], ["percent"]),
        (["colour"], ["color"]),
        (["gov"], ["governor"]),
        (["e", "mail"], ["email"]),
    ],
)
def test_two_spellings_have_one_form(a: list[str], b: list[str]) -> None:
    assert style_form(a) == style_form(b)


@pytest.mark.parametrize(("a", "b"), [(["ceasefire"], ["truce"]), (["ministers"], ["minister"]), (["rise"], ["fall"])])
def test_two_words_have_two_forms(a: list[str], b: list[str]) -> None:
    assert style_form(a) != style_form(b)


def test_contractions_are_written_out_and_possessives_left_alone() -> None:
    assert write_out(["can't", "cannot", "won't", "i'm", "we've", "'s", "o'brien", "n't"]) == (
        "can", "not", "can", "not", "will", "not", "i", "am", "we", "have", "'s", "o'brien", "n't",
    )  # fmt: skip


def test_grammar_words_are_told_from_content() -> None:
    assert is_function_word("with")
    assert not is_function_word("war")
