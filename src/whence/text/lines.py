"""Lines and paragraphs of a text, split on \\n, \\r\\n and \\r only.

`str.splitlines` also splits on seven other characters (form feed, U+2028 ...), which would move every position
after them away from what other programs call the same line.
"""

from __future__ import annotations

from collections.abc import Iterator

from whence.text.spans import Span, trim_span


def split_lines(text: str) -> Iterator[Span]:
    """The spans of the lines of a text, without their line ends; empty lines included.

    >>> [span.slice("a\\r\\nb\\n") for span in split_lines("a\\r\\nb\\n")]
    ['a', 'b', '']
    """
    start, size = 0, len(text)
    newline, carriage = text.find("\n"), text.find("\r")
    while newline >= 0 or carriage >= 0:
        end = min(x for x in (newline, carriage) if x >= 0)
        yield Span(start, end)
        start = end + 2 if text.startswith("\r\n", end) else end + 1
        if 0 <= newline < start:
            newline = text.find("\n", start)
        if 0 <= carriage < start:
            carriage = text.find("\r", start)
    yield Span(start, size)


def paragraphs(text: str) -> tuple[Span, ...]:
    """The lines that hold something, without the white space around them.

    News text has one paragraph a line, with or without an empty line between.
    """
    trimmed = (trim_span(text, *line) for line in split_lines(text))
    return tuple(span for span in trimmed if span.end > span.start)
