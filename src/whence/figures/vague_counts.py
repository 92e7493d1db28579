"""Words that stand for a number without telling it: "dozens of", "several", "a few hundred", "tens of thousands"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from whence.figures.hedge_table import VAGUE
from whence.figures.measures import Measure
from whence.figures.money import money_after
from whence.figures.nouns import WORD_GROUPS
from whence.figures.units import unit_after
from whence.text.words import Words

_PERCENT = frozenset(["percent", "percentage"])
_FIRST = frozenset(words.split()[0] for words in VAGUE) | _PERCENT
_MOST_WORDS = max(len(words.split()) for words in VAGUE)
_NEED_ARTICLE = frozenset(["few", "handful", "couple"])  # "few people" are hardly any, "a few" are some
_NEED_OF = frozenset(["tens", "scores"])


def vague_measures(text: str, words: Words, taken: Iterable[Measure]) -> Iterator[Measure]:
    """The vague counts of a text outside the measures already read.

    Each is a range from the least to the most that a writer means, with form "vague".
    """
    spans = iter(taken)
    current = next(spans, None)
    position = 0
    for index, key in enumerate(words.keys):
        if key not in _FIRST or index < position:
            continue
        while current is not None and current.last <= index:
            current = next(spans, None)
        if current is not None and current.first <= index:
            continue
        measure = _read_at(text, words, index)
        if measure:
            position = measure.last
            yield measure


def _read_at(text: str, words: Words, first: int) -> Measure | None:
    """The vague count that begins with a word."""
    if words.keys[first] in _PERCENT:
        return _share(words, first)
    for size in range(min(_MOST_WORDS, len(words.keys) - first), 0, -1):
        interval = VAGUE.get(" ".join(words.keys[first : first + size]))
        if interval and _unbroken(text, words, first, size):
            break
    else:
        return None
    key, last = words.keys[first], first + size
    before = words.keys[first - 1] if first else ""
    if (key in _NEED_ARTICLE and before not in WORD_GROUPS["before few"]) or (
        size == 1 and key in _NEED_OF and not _of(words, last)
    ):
        return None
    if size == 1 and text[words.ends[first] : words.ends[first] + 1] == "-":
        return None
    begin = first - (key in _NEED_ARTICLE and before == "a")
    low, high = interval.low or 0.0, interval.high
    measure = Measure(
        "number", low, "", 1.0, words.starts[begin], words.ends[last - 1], begin, last, "vague", high=high
    )
    return _with_unit(text, words, measure)


def _share(words: Words, first: int) -> Measure | None:
    """A share that no number tells: "a small percentage"."""
    before = words.keys[max(first - 2, 0) : first]
    if not {"a", "an"} & set(before) or words.keys[first + 1 : first + 2] in (["point"], ["points"]):
        return None
    start, end = words.starts[first], words.ends[first]
    return Measure("percent", 0.0, "percent", 1.0, start, end, first, first + 1, "vague", high=100.0)


def _unbroken(text: str, words: Words, first: int, size: int) -> bool:
    """Whether only single spaces stand between the words."""
    return all(text[words.ends[at] : words.starts[at + 1]].isspace() for at in range(first, first + size - 1))


def _of(words: Words, at: int) -> bool:
    """Whether "of" follows."""
    return words.keys[at : at + 1] == ["of"]


def _with_unit(text: str, words: Words, measure: Measure) -> Measure:
    """A vague count with its unit: "several miles", "a couple of weeks", "millions of dollars"."""
    at = measure.last + _of(words, measure.last)
    if at >= len(words.keys) or words.starts[at] - measure.end > 4 or not text[measure.end : words.starts[at]].replace(
        "of", ""
    ).isspace():  # fmt: skip
        return measure
    read = money_after(text, words, at, measure.value) or unit_after(text, words, at)
    if read is None or words.keys[at] in ("second", "point", "cup"):
        return measure
    joined = text[read.end : read.end + 1] == "-"
    return measure._replace(kind=read.unit.kind, unit=read.unit.name, end=read.end, last=read.last, joined=joined)
