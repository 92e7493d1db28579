"""Attributions side by side: which of A's B still carries, who speaks there, and in what words of saying."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from whence.copies.passages import Alignment, Tokens
from whence.quotes.cues import is_auxiliary
from whence.records import Quote, QuoteDifference, QuotePair
from whence.text.folding import fold
from whence.text.words import word_key

SURE = 0.5  # an attribution more likely right than wrong can be missed; a less sure one can only vouch for its like
SURE_SPEAKER = 0.7  # two speakers for the same words are a grave finding: a judgement, above what decides elsewhere
SHARED_PART = 0.4  # of the words of the shorter content must be aligned for two attributions to be of the same words
ALIKE_PART = 0.5  # of the longer content must be shared for speaker and cue to be compared
KEPT_PART = 0.6  # of a content's words must stand in the other report for it to be told there without its source
_WHEN = frozenset(
    ["long", "once", "previously", "then", "later", "again", "first"]
)  # before a verb: how long, how often
LEAST_WORDS = 3  # shorter contents ("it", "the plan") are aligned by chance


def pair_quotes(alignment: Alignment, quotes_a: Sequence[Quote], quotes_b: Sequence[Quote]) -> tuple[QuotePair, ...]:
    """The attributions of two aligned reports, those of the same words together.

    Args:
        alignment: the reports aligned word by word.
        quotes_a: the attributions of A.
        quotes_b: the attributions of B.

    Returns:
        Pairs in the order of A, then what only B attributes; each says in what the two differ. Several attributions of
        one report may stand beside one of the other that joins their words.
    """
    sides = _Side(alignment.a, quotes_a), _Side(alignment.b, quotes_b)
    to_b = _partners(alignment)
    from_b = {b: a for a, b in to_b.items()}
    best_a = [_best(words, to_b, sides[1]) for words in sides[0].words]
    best_b = [_best(words, from_b, sides[0]) for words in sides[1].words]
    linked = {(a, b) for a, b in enumerate(best_a) if b is not None}
    linked |= {(a, b) for b, a in enumerate(best_b) if a is not None}
    alike = {(a, b): _are_alike(sides[0].words[a], sides[1].words[b], to_b) for a, b in linked}
    pairs = [
        (a, b, QuotePair(quotes_a[a], quotes_b[b], _differences(quotes_a[a], quotes_b[b], alike=alike[a, b])))
        for a, b in linked
    ]
    taken_a, taken_b = {a for a, _, _ in pairs}, {b for _, b, _ in pairs}
    pairs += [
        (a, -1, QuotePair(quote, None, (_missing(sides[0].words[a], to_b),)))
        for a, quote in enumerate(quotes_a)
        if a not in taken_a and _is_telling(quote, sides[0].words[a])
    ]
    pairs += [
        (len(quotes_a), b, QuotePair(None, quote, (_missing(sides[1].words[b], from_b),)))
        for b, quote in enumerate(quotes_b)
        if b not in taken_b and _is_telling(quote, sides[1].words[b])
    ]
    return tuple(pair for _, _, pair in sorted(pairs, key=lambda item: item[:2]))


class _Side:
    """The attributions of one report as numbers of words, and whose content each word is."""

    def __init__(self, tokens: Tokens, quotes: Sequence[Quote]) -> None:
        self.words = [_words_of(tokens, quote) for quote in quotes]
        self.owner = {word: number for number, words in enumerate(self.words) for word in words}


def _words_of(tokens: Tokens, quote: Quote) -> list[int]:
    """The numbers of the words of a content."""
    starts = tokens.words.starts
    return [w for e in quote.content for w in range(bisect_left(starts, e.start), bisect_left(starts, e.end))]


def _partners(alignment: Alignment) -> dict[int, int]:
    """The word of B that each aligned word of A is."""
    return {run.a + k: run.b + k for chain in alignment.chains for run in chain for k in range(run.size)}


def _best(words: Sequence[int], partners: dict[int, int], other: _Side) -> int | None:
    """The attribution of the other report that has most of these words, if it has enough of them."""
    votes = Counter(other.owner[p] for word in words if (p := partners.get(word)) is not None and p in other.owner)
    if not votes:
        return None
    best = max(votes, key=lambda number: (votes[number], -number))
    least = min(len(words), len(other.words[best]))
    return best if votes[best] >= max(min(LEAST_WORDS, least), SHARED_PART * least) else None


def _are_alike(a: Sequence[int], b: Sequence[int], to_b: dict[int, int]) -> bool:
    """Whether two contents are of one extent: what is said of a few words inside a long content is another matter."""
    return len({to_b[word] for word in a if word in to_b} & set(b)) >= ALIKE_PART * max(len(a), len(b))


def _is_telling(quote: Quote, words: Sequence[int]) -> bool:
    """Whether an attribution that the other report lacks is worth telling: sure, and of more than a word or two."""
    return quote.confidence >= SURE and len(words) >= LEAST_WORDS


def _missing(words: Sequence[int], partners: dict[int, int]) -> QuoteDifference:
    """Whether the other report has these words without an attribution, or not at all."""
    kept = sum(word in partners for word in words)
    return "attribution" if kept >= KEPT_PART * len(words) else "content"


def _differences(a: Quote, b: Quote, *, alike: bool) -> tuple[QuoteDifference, ...]:
    """In what two attributions of the same words differ; speaker and cue only where the contents are of one extent."""
    return tuple(_each_difference(a, b, alike=alike))


def _each_difference(a: Quote, b: Quote, *, alike: bool) -> Iterator[QuoteDifference]:
    if alike and _another_speaker(a, b):
        yield "speaker"
    if alike and _verb_of_saying(a) != _verb_of_saying(b):
        yield "cue"
    venues = [quote.setting.venue.name if quote.setting.venue else "" for quote in (a, b)]
    if venues[0] != venues[1]:
        yield "venue"
    days = [quote.setting.said_on for quote in (a, b)]
    known = [(one.low, one.high) for one in days if one and one.low]
    if (days[0] is None) != (days[1] is None) or (len(known) == 2 and known[0] != known[1]):
        yield "time"


def _another_speaker(a: Quote, b: Quote) -> bool:
    """Whether both reports name who speaks, right there and surely, and not the same: no name is part of the other.

    A pronoun that two reports resolve to two people says more about the resolving than about the reports.
    """
    names = [_name_keys(speaker.name or "" for speaker in quote.speakers) for quote in (a, b)]
    written = [_name_keys(piece.exact for piece in quote.source) for quote in (a, b)]
    sure = min(a.confidence, b.confidence) >= SURE_SPEAKER
    return sure and all(n & w for n, w in zip(names, written, strict=True)) and not names[0] & names[1]


def _name_keys(texts: Iterable[str]) -> frozenset[str]:
    """The words of names as they are matched."""
    return frozenset(word_key(word) for text in texts for word in fold(text).split() if word[0].isalnum())


def _verb_of_saying(quote: Quote) -> str:
    """The word of saying alone: "adamant" of "has been adamant about", "rejected" of "has long vehemently rejected"."""
    keys = [key for e in quote.cue for word in fold(e.exact).split() if (key := word.strip(".,:;-")).isalpha()]
    return next((key for key in keys if not (is_auxiliary(key) or key in _WHEN or key.endswith("ly"))), "")
