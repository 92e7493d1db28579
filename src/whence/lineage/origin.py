"""The origin of what two reports share: the agency or outlet of the prose, or the person whose words are quoted."""

from __future__ import annotations

import re
from collections import Counter

from whence.lineage.facts import PairFacts
from whence.records import RelationKind, Side

_NEAR_CHARACTERS = 160  # a speaker stands within a sentence of the quotation
_NAME = r"(?:[A-Z][\w’'.-]+ ){0,3}[A-Z][\w’'-]+"
_SAYS = (
    r"(?:said|says|told|tweeted|wrote|added|asked|replied|continued|testified|warned|insisted|argued|stated|announced)"
)
_SPEAKER = re.compile(rf"({_NAME}) {_SAYS}\b|\b{_SAYS} ({_NAME})")
_POST = re.compile(r"[Tt]weet|Twitter|@\w+|Facebook post|blog post")
_STATEMENT = re.compile(r"\bstatement\b")
_NO_NAME = frozenset({
    "He", "She", "They", "The", "It", "In", "On", "At", "But", "And", "This", "That", "We", "I", "His", "Her", "A",
    "An", "As", "If", "When",
})  # fmt: skip
_WEIGHTS = {"dateline": 4, "byline": 3, "credit": 3, "outlet": 5, "mention": 1}


def find_origin(pair: PairFacts, kind: RelationKind, parent: Side | None) -> str | None:
    """Where the shared words come from, as far as the reports say.

    Args:
        pair: the two reports.
        kind: their relation.
        parent: which came first, where that is known.

    Returns:
        An agency, an outlet, or a speaker with "statement" or "post"; None where nothing names one.
    """
    if kind in ("none", "furniture"):
        return None
    if kind == "quotes":
        return _spoken_origin(pair)
    agency = _agency_origin(pair)
    if kind == "common" or agency:
        return agency
    first = pair.side(parent).report.outlet if parent else None
    return first or (pair.a.report.outlet if pair.same_outlet else None)


def _agency_origin(pair: PairFacts) -> str | None:
    """The agency with the strongest marks in the two reports."""
    votes: Counter[str] = Counter()
    for facts in (pair.a, pair.b):
        for mark in facts.agencies:
            votes[mark.agency] += _WEIGHTS[mark.kind]
    return max(sorted(votes), key=lambda name: votes[name]) if votes else None


def _spoken_origin(pair: PairFacts) -> str | None:
    """Who spoke the longest shared quotation, and in what form."""
    for passage in sorted(pair.speech or pair.shared.passages, key=lambda p: -p.words)[:3]:
        for facts, span in ((pair.a, passage.a), (pair.b, passage.b)):
            text = facts.report.text
            before = text[max(0, span.start - _NEAR_CHARACTERS) : span.start]
            after = text[span.end : span.end + _NEAR_CHARACTERS]
            name = _speaker_in(after, last=False) or _speaker_in(before, last=True)
            if name:
                return _full_name(name, pair) + _form(before + after)
    return None


def _speaker_in(text: str, *, last: bool) -> str | None:
    """The name that stands with a verb of saying, nearest to the quotation."""
    found = [match.group(1) or match.group(2) for match in _SPEAKER.finditer(text)]
    names = [name for name in found if name.split()[0] not in _NO_NAME]
    return (names[-1] if last else names[0]) if names else None


def _full_name(name: str, pair: PairFacts) -> str:
    """The fullest form of a surname in the two reports."""
    surname = name.rsplit(maxsplit=1)[-1]
    if len(name.split()) > 1:
        return name
    forms: Counter[str] = Counter()
    for facts in (pair.a, pair.b):
        forms.update(re.findall(rf"\b([A-Z][a-z]+ (?:[A-Z]\. )?{re.escape(surname)})\b", facts.report.text))
    return forms.most_common(1)[0][0] if forms else name


def _form(near: str) -> str:
    """How the words were given, where the text beside them says so."""
    if _POST.search(near):
        return " post"
    return " statement" if _STATEMENT.search(near) else ""
