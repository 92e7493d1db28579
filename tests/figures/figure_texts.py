"""Short texts as reports, and their figures: what the tests of figures share."""

from __future__ import annotations

from collections.abc import Sequence

from whence.figures.find import find_figures, read_measures
from whence.figures.measures import Measure
from whence.figures.money import dollar_of
from whence.figures.numerals import numerals_in
from whence.records import Figure, Quote, Report, Time
from whence.text.words import Words, split_words


def figures_of(text: str, times: Sequence[Time] = (), quotes: Sequence[Quote] = ()) -> tuple[Figure, ...]:
    """The figures of a text that stands alone."""
    return find_figures(Report("r", "r", text), times, quotes)


def the_figure(text: str) -> Figure:
    """The one figure of a text."""
    (figure,) = figures_of(text)
    return figure


def told(text: str) -> list[str]:
    """The figures of a text as they are written."""
    return [figure.evidence.exact for figure in figures_of(text)]


def head_of(figure: Figure) -> str:
    """The head of a figure in words, empty where it has none."""
    return figure.head.exact if figure.head else ""


def measures_of(text: str) -> list[Measure]:
    """The measures of a text, before any guard."""
    return read_measures(text, split_words(text), dollar_of(Report("r", "r", text)))


def numerals_of(text: str) -> tuple[Words, list[float]]:
    """The words of a text and the values of its numerals, those with letters grown on to them included."""
    words = split_words(text)
    return words, [numeral.value for numeral in numerals_in(text, words)]
