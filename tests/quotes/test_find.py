"""Quotes of a report from what the tagger gives: kind, speaker, declined, confidence; apparatus is nobody's speech."""

from __future__ import annotations

import numpy as np
import pytest

from tests.quotes.made import tagged_words
from tests.quotes.small_weights import CLUES, small_weights
from whence.names.find import find_names
from whence.quotes.find import find_quotes
from whence.quotes.odds import Odds
from whence.quotes.tagger import Tagged
from whence.quotes.tokens import split_tokens
from whence.quotes.weights import TaggerWeights
from whence.records import Part, Quote, Report, Role
from whence.times.days import find_days

EVEN = small_weights()._replace(confidence=np.zeros(CLUES, np.float32))  # every confidence is one half


def quotes(
    text: str, *marked: tuple[str, str, str], parts: tuple[Part, ...] = (), weights: TaggerWeights = EVEN
) -> tuple[Quote, ...]:
    """The quotes of a text in which the tagger finds these: source, cue and content by their words."""
    report = Report("a", "a", text, parts=parts)
    tokens = split_tokens(text)
    tagged = [tagged_words(tokens, text, words) for words in marked]
    return find_quotes(report, (tokens, tagged), find_names(report), find_days(report), weights)


def only(text: str, *marked: tuple[str, str, str]) -> Quote:
    (found,) = quotes(text, *marked)
    return found


ROE = "“We will go,” Mayor Jane Roe said.", ("Mayor Jane Roe", "said", "We will go")


def test_a_quote_is_the_report_s_own_words() -> None:
    found = only(*ROE)
    assert [[e.exact for e in one] for one in (found.content, found.source, found.cue)] == [
        ["“We will go,”"], ["Mayor Jane Roe"], ["said"],
    ]  # fmt: skip
    assert {e.report_id for e in (*found.content, *found.source, *found.cue)} == {"a"}
    assert (found.kind, found.confidence, found.declined) == ("direct", 0.5, False)


def test_the_speaker_is_named_in_full() -> None:
    text = "Mayor Jane Roe spoke. “We will go,” Roe said."
    assert [speaker.name for speaker in only(text, ("Roe said"[:3], "said", "We will go")).speakers] == ["Jane Roe"]


def test_no_source_is_no_speaker() -> None:
    assert only("“We will go,” it says.", ("", "", "We will go")).speakers == ()


@pytest.mark.parametrize(
    ("text", "marked", "kind"),
    [
        ("“We will go,” Roe said.", ("Roe", "said", "We will go"), "direct"),
        ("Roe said they would “go now.”", ("Roe", "said", "they would “go now"), "mixed"),
        ("Roe said they would go.", ("Roe", "said", "they would go"), "indirect"),
    ],
)
def test_the_kind_is_told_by_the_marks(text: str, marked: tuple[str, str, str], kind: str) -> None:
    assert only(text, marked).kind == kind


def test_a_turn_of_a_transcript_is_direct_without_marks() -> None:
    found = quotes("JANE ROE: We will go.\n\nJOHN LUND: When will you go?")
    assert [(one.kind, one.content[0].exact) for one in found] == [
        ("direct", "We will go."), ("direct", "When will you go?"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("Roe declined to say who paid.", ("Roe", "declined to say", "who paid")),
        ("Roe declined to comment.", ("Roe", "declined", "to comment")),
        ("Roe refused to answer.", ("Roe", "refused", "to answer")),
        ("Roe wouldn’t say who paid.", ("Roe", "wouldn’t say", "who paid")),
        ("Roe would not say who paid.", ("Roe", "would not say", "who paid")),
        ("Roe had no comment on the bill.", ("Roe", "had no comment on", "the bill")),
        ("Roe is DECLINING to discuss the bill.", ("Roe", "is DECLINING to discuss", "the bill")),
    ],
)
def test_who_would_not_say_has_declined(text: str, marked: tuple[str, str, str]) -> None:
    assert only(text, marked).declined


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("Roe said Lund refused the money.", ("Roe", "said", "Lund refused the money")),
        ("Roe said prices will not rise.", ("Roe", "said", "prices will not rise")),
        ("Roe did not rule out a run.", ("Roe", "did not rule out", "a run")),
        ("Roe, who declined an award, said it rained.", ("Roe, who declined an award,", "said", "it rained")),
    ],
)  # fmt: skip
def test_who_speaks_of_declining_has_not_declined(text: str, marked: tuple[str, str, str]) -> None:
    assert not only(text, marked).declined


@pytest.mark.parametrize("role", ["byline", "timestamp", "credit", "furniture"])
def test_nobody_speaks_in_the_apparatus_of_a_page(role: Role) -> None:
    text, marked = ROE
    assert quotes(text, marked, parts=(Part(role, 0, len(text)),)) == ()


@pytest.mark.parametrize("role", ["paragraph", "title", "caption"])
def test_people_speak_in_prose_titles_and_captions(role: Role) -> None:
    text, marked = ROE
    assert len(quotes(text, marked, parts=(Part(role, 0, len(text)),))) == 1


def test_a_content_only_partly_in_the_apparatus_stays() -> None:
    text, marked = ROE
    assert len(quotes(text, marked, parts=(Part("credit", 0, 6),))) == 1


def test_what_is_less_sure_than_the_weights_ask_for_is_left_out() -> None:
    text, marked = ROE
    assert quotes(text, marked, weights=EVEN._replace(least_confidence=0.51)) == ()
    assert len(quotes(text, marked, weights=EVEN._replace(least_confidence=0.5))) == 1


def test_the_confidence_rests_on_what_the_tagger_says() -> None:
    text, (source, cue, content) = ROE
    report, tokens = Report("a", "a", text), split_tokens(text)
    confidence = np.zeros(CLUES, np.float32)
    confidence[1 : 1 + len(Odds())] = 1
    weights = EVEN._replace(confidence=confidence)

    def sure(odds: float) -> float:
        tagged: Tagged = tagged_words(tokens, text, [source, cue, content], odds=Odds(*[odds] * len(Odds())))
        (found,) = find_quotes(report, (tokens, [tagged]), (), (), weights)
        return found.confidence

    assert sure(0.1) < sure(0.5) == 0.5 < sure(0.9)


def test_quotes_come_in_the_order_of_their_contents() -> None:
    text = "Roe said it rained. “It did not rain on our side of the river at all,” Lund said. JANE ROE: No."
    found = quotes(text, ("Lund", "said.", "It did not rain"), ("Roe", "said", "it rained"))
    assert [one.content[0].start for one in found] == sorted(one.content[0].start for one in found)


def test_a_long_quotation_that_nobody_is_given_is_kept_without_a_speaker() -> None:
    found = only(
        "It rained. “The water came in through the kitchen floor and stayed there until the morning.” It rained."
    )
    assert (found.source, found.cue, found.speakers, found.kind) == ((), (), (), "direct")


def test_an_empty_report_has_no_quotes() -> None:
    assert quotes("") == ()
