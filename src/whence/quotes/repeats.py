"""Quotations across reports: the same words in several reports as one canonical quotation with its variants."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from whence.quotes.canonical import CanonicalQuotation, QuotationVariant
from whence.quotes.earliest import find_earliest
from whence.quotes.spoken import Wording, read_wording
from whence.quotes.utterances import Utterance, find_utterances, name_words
from whence.quotes.word_pairs import SHINGLE_WORDS, WordPair, pair_words
from whence.quotes.wording import read_pieces
from whence.records import Evidence, Quote, Report

POSTINGS = 24  # canonical quotations remembered for three words: a phrase of more is a stock phrase and leads nowhere
CANDIDATES = 4  # canonical quotations looked at for one utterance, those that share most with it
SURE_WORDS = 8  # this many shared words need no other sign that it is one quotation; fewer need speaker or frame
LONG_WORDS = 12  # this many shared words are one quotation also where most of both wordings is other speech
SHARED_PART = 0.5  # of the shorter wording, below `LONG_WORDS`
SHORT_PART = 0.75  # of the shorter wording, below `SURE_WORDS`
LOOSE_PART = 0.4  # words altered without a mark for each shared one; at .5 BASIL shows speech of two occasions as one
FRAME_AGREES = 3  # of the four words around the marks


class _Member(NamedTuple):
    utterance: Utterance
    pairs: list[WordPair]


@dataclass
class _Group:
    """A canonical utterance and what was found to be the same."""

    canonical: Utterance
    members: list[_Member] = field(default_factory=list)
    names: set[str] = field(default_factory=set)
    frames: set[tuple[str, ...]] = field(default_factory=set)

    def take(self, utterance: Utterance, pairs: list[WordPair]) -> None:
        """Add a member."""
        self.members.append(_Member(utterance, pairs))
        self.names |= utterance.names
        if len(self.frames) < CANDIDATES:
            self.frames.add(utterance.frame)


def match_quotations(reports: Sequence[Report], quotes: Sequence[Sequence[Quote]]) -> tuple[CanonicalQuotation, ...]:
    """The quotations that stand in several places, each with all its variants.

    Args:
        reports: the reports, in any order; no two with one id.
        quotes: the attributions of each; may be empty, then nobody is known to speak.

    Returns:
        Canonical quotations with at least two variants, in the order of the ids of the reports that hold the fullest
        wording. Time grows as n log n with the words inside quotation marks.

    >>> told = ["“We will never give up the harbor to anyone,” said Feld.", "“We will give up the harbor to anyone.”"]
    >>> (found,) = match_quotations([Report(text, text, text) for text in told], [(), ()])
    >>> [(piece.canonical.exact, piece.says) for variant in found.variants for piece in variant.altered]
    [('never', 'a negation is in one wording only')]
    """
    utterances = [
        utterance
        for number, (report, found) in enumerate(zip(reports, quotes, strict=True))
        for utterance in find_utterances(number, report, found)
    ]
    groups = _group(sorted(utterances, key=lambda one: _order(one, reports)))
    told = [(group, _merge_parts(group, reports)) for group in groups if len(group.members) > 1]
    found = [_canonical(group.canonical, members, reports) for group, members in told if len(members) > 1]
    return tuple(sorted(found, key=lambda one: (one.evidence[0].report_id, one.evidence[0].start)))


def _order(one: Utterance, reports: Sequence[Report]) -> tuple[int, int, int, list[str], str, int]:
    """The fullest wording first: most words, fewest signs of the writer's, fewest marks, then by what never changes."""
    wording = one.wording
    signs = len(wording.brackets) + len(wording.omitted_at) + len(wording.glued)
    return -len(wording.keys), signs, len(wording.joints_at), wording.keys, reports[one.report].id, one.start


def _group(utterances: Iterable[Utterance]) -> list[_Group]:
    """Stars: every utterance joins the one canonical quotation that it shares most with, or becomes one."""
    groups: list[_Group] = []
    postings: dict[tuple[str, ...], list[tuple[int, int]]] = {}
    equals: dict[tuple[str, ...], list[int]] = {}
    for utterance in utterances:
        keys = tuple(utterance.wording.keys)
        same = next((n for n in equals.get(keys, ()) if _is_enough(len(keys), groups[n], utterance)), None)
        best = (same, [WordPair(k, k) for k in range(len(keys))]) if same is not None else None
        best = best or _best_group(utterance, groups, postings)
        if best:
            groups[best[0]].take(utterance, best[1])
            continue
        number = len(groups)
        group = _Group(utterance)
        group.take(utterance, [WordPair(k, k) for k in range(len(keys))])
        groups.append(group)
        known = equals.setdefault(keys, [])
        if len(known) < POSTINGS:
            known.append(number)
        for at, shingle in enumerate(_shingles(utterance.wording)):
            posting = postings.setdefault(shingle, [])
            if len(posting) < POSTINGS:
                posting.append((number, at))
    return groups


def _shingles(wording: Wording) -> Iterable[tuple[str, ...]]:
    """Every run of `SHINGLE_WORDS` spoken words."""
    return zip(*(wording.keys[k:] for k in range(SHINGLE_WORDS)), strict=False)


def _best_group(
    utterance: Utterance, groups: Sequence[_Group], postings: dict[tuple[str, ...], list[tuple[int, int]]]
) -> tuple[int, list[WordPair]] | None:
    """The canonical quotation that an utterance is a variant of, with the words that they share."""
    places: dict[int, list[WordPair]] = {}
    for at, shingle in enumerate(_shingles(utterance.wording)):
        for number, there in postings.get(shingle, ()):
            places.setdefault(number, []).append(WordPair(there, at))
    likely = sorted(places, key=lambda number: (-len(places[number]), number))[:CANDIDATES]
    best: tuple[int, list[WordPair]] | None = None
    for number in likely:
        pairs = pair_words(groups[number].canonical.wording, utterance.wording, places[number])
        if _is_same(groups[number], utterance, pairs) and (best is None or len(pairs) > len(best[1])):
            best = number, pairs
    return best


def _is_same(group: _Group, utterance: Utterance, pairs: Sequence[WordPair]) -> bool:
    """Whether what two wordings share makes them one quotation."""
    if not pairs:
        return False
    a, b = group.canonical.wording, utterance.wording
    shorter = min(len(a.keys), len(b.keys))
    shared = len(pairs)
    if shared < LONG_WORDS and shared < (SHARED_PART if shared >= SURE_WORDS else SHORT_PART) * shorter:
        return False
    return _loose_words(a, b, pairs) <= LOOSE_PART * shared and _is_enough(shared, group, utterance)


def _loose_words(a: Wording, b: Wording, pairs: Sequence[WordPair]) -> int:
    """How many words differ without a mark between the first and the last shared word."""
    loose = 0
    for before, after in pairwise(pairs):
        gap_a, gap_b = after.a - before.a - 1, after.b - before.b - 1
        if gap_a or gap_b:
            ranges = (a, before.a + 1, after.a), (b, before.b + 1, after.b)
            if not any(one.omits(*ends) or one.rejoins(*ends) or one.count_brackets(*ends) for one, *ends in ranges):
                loose += max(gap_a, gap_b)
    return loose


def _is_enough(shared: int, group: _Group, utterance: Utterance) -> bool:
    """Whether this many shared words, or few with the same speaker or frame, are one quotation."""
    if shared >= SURE_WORDS:
        return True
    if utterance.names & group.names:
        return True
    return any(
        sum(a == b != "" for a, b in zip(frame, utterance.frame, strict=True)) >= FRAME_AGREES for frame in group.frames
    )


def _merge_parts(group: _Group, reports: Sequence[Report]) -> list[_Member]:
    """The members, two of one report that stand for words that follow each other as one.

    So a quotation that one report has whole and another in two pairs of marks is found as split, or as merged.
    """
    ordered = sorted(group.members, key=lambda one: (reports[one.utterance.report].id, one.utterance.start))
    merged: list[_Member] = []
    for member in ordered:
        last = merged[-1] if merged else None
        if last and last.utterance.report == member.utterance.report and _follow(last, member):
            merged[-1] = _joined(last, member)
        else:
            merged.append(member)
    return merged


def _follow(first: _Member, second: _Member) -> bool:
    """Whether the second goes on where the first ends, and nobody else speaks."""
    names = first.utterance.names, second.utterance.names
    if all(names) and not names[0] & names[1]:
        return False
    whole = second.pairs[0].b == 0 and first.pairs[-1].b == len(first.utterance.wording.keys) - 1
    return whole and second.pairs[0].a == first.pairs[-1].a + 1


def _joined(first: _Member, second: _Member) -> _Member:
    """Two members of one report as one."""
    a, b = first.utterance, second.utterance
    size = len(a.wording.keys)
    wording = read_wording(a.wording.text, [*a.wording.segments, *b.wording.segments])
    told = a if a.speakers else b
    whole = a._replace(wording=wording, speakers=told.speakers, setting=told.setting, names=told.names)
    return _Member(whole, [*first.pairs, *(WordPair(pair.a, pair.b + size) for pair in second.pairs)])


def _canonical(canonical: Utterance, members: Sequence[_Member], reports: Sequence[Report]) -> CanonicalQuotation:
    """A group as a record."""
    variants = tuple(_variant(canonical, member, reports) for member in members)
    holders = sorted({member.utterance.report for member in members}, key=lambda number: reports[number].id)
    first, says = find_earliest([reports[number] for number in holders])
    earliest = next(
        (
            v
            for v, m in zip(variants, members, strict=True)
            if first is not None and m.utterance.report == holders[first]
        ),
        None,
    )
    venues = {venue.name: venue for variant in reversed(variants) if (venue := variant.setting.venue)}
    names = {speaker.name: None for variant in variants for speaker in variant.speakers if speaker.name}
    return CanonicalQuotation(
        evidence=_evidence(canonical.wording, reports[canonical.report]),
        words=canonical.wording.tokens(),
        variants=variants,
        earliest=earliest,
        says=says,
        venues=tuple(venues[name] for name in sorted(venues)),
        speakers=tuple(names),
        conflict=_conflict(members),
    )


def _variant(canonical: Utterance, member: _Member, reports: Sequence[Report]) -> QuotationVariant:
    """A member as a record."""
    one, report = member.utterance, reports[member.utterance.report]
    pieces = read_pieces(canonical.wording, one.wording, member.pairs, (reports[canonical.report].id, report.id))
    return QuotationVariant(
        report.id, _evidence(one.wording, report), one.wording.tokens(), one.speakers, one.setting, pieces
    )


def _evidence(wording: Wording, report: Report) -> tuple[Evidence, ...]:
    """The segments of a quotation, marks included."""
    return tuple(report.evidence(*segment) for segment in wording.segments)


def _conflict(members: Iterable[_Member]) -> bool:
    """Whether two reports name speakers who have no surname in common."""
    named = {(m.utterance.report, names) for m in members if (names := name_words(m.utterance.speakers))}
    distinct = {names: {report for report, other in named if other == names} for names in {names for _, names in named}}
    return any(not a & b and len(distinct[a] | distinct[b]) > 1 for a in distinct for b in distinct if a is not b)
