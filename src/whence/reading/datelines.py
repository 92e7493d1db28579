"""Datelines: the place, the agency and the dash that open a report."""

from __future__ import annotations

import re
from functools import cache

from whence.reading.naming import is_outlet
from whence.text.folding import fold
from whence.text.spans import Span
from whence.text.wordlists import read_word_list

_LONGEST_ALONE = 80
_UPPER = "A-ZÀ-ÖØ-Þ"
# One to four words in capitals, then perhaps a state or a country, an agency or a date in brackets, and a dash.
_PLACE = rf"[{_UPPER}][{_UPPER}.'’-]*[{_UPPER}.](?:[ /][{_UPPER}][{_UPPER}.'’-]*[{_UPPER}.]){{0,3}}"
_REGION = rf"(?:,\s?[{_UPPER}][\w.]*(?: [{_UPPER}][\w.]*){{0,2}}){{0,2}}"
_BRACKETS = r"(?:\s?[(/\[][^()\n]{2,40}[)/\]])"
_DASH = r"(?:\s?[—–―]|\s?-{2,3}|\s[-_](?=\s)|\s?[-_]$|\s_)"
_DATE = r"(?:,? ?[A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?)"
_DATELINE = re.compile(rf"({_PLACE}){_REGION},?{_BRACKETS}{{0,2}}{_DATE}?{_DASH}")
_AGENCY_ONLY = re.compile(rf"\((?:[A-Z][\w.&+/ ]{{1,30}})\)(?:{_DASH}|(?=\s+[{_UPPER}“\"])|$)")
# CNN's form, in small letters: "Washington (CNN)".
_SMALL = re.compile(
    rf"([{_UPPER}][\w.'’]+(?: [{_UPPER}][\w.'’]+){{0,2}}){_REGION} \(([A-Z][\w ]{{1,24}})\)(?:{_DASH})?"
)
_PLACE_ALONE = re.compile(rf"({_PLACE}){_REGION}{_BRACKETS}?{_DASH}?")
_AFTER = re.compile(rf"\s{{0,3}}(?:[{_UPPER}“\"‘'(\[\d$£€]|$)")


def find_dateline(line: str) -> Span | None:
    """The dateline at the start of a paragraph, its dash included.

    Args:
        line: one paragraph, without white space around it.

    Returns:
        The span within the line; None where the paragraph has no dateline.

    >>> [line[slice(*find_dateline(line))] for line in ["KYIV, Ukraine (AP) — Talks began.", "PARIS - It rained."]]
    ['KYIV, Ukraine (AP) —', 'PARIS -']
    >>> find_dateline("UPDATE - Talks began.") is None
    True
    """
    head = line[:160]
    match = _DATELINE.match(head)
    if match:
        place = fold(match[1]).strip(" .")
        if place in _no_places() or len(place) < 3 or not _AFTER.match(line, match.end()):
            return None
        return Span(0, match.end())
    small = _SMALL.match(head)
    if small and is_outlet(small[2]):
        return Span(0, small.end())
    match = _AGENCY_ONLY.match(head)
    return Span(0, match.end()) if match else None


def is_dateline(line: str, *, bare: bool = False) -> bool:
    """True where a line is a dateline and nothing else: "NEW YORK (Reuters)", "HAVANA (AP) --".

    Args:
        line: one line, without white space around it.
        bare: whether a place alone counts, without an agency and without a dash.

    >>> is_dateline("HAVANA (AP) --"), is_dateline("NEW YORK"), is_dateline("NEW YORK", bare=True)
    (True, False, True)
    """
    if not bare and not line.endswith((")", "-", "–", "—", "_")):
        return False
    match = _PLACE_ALONE.fullmatch(line) if len(line) <= _LONGEST_ALONE else None
    return match is not None and len(match[1]) >= 4 and fold(match[1]).strip(" .") not in _no_places()


@cache
def _no_places() -> frozenset[str]:
    """Words in capitals that are no place."""
    return frozenset(read_word_list("not_datelines"))
