"""Runs of capitalised words: the raw material of names, found in one linear pass over the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from whence.names.listed import name_key
from whence.text.lines import paragraphs
from whence.text.spans import Span

_UPPER = "A-ZÀ-ÖØ-Þ" + "".join(
    chr(code) for code in (*range(0x100, 0x250), *range(0x386, 0x430)) if chr(code).isupper()
)
_WORD = (
    r"(?:(?:Mr|Mrs|Ms|Dr|Sen|Sens|Rep|Reps|Gov|Govs|Lt|Gen|Col|Sgt|Rev|Prof|Jr|Sr|St"
    r"|Capt|Maj|Cmdr|Adm|Fr|Supt|Det|Atty)\."
    rf"|(?:[{_UPPER}]\.)+|(?:al|el)-[{_UPPER}][^\W_]*|[{_UPPER}][^\W_]*(?:[-’'](?![sS]\b)[^\W\d_]+)*)"
)
_JOINER = r"(?:of the|of|for the|for|on|de la|de|del|der|den|van der|van den|van|von|bin|ibn|da|dos|du|la|le|di|&)"
# Of 80,664 runs in PolNeAR train 99.9 % have at most 7 words, the longest 15; a bound keeps hostile capitals linear.
_RUN = re.compile(rf"(?<![^\W_]){_WORD}(?:[ \u00a0](?:{_JOINER}[ \u00a0])?{_WORD}){{0,10}}")
TITLE_LINE_CHARACTERS = 250  # a bound of our own, not measured: longer lines are prose
_TITLE_WORDS, _STOPPED_TITLE_WORDS = 4, 7  # fewer may be "Ana Roe met Bo Li."
_SENTENCE_END = re.compile(r"[a-z][.!?] [A-Z]")
_TITLE_SHARE = 0.6  # of a line's words: above it are 41 % of PolNeAR train's first lines, 1.4 % of the others


class Run(NamedTuple):
    """Capitalised words in a row, with the small words that join them; `in_title` where the whole line has capitals."""

    words: tuple[str, ...]
    keys: tuple[str, ...]
    starts: tuple[int, ...]
    in_title: bool

    def end_of(self, last: int) -> int:
        """Where the word before `last` ends."""
        return self.starts[last - 1] + len(self.words[last - 1])


def find_runs(text: str, spared: tuple[Span, ...] = ()) -> Iterator[Run]:
    """The runs of capitalised words in a text, in order; none in the spans to be spared.

    >>> [run.words for run in find_runs("On Monday Ms. Ana de Souza’s aide met Bo Li.")]
    [('On', 'Monday', 'Ms.', 'Ana', 'de', 'Souza'), ('Bo', 'Li')]
    """
    titles = _title_lines(text)
    title = skipped = 0
    known: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {}
    for match in _RUN.finditer(text):
        start, end = match.span()
        while skipped < len(spared) and spared[skipped].end <= start:
            skipped += 1
        if skipped < len(spared) and spared[skipped].start < end:
            continue
        while title < len(titles) and titles[title].end <= start:
            title += 1
        found = match.group()
        split = known.get(found)
        if split is None:
            words = tuple(found.replace("\u00a0", " ").split(" "))
            split = known[found] = (words, tuple(map(name_key, words)))
        starts, position = [], start
        for word in split[0]:
            starts.append(position)
            position += len(word) + 1
        yield Run(*split, tuple(starts), title < len(titles) and titles[title].start <= start)


def _title_lines(text: str) -> list[Span]:
    """The lines in title case or in capitals throughout: there a capital says nothing about a word."""
    return [
        line for line in paragraphs(text) if line.end - line.start <= TITLE_LINE_CHARACTERS and _is_title(text, line)
    ]


def _is_title(text: str, line: Span) -> bool:
    """Whether most words of a line begin with a capital: with a full stop, only a long one."""
    exact = line.slice(text)
    words = [word for word in exact.split() if word[0].isalpha() or word[0] in "'\"‘“"]
    capitals = sum(word.lstrip("'\"‘“")[:1].isupper() for word in words)
    if len(words) < (_STOPPED_TITLE_WORDS if exact[-1] == "." else _TITLE_WORDS) or exact[-1] in '”"':
        return False
    return capitals > _TITLE_SHARE * len(words) and (exact[-1] != "." or _SENTENCE_END.search(exact) is None)
