"""Who said what, as the page shows it: by speaker, what differs first, each with its words in A and in B."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from whence.export.html_places import Places
from whence.export.html_wording import Voice, counted, language_of
from whence.export.quote_pairs import (
    Difference,
    Numbered,
    SpeakerPairs,
    by_speaker,
    content_words,
    counts,
    cue_words,
    differences,
    is_told,
    said_words,
    why_unresolved,
)
from whence.export.quotes_documents import speaker_name
from whence.export.settings_in_words import said_where_and_when
from whence.records import Comparison, Quote, QuoteDifference, QuotePair, Side

CONTENT_CHARACTERS = 160  # of what is said; the whole stands in the side by side
CUE_CHARACTERS = 120
SHOWN = 12  # differences of one speaker before the rest is folded
LISTED = 120  # attributions that the page lists at all, at most 100 kB: the others are counted, and are in the JSON
ALIKE = "alike in both"
LABELS: dict[QuoteDifference, str] = {
    "attribution": "source", "speaker": "another speaker", "cue": "verb of saying", "venue": "where", "time": "when",
    "content": "",
}  # fmt: skip


class QuoteSide(NamedTuple):
    """How A, B or both attribute the words: links to them, who (where the two differ), cue, where and when, a note.

    `mark` and `hidden` say that the cue stands on this side only; they are empty where it does not differ. The note
    says why it is not known who speaks.
    """

    places: tuple[tuple[str, str], ...]
    who: str
    cue: str
    mark: str
    hidden: str
    where: str
    note: str


class QuoteLine(NamedTuple):
    """One attribution: its number on the page, what differs, what is said, how each report attributes it, its row."""

    number: int
    labels: tuple[str, ...]
    content: str
    words_left_out: int
    language: str | None
    sides: tuple[QuoteSide, ...]
    row: int


class SpeakerList(NamedTuple):
    """One speaker: the counts, what differs (shown, folded), and the rest with its heading."""

    name: str
    counts: str
    shown: tuple[QuoteLine, ...]
    folded: tuple[QuoteLine, ...]
    rest: tuple[QuoteLine, ...]
    rest_heading: str


class QuotesView(NamedTuple):
    """Everything below "Who said what": a sentence, the speakers with differences, the others, how many are left."""

    lead: str
    speakers: tuple[SpeakerList, ...]
    others: tuple[SpeakerList, ...]
    others_heading: str
    unlisted: int


def list_quotes(found: Comparison, places: Places, voice: Voice) -> QuotesView:
    """The attributions of a comparison for the template.

    Args:
        found: the comparison; a pair's number on the page is its place in `found.quotes`, from 1.
        places: where its sentences stand on the page.
        voice: how the page speaks of the two sides.

    Returns:
        The speakers in the order of first speaking. Where there are more pairs than `LISTED`, the gravest are listed.
    """
    page = _Page(found, places, voice)
    speakers = by_speaker(found.quotes)
    ranked = sorted((one for speaker in speakers for one in speaker.pairs), key=page.order)
    listed = frozenset(one.number for one in ranked[:LISTED])
    lists = [page.speaker(speaker, listed) for speaker in speakers]
    others = tuple(speaker for speaker in lists if speaker.rest and not speaker.shown)
    return QuotesView(
        _lead(found, ranked),
        tuple(speaker for speaker in lists if speaker.shown),
        others,
        _others_heading(others, more=len(others) < len(speakers)),
        len(ranked) - len(listed),
    )


def _lead(found: Comparison, pairs: Sequence[Numbered]) -> str:
    """How many attributions there are, and how many of those in both differ."""
    both = [pair for pair in found.quotes if pair.a and pair.b]
    differing = sum(bool(pair.differs) for pair in both)
    numbers = f"{counted(len(pairs), 'attribution')}: {counts(pairs)}."
    if not both:
        return numbers
    verb = "differs" if differing == 1 else "differ"
    return f"{numbers} Of those in both, {differing or 'none'} {verb} in who says it, how, where or when."


def _others_heading(others: Sequence[SpeakerList], *, more: bool) -> str:
    """How many speakers are folded away, and whether because nothing differs."""
    alike = all(speaker.rest_heading.endswith(ALIKE) for speaker in others)
    return counted(len(others), "more speaker" if more else "speaker") + (": nothing differs" if alike else "")


class _Page(NamedTuple):
    """What every line needs to know."""

    found: Comparison
    places: Places
    voice: Voice

    def told(self, one: Numbered) -> bool:
        """Whether a pair is shown unfolded."""
        return is_told(one.pair, self.found.relation.kind)

    def order(self, one: Numbered) -> tuple[bool, int, int]:
        """What is listed before something else must go: what has something to tell, then the gravest."""
        return (not self.told(one), one.gravity, one.number)

    def speaker(self, speaker: SpeakerPairs, listed: frozenset[int]) -> SpeakerList:
        """One speaker for the template."""
        mine = [one for one in speaker.pairs if one.number in listed]
        told = [self.line(one) for one in mine if self.told(one)]
        rest = [one for one in mine if not self.told(one)]
        alike = ALIKE if not any(one.pair.differs for one in rest) else "more"
        shown = len(told) if len(told) <= SHOWN + 2 else SHOWN
        return SpeakerList(
            speaker.name,
            counts(speaker.pairs),
            tuple(told[:shown]),
            tuple(told[shown:]),
            tuple(self.line(one) for one in rest),
            f"{len(rest):,} {alike}",
        )

    def line(self, one: Numbered) -> QuoteLine:
        """One pair for the template."""
        side: Side = "a" if one.pair.a else "b"
        [quote, *_] = [quote for quote in (one.pair.a, one.pair.b) if quote]
        content, left_out = _cut(content_words(quote), CONTENT_CHARACTERS)
        row = self.places.at(side, quote.span.start)
        return QuoteLine(
            one.number,
            tuple(_label(difference) for difference in differences(one.pair, self.voice)),
            content,
            left_out,
            language_of(self.found.a if side == "a" else self.found.b),
            self.sides(one.pair),
            row.row if row else 0,
        )

    def sides(self, pair: QuotePair) -> tuple[QuoteSide, ...]:
        """How A and B attribute the words, together where they do it alike."""
        quotes: tuple[tuple[Side, Quote | None], ...] = (("a", pair.a), ("b", pair.b))
        found = [self.side(side, quote, pair) for side, quote in quotes if quote]
        if len(found) == 2 and found[0][1:] == found[1][1:]:
            return (found[0]._replace(places=found[0].places + found[1].places),)
        return tuple(found)

    def side(self, side: Side, quote: Quote, pair: QuotePair) -> QuoteSide:
        """How one report attributes the words."""
        name, lost = speaker_name(quote.speakers), "attribution" in pair.differs
        unlike = lost or "cue" in pair.differs
        return QuoteSide(
            ((side.upper(), self.places.anchor(side, quote.span.start)),),
            (name or "") if "speaker" in pair.differs else "",
            _shortened((said_words if lost else cue_words)(quote)),
            self.voice.mark(side) if unlike else "",
            self.voice.heading(side) if unlike else "",
            said_where_and_when(quote.setting),
            f"speaker not resolved: {why_unresolved(quote)}".rstrip(": ") if quote.speakers and name is None else "",
        )


def _label(difference: Difference) -> str:
    """In what a pair differs, as it is marked: never by colour alone."""
    name, says = LABELS[difference.kind], difference.says
    if difference.kind == "content":
        return says
    if difference.kind == "speaker":
        return name
    return f"{name}: {says}" if says else f"{name} differs"


def _shortened(cue: str) -> str:
    """Words of saying that fit on a line or two."""
    text, left_out = _cut(cue, CUE_CHARACTERS)
    return f"{text} …" if left_out else text


def _cut(text: str, longest: int) -> tuple[str, int]:
    """Text cut at the last space before `longest` characters, and the number of words that are left out."""
    if len(text) <= longest * 1.25:
        return text, 0
    end = max(text.rfind(" ", 0, longest), 0) or longest
    return text[:end], len(text[end:].split())
