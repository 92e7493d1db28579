"""The stage find over a stream: batches of bounded length, in order, rejects passed through, two runs the same."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.quotes.small_weights import small_weights

import whence.flow.find as flow
from whence.flow.find import find
from whence.quotes.weights import TaggerWeights
from whence.reading.plain import read_text
from whence.records import Evidence, Findings, Quote, Reject, Report

SMALL = small_weights()
SENTENCE = "“We will open the bridge,” Mayor Jane Roe said on Monday.\n\n"


def report(number: int, text: str = SENTENCE) -> Report:
    return Report(f"r{number}", f"r{number}", text)


def reject(number: int) -> Reject:
    return Reject(f"f{number}", "", "bad_json", "is no JSON")


def names_of(items: list[Findings | Reject]) -> list[str]:
    return [item.source if isinstance(item, Reject) else item.report.id for item in items]


def evidence_of(quote: Quote) -> Iterator[Evidence]:
    """Every evidence that an attribution carries."""
    yield from (*quote.content, *quote.source, *quote.cue, *(e for one in quote.speakers for e in one.evidence))
    setting = quote.setting
    around = [setting.addressee, setting.through]
    around.append(setting.venue.evidence if setting.venue else None)
    around.append(setting.said_on.evidence if setting.said_on else None)
    yield from (one for one in around if one is not None)


def check(found: Findings) -> None:
    """What holds of the findings in any report."""
    text = found.report.text
    named = [mention.evidence for name in found.names for mention in name.mentions]
    dated = [time.evidence for time in found.times]
    stated = [figure.evidence for figure in found.figures]
    for one in [*named, *dated, *stated, *(e for quote in found.quotes for e in evidence_of(quote))]:
        assert 0 <= one.start < one.end <= len(text) and text[one.start : one.end] == one.exact
        assert one.report_id == found.report.id
    for quote in found.quotes:
        assert quote.content and all(piece.exact.strip() for piece in quote.content)
        assert 0 <= quote.confidence <= 1
    assert [quote.content[0].start for quote in found.quotes] == sorted(q.content[0].start for q in found.quotes)


# --- the stream -------------------------------------------------------------------------------------------------------


def test_reports_and_rejects_come_out_in_the_order_in_which_they_came_in() -> None:
    items: list[Report | Reject] = [reject(0), report(1), report(2), reject(3), report(4), reject(5)]
    found = list(find(items, weights=SMALL))
    assert names_of(found) == ["f0", "r1", "r2", "f3", "r4", "f5"]
    assert [item for item in found if isinstance(item, Reject)] == [items[0], items[3], items[5]]


def test_findings_belong_to_their_report() -> None:
    texts = ["Jane Roe said it rained.", "", "Paul Lund left on Monday."]
    found = [item for item in find(map(report, range(3), texts), weights=SMALL) if isinstance(item, Findings)]
    assert [[name.name for name in one.names] for one in found] == [["Jane Roe"], [], ["Paul Lund"]]


def test_a_stream_is_read_a_batch_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(flow, "BATCH_CHARACTERS", 20 * len(SENTENCE))
    read: list[int] = []

    def reading() -> Iterator[Report]:
        for number in range(40):
            read.append(number)
            yield report(number, SENTENCE * 5)

    stream = find(reading(), weights=SMALL)
    next(stream)
    assert len(read) <= 6
    for done, _ in enumerate(stream, start=2):
        assert len(read) - done <= 6


def test_a_stream_of_rejects_alone_flows_and_loads_no_weights(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> TaggerWeights:
        raise AssertionError("weights were loaded")

    monkeypatch.setattr(flow, "load_tagger", refuse)
    read: list[int] = []

    def reading() -> Iterator[Reject]:
        for number in range(500):
            read.append(number)
            yield reject(number)

    stream = find(reading())
    next(stream)
    assert len(read) <= 100
    assert len(list(stream)) == 499


def test_a_batch_holds_about_ten_thousand_words() -> None:
    assert 30_000 <= flow.BATCH_CHARACTERS <= 200_000


def test_nothing_in_is_nothing_out() -> None:
    assert list(find([])) == []


def test_weights_are_loaded_once(monkeypatch: pytest.MonkeyPatch) -> None:
    loaded: list[TaggerWeights] = []

    def load() -> TaggerWeights:
        loaded.append(SMALL)
        return SMALL

    monkeypatch.setattr(flow, "load_tagger", load)
    monkeypatch.setattr(flow, "BATCH_CHARACTERS", 1)
    assert len(list(find(map(report, range(4))))) == 4
    assert len(loaded) == 1


def test_what_a_report_gives_does_not_depend_on_what_comes_with_it() -> None:
    reports = [report(number, SENTENCE * number + "Lund told the crew that it rained.") for number in range(5)]
    together = [item for item in find(reports, weights=SMALL) if isinstance(item, Findings)]
    for one, found in zip(reports, together, strict=True):
        (alone,) = find([one], weights=SMALL)
        assert isinstance(alone, Findings)
        assert [quote.content for quote in found.quotes] == [quote.content for quote in alone.quotes]
        assert (found.names, found.times, found.figures) == (alone.names, alone.times, alone.figures)


def test_less_sure_ones_are_kept_only_where_everything_is_asked_for() -> None:
    strict = SMALL._replace(least_confidence=1.1)

    def quotes(*, everything: bool) -> tuple[Quote, ...]:
        (found,) = find([report(0, SENTENCE * 3)], weights=strict, everything=everything)
        assert isinstance(found, Findings)
        return found.quotes

    assert quotes(everything=False) == ()
    assert len(quotes(everything=True)) > 0


# --- the weights that ship --------------------------------------------------------------------------------------------


def test_a_plain_sentence_is_found() -> None:
    (found,) = find([read_text("“We will open the bridge,” Mayor Jane Roe said.")])
    assert isinstance(found, Findings)
    (quote,) = found.quotes
    assert (quote.kind, quote.content[0].exact, quote.cue[0].exact) == ("direct", "“We will open the bridge,”", "said")
    assert [speaker.name for speaker in quote.speakers] == ["Jane Roe"]


# --- properties -------------------------------------------------------------------------------------------------------

PIECES = st.sampled_from(
    ["“", "”", '"', "''", "‘", "’", "[", "]", "…", "\n\n", "\n", " ", ", ", ". ", ": ", "— ", "said ", "told ",
     "Jane Roe ", "JOHN LUND: ", "Fox News ", "last week ", "he ", "the mayor ", "according to ", "declined to say ",
     "we will go ", "on Monday ", "\u200b", "\u202e", "é", "\u0301", "😀", "\t", "\u2028", "\r\n", "1,000 "]
)  # fmt: skip
TEXTS = st.lists(PIECES, max_size=50).map("".join) | st.text(max_size=120)


@settings(max_examples=120)
@given(TEXTS)
def test_any_text_gives_evidence_that_slices_and_contents_that_are_not_empty(text: str) -> None:
    for item in find([read_text(text)], weights=SMALL, everything=True):
        assert isinstance(item, Findings)
        check(item)


@settings(max_examples=40)
@given(st.lists(TEXTS, max_size=4))
def test_two_runs_are_the_same(texts: list[str]) -> None:
    reports = [report(number, text) for number, text in enumerate(texts)]
    assert list(find(reports, weights=SMALL)) == list(find(reports, weights=SMALL))


def test_a_report_too_long_to_be_heard_keeps_its_times_and_figures() -> None:
    (found,) = find([report(1, "Jane Roe said 40 barns burned in June 2019.")], weights=SMALL, longest_heard=10)
    assert isinstance(found, Findings)
    assert (found.heard, found.names, found.quotes) == (False, (), ())
    assert [figure.value for figure in found.figures] == [40.0] and [time.value for time in found.times] == ["2019-06"]
