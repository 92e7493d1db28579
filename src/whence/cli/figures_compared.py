"""Figures of two reports on the terminal: what no change above has told, and how many are the same."""

from __future__ import annotations

import click

from whence.changes.places import Places
from whence.cli.screen import clip, heading, labelled, paragraph
from whence.export.figure_pairs import agreeing_in_words, differing
from whence.export.figures_in_words import stated_in_words
from whence.records import ChangeKind, Comparison, FigurePair
from whence.text.visible import visible

COLOURS = {"conflict": "red", "strained": "yellow"}
LABEL_COLUMNS = 15  # the longest label, hedge changed, with a space after it
SIDE_CHARACTERS = 60
TELLING: frozenset[ChangeKind] = frozenset({"figure", "date", "hedge", "quotation"})


def print_figures_compared(found: Comparison, *, width: int) -> None:
    """Print the figures and times of both reports that differ and that no change has told yet.

    Args:
        found: the comparison.
        width: columns.
    """
    untold = _untold(found)
    alike = agreeing_in_words(found.figures)
    if not untold and not alike:
        return
    heading("Figures and times", width)
    for pair in untold:
        a, b = (visible(clip(stated_in_words(stated), SIDE_CHARACTERS)) for stated in (pair.a, pair.b))
        colour = COLOURS.get(pair.relation, "cyan")
        labelled(pair.relation, f"“{a}” → “{b}”", width, colour=colour, label_columns=LABEL_COLUMNS)
        paragraph(pair.says, width, indent=" " * (2 + LABEL_COLUMNS))
    if alike:
        click.secho(f"  {alike}", dim=True)


def _untold(found: Comparison) -> list[FigurePair]:
    """The pairs that differ and whose words no telling change touches on either side."""
    told = [change for change in found.changes if change.kind in TELLING]
    places = Places((c.a, c) for c in told if c.a), Places((c.b, c) for c in told if c.b)
    return [
        pair
        for pair in differing(found.figures)
        if not any(any(place.touching(stated.evidence)) for place, stated in zip(places, (pair.a, pair.b), strict=True))
    ]
