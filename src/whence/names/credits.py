"""Credits: which outlet a report says that it has something from."""

from __future__ import annotations

import re
from typing import NamedTuple

from whence.names.outlets import outlet_stem
from whence.records import Report
from whence.text.spans import Span
from whence.text.wordlists import read_word_list

_FORMS = {form: names[0] for names in (line.split("|") for line in read_word_list("outlet_names")) for form in names}
_NAME = "|".join(re.escape(form) for form in sorted(_FORMS, key=len, reverse=True))
_HAVING = (
    r"(?:first )?(?:reported|published|obtained|revealed|broken) by|according to|(?:[Ii]n an |[Aa]n )?interview with|"
    r"told|speaking to|spoke to|provided to|shared with|seen by|as reported (?:by|in)|report (?:by|in|from)"
)
_CREDIT = re.compile(
    rf"\b(?:{_HAVING}) (?:[Tt]he )?({_NAME})\b"
    rf"|\b(?:[Tt]he )?({_NAME}) (?:first |has |had )?(?:reported|reports|obtained|revealed|learned|is reporting)\b"
)


class Credit(NamedTuple):
    """An outlet named as the source of something: the name shown, its stem, the words of the credit."""

    outlet: str
    stem: str
    span: Span


def find_credits(report: Report) -> tuple[Credit, ...]:
    """The outlets that a report says it has something from, its own name left out.

    >>> text = "“We hold,” he told Sky News. The plan was first reported by the Miami Herald."
    >>> [credit.outlet for credit in find_credits(Report("a", "a", text))]
    ['Sky News', 'Miami Herald']
    """
    own = outlet_stem(report.outlet)
    found = []
    for match in _CREDIT.finditer(report.text):
        outlet = _FORMS[match.group(1) or match.group(2)]
        stem = outlet_stem(outlet)
        if stem != own:
            found.append(Credit(outlet, stem, Span(match.start(), match.end())))
    return tuple(found)
