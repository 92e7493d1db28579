"""Drafts: the tagger's tokens as spans of the text, grown to the quotation marks, and what kind of speech they are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.quotes.made import tagged_words
from tests.quotes.small_weights import small_weights
from whence.quotes.drafts import Draft, drafts_of, kind_of
from whence.quotes.odds import Odds
from whence.quotes.tagger import tag_reports
from whence.quotes.tokens import split_tokens
from whence.records import QuoteKind
from whence.text.marks import quoted_spans
from whence.text.spans import Span

WEIGHTS = small_weights()


def draft(text: str, source: str, cue: str, content: str) -> Draft:
    """The draft of an attribution that the tagger gives by these words."""
    tokens = split_tokens(text)
    (found,) = drafts_of(tokens, [tagged_words(tokens, text, [source, cue, content])], quoted_spans(text), text)
    return found


def kind(text: str, *content: Span, rule: str = "") -> QuoteKind:
    """The kind of a content."""
    return kind_of(Draft((), (), content, Odds(), rule), quoted_spans(text), text)


def words(text: str, spans: tuple[Span, ...]) -> list[str]:
    return [span.slice(text) for span in spans]


def test_pieces_are_the_words_of_the_text() -> None:
    text = "Mayor Jane Roe said it rained."
    found = draft(text, "Mayor Jane Roe", "said", "it rained")
    assert [words(text, spans) for spans in found[:3]] == [["Mayor Jane Roe"], ["said"], ["it rained"]]
    assert (found.rule, found.odds) == ("", Odds(*[0.9] * 7))


@pytest.mark.parametrize(
    ("text", "tagged", "grown"),
    [
        ("“We will go,” Roe said.", "We will go", "“We will go,”"),
        ("“We will go,” Roe said.", "“We will go", "“We will go,”"),
        ("“We will go,” Roe said.", "We will go,”", "“We will go,”"),
        ('"We will go!" Roe said.', "We will go", '"We will go!"'),
        ("''We will go,'' Roe said.", "We will go", "''We will go,''"),
        ("Roe said it was “late.” It rained.", "it was “late", "it was “late.”"),
    ],
)
def test_a_content_that_lacks_only_its_marks_gets_them(text: str, tagged: str, grown: str) -> None:
    assert words(text, draft(text, "Roe", "said", tagged).content) == [grown]


@pytest.mark.parametrize(
    ("text", "tagged"),
    [
        ("“We will go,” Roe said.", "will go"),
        ("“We will go now,” Roe said.", "“We will go"),
        ("Roe said it rained “a lot” there.", "it rained"),
        ("Roe said it rained.", "it rained"),
    ],
)
def test_a_content_that_lacks_words_stays_as_it_was_tagged(text: str, tagged: str) -> None:
    start = text.index(tagged)
    (span,) = draft(text, "Roe", "said", tagged).content
    assert span.start == start or tagged == "will go"
    assert text[span.start : span.end].strip("“”,") in (tagged.strip("“"), tagged)


def test_pieces_that_grow_together_are_one() -> None:
    text = "“We will go,” Roe said."
    tokens = split_tokens(text)
    tagged = tagged_words(tokens, text, ["Roe", "said", "We will go"])._replace(content=((0, 2), (2, 4)))
    (found,) = drafts_of(tokens, [tagged], quoted_spans(text), text)
    assert words(text, found.content) in (["“We will go,”"], ["“We", "will go,”"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“It rained,”", "direct"),
        ("“It rained.” “It snowed.”", "direct"),
        ("It rained", "indirect"),
        ("", "indirect"),
        ("the rain was “heavy”", "mixed"),
        ("“heavy” rain", "mixed"),
        ("a “heavy rain”", "direct"),
        ("— “It rained,” …", "direct"),
        ("''It rained''", "direct"),
    ],
)
def test_the_kind_tells_how_much_stands_between_marks(text: str, expected: str) -> None:
    assert kind(text, Span(0, len(text))) == expected


def test_the_kind_counts_all_pieces_and_nothing_between_them() -> None:
    text = "“It rained,” Roe said. “It snowed,” and that was that."
    assert kind(text, Span(0, 12), Span(23, 35)) == "direct"
    assert kind(text, Span(0, 12), Span(36, 53)) == "mixed"
    assert kind(text, Span(13, 21)) == "indirect"


def test_a_turn_of_a_transcript_is_direct_without_marks() -> None:
    assert kind("It rained", Span(0, 9), rule="turn") == "direct"


@given(st.text(alphabet="“”\"'’‘`aR .,!?\n", max_size=120))
def test_drafts_of_any_text_stay_inside_it_and_hold_what_was_tagged(text: str) -> None:
    tokens, marked = split_tokens(text), quoted_spans(text)
    (tagged,) = tag_reports([tokens], WEIGHTS)
    for one, found in zip(tagged, drafts_of(tokens, tagged, marked, text), strict=True):
        assert all(0 <= span.start < span.end <= len(text) for spans in found[:3] for span in spans)
        assert list(found.content) == sorted(found.content)
        for piece in one.content:
            assert any(span.covers(tokens.span(*piece)) for span in found.content)
        assert kind_of(found, marked, text) in ("direct", "mixed", "indirect")
