"""Sentences of news prose."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.text.sentences import split_sentences

PIECES = st.lists(
    st.sampled_from(
        [
            "Mr. ",
            "U.S. ",
            "he said",
            ". ",
            ".” ",
            "“",
            "? ",
            "!",
            "\n",
            "\r\n",
            " ",
            "Voss",
            "3.5",
            "No. 4",
            "...",
            "a.m. ",
            "’",
        ]
    ),
    max_size=25,
).map("".join)


def sentences(text: str) -> list[str]:
    return [span.slice(text) for span in split_sentences(text)]


@given(st.one_of(PIECES, st.text(max_size=60)))
def test_every_visible_character_lies_in_exactly_one_sentence_in_order(text: str) -> None:
    found = split_sentences(text)
    assert all(left.end <= right.start for left, right in itertools.pairwise(found))
    assert all(span.slice(text) == span.slice(text).strip() != "" for span in found)
    covered = {k for span in found for k in range(*span)}
    assert all(k in covered for k, char in enumerate(text) if not char.isspace())


@pytest.mark.parametrize(
    "text",
    [
        "Zelensky told the station last week.| “If the arms stop, we lose.”",
        "The U.S. supplied the missiles.",
        "Troops left the U.S.| The move was praised.",
        "“Why?” Ms. Smith asked.",
        "“Why?” the mayor asked.",
        "“Stop!” he shouted.| The crowd left.",
        "“We will go,” he said.| “We will not return.”",
        "Gov. Ann Lee and Sen. Bo Ray met Dr. J. R. Moss.",
        "It fell on Feb. 4 at 6 a.m. local time.",
        "It opened at 6 a.m.| The hall was full.",
        "He added, “[it] could be possible.”",
        "Growth was 3.5 percent.| Prices fell.",
        "It was No. 4 on the list.",
        "Was it over?| Nobody knew.",
        "The case Roe v. Wade was cited.",
        "He waited ... and left.",
        "He paused. . . and left.",
        "“It is over.”| That was all he said.",
        "She left (early.)| He stayed.",
        "J. K. Voss wrote it.",
    ],
)
def test_boundaries(text: str) -> None:
    assert sentences(text.replace("|", "")) == [piece.strip() for piece in text.split("|")]


def test_a_paragraph_end_always_ends_a_sentence() -> None:
    assert sentences("No stop here\nand here") == ["No stop here", "and here"]
    assert sentences("One\r\n\r\nTwo") == ["One", "Two"]


def test_a_text_of_stops_alone_finishes() -> None:
    assert sentences("." * 100_000) == ["." * 100_000]
    assert len(sentences("A. " * 50_000)) >= 1
    assert len(sentences("”" * 100_000)) == 1
