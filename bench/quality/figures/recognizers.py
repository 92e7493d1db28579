"""Figures against the cases of microsoft/Recognizers-Text (MIT): numbers, percentages, money, dimensions, ages.

    python -m bench.quality.figures.recognizers [--errors MODEL]

A case is right where every expected result is found with the same span (start and half-open end) and the same value,
in the same unit where the gold has one (through a table from its names to ours), and nothing else of that kind is
found. Recall is over expected results alone. All cases count, those that some ports of the original do not support
included. What is compared:

- Number and Ordinal: the numerals (`read_numerals`), because there a number inside a unit expression is a result of its
  own; ordinals for Ordinal, all others for Number.
- Percent, Currency, Dimension, Temperature, Age: the figures (`find_figures`) of those kinds, evidence for span.
- NumberRange: figures with a hedge, the hedge words and the evidence together for span, the ends of the hard interval
  for value.

Units without a number ("convert 10 celsius to fahrenheit") are results of the gold and no figures of ours: they count
as missed. The DateTime model is measured by bench.quality.times.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from bench.quality.shared_data import DATA, lines
from whence.figures.find import find_figures
from whence.figures.numerals import read_numerals
from whence.records import Figure, Report

FILE = DATA / "quantities" / "recognizers.jsonl.gz"
_DIMENSIONS = frozenset(["length", "area", "volume", "mass", "speed", "data", "energy"])
_ANGLES = frozenset(["degree", "radian", "turn"])
# The names of the gold that are not ours in lower case.
_UNITS = {
    "dollar": "USD", "united states dollar": "USD", "canadian dollar": "CAD", "australian dollar": "AUD",
    "hong kong dollar": "HKD", "new zealand dollar": "NZD", "mexican peso": "MXN", "pound": "pound|GBP",
    "british pound": "GBP", "japanese yen": "JPY", "chinese yuan": "CNY", "euro": "EUR", "pence": "penny",
    "swiss franc": "CHF", "finnish markka": "FIM", "netherlands guilder": "NLG", "peseta": "ESP", "turkish lira": "TRY",
    "costa rican colón": "CRC", "georgian lari": "GEL", "lao kip": "LAK", "sri lankan rupee": "LKR", "bitcoin": "BTC",
    "ton": "ton|metric ton", "metric ton": "metric ton", "c": "degree Celsius", "f": "degree Fahrenheit", "age": "year",
}  # fmt: skip


class Result(NamedTuple):
    """One result of the gold, or one of ours."""

    start: int
    end: int
    value: str
    unit: str


def measure() -> dict[str, float]:
    """The share of cases that are right, by model; nothing where ../shared is absent."""
    if not FILE.is_file():
        return {}
    return {f"figures.recognizers.{model.lower()}": right / total for model, (right, total, _, _) in scores().items()}


def scores(show: str = "") -> dict[str, tuple[int, int, int, int]]:
    """By model: cases right, cases, results found, results expected."""
    found: dict[str, tuple[int, int, int, int]] = {}
    for row in lines(FILE):
        model = row["model"].split("/")[1].removesuffix("Model")
        if model not in _OURS:
            continue
        gold = [_expected(model, result) for result in row["results"]]
        ours = list(_OURS[model](row["input"]))
        hits = sum(any(_same(one, other) for other in ours) for one in gold)
        right = hits == len(gold) == len(ours)
        if show == model and not right:
            print(repr(row["input"][:150]), "\n   gold", gold, "\n   ours", ours)
        a, b, c, d = found.get(model, (0, 0, 0, 0))
        found[model] = (a + right, b + 1, c + hits, d + len(gold))
    return found


def _expected(model: str, result: dict[str, Any]) -> Result:
    """A result of the gold in common form."""
    resolution = result["resolution"]
    value = str(resolution.get("value")).removesuffix("%").replace("null", "None")
    unit = "" if model in ("Number", "Ordinal", "NumberRange", "Percent") else str(resolution.get("unit", ""))
    return Result(result["start"], result["end"], value, _UNITS.get(unit.lower(), unit.lower()))


def _same(gold: Result, ours: Result) -> bool:
    """Whether two results have the same span, value and unit."""
    if gold[:2] != ours[:2] or (gold.unit and ours.unit not in gold.unit.split("|")):
        return False
    if gold.value == ours.value:
        return True
    try:
        a, b = float(gold.value), float(ours.value)
    except ValueError:
        return False
    return abs(a - b) <= 1e-6 * max(abs(a), 1e-12)


def _numbers(text: str) -> Iterator[Result]:
    """The numerals of a text that are no ordinals."""
    for numeral in read_numerals(text):
        if numeral.form != "ordinal":
            yield Result(numeral.start, numeral.end, str(numeral.value), "")


def _ordinals(text: str) -> Iterator[Result]:
    """The ordinals of a text."""
    for numeral in read_numerals(text):
        if numeral.form == "ordinal":
            yield Result(numeral.start, numeral.end, str(numeral.value), "")


def _figures(text: str) -> tuple[Figure, ...]:
    """The figures of a text that stands alone."""
    return find_figures(Report("case", "case", text))


def _of_kinds(wanted: Callable[[Figure], bool]) -> Callable[[str], Iterator[Result]]:
    """A reader of the figures of some kinds."""

    def read(text: str) -> Iterator[Result]:
        for figure in _figures(text):
            if wanted(figure):
                yield Result(figure.evidence.start, figure.evidence.end, str(figure.value), figure.unit)

    return read


def _ranges(text: str) -> Iterator[Result]:
    """The figures with a hedge, as the ends that the words allow."""
    for figure in _figures(text):
        if figure.hedge in ("exact", "about", "vague", "nearly", "just over") and not figure.hedge_words:
            continue
        low, high = figure.hard.low, figure.hard.high
        if figure.hedge in ("less than", "at most", "up to"):
            low = None
        opening = "(" if low is None or figure.hard.open_low else "["
        closing = ")" if high is None or figure.hard.open_high or figure.hedge == "range" else "]"
        ends = [end for end in (figure.hedge_words, figure.evidence) if end]
        value = f"{opening}{_plain(low)},{_plain(high)}{closing}"
        yield Result(min(e.start for e in ends), max(e.end for e in ends), value, "")


def _plain(value: float | None) -> str:
    """A number as the gold writes it."""
    return "" if value is None else f"{value:.12g}"


def _is_dimension(figure: Figure) -> bool:
    """Whether a figure is a dimension in the sense of the gold: angles too, durations and temperatures not."""
    return figure.kind in _DIMENSIONS or (figure.kind == "number" and figure.unit in _ANGLES)


_OURS: dict[str, Callable[[str], Iterator[Result]]] = {
    "Number": _numbers,
    "Ordinal": _ordinals,
    "NumberRange": _ranges,
    "Percent": _of_kinds(lambda figure: figure.kind == "percent" and "point" not in figure.unit),
    "Currency": _of_kinds(lambda figure: figure.kind == "money"),
    "Dimension": _of_kinds(_is_dimension),
    "Temperature": _of_kinds(lambda figure: figure.kind == "temperature"),
    "Age": _of_kinds(lambda figure: figure.kind == "age"),
}


def main() -> None:
    """Print cases and results by model."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--errors", default="", metavar="MODEL", help="also print the cases of one model that are wrong"
    )
    arguments = parser.parse_args()
    if not FILE.is_file():
        print("../shared is absent: nothing to measure")
        return
    print(f"{'model':12} {'cases right':>14} {'share':>7} {'results found':>15} {'recall':>7}")
    for model, (right, total, hits, expected) in scores(arguments.errors).items():
        recall = hits / max(expected, 1)
        print(f"{model:12} {right:>7} of {total:<4} {right / total:>6.1%} {hits:>8} of {expected:<4} {recall:>6.1%}")


if __name__ == "__main__":
    main()
