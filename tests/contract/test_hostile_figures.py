"""Texts made to break the finding of times and figures and their comparison: no crash, every span slices, numbers hold.

Nothing is timed here; a part whose time grows faster than its text would keep the whole suite waiting, and
bench/speed/figures.py measures it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from math import isfinite
from pathlib import Path

import pytest

from whence.agreement.joint import read_jointly
from whence.agreement.matching import Told, match_figures
from whence.certainty.find import find_certainty
from whence.figures.find import find_figures
from whence.figures.intervals import contains
from whence.reading.readers import read_source
from whence.records import Evidence, Figure, Interval, Published, Report, Time
from whence.text.spans import Span
from whence.times.find import find_times
from whence.tolls.find import find_tolls

LONG = 60_000  # characters that are read
COMPARED = 6_000  # and of which the figures are compared, each with many: what grows is measured by the bench
FRIDAY = Published("2024-11-29", "day", "caller")
FOLDERS = ("text", "html", "jsonl")
HOSTILE = Path(__file__).parents[3] / "shared" / "hostile"
FILES = sorted(path for folder in FOLDERS for path in (HOSTILE / folder).glob("*"))
DIGITS = "9" * 10_000

SMALL_TEXTS = {
    "empty": "",
    "white space": " \n\t\n\r\n \u2028",
    "ten thousand digits": f"It cost ${DIGITS}, {DIGITS} people saw it {DIGITS} days ago.",
    "ten thousand decimals": f"It rose by 0.{DIGITS} percent to 1.{'0' * 10_000}1 miles.",
    "ten thousand zeros": f"About {'0' * 10_000} people, {'0' * 10_000}.5 acres, 1{'0' * 10_000} tons.",
    "groups without end": "It sold 1" + ",000" * 3_000 + " shares.",
    "magnitudes without end": "He owes 9 " + "million " * 1_000 + "dollars.",
    "number words without end": "There were "
    + "nine hundred thousand " * 500
    + "sheep and "
    + "twenty-" * 500
    + "one.",
    "exponents": "1e999 people, 10^400 stars, -1e-999 percent, 1E+308 miles, 9e307 km, 1e18446744073709551616.",
    "no numbers": "inf people, nan boats, Infinity miles, 0x1F tons, 1_000 cows, ١٢٣ men, １２ boats, ² cats, Ⅷ.",
    "divided by nothing": "1/0 of the voters, 0/0 in 10, 0 in 0 people, one in zero, 0 percent of 0, 22/0/2024.",
    "below zero": "-5 degrees, −12 percent, --7 miles, - 8 people, minus zero, nearly -3 degrees, up to 0 people.",
    "upside down": "12 to 10 boats, between 9 and 3 people, $5 million to $3, 2024-2019, 10 p.m. to 8 a.m., 5-year-3.",
    "days that are none": "31 June 2023, February 30, 2024-13-45, 99/99/9999, 0000-00-00, the 45th of May, Feb 29.",
    "years far off": "in the year 0, in 99999, 400,000 years ago, 9999-12-31, a day after Dec. 31, 9999, 3000 BC.",
    "far from now": f"{'9' * 25} years ago, in 99999999999 days, 1e30 weeks later, ten billion years ago, 1e9 days.",
    "clocks": "at 25:61, 99 p.m., 0 a.m., 12:00:00:00, 7:5, 24 o'clock, noon midnight noon, 11.59.59 GMT+99:99.",
    "all units": "5 foot mile acre ton dollar percent degrees year-old square cubic feet per second per hour per head.",
    "all hedges": "more than at least nearly about up to some just over less than an estimated 5 or so or more people.",
    "hedges alone": "more than, nearly, at least, an estimated, up to, between and, from to, some or so, just over.",
    "money signs": "$ £ € ¥ $$$ US$ A$ $, $. $million £-5 $5$5$5 €€5 5€5 $1.2.3 $1,2,3 $(5) US$$5 USD EUR 5 USD EUR.",
    "no spaces": "5people10to12boatson3May2024at7p.m.for$5mand3%of20kmor10sqmi",
    "hyphens": "a 1,000-day-old 5-to-6-year 3-4-5-6-7-8 war, 1–2—3−4‑5 boats, two-and-a-half-year-old 50-50-50.",
    "right to left": "قتل 12 شخصا و ٣٤ آخرون. \u202e5 people 10 boats\u202c on Friday, \u2067three years ago\u2069.",
    "zero width": "1\u200b2 people, $\ufeff5, on Fri\u00adday, three\u200d years\u200b ago, 10\u2060 percent.",
    "combining": "1\u0301 2\u0308 people, Fri\u0301day, 5" + "\u0301" * 2_000 + " boats, th\u0336ree years ago.",
    "beyond the first plane": "𝟏𝟐 people, 𝟣𝟢 😀 boats, on 𝐅𝐫𝐢𝐝𝐚𝐲, five 👩‍👩‍👧 years ago, 🔟 dogs.",
    "control characters": "5\x00people, 6\x1bboats, on\x07 Friday\x08, three\x85years\x0bago\x0c, $\x7f7.",
    "line ends": "5\npeople\r\n10\rboats\u2028on\u2029Friday\n\nthree\n\nyears\n\nago, more\nthan\n\n9 dogs.",
    "capitals": "MORE THAN 5 PEOPLE DIED ON FRIDAY, THREE YEARS AGO, AT 5 P.M. ABOUT TWO THIRDS WON $5 MILLION.",
    "markup": "<b>5</b> people &amp; <i>$10</i>, &#53; boats on <time title='2024-11-29'>Friday</time><!-- 7 -->",
}
LARGE_TEXTS = {
    "numbers in a row": "7 " * (LONG // 2),
    "numbers and commas": "1," * (LONG // 2),
    "numbers and hyphens": "1-" * (LONG // 2),
    "numbers and slashes": "1/" * (LONG // 2),
    "numbers and points": "1." * (LONG // 2),
    "numbers and colons": "12:" * (LONG // 3),
    "one number": "9" * LONG,
    "dollar signs": "$" * LONG,
    "dollars": "$5 " * (LONG // 3),
    "per cent signs": "5%" * (LONG // 2),
    "to": "to " * (LONG // 3),
    "ten to ten": "10 to " * (LONG // 6),
    "between and": "between 5 and " * (LONG // 14),
    "one hundred": "one hundred and " * (LONG // 16),
    "twenty": "twenty-" * (LONG // 7),
    "half": "half a " * (LONG // 7),
    "million": "million " * (LONG // 8),
    "dozens": "dozens of " * (LONG // 10),
    "more than": "more than " * (LONG // 10),
    "an estimated": "an estimated about " * (LONG // 19),
    "years": "year " * (LONG // 5),
    "years old": "5-year-old " * (LONG // 11),
    "years ago": "three years ago " * (LONG // 16),
    "last": "last " * (LONG // 5),
    "Friday": "Friday " * (LONG // 7),
    "May": "May " * (LONG // 4),
    "May 5": "May 5, " * (LONG // 7),
    "every": "every " * (LONG // 6),
    "the end of the": "the end of the " * (LONG // 15),
    "two days before": "two days before " * (LONG // 16),
    "adjectives": "5 " + "big red North Korean " * (LONG // 21) + "boats",
    "of": "5 boats " + "of the " * (LONG // 7) + "boats",
    "killed": "killed 5 and wounded 6, " * (LONG // 24),
    "one sentence of counts": "12 miners, 13 miners and 14 miners, " * (LONG // 36),
    "sentences alike": "A blast killed 12 miners at Gorse on Friday. " * (LONG // 45),
    "sentences all but alike": " ".join(f"A blast killed {k} men at Gorse, {k} days ago." for k in range(LONG // 50)),
    "brackets": "(5 " * (LONG // 3),
    "lines": "5\n" * (LONG // 2),
    "no space": "5people" * (LONG // 7),
    "zero width": "5\u200b" * (LONG // 2),
}  # fmt: skip


class Found:
    """What is found in a report of a Friday."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.times = find_times(report)
        self.figures = find_figures(report, self.times)
        self.told = Told(report, (*self.figures, *self.times))


def found_in(text: str, name: str = "a") -> Found:
    """Find the times and figures of a text; every span must slice, every number hold."""
    found = Found(Report(name, name, text, published=FRIDAY))
    check(found)
    return found


def check(found: Found) -> None:
    """The laws that every finding keeps."""
    for time in found.times:
        assert slices(found.report, time.evidence)
        assert is_sound(time), time
    for figure in found.figures:
        assert all(slices(found.report, one) for one in evidence_of(figure))
        assert figure.value is None or isfinite(figure.value)
        assert isfinite(figure.step) and figure.step > 0
        assert is_interval(figure.hard) and is_interval(figure.soft), figure
        assert contains(figure.hard, figure.soft), figure
    assert are_apart([time.evidence.span for time in found.times])
    assert are_apart([figure.evidence.span for figure in found.figures])
    assert all(slices(found.report, hedge.evidence) for hedge in find_certainty(found.report))
    find_tolls(found.report)


def is_sound(time: Time) -> bool:
    """Whether a time has a value, and days of the calendar in their order or none."""
    if time.low is None or time.high is None:
        return bool(time.value) and time.low is None and time.high is None
    return bool(time.value) and date.fromisoformat(time.low) <= date.fromisoformat(time.high)


def is_interval(interval: Interval) -> bool:
    """Whether some number may lie in an interval, and its ends are numbers."""
    ends = [end for end in (interval.low, interval.high) if end is not None]
    if not all(map(isfinite, ends)):
        return False
    if len(ends) == 2 and ends[0] == ends[1]:
        return not (interval.open_low or interval.open_high)
    return ends == sorted(ends)


def evidence_of(figure: Figure) -> Iterator[Evidence]:
    """Every evidence of a figure."""
    yield figure.evidence
    yield from figure.modifiers
    around = (figure.hedge_words, figure.source_hedge, figure.head, figure.as_of and figure.as_of.evidence)
    yield from (one for one in around if one)


def slices(report: Report, one: Evidence) -> bool:
    """The law of evidence."""
    return 0 <= one.start < one.end <= len(report.text) and report.text[one.start : one.end] == one.exact


def are_apart(spans: Sequence[Span]) -> bool:
    """Whether spans stand in the order of the text and never overlap."""
    return all(a.end <= b.start for a, b in pairwise(spans))


@pytest.mark.parametrize("text", SMALL_TEXTS.values(), ids=SMALL_TEXTS)
def test_a_hostile_text_is_read(text: str) -> None:
    found_in(text)


@pytest.mark.parametrize("text", LARGE_TEXTS.values(), ids=LARGE_TEXTS)
def test_a_large_hostile_text_is_read(text: str) -> None:
    found_in(text)


@pytest.mark.parametrize("text", SMALL_TEXTS.values(), ids=SMALL_TEXTS)
def test_a_hostile_text_is_not_in_conflict_with_itself(text: str) -> None:
    pairs = match_figures(found_in(text, "a").told, found_in(text, "b").told)
    assert not [(pair.a.evidence.exact, pair.b.evidence.exact) for pair in pairs if pair.relation == "conflict"]


@pytest.mark.parametrize("text", LARGE_TEXTS.values(), ids=LARGE_TEXTS)
def test_a_large_hostile_text_is_compared(text: str) -> None:
    a, b = found_in(text[:COMPARED], "a"), found_in(text[:COMPARED].replace("5", "6"), "b")
    for pair in match_figures(a.told, b.told):
        assert pair.says
        assert slices(a.report, pair.a.evidence) and slices(b.report, pair.b.evidence)


@pytest.mark.parametrize("text", LARGE_TEXTS.values(), ids=LARGE_TEXTS)
def test_large_hostile_texts_are_read_together(text: str) -> None:
    found = [found_in(text[:COMPARED].replace("5", digit), digit) for digit in ("5", "6", "7")]
    told = [Told(one.report, one.figures) for one in found]
    assert all(len(group.statements) > 0 for group in read_jointly(told))


@pytest.mark.parametrize("text", SMALL_TEXTS.values(), ids=SMALL_TEXTS)
def test_a_hostile_paragraph_changes_nothing_in_a_plain_one(text: str) -> None:
    plain = "A blast killed more than 12 miners at Gorse on Thursday, two days after an alarm."
    alone, beside = found_in(plain), found_in(f"{plain}\n\n{text}")
    assert [one.evidence for one in beside.figures if one.evidence.end <= len(plain)] == [
        one.evidence for one in alone.figures
    ]
    assert [one.value for one in beside.times if one.evidence.end <= len(plain)] == [one.value for one in alone.times]


def test_an_empty_text_has_no_findings() -> None:
    found = found_in("")
    assert (found.times, found.figures) == ((), ())


def test_a_number_of_ten_thousand_digits_is_never_computed() -> None:
    # int() of so many digits raises ValueError since Python 3.11, float() gives infinity.
    values = [figure.value for figure in found_in(SMALL_TEXTS["ten thousand digits"]).figures]
    assert all(value is None or value < 1e31 for value in values)


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_the_reports_of_a_hostile_file_are_read(path: Path) -> None:
    for report in read_source(path):
        if isinstance(report, Report) and len(report.text) <= LONG:
            check(Found(report))
        elif isinstance(report, Report):
            found_in(report.text[:LONG])  # the rest is more of the same
