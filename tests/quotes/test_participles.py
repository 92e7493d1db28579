"""Participles: a cue without a subject of its own speaks for the subject of its sentence, or for nobody."""

import pytest

from whence.names.find import find_names
from whence.quotes.drafts import Draft
from whence.quotes.odds import Odds
from whence.quotes.participles import mend_participles
from whence.records import Report
from whence.text.spans import Span


def speaker(text: str, source: str, cue: str, content: str) -> str:
    """The words of the source after mending; each role is given by its last place in the text."""
    spans = [(Span(text.rindex(role), text.rindex(role) + len(role)),) for role in (source, cue, content)]
    draft = Draft(spans[0], spans[1], spans[2], Odds())
    [mended] = mend_participles(text, [draft], find_names(Report("a", "a", text)))
    return " ".join(span.slice(text) for span in mended.source)


OPENING = "Mayor Jane Roe met Senator Carl Dunn on Monday. "


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Roe closed four bridges, calling them “a danger to all” in a move denounced by merchants.", "merchants"),
        ("Roe closed four bridges — Alder, Birch and Cole — calling them “a danger to all” on Friday.",
         "Alder, Birch and Cole"),
        ("Nobody else came. Roe closed four bridges, calling them “a danger to all” on Friday.", "Nobody"),
    ],
)  # fmt: skip
def test_a_source_that_cannot_be_the_subject_gives_way_to_the_one_name_before(text: str, source: str) -> None:
    assert speaker(OPENING + text, source, "calling", "“a danger to all”") == "Roe"


def test_with_two_names_before_it_nobody_is_said_to_speak() -> None:
    text = (
        OPENING + "Roe and Dunn closed four bridges, calling them “a danger to all” in a move denounced by merchants."
    )
    assert speaker(text, "merchants", "calling", "“a danger to all”") == ""


@pytest.mark.parametrize(
    ("text", "source", "cue"),
    [
        ("Roe closed four bridges, calling them “a danger to all” on Friday.", "Roe", "calling"),
        ("On Friday, Roe, calling it “a danger to all” once more, left.", "Roe", "calling"),
        ("The bridge is “a danger to all” and was closed, said merchants.", "merchants", "said"),
    ],
)
def test_a_source_that_may_speak_is_left_alone(text: str, source: str, cue: str) -> None:
    assert speaker(OPENING + text, source, cue, "“a danger to all”") == source
