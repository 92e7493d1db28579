"""All times of a report."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.times.told import FRIDAY, times_of, values
from whence.records import Part, Published, Report
from whence.text.spans import Span
from whence.times.find import anchor_speech, find_times


def test_words_outside_the_prose_are_no_anchors_and_are_read_only_on_demand() -> None:
    text = "Voss in Kyiv on March 3, 2020. The following day he left."
    report = Report("a", "a", text, published=FRIDAY, parts=(Part("caption", 0, 30),))
    assert [(time.evidence.exact, time.value) for time in find_times(report)] == [("The following day", "2024-11-30")]
    assert [time.value for time in find_times(report, everything=True)] == ["2020-03-03", "2020-03-04"]


def test_inside_a_quotation_times_count_from_publication_unless_the_day_of_speaking_is_known() -> None:
    text = "“We left today,” he said. It rained today."
    report = Report("a", "a", text, published=FRIDAY)
    times = find_times(report)
    assert [time.value for time in times] == ["2024-11-29", "2024-11-29"]
    spoken = anchor_speech(report, times, [(Span(0, 16), date(2024, 11, 27))])
    assert [time.value for time in spoken] == ["2024-11-27", "2024-11-29"]
    assert [time.evidence for time in spoken] == [time.evidence for time in times]


def test_anchoring_keeps_the_times_that_were_given() -> None:
    report = Report("a", "a", "“We left today in 1999,” he said.", published=FRIDAY)
    times = find_times(report)
    assert anchor_speech(report, times, []) == times
    assert anchor_speech(report, times[1:], [(Span(0, 20), date(2024, 11, 27))]) == times[1:]


def test_speech_on_an_unknown_day_leaves_its_times_unresolved() -> None:
    (today,) = times_of("“We left today.”", FRIDAY, ((Span(0, 16), None),))
    assert (today.value, today.low) == ("XXXX-XX-XX", None)


def test_without_a_day_of_publication_only_whole_dates_have_days() -> None:
    for published in (None, Published("2024-11", "month", "caller")):
        assert [time.low for time in times_of("He left on Friday, last week, in June.", published)] == [
            None,
            None,
            None,
        ]
        assert [time.low for time in times_of("He left on Nov. 19, 2023.", published)] == ["2023-11-19"]


def test_a_phrase_that_covers_another_replaces_it() -> None:
    assert values("It ends by the year two thousand.") == [("the year two thousand", "2000")]


WORDS = [
    "Friday", "last", "this", "week", "Nov.", "19", "2024", "of", ",", "ago", "three", "June", "May", "“", "”", "night",
    "-", "\n", "the", "in", "recently", "earlier", "weekend", "31", "Feb", "today", "’s", "0", "a", "year", "quarter",
    "third", "nearly", "more", "than", "every", "end", "10", "p.m.", "noon", "at", "Christmas", "century", "1990s",
    "half", "and", "nineteen", "next", "few", "10:30", "following", "that", "day", "years", "later", "until",
    "will", "said", "(", "’98", "’5½", "1.50s", "trillion", "decades", "9/11", "5", "GMT", "o'clock", "holiday", "²0s",
]  # fmt: skip


@given(
    st.lists(st.sampled_from(WORDS), max_size=30),
    st.sampled_from([FRIDAY, None, Published("0001-01-01", "day", "caller")]),
)
def test_evidence_slices_times_never_overlap_and_low_is_never_after_high(
    words: list[str], published: Published | None
) -> None:
    text = " ".join(words)
    end = 0
    for time in times_of(text, published):
        evidence = time.evidence
        assert text[evidence.start : evidence.end] == evidence.exact
        assert evidence.start >= end
        assert time.value
        assert (time.low is None) == (time.high is None)
        assert time.low is None or time.high is None or time.low <= time.high
        end = evidence.end


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    times_of(text)


@pytest.mark.parametrize(
    "part",
    ["Friday ", "last ", "Nov. ", "“Friday ", "a week ago ", "19 ", "June-", "2024-11-", "1,1,", "1 2 ", "to ", "$",
     "the end of ", "the week of ", "10 p.m. ", "first quarter of ", "this year's ", "twenty five thousand ", "Friday",
     "\n", "two "],
)  # fmt: skip
def test_long_lines_of_one_thing_are_read(part: str) -> None:
    times_of(part * 5_000)
