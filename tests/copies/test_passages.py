"""Passages: the words that two reports share, told apart by where they stand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.copies.passages import align_reports, find_shared
from whence.records import Part, Report, Shared
from whence.text.words import split_words

SENTENCES = st.lists(
    st.sampled_from(
        [
            "The mayor of Port Alder closed the old harbor bridge on Monday. ",
            "“We will not reopen the bridge before it is safe for everyone,” she told reporters. ",
            "Engineers found two hundred and thirty cracks in the deck.\n",
            "Critics said the city had known about the damage for years. ",
            "‘Nobody asked us about any of this before the vote,’ one resident said.\n\n",
            "The THE the The the THE. ",
            "\u200b \r\n",
        ]
    ),
    max_size=10,
).map("".join)


def shared(a: str, b: str) -> Shared:
    return find_shared(align_reports(Report("a", "a", a), Report("b", "b", b)))


@given(SENTENCES, SENTENCES)
def test_passages_slice_to_equal_words_and_are_counted(a: str, b: str) -> None:
    found = shared(a, b)
    for passage in found.passages:
        words = split_words(passage.a.slice(a)).keys
        assert words == split_words(passage.b.slice(b)).keys
        assert len(words) == passage.words > 0
    assert found.words == sum(passage.words for passage in found.passages)
    assert 0 <= found.words_outside_quotations <= found.words
    assert 0 <= found.coverage_a <= 1
    assert 0 <= found.coverage_b <= 1


@given(SENTENCES)
def test_a_report_covers_itself(text: str) -> None:
    found = shared(text, text)
    if len(split_words(text).keys) >= 8:
        assert found.coverage_a == found.coverage_b == 1


def test_speech_and_prose_are_passages_of_their_own() -> None:
    text = "The mayor closed the bridge on Monday. “We will not reopen it before spring,” she told reporters there."
    found = shared(text, text)
    assert [(passage.quoted, passage.words) for passage in found.passages] == [(False, 7), (True, 7), (False, 4)]
    assert found.words_outside_quotations == 11


def test_words_quoted_in_one_report_only_count_as_speech() -> None:
    a = "He said “the bridge will be closed for a very long time” on Monday."
    found = shared(a, a.replace("“", "").replace("”", ""))
    assert [(p.quoted_a, p.quoted_b) for p in found.passages] == [(False, False), (True, False), (False, False)]
    assert found.words_outside_quotations == 4


def test_furniture_is_listed_and_never_counted() -> None:
    caption = "The harbor bridge at Port Alder, seen from the east on Monday morning."
    body = "\nEngineers found many deep cracks in the deck of the bridge last week."
    reports = [Report(k, k, caption + body, parts=(Part("caption", 0, len(caption)),)) for k in "ab"]
    found = find_shared(align_reports(reports[0], reports[1]))
    assert [passage.furniture for passage in found.passages] == [True, False]
    assert found.words == 13
    assert found.coverage_a == 1


@pytest.mark.parametrize("text", ["", "one two", "\n\n", "“"])
def test_texts_too_short_to_share_anything_share_nothing(text: str) -> None:
    assert shared(text, text).passages == ()


def test_low_entropy_text_against_itself_finishes() -> None:
    text = "the the the " * 33_334
    assert shared(text, text).words == 100_002
