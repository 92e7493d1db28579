"""Attributions of two reports by speaker, and in what they differ, in words: the same on the terminal and on a page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from whence.export.html_wording import Voice
from whence.export.quotes_documents import speaker_name
from whence.export.settings_in_words import days_in_words, said_where_and_when
from whence.records import Evidence, Quote, QuoteDifference, QuotePair, RelationKind, Setting, Side
from whence.text.folding import fold

NOBODY, UNKNOWN = "No source named", "Speaker not resolved"
GRAVITY: dict[QuoteDifference, int] = {"attribution": 0, "speaker": 1, "cue": 2, "venue": 3, "time": 3, "content": 4}
"""What a fact-checker wants to see first, as in `changes.kinds`: who says it, how, where and when, then what."""
_ONE_TEXT: frozenset[RelationKind] = frozenset({"copy", "version", "common"})


class Numbered(NamedTuple):
    """A pair and its number: its place in `Comparison.quotes`, from 1."""

    number: int
    pair: QuotePair

    @property
    def gravity(self) -> int:
        """How early it is shown: that of its gravest difference."""
        return min((GRAVITY[difference] for difference in self.pair.differs), default=len(GRAVITY))


class SpeakerPairs(NamedTuple):
    """What one speaker is said to have said: the canonical name, and the pairs in their order."""

    name: str
    pairs: tuple[Numbered, ...]

    @property
    def resolved(self) -> bool:
        """Whether anybody is known to have said it."""
        return self.name not in (NOBODY, UNKNOWN)


class Difference(NamedTuple):
    """In what a pair differs, the words of both sides (empty where one has none), and a remark."""

    kind: QuoteDifference
    a: str
    b: str
    says: str = ""


def by_speaker(pairs: Sequence[QuotePair]) -> list[SpeakerPairs]:
    """The pairs under who speaks, in the order of first speaking; those whom no report names come last.

    Args:
        pairs: the attributions of two reports side by side (`changes.attributions`).

    Returns:
        Groups by the fuller of the names that two reports give one speaker; where they name two, by the one in A.

    >>> from whence.records import Evidence, Quote, QuotePair, Setting, Speaker
    >>> def said(name):
    ...     content, who = Evidence("r", 0, 4, "rain"), Speaker(name, "person", ())
    ...     return Quote("indirect", (content,), (), (), (who,), Setting(), 1)
    >>> both, one = QuotePair(said("Roe"), said("Jane Roe")), QuotePair(said("Roe"), None, ("content",))
    >>> [(group.name, counts(group.pairs)) for group in by_speaker([both, one])]
    [('Jane Roe', '1 in both, 1 only in A')]
    """
    fuller = _fuller_names(pairs)
    groups: dict[str, list[Numbered]] = {}
    for number, pair in enumerate(pairs, start=1):
        groups.setdefault(_heading(pair, fuller), []).append(Numbered(number, pair))
    ordered = sorted(groups.items(), key=lambda item: (item[0] == UNKNOWN) + 2 * (item[0] == NOBODY))
    return [SpeakerPairs(name, tuple(found)) for name, found in ordered]


def counts(pairs: Iterable[Numbered]) -> str:
    """How many pairs stand in both reports, and how many in one: "11 in both, 1 only in A"."""
    sides = [(pair.a is not None, pair.b is not None) for _, pair in pairs]
    named = (((True, True), "in both"), ((True, False), "only in A"), ((False, True), "only in B"))
    return ", ".join(f"{sides.count(side):,} {where}" for side, where in named if side in sides)


def is_told(pair: QuotePair, relation: RelationKind) -> bool:
    """Whether a pair has something to tell: two texts of their own are bound to quote what the other does not."""
    return bool(set(pair.differs) - (set() if relation in _ONE_TEXT else {"content"}))


def differences(pair: QuotePair, voice: Voice) -> tuple[Difference, ...]:
    """In what two attributions differ, with the words of both.

    Args:
        pair: the pair.
        voice: how the two sides are spoken of.

    Returns:
        The differences, the gravest first.
    """
    return tuple(_difference(kind, pair, voice) for kind in sorted(pair.differs, key=GRAVITY.__getitem__))


def _difference(kind: QuoteDifference, pair: QuotePair, voice: Voice) -> Difference:
    """One difference in words."""
    words = _WORDS[kind]
    a, b = (words(quote) if quote else "" for quote in (pair.a, pair.b))
    if kind not in ("attribution", "content"):
        return Difference(kind, a, b, "" if a and b else f"only in {'A' if a else 'B'}" if a or b else "")
    side: Side = "a" if pair.a else "b"
    other = "B" if pair.a else "A"
    rest = f"; {other} says it without a source" if a or b else f"; not in quotation marks in {other}"
    return Difference(kind, a, b, voice.heading(side) + (rest if kind == "attribution" else ""))


def content_words(quote: Quote) -> str:
    """What is said, on one line, its pieces joined by an ellipsis."""
    return " … ".join(_flat(piece) for piece in quote.content)


def cue_words(quote: Quote) -> str:
    """The words of saying, on one line."""
    return " … ".join(_flat(piece) for piece in quote.cue)


def why_unresolved(quote: Quote) -> str:
    """Why it is not known who speaks; empty where it is known, or where nobody is named at all."""
    return "; ".join(speaker.says for speaker in quote.speakers if speaker.name is None and speaker.says)


def said_words(quote: Quote) -> str:
    """Source and cue as they stand, with an ellipsis where other words stand between."""
    text, end = "", 0
    for piece in sorted((*quote.source, *quote.cue), key=lambda piece: piece.start):
        text += (" " if piece.start <= end + 1 else " … ") * bool(text) + _flat(piece)
        end = piece.end
    return text


def _venue_words(quote: Quote) -> str:
    """Where it was said."""
    return said_where_and_when(Setting(venue=quote.setting.venue))


def _time_words(quote: Quote) -> str:
    """When it was said."""
    return days_in_words(quote.setting.said_on) if quote.setting.said_on else ""


def _speaker_words(quote: Quote) -> str:
    """Who says it."""
    return speaker_name(quote.speakers) or UNKNOWN.lower()


_WORDS: dict[QuoteDifference, Callable[[Quote], str]] = {
    "attribution": said_words, "content": said_words, "speaker": _speaker_words, "cue": cue_words,
    "venue": _venue_words, "time": _time_words,
}  # fmt: skip


def _flat(piece: Evidence) -> str:
    """Words on one line."""
    return " ".join(piece.exact.split())


def _heading(pair: QuotePair, fuller: dict[str, str]) -> str:
    """The name under which a pair stands."""
    quotes = [quote for quote in (pair.a, pair.b) if quote]
    for quote in quotes:
        name = speaker_name(quote.speakers)
        if name is not None:
            while name in fuller:
                name = fuller[name]
            kind = quote.speakers[0].kind
            return f"{name} ({kind})" if kind in ("unnamed", "document") else name
    return UNKNOWN if any(quote.speakers for quote in quotes) else NOBODY


def _fuller_names(pairs: Iterable[QuotePair]) -> dict[str, str]:
    """Names of which the other report has all words and more, where both say the same: each leads to a longer one."""
    fuller: dict[str, str] = {}
    for pair in pairs:
        if pair.a and pair.b and "speaker" not in pair.differs:
            names = [speaker_name(quote.speakers) or "" for quote in (pair.a, pair.b)]
            short, long = sorted(names, key=len)
            if short and set(fold(short).split()) < set(fold(long).split()) and len(short) < len(long):
                fuller.setdefault(short, long)
    return fuller
