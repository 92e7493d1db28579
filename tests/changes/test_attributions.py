"""Attributions side by side: what pairs, what is missing on one side, and in what a pair differs."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.quotes.made import quote_in, words_in
from whence.changes.attributions import KEPT_PART, LEAST_WORDS, SURE, SURE_SPEAKER, pair_quotes
from whence.copies.passages import align_reports
from whence.records import Quote, QuotePair, Report, Setting, Time, Venue
from whence.text.words import split_words

A = Report(
    "a", "a", "Mayor Jane Roe said the bridge would open in May. The city paid for all of it from its own funds."
)


def report_b(text: str) -> Report:
    return Report("b", "b", text)


def pairs(b: Report, quotes_a: Sequence[Quote], quotes_b: Sequence[Quote]) -> tuple[QuotePair, ...]:
    return pair_quotes(align_reports(A, b), quotes_a, quotes_b)


def said_in_a(**known: object) -> Quote:
    known = {"source": "Mayor Jane Roe", "cue": "said", "name": "Jane Roe", "kind": "indirect", **known}
    return quote_in(A, "the bridge would open in May", **known)  # type: ignore[arg-type]


def said_in(b: Report, **known: object) -> Quote:
    known = {"kind": "indirect", **known}
    return quote_in(b, "the bridge would open in May", **known)  # type: ignore[arg-type]


def test_the_same_words_in_the_same_mouth_are_a_pair_without_a_difference() -> None:
    b = report_b(A.text)
    one, other = said_in_a(), said_in(b, source="Mayor Jane Roe", cue="said", name="Jane Roe")
    assert pairs(b, [one], [other]) == (QuotePair(one, other, ()),)


def test_another_speaker_is_named() -> None:
    b = report_b(A.text.replace("Mayor Jane Roe", "Governor Paul Lund"))
    (pair,) = pairs(b, [said_in_a()], [said_in(b, source="Governor Paul Lund", cue="said", name="Paul Lund")])
    assert pair.differs == ("speaker",)


@pytest.mark.parametrize("name", ["Roe", "JANE ROE", "Jane"])
def test_a_part_of_the_name_is_no_other_speaker(name: str) -> None:
    b = report_b(A.text)
    (pair,) = pairs(b, [said_in_a()], [said_in(b, source="Mayor Jane Roe", cue="said", name=name)])
    assert pair.differs == ()


def test_a_pronoun_is_no_proof_of_another_speaker() -> None:
    b = report_b(A.text.replace("Mayor Jane Roe", "She"))
    (pair,) = pairs(b, [said_in_a()], [said_in(b, source="She", cue="said", name="Ana Feld")])
    assert pair.differs == ()


def test_another_speaker_must_be_sure() -> None:
    b = report_b(A.text.replace("Mayor Jane Roe", "Governor Paul Lund"))
    known = {"source": "Governor Paul Lund", "cue": "said", "name": "Paul Lund"}
    (pair,) = pairs(b, [said_in_a()], [said_in(b, confidence=SURE_SPEAKER - 0.01, **known)])
    assert pair.differs == ()


def test_speaker_and_cue_are_not_compared_where_one_content_is_a_small_part_of_the_other() -> None:
    b = report_b(A.text)
    part = quote_in(b, "in May", source="May", cue="paid", name="May")
    (pair,) = pairs(b, [said_in_a()], [part])
    assert (pair.b, pair.differs) == (part, ())


def test_another_verb_of_saying_is_another_cue_and_capitals_are_not() -> None:
    b = report_b("Mayor Jane Roe admitted the bridge would open in May, she Said.")
    known = {"source": "Mayor Jane Roe", "name": "Jane Roe"}
    assert [pairs(b, [said_in_a()], [said_in(b, cue=cue, **known)])[0].differs for cue in ("admitted", "Said")] == [
        ("cue",), (),
    ]  # fmt: skip


def test_another_venue_and_another_day_are_told() -> None:
    b = report_b("Mayor Jane Roe said the bridge would open in May, on Monday on Radio Alder.")
    words = words_in(b, "Monday", "Radio Alder")
    venue = Venue("Radio Alder", "outlet", words[1])
    known = {"source": "Mayor Jane Roe", "cue": "said", "name": "Jane Roe"}

    def differs(mine: Setting, other: Setting) -> tuple[str, ...]:
        return pairs(b, [said_in_a(setting=mine)], [said_in(b, setting=other, **known)])[0].differs

    monday, tuesday = (Time("DATE", day, words[0], day, day) for day in ("2024-11-25", "2024-11-26"))
    assert differs(Setting(), Setting(venue=venue)) == ("venue",)
    assert differs(Setting(venue=venue), Setting(venue=venue)) == ()
    assert differs(Setting(said_on=monday), Setting(said_on=tuesday)) == ("time",)
    assert differs(Setting(said_on=monday), Setting()) == ("time",)
    assert differs(Setting(said_on=monday), Setting(said_on=Time("DATE", "", words[0], None, None))) == ()


def test_words_that_b_tells_without_a_source_have_lost_their_attribution() -> None:
    b = report_b("So the bridge would open in May. The city paid for all of it from its own funds.")
    one = said_in_a()
    assert pairs(b, [one], []) == (QuotePair(one, None, ("attribution",)),)


def test_words_that_b_has_not_are_content_that_is_gone() -> None:
    b = report_b("The city paid for all of it from its own funds.")
    one = said_in_a()
    assert pairs(b, [one], []) == (QuotePair(one, None, ("content",)),)


def test_words_that_only_b_attributes_come_last() -> None:
    b = report_b(A.text)
    gained = quote_in(b, "The city paid for all of it", source="Mayor Jane Roe", cue="said", name="Jane Roe")
    both = said_in(b, source="Mayor Jane Roe", cue="said", name="Jane Roe")
    one = said_in_a()
    assert pairs(b, [one], [both, gained]) == (QuotePair(one, both, ()), QuotePair(None, gained, ("attribution",)))


def test_an_attribution_that_is_hardly_one_is_not_missed_but_vouches_for_its_like() -> None:
    b = report_b(A.text)
    unsure = said_in_a(confidence=SURE - 0.01)
    assert pairs(b, [unsure], []) == ()
    other = said_in(b, source="Mayor Jane Roe", cue="said", name="Jane Roe")
    assert pairs(b, [unsure], [other]) == (QuotePair(unsure, other, ()),)


def test_two_attributions_may_stand_beside_one_that_joins_their_words() -> None:
    b = report_b(A.text)
    halves = [quote_in(A, words, source="Mayor Jane Roe", cue="said") for words in ("the bridge would", "open in May")]
    whole = said_in(b, source="Mayor Jane Roe", cue="said")
    assert [(pair.a, pair.b) for pair in pairs(b, halves, [whole])] == [(halves[0], whole), (halves[1], whole)]


def test_a_few_words_in_common_are_no_pair() -> None:
    b = report_b("Paul Lund said the tunnel and the road to the school would open never. The city paid for all of it.")
    other = quote_in(b, "the tunnel and the road to the school would open never", source="Paul Lund", cue="said")
    assert all(None in (pair.a, pair.b) for pair in pairs(b, [said_in_a()], [other]))


def test_no_quotes_are_no_pairs() -> None:
    assert pairs(report_b(A.text), [], []) == ()


def test_the_part_that_must_be_kept_is_more_than_half() -> None:
    assert KEPT_PART > 0.5


def size(report: Report, quote: Quote) -> int:
    """How many words begin in a content."""
    return sum(quote.span.start <= start < quote.span.end for start in split_words(report.text).starts)


WORDS = [
    "roe",
    "said",
    "the",
    "bridge",
    "would",
    "open",
    "in",
    "may",
    "lund",
    "told",
    "rain",
    "fell",
    "“",
    "”",
    ",",
    ".",
]


@given(st.lists(st.sampled_from(WORDS), max_size=25), st.lists(st.sampled_from(WORDS), max_size=25), st.data())
def test_every_sure_attribution_is_in_a_pair_which_says_what_is_missing(
    words_a: list[str], words_b: list[str], data: st.DataObject
) -> None:
    reports = [Report(name, name, " ".join(words)) for name, words in (("a", words_a), ("b", words_b))]
    drawn: list[list[Quote]] = []
    for one in reports:
        cuts = data.draw(st.lists(st.integers(0, len(one.text)), max_size=6).map(sorted))
        pieces = [(start, end) for start, end in zip(cuts[::2], cuts[1::2], strict=False) if end > start]
        drawn.append([Quote("indirect", (one.evidence(*p),), (), (), (), Setting(), 0.9) for p in pieces])
    found = pair_quotes(align_reports(reports[0], reports[1]), drawn[0], drawn[1])
    for one, quotes, paired in zip(reports, drawn, zip(*((p.a, p.b) for p in found), strict=True), strict=False):
        told = {id(quote) for quote in paired if quote}
        assert told <= {id(quote) for quote in quotes}
        assert told >= {id(quote) for quote in quotes if size(one, quote) >= LEAST_WORDS}
    assert all(pair.a or pair.b for pair in found)
    assert all(pair.differs for pair in found if not (pair.a and pair.b))
