"""Clues to how two reports are related: what is shared, where it stands, whose name is on it.

Each function is one clue: its docstring is its label, its value about 0 to 1. To add one: write it, list it in
`KIND_CLUES`, train (`python -m bench.quality.train_lineage`).
"""

from __future__ import annotations

import re
from math import log2

from whence.lineage.direction_clues import EDIT_CLUES
from whence.lineage.facts import PairFacts, ReportFacts
from whence.lineage.signal import Clue, Signal
from whence.records import Evidence, Passage

_POST = re.compile(r"\(@\w{2,20}\)|pic\.twitter\.com|twitter\.com/")
_FIRST_PERSON = re.compile(r"\b(?:I|I['’](?:m|ve|ll|d)|[Mm]y|[Ww]e|[Ww]e['’](?:re|ve|ll)|[Oo]ur|[Uu]s|me)\b")
DAY_MINUTES = 1440
COPY_WORDS = 40  # BASIL: 9 of 300 pairs of independent reports share 30 words outside quotation marks
EVIDENCE_SHOWN = 3  # the longest passages shown with a clue


def shared_prose(pair: PairFacts) -> Signal | None:
    """Words shared outside quotation marks."""
    words = pair.shared.words_outside_quotations
    if not words:
        return None
    says = f"{words} words outside quotation marks are the same"
    return Signal(log2(1 + words) / 10, says, _longest(pair, pair.prose))


def longest_prose_run(pair: PairFacts) -> Signal | None:
    """Longest run of the same words outside quotation marks."""
    if not pair.prose:
        return None
    longest = max(pair.prose, key=lambda passage: passage.words)
    says = f"{longest.words} words in a row outside quotation marks are the same"
    return Signal(log2(1 + longest.words) / 7, says, _longest(pair, pair.prose)[:1])


def prose_in_many_places(pair: PairFacts) -> Signal | None:
    """Shared prose in several places."""
    places = [passage for passage in pair.prose if passage.words >= 6]
    if not places:
        return None
    says = f"the same prose stands in {len(places)} places"
    return Signal(log2(1 + len(places)) / 5, says, _longest(pair, tuple(places)))


def shared_speech(pair: PairFacts) -> Signal | None:
    """Words shared inside quotation marks."""
    speech = _plain_speech(pair)
    words = sum(passage.words for passage in speech)
    if not words:
        return None
    return Signal(log2(1 + words) / 10, f"{words} words of quoted speech are the same", _longest(pair, speech))


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
    return Signal(log2(1 + words) / 10, says, _longest(pair, passages))


def quotes_the_other(pair: PairFacts) -> Signal | None:
    """One quotes, as such, the prose of the other, and names it."""
    for facts, other in ((pair.a, pair.b), (pair.b, pair.a)):
        passages = tuple(passage for passage in pair.speech if _quotes_other(pair, passage, facts))
        words = sum(passage.words for passage in passages)
        if words >= 10:
            says = f"one names {other.report.outlet} and quotes {words} words that stand there without quotation marks"
            return Signal(log2(1 + words) / 8, says, _longest(pair, passages))
    return None


def prose_in_first_person(pair: PairFacts) -> Signal | None:
    """The shared prose says "I" and "we": speech or a document printed without marks."""
    words = pair.shared.words_outside_quotations
    spoken = tuple(passage for passage in pair.prose if passage.words >= 5 and _is_spoken(pair.a, passage))
    part = sum(passage.words for passage in spoken) / max(1, words)
    if not spoken:
        return None
    return Signal(part, f"{part:.0%} of the shared prose speaks in the first person", _longest(pair, spoken))


def posted_by_people(pair: PairFacts) -> Signal | None:
    """Both print posts of social media."""
    posts = [_POST.search(facts.report.text) for facts in (pair.a, pair.b)]
    if not all(posts):
        return None
    found = zip((pair.a, pair.b), posts, strict=True)
    return Signal(1.0, "both print posts", tuple(f.report.evidence(m.start(), m.end()) for f, m in found if m))


def own_reporting(pair: PairFacts) -> Signal | None:
    """One says that it learned something itself: somebody told this outlet."""
    for facts in (pair.a, pair.b):
        if facts.own_reporting and pair.prose:
            says = f"{facts.report.outlet} says that it was told this itself"
            return Signal(_substance(pair), says, tuple(map(facts.evidence, facts.own_reporting[:EVIDENCE_SHOWN])))
    return None


def two_outlets_one_day(pair: PairFacts) -> Signal | None:
    """Two outlets print much the same prose within a day."""
    covered, minutes = max(pair.prose_coverage), pair.minutes_apart
    two = pair.a.outlet and pair.b.outlet and not pair.same_outlet
    if not two or minutes is None or abs(minutes) > 1.5 * DAY_MINUTES or covered < 0.1:
        return None
    return Signal(covered, f"two outlets within a day, and {covered:.0%} of one report's prose stands in the other")


def prose_covered(pair: PairFacts) -> Signal | None:
    """How much of one report's own prose stands in the other."""
    covered = max(pair.prose_coverage)
    return Signal(covered, f"{covered:.0%} of the prose of one report stands in the other") if covered else None


def both_covered(pair: PairFacts) -> Signal | None:
    """How much of both reports' prose is shared."""
    covered = min(pair.prose_coverage)
    return Signal(covered, f"at least {covered:.0%} of the prose of each stands in the other") if covered else None


def nearly_identical(pair: PairFacts) -> Signal | None:
    """Nearly the same text throughout."""
    covered = min(pair.shared.coverage_a, pair.shared.coverage_b)
    return Signal(1.0, f"{covered:.0%} of each report's words stand in the other") if covered > 0.85 else None


def same_agency(pair: PairFacts) -> Signal | None:
    """Both carry the mark of one agency."""
    a, b = pair.agencies
    both = sorted(a & b)
    if not both:
        return None
    return Signal(1.0, f"both carry the mark of {both[0]}", _marks(pair.a, both[0]) + _marks(pair.b, both[0]))


def no_agency(pair: PairFacts) -> Signal | None:
    """Neither names an agency, and much prose is shared."""
    if any(facts.agencies for facts in (pair.a, pair.b)):
        return None
    return Signal(_substance(pair), "neither names an agency or carries its mark")


def two_outlets_no_agency(pair: PairFacts) -> Signal | None:
    """Two outlets, and no agency named: editions of one text seldom cross from outlet to outlet."""
    two = pair.a.outlet and pair.b.outlet and not pair.same_outlet
    if not two or any(facts.agencies for facts in (pair.a, pair.b)):
        return None
    return Signal(_substance(pair), "the two outlets differ, and neither names an agency")


def edits_go_one_way(pair: PairFacts) -> Signal | None:
    """The edits between the two go one way, as copying makes them."""
    spoken = [signal for clue in EDIT_CLUES if (signal := clue(pair))]
    total = abs(sum(signal.value for signal in spoken))
    if total < 0.5:
        return None
    agreeing = sum(signal.value > 0 for signal in spoken), sum(signal.value < 0 for signal in spoken)
    return Signal(min(1.0, total / 4), f"{max(agreeing)} of {len(spoken)} kinds of edit point the same way")


def sentences_reworked(pair: PairFacts) -> Signal | None:
    """Sentences that both have are reworked, as a rewriter does and a reprint does not."""
    linked = [row for row in pair.changes.rows if row.a and row.b]
    if len(linked) < 4 or not pair.prose:
        return None
    reworked = [row for row in linked if row.kind in ("reworded", "merged", "split", "moved")]
    part = len(reworked) / len(linked)
    return Signal(part, f"{len(reworked)} of {len(linked)} sentences that both have are reworked") if reworked else None


def one_inside_the_other(pair: PairFacts) -> Signal | None:
    """Nearly all of one stands in the other, and the other has much more."""
    low, high = sorted((pair.shared.coverage_a, pair.shared.coverage_b))
    if high < 0.8 or high - low < 0.15:
        return None
    return Signal(high - low, f"{high:.0%} of one stands in the other, which has more")


def agency_on_one(pair: PairFacts) -> Signal | None:
    """Only one carries an agency's mark."""
    a, b = pair.agencies
    if a & b or not a | b:
        return None
    name = sorted(a | b)[0]
    return Signal(1.0, f"only one carries the mark of {name}", _marks(pair.a, name) + _marks(pair.b, name))


def agency_named(pair: PairFacts) -> Signal | None:
    """An agency is named as the source of what is told."""
    named = [{m.agency for m in facts.agencies if m.kind == "mention"} for facts in (pair.a, pair.b)]
    both = sorted(named[0] | named[1])
    if not both:
        return None
    evidence = tuple(
        facts.evidence(mark.span) for facts in (pair.a, pair.b) for mark in facts.agencies if mark.kind == "mention"
    )
    return Signal(1.0 if named[0] & named[1] else 0.5, f"{both[0]} is named in the prose", evidence[:EVIDENCE_SHOWN])


def agency_page(pair: PairFacts) -> Signal | None:
    """One of the two is the agency itself."""
    own = [any(mark.kind == "outlet" for mark in facts.agencies) for facts in (pair.a, pair.b)]
    return Signal(1.0, "one of the two is the agency itself") if own[0] != own[1] else None


def names_the_other(pair: PairFacts) -> Signal | None:
    """One names the other's outlet."""
    for facts, other in ((pair.a, pair.b), (pair.b, pair.a)):
        if facts.mentions_other and pair.shared.words:
            says = f"one names {other.report.outlet}, where the other appeared"
            return Signal(_substance(pair), says, tuple(map(facts.evidence, facts.mentions_other[:EVIDENCE_SHOWN])))
    return None


def same_outlet(pair: PairFacts) -> Signal | None:
    """Both appeared in one outlet."""
    return Signal(1.0, f"both appeared in {pair.a.report.outlet}") if pair.same_outlet else None


def same_outlet_prose(pair: PairFacts) -> Signal | None:
    """One outlet, and much prose in common."""
    covered = max(pair.prose_coverage)
    if not pair.same_outlet or not covered:
        return None
    return Signal(covered, f"one outlet, and {covered:.0%} of one report's prose stands in the other")


def same_outlet_other_topic(pair: PairFacts) -> Signal | None:
    """One outlet, and otherwise different matter: what is shared may be the page, not the story."""
    if not pair.same_outlet:
        return None
    likeness = pair.likeness_of_rest
    if likeness is None:
        return None
    return Signal(1 - likeness, f"one outlet, and {1 - likeness:.0%} of the other words differ")


def like_matter(pair: PairFacts) -> Signal | None:
    """How alike the two are where they share no passage."""
    likeness = pair.likeness_of_rest
    if likeness is None:
        return None
    return Signal(likeness, f"outside the shared passages, {likeness:.0%} of the words that carry content agree")


def days_apart(pair: PairFacts) -> Signal | None:
    """How many days lie between the two."""
    minutes = pair.minutes_apart
    if minutes is None:
        return None
    days = abs(minutes) / DAY_MINUTES
    return Signal(min(1.0, log2(1 + days) / 8), f"the two appeared {days:.0f} days apart")


def shared_fragments(pair: PairFacts) -> Signal | None:
    """What is shared stands in fragments, lists and captions rather than in sentences."""
    words = pair.shared.words_outside_quotations
    if not words:
        return None
    loose = sum(passage.words for passage in pair.prose if _in_fragment(pair.a, passage))
    part = loose / words
    return Signal(part, f"{part:.0%} of the shared prose stands in fragments without a full stop") if loose else None


def shared_furniture(pair: PairFacts) -> Signal | None:
    """Captions, credits or menus that both print."""
    passages = tuple(passage for passage in pair.shared.passages if passage.furniture)
    words = sum(passage.words for passage in passages)
    if words < 4:
        return None
    part = words / (words + pair.shared.words)
    return Signal(part, f"{words} shared words are captions, credits or menus", _longest(pair, passages))


KIND_CLUES: tuple[Clue, ...] = (
    shared_prose, longest_prose_run, prose_in_many_places, shared_speech, mostly_speech, quoted_by_one, quotes_the_other,
    prose_in_first_person, posted_by_people, own_reporting, two_outlets_one_day, prose_covered, both_covered,
    nearly_identical, same_agency, no_agency, two_outlets_no_agency, edits_go_one_way,
    sentences_reworked, one_inside_the_other, agency_on_one, agency_named, agency_page, names_the_other, same_outlet,
    same_outlet_prose, same_outlet_other_topic, like_matter, days_apart, shared_fragments, shared_furniture,
)  # fmt: skip
"""All clues to the kind of relation, in the order in which they are shown when their weights are equal."""


def _substance(pair: PairFacts) -> float:
    """How much is shared that only one of the two marks as speech, 1 from `COPY_WORDS` on: a name alone proves little."""
    words = sum(p.words for p in pair.shared.passages if not p.furniture and not (p.quoted_a and p.quoted_b))
    return min(1.0, words / COPY_WORDS)


def _quotes_other(pair: PairFacts, passage: Passage, facts: ReportFacts) -> bool:
    """Whether a report that names the other's outlet quotes what the other prints as its own words."""
    own, other = (passage.quoted_a, passage.quoted_b) if facts is pair.a else (passage.quoted_b, passage.quoted_a)
    return own and not other and bool(facts.mentions_other)


def _plain_speech(pair: PairFacts) -> tuple[Passage, ...]:
    """The shared speech that neither takes from the other's own prose."""
    return tuple(p for p in pair.speech if not _quotes_other(pair, p, pair.a) and not _quotes_other(pair, p, pair.b))


def _longest(pair: PairFacts, passages: tuple[Passage, ...]) -> tuple[Evidence, ...]:
    """The longest passages as evidence, in both reports."""
    chosen = sorted(passages, key=lambda passage: (-passage.words, passage.a))[:EVIDENCE_SHOWN]
    return tuple(e for passage in chosen for e in (pair.a.evidence(passage.a), pair.b.evidence(passage.b)))


def _marks(facts: ReportFacts, agency: str) -> tuple[Evidence, ...]:
    """An agency's marks in a report as evidence."""
    marks = [mark for mark in facts.agencies if mark.agency == agency and mark.kind != "mention"]
    return tuple(facts.evidence(mark.span) for mark in marks if mark.span.end > mark.span.start)


def _is_spoken(facts: ReportFacts, passage: Passage) -> bool:
    """Whether the words of a passage speak in the first person."""
    return bool(_FIRST_PERSON.search(facts.report.text, passage.a.start, passage.a.end))


def _in_fragment(facts: ReportFacts, passage: Passage) -> bool:
    """Whether the line that a passage begins in holds no full stop."""
    text = facts.report.text
    start = text.rfind("\n", 0, passage.a.start) + 1
    end = text.find("\n", passage.a.end)
    line = text[start : end if end >= 0 else len(text)].rstrip("”\"’') ")
    return not line.endswith((".", "?", "!"))
