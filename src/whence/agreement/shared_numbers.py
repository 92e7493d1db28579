"""Numbers that two reports have in common: telling ones, each told once, are of one thing wherever they stand."""

from __future__ import annotations

from collections import defaultdict

from whence.agreement.contexts import Context, Standing
from whence.agreement.measured import BARE
from whence.records import Figure

OFTEN_ROUND = BARE | {"percent", "ratio", "duration", "ordinal"}
TELLING_STEPS = 10  # 36, 140 and 50.9 are told in ten steps or more; 6, 90 and 2,000 may be told of anything
Key = tuple[str, str]


def telling_numbers(context: Context) -> dict[Key, int]:
    """The numbers that a report tells once and that hardly two things have in common, by what they measure.

    >>> from whence.agreement.contexts import read_context
    >>> from whence.figures.find import find_figures
    >>> from whence.records import Report
    >>> report = Report("a", "a", "It carried 136 passengers and 6 cars.")
    >>> telling_numbers(read_context(report, find_figures(report)))
    {('count', '136'): 0}
    """
    found: dict[Key, list[int]] = defaultdict(list)
    for number, standing in enumerate(context.standings):
        if key := _key(standing):
            found[key].append(number)
    return {key: numbers[0] for key, numbers in found.items() if len(numbers) == 1 and _is_telling(context, numbers[0])}


def _key(standing: Standing) -> Key | None:
    """What a figure measures, and its number."""
    side = standing.side
    return (side.dimension, f"{side.value:.9g}") if side and side.value is not None else None


def _is_telling(context: Context, number: int) -> bool:
    """Whether a number is told finely enough to be known again by itself."""
    figure = context.standings[number].stated
    if not isinstance(figure, Figure) or figure.value is None or figure.kind == "age":
        return False
    return figure.kind not in OFTEN_ROUND or abs(figure.value) >= TELLING_STEPS * figure.step
