"""Credits: which outlet a report says that it has something from."""

from __future__ import annotations

import re
from typing import NamedTuple

from whence.names.outlets import outlet_stem, same_outlet_name
from whence.records import Report
from whence.text.spans import Span
from whence.text.wordlists import read_word_list

_FORMS = {form: names[0] for names in (line.split("|") for line in read_word_list("outlet_names")) for form in names}
_LISTED = "|".join(re.escape(form) for form in sorted(_FORMS, key=len, reverse=True))
_NO_NAMES_END = frozenset({"Network", "Review", "Radio", "TV"})  # of companies as often as of outlets
_ENDINGS = "|".join(
    re.escape(word) for word in read_word_list("outlet_endings") if word[0].isupper() and word not in _NO_NAMES_END
)
_BY_FORM = rf"(?:[A-Z][\w’'.-]*[ -]){{0,4}}(?:{_ENDINGS})(?:-[A-Z]\w+)?|[KW][A-Z]{{2,3}}(?:[- ]?TV|[- ]?\d{{1,2}})?"
_HAVING = (
    r"(?:first )?(?:reported|published|obtained|revealed|broken) by|[Aa]ccording to|"
    r"(?:[Ii]n an |[Aa]n )?interview with|tells|told|speaking to|spoke to|provided to|shared with|seen by|"
    r"as reported (?:by|in)|reports? (?:by|in|from)|[Rr]eporting by|[Rr]ead more at"
)
_REPORTING = r"(?:reported|reports|obtained|revealed|learned|notes|noted|writes|wrote|is reporting)"
_CREDITS = tuple(
    re.compile(rf"\b(?:{_HAVING}) (?:[Tt]he )?({name})\b|\b(?:[Tt]he )?({name}) (?:first |has |had )?{_REPORTING}\b")
    for name in (_LISTED, _BY_FORM)
)


class Credit(NamedTuple):
    """An outlet named as the source of something: the name shown, its stem, the words of the credit."""

    outlet: str
    stem: str
    span: Span


def find_credits(report: Report) -> tuple[Credit, ...]:
    """The outlets that a report says it has something from, its own name left out.

    Outlets are known by a list, by the word that ends their name ("Gazette") or as the call letters of a station.

    >>> text = "“We hold,” he told Sky News. The plan was first reported by the Brenn Gazette. KTRK reported more."
    >>> [credit.outlet for credit in find_credits(Report("a", "a", text))]
    ['Sky News', 'Brenn Gazette', 'KTRK']
    """
    own = outlet_stem(report.outlet)
    found: dict[int, Credit] = {}
    for pattern in _CREDITS:
        for match in pattern.finditer(report.text):
            name = match.group(1) or match.group(2)
            outlet = _FORMS.get(name, name)
            stem = outlet_stem(outlet)
            if stem and not same_outlet_name(stem, own):
                found.setdefault(match.end(), Credit(outlet, stem, Span(match.start(), match.end())))
    return tuple(sorted(found.values(), key=lambda credit: credit.span))
