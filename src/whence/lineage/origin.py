"""The origin of what two reports share: the agency or outlet of the prose, or the person whose words are quoted."""

from __future__ import annotations

import re
from collections import Counter

from whence.lineage.facts import PairFacts, ReportFacts
from whence.names.listed import ORGANISATION_WORDS, ROLES
from whence.names.outlets import shown_outlet
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
_OFFICE = (
    r"\b(?:Rep|Sen|Gov|President|Senator|Secretary|Attorney General|Congressman|Congresswoman|Governor|Speaker)\.?"
)
_NO_NAME = frozenset({
    "He", "She", "They", "The", "It", "In", "On", "At", "But", "And", "This", "That", "We", "I", "His", "Her", "A",
    "An", "As", "If", "When",
})  # fmt: skip
_WEIGHTS = {"dateline": 4, "byline": 3, "credit": 3, "outlet": 5, "mention": 1}
_SIGNED_BY = frozenset({"dateline", "byline", "outlet"})  # marks of whose text it is; a credit may be of help only
_AUTHORITY = re.compile(
    r"((?:[A-Z][\w’'-]+ ){1,3}(?:Police|Sheriff)(?:['’]s)?)(?: Department| Office)?\b|\b([A-Z][\w’'-]+) police\b"
)


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
    if kind == "common":
        return _agency_origin(pair) or _credited_origin(pair) or _authority_origin(pair)
    source = pair.side(parent) if parent else pair.a if pair.same_outlet else None
    if source is None:
        return _agency_origin(pair)
    signed = [mark.agency for mark in source.agencies if mark.kind in _SIGNED_BY]
    if signed or not source.report.outlet:
        return signed[0] if signed else _agency_origin(pair)
    own = shown_outlet(source.report.outlet)
    return own if kind == "copy" or pair.same_outlet else _agency_origin(pair) or own


def _agency_origin(pair: PairFacts) -> str | None:
    """The agency with the strongest marks in the two reports."""
    votes: Counter[str] = Counter()
    for facts in (pair.a, pair.b):
        for mark in facts.agencies:
            votes[mark.agency] += _WEIGHTS[mark.kind]
    return max(sorted(votes), key=lambda name: votes[name]) if votes else None


def _credited_origin(pair: PairFacts) -> str | None:
    """The outlet from which both say, or one says, that it has something."""
    votes = Counter(shown_outlet(name) for facts in (pair.a, pair.b) for name in facts.credited_names)
    return max(sorted(votes), key=lambda name: votes[name]) if votes else None


def _authority_origin(pair: PairFacts) -> str | None:
    """The police or sheriff whose release both print, where the shared prose rests on one that both name."""
    names = [Counter(m.group(1) or f"{m.group(2)} police" for m in _AUTHORITY.finditer(facts.report.text))
             for facts in (pair.a, pair.b)]  # fmt: skip
    both = names[0] & names[1] or names[0] + names[1]
    return f"{max(sorted(both), key=lambda name: both[name])} release" if both else None


def _spoken_origin(pair: PairFacts) -> str | None:
    """Who spoke the longest shared quotation, and in what form: "Trump tweet", "Comey testimony"."""
    for passage in sorted(pair.speech or pair.shared.passages, key=lambda p: -p.words)[:3]:
        for facts, span in ((pair.a, passage.a), (pair.b, passage.b)):
            text = facts.report.text
            before = text[max(0, span.start - _NEAR_CHARACTERS) : span.start]
            after = text[span.end : span.end + _NEAR_CHARACTERS]
            name = _speaker_in(after, last=False) or _speaker_in(before, last=True)
            if name:
                return _introduced(pair, name) + _form(before + after)
    return _poster(pair) or _heard_most(pair)


def _introduced(pair: PairFacts, name: str) -> str:
    """A surname with the first name that the reports give; without, where a headline or an office makes it known."""
    held = re.compile(rf"{_OFFICE} (?:[A-Z][a-z]+ (?:[A-Z]\. )?)?{re.escape(name)}\b")
    if any(name in (facts.report.title or "") or held.search(facts.report.text) for facts in (pair.a, pair.b)):
        return name
    full = re.compile(rf"\b([A-Z][a-z]+(?: [A-Z]\.)?) {re.escape(name)}\b")
    found = Counter(m.group(1) for facts in (pair.a, pair.b) for m in full.finditer(facts.report.text))
    first = next(
        (word for word, _ in sorted(found.items(), key=lambda item: (-item[1], item[0])) if _is_first(word)), ""
    )
    return f"{first} {name}".strip()


def _is_first(word: str) -> bool:
    """Whether a word before a surname may be a first name: not a title, not the opening of a sentence."""
    return word not in _NO_NAME and word.rstrip(".").lower() not in ROLES and word != "President"


def _heard_most(pair: PairFacts) -> str | None:
    """The speaker whom the two reports quote most."""
    heard = [Counter(_names_in(facts)) for facts in (pair.a, pair.b)]
    both = heard[0] & heard[1]
    return max(sorted(both), key=lambda name: both[name]) if both else None


def _names_in(facts: ReportFacts) -> list[str]:
    """The surnames that stand with a verb of saying."""
    found = [match.group(1) or match.group(2) for match in _SPEAKER.finditer(facts.report.text)]
    return [name.split()[-1] for name in found if name.split()[-1] not in _NO_NAME]


def _speaker_in(text: str, *, last: bool) -> str | None:
    """The surname that stands with a verb of saying, nearest to the quotation."""
    found = [match.group(1) or match.group(2) for match in _SPEAKER.finditer(text)]
    names = [_surname(name) for name in found if name.split()[-1] not in _NO_NAME]
    names = [name.removesuffix("’s").removesuffix("'s") for name in names if name[0].isupper()]
    return (names[-1] if last else names[0]) if names else None


def _surname(name: str) -> str:
    """The last word of a person's name; the whole name of an office or a company."""
    last = name.rsplit(maxsplit=1)[-1]
    return name if last.lower() in ORGANISATION_WORDS or last in ORGANISATION_WORDS else last


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
