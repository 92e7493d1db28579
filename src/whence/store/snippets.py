"""Snippets: the words of a report around what a search found, cut between words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from whence.records import Quote, Snippet
from whence.store.query import words_of
from whence.text.spans import Span

AROUND = 90  # characters before and after a hit
MOST_SNIPPETS = 2
LONGEST_HIT = 300  # characters of a quote
LOOKED_THROUGH = 200_000  # characters of a report, for hits to show


def find_snippets(text: str, phrases: Sequence[tuple[str, ...]]) -> tuple[Snippet, ...]:
    """Words around the first hits of some phrases in a text; its beginning where there is none.

    Args:
        text: of the report.
        phrases: of folded words.

    >>> [snippet] = find_snippets("Rain fell on the harbour wall.", (("harbour", "wall"),))
    >>> [snippet.text[start:end] for start, end in snippet.hits]
    ['harbour wall']
    """
    words = list(words_of(text[:LOOKED_THROUGH]))
    folded = [word for _, _, word in words]
    places = [
        Span(words[first][0], words[first + len(phrase) - 1][1])
        for phrase in phrases
        if (first := _place_of(folded, phrase)) is not None
    ]
    return _snippets(text, sorted(places)) or (_cut(text, Span(0, 0), 2 * AROUND),)


def quote_snippets(text: str, quotes: Iterable[Quote]) -> tuple[Snippet, ...]:
    """The first of some quotes with the words around them, direct ones where there are any; a long one is cut.

    Args:
        text: of the report.
        quotes: found in it.
    """
    told = [quote for quote in quotes if quote.content]
    direct = [quote for quote in told if quote.kind == "direct"]
    spans = sorted(quote.content[0].span for quote in direct or told)
    return _snippets(text, [Span(start, _word_end(text, start, min(end, start + LONGEST_HIT))) for start, end in spans])


def _snippets(text: str, places: Iterable[Span]) -> tuple[Snippet, ...]:
    """A snippet for each place, those near each other in one."""
    snippets: list[Snippet] = []
    for start, end in places:
        last = snippets[-1] if snippets else None
        if last and end <= last.start + len(last.text):
            hit = (start - last.start, end - last.start)
            hits = last.hits if hit in last.hits or hit[0] < last.hits[-1][1] else (*last.hits, hit)
            snippets[-1] = Snippet(last.start, last.text, hits)
        elif len(snippets) < MOST_SNIPPETS:
            snippets.append(_cut(text, Span(start, end), AROUND))
    return tuple(snippets)


def _cut(text: str, hit: Span, around: int) -> Snippet:
    """A place with some characters around it, cut between words where there is white space."""
    first, last = max(0, hit.start - around), min(len(text), hit.end + around)
    start = next((k for k in range(first, hit.start) if k == 0 or text[k - 1].isspace()), first)
    end = _word_end(text, hit.end, last)
    return Snippet(start, text[start:end], ((hit.start - start, hit.end - start),) if hit.end > hit.start else ())


def _word_end(text: str, start: int, end: int) -> int:
    """The last place after `start` and up to `end` where a word ends; `end` where there is none."""
    return next((k for k in range(end, start, -1) if k == len(text) or text[k].isspace()), end)


def _place_of(words: list[str], phrase: tuple[str, ...]) -> int | None:
    """Where a phrase first stands among words."""
    place = -1
    while True:
        try:
            place = words.index(phrase[0], place + 1)
        except ValueError:
            return None
        if tuple(words[place : place + len(phrase)]) == phrase:
            return place
