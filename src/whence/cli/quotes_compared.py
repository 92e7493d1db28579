"""Who said what in two reports, on the terminal: speakers with counts, and only what differs between the two."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import click

from whence.cli.screen import clip, heading, labelled, paragraph
from whence.export.html_wording import Voice
from whence.export.quote_pairs import (
    Difference,
    Numbered,
    SpeakerPairs,
    by_speaker,
    content_words,
    counts,
    differences,
    is_told,
    why_unresolved,
)
from whence.records import Comparison, QuoteDifference
from whence.text.visible import visible

LINES_SHOWN = 12  # of differences, without being asked for more: with the speakers about half of an 80 x 24 screen
SPEAKERS_NAMED = 6  # of those for whom nothing is shown
MARGIN = 15  # the label and its indent
LABELS: dict[QuoteDifference, str] = {
    "attribution": "attribution", "speaker": "speaker", "cue": "cue", "venue": "where", "time": "when",
}  # fmt: skip
COLOURS: dict[QuoteDifference, str] = {
    "attribution": "red", "speaker": "red", "cue": "yellow", "venue": "yellow", "time": "yellow",
}  # fmt: skip


def print_quotes_compared(found: Comparison, *, width: int, everything: bool) -> None:
    """Print who said what: by speaker, how many attributions stand in both, and in what they differ.

    Args:
        found: the comparison.
        width: columns.
        everything: show every difference, and whole contents.
    """
    if not found.quotes:
        return
    heading("Who said what", width)
    speakers = by_speaker(found.quotes)
    differing = [one for speaker in speakers for one in speaker.pairs if one.pair.differs]
    told = [one for one in differing if everything or is_told(one.pair, found.relation.kind)]
    shown = frozenset(one.number for one in (told if everything else _gravest(told)))
    rest = []
    for speaker in speakers:
        pairs = [one for one in speaker.pairs if one.number in shown]
        if pairs:
            _print_speaker(speaker, width)
            for one in pairs:
                _print_pair(one, Voice(found.relation.parent), width, everything=everything)
        else:
            rest.append(speaker)
    _print_rest(rest, width, alone=not shown, everything=everything)
    if len(shown) < len(told):
        more = len(told) - len(shown)
        click.secho(f"  and {more:,} more that {'differs' if more == 1 else 'differ'}: --all", dim=True)


def _gravest(told: Iterable[Numbered]) -> list[Numbered]:
    """The gravest differences that a few lines hold; one at least."""
    chosen: list[Numbered] = []
    lines = 0
    for one in sorted(told, key=lambda one: (one.gravity, one.number)):
        lines += len(one.pair.differs) + ("content" not in one.pair.differs)
        if chosen and lines > LINES_SHOWN:
            break
        chosen.append(one)
    return chosen


def _print_speaker(speaker: SpeakerPairs, width: int) -> None:
    """The name and the counts."""
    count = counts(speaker.pairs)
    name = clip(_together(speaker.name), max(12, width - len(count) - 4))
    click.echo(click.style(name, bold=True) + click.style(f"  {count}", dim=True))


def _together(name: str) -> str:
    """Several who speak with one voice, as a reader writes them: the documents have a semicolon between."""
    return name.replace("; ", " and ")


def _print_rest(speakers: Sequence[SpeakerPairs], width: int, *, alone: bool, everything: bool) -> None:
    """Those for whom no difference is shown, in one paragraph."""
    named = speakers if everything else speakers[:SPEAKERS_NAMED]
    if not named:
        return
    words = "; ".join(f"{clip(_together(speaker.name), 60)} {counts(speaker.pairs)}" for speaker in named)
    more = len(speakers) - len(named)
    tail = f"; and {more:,} more {'speaker' if more == 1 else 'speakers'}" if more else ""
    paragraph(f"{'' if alone else 'Also: '}{words}{tail}", width, hang="  ")


def _print_pair(one: Numbered, voice: Voice, width: int, *, everything: bool) -> None:
    """What differs, a line each, and the words that were said."""
    pair = one.pair
    quote = pair.a or pair.b
    if quote is None:
        return
    words = clip(content_words(quote), 100_000 if everything else width - MARGIN)
    if "content" in pair.differs:
        labelled("only in A" if pair.a else "only in B", words, width, colour="magenta" if pair.a else "green")
    else:
        room = 100_000 if everything else width - MARGIN
        for difference in differences(pair, voice):
            colour = COLOURS[difference.kind]
            labelled(LABELS[difference.kind], visible(_told(difference, room)), width, colour=colour)
        paragraph(words, width, indent=" " * MARGIN)
    why = "; ".join(dict.fromkeys(why_unresolved(quote) for quote in (pair.a, pair.b) if quote and quote.speakers))
    if why.strip("; "):
        paragraph(why.strip("; "), width, indent=" " * MARGIN)


def _told(difference: Difference, room: int) -> str:
    """The words of both sides, or of the one that has them."""
    sides = [clip(side, room) for side in (difference.a, difference.b) if side]
    if difference.kind in ("attribution", "cue"):
        sides = [f"“{side}”" for side in sides]
    told = " → ".join(sides)
    if difference.kind == "attribution":
        return f"{told} {difference.says}".strip()
    return f"{told}, {difference.says}" if difference.says else told
