"""Phrases of time and the days that they point at."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.records import Part, Published, Report
from whence.times.days import find_days

FRIDAY = Published("2024-11-29", "day", "caller")


def days_of(text: str, published: Published | None = FRIDAY) -> list[tuple[str, str | None, str | None]]:
    found = find_days(Report("a", "a", text, published=published))
    return [(days.evidence.exact, days.low, days.high) for days in found]


def one(text: str, published: Published | None = FRIDAY) -> tuple[str, str | None, str | None]:
    (found,) = days_of(text, published)
    return found


@pytest.mark.parametrize(
    ("text", "words", "first", "last"),
    [
        ("He said so on Friday.", "Friday", "2024-11-29", "2024-11-29"),
        ("She said Thursday that it rained.", "Thursday", "2024-11-28", "2024-11-28"),
        ("They met last Friday.", "last Friday", "2024-11-22", "2024-11-22"),
        ("He will speak on Tuesday.", "Tuesday", "2024-12-03", "2024-12-03"),
        ("The vote is expected Friday.", "Friday", "2024-11-29", "2024-11-29"),
        ("The talks resume next Tuesday.", "next Tuesday", "2024-12-03", "2024-12-03"),
        ("The bill is to be filed Wednesday.", "Wednesday", "2024-12-04", "2024-12-04"),
        ("She spoke Monday night in Troy.", "Monday night", "2024-11-25", "2024-11-25"),
        ("They met this past Sunday.", "this past Sunday", "2024-11-24", "2024-11-24"),
        ("During Tuesday's debate he laughed.", "Tuesday", "2024-11-26", "2024-11-26"),
        ("It rained on Friday, Nov. 22, in Troy.", "Friday, Nov. 22", "2024-11-22", "2024-11-22"),
    ],
)
def test_weekdays_count_from_the_day_of_publication(text: str, words: str, first: str, last: str) -> None:
    assert one(text) == (words, first, last)


def test_a_verb_of_saying_before_the_day_decides_over_the_future_after_it() -> None:
    assert one("On Tuesday, Voss said he will run.") == ("Tuesday", "2024-11-26", "2024-11-26")


@pytest.mark.parametrize(
    ("text", "words", "first", "last"),
    [
        ("He left today.", "today", "2024-11-29", "2024-11-29"),
        ("He left yesterday.", "yesterday", "2024-11-28", "2024-11-28"),
        ("He leaves tomorrow.", "tomorrow", "2024-11-30", "2024-11-30"),
        ("He left last night.", "last night", "2024-11-28", "2024-11-28"),
        ("He told Sky News last week.", "last week", "2024-11-18", "2024-11-24"),
        ("NATO met this week.", "this week", "2024-11-25", "2024-11-29"),
        ("NATO met earlier this month.", "earlier this month", "2024-11-01", "2024-11-29"),
        ("NATO will meet later this week.", "later this week", "2024-11-29", "2024-12-01"),
        ("The deficit will end this year.", "this year", "2024-11-29", "2024-12-31"),
        ("NATO met last month.", "last month", "2024-10-01", "2024-10-31"),
        ("NATO met last year.", "last year", "2023-01-01", "2023-12-31"),
        ("NATO meets next month.", "next month", "2024-12-01", "2024-12-31"),
        ("It fell over the weekend.", "the weekend", "2024-11-23", "2024-11-24"),
        ("It fell last weekend.", "last weekend", "2024-11-23", "2024-11-24"),
        ("It fell over the past week.", "past week", "2024-11-22", "2024-11-29"),
        ("It fell three days ago.", "three days ago", "2024-11-26", "2024-11-26"),
        ("It fell a week ago.", "a week ago", "2024-11-18", "2024-11-24"),
        ("It fell two months ago.", "two months ago", "2024-09-01", "2024-09-30"),
    ],
)
def test_phrases_that_count_from_now(text: str, words: str, first: str, last: str) -> None:
    assert one(text) == (words, first, last)


@pytest.mark.parametrize(
    ("text", "words", "first", "last"),
    [
        ("It began in June.", "June", "2024-06-01", "2024-06-30"),
        ("It began in December.", "December", "2023-12-01", "2023-12-31"),
        ("It will begin in December.", "December", "2024-12-01", "2024-12-31"),
        ("It began last June.", "last June", "2024-06-01", "2024-06-30"),
        ("It began in late May.", "late May", "2024-05-21", "2024-05-31"),
        ("In a July interview he smiled.", "July", "2024-07-01", "2024-07-31"),
        ("It began in June 2016.", "June 2016", "2016-06-01", "2016-06-30"),
        ("It began in 2008.", "2008", "2008-01-01", "2008-12-31"),
        ("It began on Nov. 19.", "Nov. 19", "2024-11-19", "2024-11-19"),
        ("It began on November 19, 2023, in Troy.", "November 19, 2023", "2023-11-19", "2023-11-19"),
        ("It began on 19 November.", "19 November", "2024-11-19", "2024-11-19"),
        ("It began on the 19th of November 2023.", "19th of November 2023", "2023-11-19", "2023-11-19"),
        ("It began on 2023-11-19.", "2023-11-19", "2023-11-19", "2023-11-19"),
    ],
)
def test_months_dates_and_years(text: str, words: str, first: str, last: str) -> None:
    assert one(text) == (words, first, last)


def test_a_date_without_a_year_that_lies_far_back_is_the_one_ahead() -> None:
    assert one("Troy heads into its Dec. 22 vote.") == ("Dec. 22", "2024-12-22", "2024-12-22")


@pytest.mark.parametrize(
    "text",
    ["In 2,008 homes it rained.", "He may go.", "They march on Rome.", "They came on Black Friday to shop.",
     "He was on Fox News Sunday.", "He reads the Sunday Times.", "He reads USA Today.", "He is on the “Today” show.",
     "On ABC’s “This Week” he laughed.", "The 1990s were wet.", "We met April Jones.", "Today’s youth is wet."],
)  # fmt: skip
def test_words_that_only_look_like_time_are_left_alone(text: str) -> None:
    assert days_of(text) == []


@pytest.mark.parametrize(
    "text", ["He recently left.", "It fell a few days ago.", "It fell nearly three years ago.", "It fell last summer."]
)
def test_vague_phrases_are_found_but_not_resolved(text: str) -> None:
    assert one(text)[1:] == (None, None)


def test_without_a_day_of_publication_only_whole_dates_are_resolved() -> None:
    for published in (None, Published("2024-11", "month", "caller")):
        assert one("He left on Friday.", published)[1:] == (None, None)
        assert one("He left on Nov. 19, 2023.", published)[1:] == ("2023-11-19", "2023-11-19")


def test_the_present_inside_quotation_marks_is_not_that_of_the_report() -> None:
    assert one("He said: “We are here today.”") == ("today", None, None)


def test_days_that_do_not_exist_are_not_resolved() -> None:
    assert one("It began on February 30, 2023.")[1:] == (None, None)


def test_words_outside_the_prose_are_not_read() -> None:
    text = "Voss in Kyiv on November 19, 2024. He left on Friday."
    report = Report("a", "a", text, published=FRIDAY, parts=(Part("caption", 0, 34),))
    assert [days.evidence.exact for days in find_days(report)] == ["Friday"]


@given(
    st.lists(
        st.sampled_from(
            ["Friday", "last", "this", "week", "Nov.", "19", "2024", "of", ",", "ago", "three", "June", "May", "“", "”",
             "night", "-", "\n", "the", "in", "recently", "earlier", "weekend", "31", "Feb", "today", "’s", "0"]
        ),
        max_size=30,
    )
)  # fmt: skip
def test_evidence_slices_and_phrases_never_overlap(words: list[str]) -> None:
    text = " ".join(words)
    end = 0
    for days in find_days(Report("a", "a", text, published=FRIDAY)):
        evidence = days.evidence
        assert text[evidence.start : evidence.end] == evidence.exact
        assert evidence.start >= end
        assert (days.low is None) == (days.high is None)
        assert days.low is None or days.high is None or days.low <= days.high
        end = evidence.end


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    find_days(Report("a", "a", text, published=FRIDAY))


@pytest.mark.parametrize("part", ["Friday ", "last ", "Nov. ", "“Friday ", "a week ago ", "19 ", "June-", "2024-11-"])
def test_long_lines_of_one_thing_are_read(part: str) -> None:
    find_days(Report("a", "a", part * 20_000, published=FRIDAY))
