"""Clues to the kind of relation: speech that both carry, and prose that one quotes."""

from __future__ import annotations

import re
from itertools import pairwise
from math import log2

from whence.lineage.facts import PairFacts, ReportFacts
from whence.lineage.signal import Signal
from whence.records import Passage

MUCH_WORDS = 150  # of shared speech: an interview, a statement in full
SPEECH_WORDS = 20  # fewer quoted words say nothing about how much of them is shared
MARKS_BETWEEN = 4  # characters: a comma, a quotation mark and a space
_POST = re.compile(r"\(@\w{2,20}\)|pic\.twitter\.com|twitter\.com/")
_FIRST_PERSON = re.compile(r"\b(?:I|I['’](?:m|ve|ll|d)|[Mm]y|[Ww]e|[Ww]e['’](?:re|ve|ll)|[Oo]ur|[Uu]s|me)\b")


def shared_speech(pair: PairFacts) -> Signal | None:
    """Words shared inside quotation marks."""
    speech = _plain_speech(pair)
    words = sum(passage.words for passage in speech)
    if not words:
        return None
    return Signal(log2(1 + words) / 10, f"{words} words of quoted speech are the same", pair.longest(speech))


def much_speech(pair: PairFacts) -> Signal | None:
    """Long quotations are shared."""
    words = sum(passage.words for passage in pair.speech)
    return Signal(min(1.0, words / MUCH_WORDS), f"{words} words inside quotation marks are the same") if words else None


def much_speech_no_agency(pair: PairFacts) -> Signal | None:
    """Long quotations are shared, and neither names an agency from which both could have them."""
    found = much_speech(pair)
    return found if found and not any(facts.agencies for facts in (pair.a, pair.b)) else None


def both_speech_covered(pair: PairFacts) -> Signal | None:
    """How much of all that either quotes stands in both."""
    words, quoted = sum(passage.words for passage in pair.speech), max(pair.a.speech_words, pair.b.speech_words)
    if not words or quoted < SPEECH_WORDS:
        return None
    part = min(1.0, words / quoted)
    return Signal(part, f"{part:.0%} of the quoted words of the one that quotes more stand in the other")


def introduced_alike(pair: PairFacts) -> Signal | None:
    """The same words introduce the same quotations."""
    ordered = [passage for passage in pair.shared.passages if not passage.furniture]
    found = [
        one if second.quoted else second
        for one, second in pairwise(ordered)
        if one.quoted != second.quoted
        and (one if second.quoted else second).words >= 2
        and second.a.start - one.a.end <= MARKS_BETWEEN
        and 0 <= second.b.start - one.b.end <= MARKS_BETWEEN
    ]
    if not found:
        return None
    says = f"in {len(found)} {'place' if len(found) == 1 else 'places'} the same words introduce the same quotation"
    return Signal(min(1.0, log2(1 + len(found)) / 4), says, pair.longest(tuple(found)))


def introduced_differently(pair: PairFacts) -> Signal | None:
    """The same quotations are introduced in different words."""
    spoken = [passage for passage in pair.speech if passage.words >= 6]
    own = [
        passage
        for passage in spoken
        if not any(
            abs(prose.a.start - passage.a.end) <= MARKS_BETWEEN or abs(passage.a.start - prose.a.end) <= MARKS_BETWEEN
            for prose in pair.prose
        )
    ]
    if not own:
        return None
    says = f"{len(own)} of {len(spoken)} shared quotations stand beside different words"
    return Signal(len(own) / len(spoken), says, pair.longest(tuple(own)))


def mostly_speech(pair: PairFacts) -> Signal | None:
    """How much of what is shared is quoted speech."""
    if not pair.shared.words:
        return None
    part = sum(passage.words for passage in _plain_speech(pair)) / pair.shared.words
    return Signal(part, f"{part:.0%} of the shared words are quoted speech") if part else None


def quoted_by_one(pair: PairFacts) -> Signal | None:
    """One quotes what the other prints as its own words."""
    passages = tuple(passage for passage in pair.speech if passage.quoted_a != passage.quoted_b)
    words = sum(passage.words for passage in passages)
    if words < 5:
        return None
    says = f"{words} words stand in quotation marks in one and without them in the other"
    return Signal(log2(1 + words) / 10, says, pair.longest(passages))


def quotes_the_other(pair: PairFacts) -> Signal | None:
    """One quotes, as such, the prose of the other, and names it."""
    for facts, other in ((pair.a, pair.b), (pair.b, pair.a)):
        passages = tuple(passage for passage in pair.speech if _quotes_other(pair, passage, facts))
        words = sum(passage.words for passage in passages)
        if words >= 10:
            says = f"one names {other.report.outlet} and quotes {words} words that stand there without quotation marks"
            return Signal(log2(1 + words) / 8, says, pair.longest(passages))
    return None


def prose_in_first_person(pair: PairFacts) -> Signal | None:
    """The shared prose says "I" and "we": speech or a document printed without marks."""
    words = pair.shared.words_outside_quotations
    spoken = tuple(passage for passage in pair.prose if passage.words >= 5 and _is_spoken(pair.a, passage))
    part = sum(passage.words for passage in spoken) / max(1, words)
    if not spoken:
        return None
    return Signal(part, f"{part:.0%} of the shared prose speaks in the first person", pair.longest(spoken))


def posted_by_people(pair: PairFacts) -> Signal | None:
    """Both print posts of social media."""
    posts = [_POST.search(facts.report.text) for facts in (pair.a, pair.b)]
    if not all(posts):
        return None
    found = zip((pair.a, pair.b), posts, strict=True)
    return Signal(1.0, "both print posts", tuple(f.report.evidence(m.start(), m.end()) for f, m in found if m))


def _quotes_other(pair: PairFacts, passage: Passage, facts: ReportFacts) -> bool:
    """Whether a report that names the other's outlet quotes what the other prints as its own words."""
    own, other = (passage.quoted_a, passage.quoted_b) if facts is pair.a else (passage.quoted_b, passage.quoted_a)
    return own and not other and bool(pair.names_other[facts is pair.b])


def _plain_speech(pair: PairFacts) -> tuple[Passage, ...]:
    """The shared speech that neither takes from the other's own prose."""
    return tuple(p for p in pair.speech if not _quotes_other(pair, p, pair.a) and not _quotes_other(pair, p, pair.b))


def _is_spoken(facts: ReportFacts, passage: Passage) -> bool:
    """Whether the words of a passage speak in the first person."""
    return bool(_FIRST_PERSON.search(facts.report.text, passage.a.start, passage.a.end))
