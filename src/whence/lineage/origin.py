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
_SIGNED = re.compile(r"([A-Z][\w’'-]+) \(@\w{2,20}\)")
_FORMS = (
    (re.compile(r"[Tt]weet|Twitter|\(@\w"), "tweet"),
    (re.compile(r"\bblog post\b"), "blog post"),
    (re.compile(r"\bop-ed\b|\beditorial\b"), "op-ed"),
    (re.compile(r"\btestif|\btestimony\b"), "testimony"),
    (re.compile(r"\bstatement\b"), "statement"),
    (re.compile(r"\bspeech\b|\brally\b"), "speech"),
    (re.compile(r"\binterview\b"), "interview"),
)
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
    """Who spoke the longest shared quotation, and in what form: "Trump tweet", "Comey testimony"."""
    for passage in sorted(pair.speech or pair.shared.passages, key=lambda p: -p.words)[:3]:
        for facts, span in ((pair.a, passage.a), (pair.b, passage.b)):
            text = facts.report.text
            before = text[max(0, span.start - _NEAR_CHARACTERS) : span.start]
            after = text[span.end : span.end + _NEAR_CHARACTERS]
            name = _speaker_in(after, last=False) or _speaker_in(before, last=True)
            if name:
                return name + _form(before + after)
    return _poster(pair)


def _speaker_in(text: str, *, last: bool) -> str | None:
    """The surname that stands with a verb of saying, nearest to the quotation."""
    found = [match.group(1) or match.group(2) for match in _SPEAKER.finditer(text)]
    names = [name.split()[-1] for name in found if name.split()[-1] not in _NO_NAME]
    names = [name.removesuffix("’s").removesuffix("'s") for name in names if name[0].isupper()]
    return (names[-1] if last else names[0]) if names else None


def _poster(pair: PairFacts) -> str | None:
    """Whose posts both print, by the signature below them."""
    for facts in (pair.a, pair.b):
        signed = _SIGNED.search(facts.report.text)
        if signed:
            return f"{signed.group(1)} tweet"
    return None


def _form(near: str) -> str:
    """How the words were given, where the text beside them says so."""
    for pattern, form in _FORMS:
        if pattern.search(near):
            return f" {form}"
    return ""
