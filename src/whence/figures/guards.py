"""What looks like a figure and is none: years, times of day, list items, links, "no one", "at first"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from math import gcd

from whence.figures.candidates import Candidate
from whence.figures.nouns import WORD_GROUPS, read_words
from whence.figures.numbered_names import is_address, is_code, is_counter, is_label, is_part_of_name
from whence.figures.numeral_words import TOKENS
from whence.records import Report, Time
from whence.text.spans import Span, merge_spans
from whence.text.style import is_function_word

_STREETS = read_words("street_words")
_LINK_MARK = re.compile(r"(?<!\S)#|://|www\.|@|\.com|\.org|\.net|\.co\.uk")
_UNBROKEN = re.compile(r"\S*")
# Parts of a whole are told in these; "9/11" and "1/26" are dates.
_DENOMINATORS = frozenset([2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 16, 20, 32, 64, 100, 1000])
_DATED = frozenset(["since", "until", "before", "after", "in", "from", "circa"])
_TENS = (10, 100, 1000)
_ONE_LARGE_VAGUE = 20


def closed_spans(report: Report, times: Sequence[Time]) -> tuple[Span, ...]:
    """Where no figure is looked for: lines that are not prose, links, dates.

    A number of days, weeks or years that leads to a date ("three years ago") is a length of time as well.
    """
    spans = list(report.spans_of("byline", "timestamp", "furniture", "outlet", "credit"))
    spans += [time.evidence.span for time in times if time.type != "DURATION" and not _leads_to_a_date(time)]
    return merge_spans([*spans, *_links(report.text)])


def _leads_to_a_date(time: Time) -> bool:
    """Whether a time is told by its distance: "three years ago", "two days later"."""
    return any(word in WORD_GROUPS["elapsed"] for word in time.evidence.exact.lower().split())


def _links(text: str) -> list[Span]:
    """Addresses of the web and of mail, and tags: the words, from space to space, that hold a mark of one."""
    spans: list[Span] = []
    end = 0
    for match in _LINK_MARK.finditer(text):
        if match.start() < end:
            continue
        start, end = match.start(), match.end()
        while start > 0 and not text[start - 1].isspace():
            start -= 1
        end = _UNBROKEN.match(text, end).end()  # type: ignore[union-attr]  # it may be empty, so it always matches
        spans.append(Span(start, end))
    return spans


def is_figure(candidate: Candidate) -> bool:
    """Whether a measure is a figure at all."""
    measure = candidate.measure
    if measure.kind == "ordinal":
        return _is_rank(candidate)
    if measure.unit or measure.kind not in ("number", "score"):
        return not (_is_clock(candidate) or is_part_of_name(candidate) or candidate.text_before(1) == "×")
    if measure.form == "score":
        return not is_part_of_name(candidate)
    if measure.form == "vague":
        return candidate.head is not None or measure.value >= _ONE_LARGE_VAGUE
    return not any(guard(candidate) for guard in _GUARDS)


def _is_year(candidate: Candidate) -> bool:
    """Four digits from 1500 to 2100 without a comma, unless a plural follows that they count."""
    if not (candidate.exact.isdigit() and len(candidate.exact) == 4 and 1500 <= candidate.measure.value < 2100):
        return False
    if candidate.key_before in WORD_GROUPS["no year"]:
        near = candidate.words.keys[max(candidate.measure.first - 4, 0) : candidate.measure.first]
        return not candidate.counts_a_plural and not _DATED.isdisjoint(near)  # "since at least 1937"
    return candidate.key_before in WORD_GROUPS["year words"] or not candidate.counts_a_plural


def _is_year_range(candidate: Candidate) -> bool:
    """Two years with a hyphen or "to" between them: "2007-2008", "2014-15"."""
    measure = candidate.measure
    if measure.high is None or not 1500 <= measure.value < 2100 or candidate.counts_a_plural:
        return False
    return measure.high < 2100 and candidate.exact[:4].isdigit()


def _is_day(candidate: Candidate) -> bool:
    """The day of a date that no time was told for: "6, 2016"."""
    year = candidate.key_after
    if not candidate.exact.isdigit() or candidate.measure.value > 31 or candidate.gap_after != ", ":
        return False
    return len(year) == 4 and year.isdigit() and "1900" <= year < "2100" and "," not in candidate.word_after


def _is_item(candidate: Candidate) -> bool:
    """The number of an item at the beginning of a line ("1. ", "2) "), or of the emergency line."""
    if candidate.exact == "911":
        return True
    lines = candidate.text[max(candidate.measure.start - 2, 0) : candidate.measure.start]
    if lines[-1:] == "(" and not lines[:-1].strip() and candidate.exact.isdigit():
        return candidate.text_after(1) == ")"
    begins = not lines.strip(" \n") or lines[-1:] == "\n"
    return begins and candidate.exact.isdigit() and candidate.text_after(2) in (". ", ") ", ".\t", ".\n", ")\t")


def _is_clock(candidate: Candidate) -> bool:
    """A time of day: "6 pm", "11 a.m.", "10 o'clock", "at 7 on Monday"."""
    measure, following = candidate.measure, candidate.key_after
    if candidate.words.keys[measure.last - 1] in ("pm", "am"):
        return True
    if following in ("am", "pm", "o'clock", "hrs"):
        return 0 <= measure.value <= 24
    bare = measure.kind == "number" and candidate.head is None and not measure.unit and measure.high is None
    return bare and candidate.key_before == "at" and 1 <= measure.value <= 12 and following in ("on", "in", "")


def _is_odd_fraction(candidate: Candidate) -> bool:
    """Two numbers with a slash that are no part of a whole (9/11, the 9/12 Project), and "half" in half-brother."""
    exact = candidate.exact
    if candidate.measure.form == "fraction" and candidate.text_after(1) == "-" and exact.lower().endswith("half"):
        return True
    above, slash, below = exact.rpartition(" ")[2].partition("/")
    if not slash:
        return False
    if candidate.gap_after == " " and candidate.word_after[:1].isupper():
        return True
    if not below.isdigit() or int(below[:9]) not in _DENOMINATORS or not above.lstrip("-").isdigit():
        return True
    return int(below) not in _TENS and gcd(int(above[:9]), int(below)) > 1  # parts are told in lowest terms: no "4/20"


def _is_pronoun(candidate: Candidate) -> bool:
    """The word "one" for somebody or something ("no one", "one of them", "one another"), and "zero tolerance"."""
    measure, exact = candidate.measure, candidate.exact.lower()
    if exact in ("zero", "nil", "nought", "naught"):  # "zero tolerance", not "fell to zero"
        led = candidate.gap_after in (" ", "-") and not is_function_word(candidate.key_after)
        return led and not candidate.counts_a_plural
    if exact != "one" or measure.form != "cardinal" or measure.high is not None:
        return False
    if candidate.counts_a_plural:  # "one wonders"
        return True
    led = (
        candidate.key_before in WORD_GROUPS["before a pronoun"] or candidate.key_after in WORD_GROUPS["after a pronoun"]
    )
    return led or candidate.text_after(1) == "-" or not candidate.leads_to_head


def _is_rank(candidate: Candidate) -> bool:
    """Whether an ordinal tells a place in a row: "the third attack", "23rd"; not "at first", "Third World"."""
    following, before, exact = candidate.key_after, candidate.key_before, candidate.exact
    if following in _STREETS or following in WORD_GROUPS["no rank"]:
        return False
    superlative = following.endswith(("est", "most")) or following in WORD_GROUPS["superlatives"]
    if candidate.text_after(1) == "-" and not superlative:
        return False
    capital = candidate.word_after[:1].isupper()
    if exact[0].isdigit():
        return not capital and not _joins_a_street(candidate)
    if exact[0].isupper() and (capital or candidate.is_inside(candidate.measure.first)):
        return False
    if candidate.measure.value == 2 and TOKENS.get(before) and TOKENS[before].kind != "ordinal":
        return False
    return candidate.leads_to_head and before in WORD_GROUPS["before a rank"]


def _joins_a_street(candidate: Candidate) -> bool:
    """Whether an ordinal is one of two streets: "15th and Castle streets"."""
    at = candidate.measure.last + 1
    if candidate.key_after != "and" or at >= len(candidate.words.keys):
        return False
    return candidate.text[candidate.words.starts[at]].isupper()


_GUARDS: tuple[Callable[[Candidate], bool], ...] = (
    _is_year, _is_year_range, _is_day, _is_item, _is_clock, _is_odd_fraction, _is_pronoun,
    is_counter, is_label, is_code, is_address, is_part_of_name,
)  # fmt: skip
