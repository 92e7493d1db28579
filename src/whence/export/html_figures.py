"""Figures and times that both reports state, as the page shows them: what differs first, each beside the other."""

from __future__ import annotations

from typing import NamedTuple

from whence.export.figure_pairs import AT_ONE, agreeing_in_words, differing
from whence.export.figures_in_words import stated_in_words
from whence.export.html_places import Places
from whence.records import Comparison, Figure, FigurePair, Side, Time

LISTED = 100  # pairs that the page lists, about 50 kB: the others are counted, and are in the JSON


class StatedSide(NamedTuple):
    """A figure or a time in the words of one report, with the link to its sentence."""

    letter: str
    anchor: str
    words: str


class FigureLine(NamedTuple):
    """Two figures about one thing: how the second stands to the first, and why."""

    number: int
    relation: str
    says: str
    sides: tuple[StatedSide, StatedSide]


class FiguresView(NamedTuple):
    """Everything below "Figures and times": what differs, what is the same, how many are left out."""

    lead: str
    differing: tuple[FigureLine, ...]
    agreeing: tuple[FigureLine, ...]
    unlisted: int


def list_figures(found: Comparison, places: Places) -> FiguresView:
    """The figures and times of a comparison for the template.

    Args:
        found: the comparison.
        places: where its sentences stand on the page.
    """
    unlike = differing(found.figures)
    alike = tuple(pair for pair in found.figures if pair.relation in AT_ONE)
    lines = [_line(number, pair, places) for number, pair in enumerate((*unlike, *alike)[:LISTED], start=1)]
    return FiguresView(
        agreeing_in_words(found.figures),
        tuple(lines[: len(unlike)]),
        tuple(lines[len(unlike) :]),
        len(found.figures) - len(lines),
    )


def _line(number: int, pair: FigurePair, places: Places) -> FigureLine:
    """One pair for the template."""
    return FigureLine(number, pair.relation, pair.says, (_side("a", pair.a, places), _side("b", pair.b, places)))


def _side(side: Side, stated: Figure | Time, places: Places) -> StatedSide:
    """One side of a pair."""
    return StatedSide(side.upper(), places.anchor(side, stated.evidence.start), stated_in_words(stated))
