"""Windows: the stretches of whole paragraphs that the tagger reads at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from whence.quotes.tokens import AFTER_OPEN, WHOLLY_QUOTED, Tokens

WINDOW_TOKENS = 160  # about three paragraphs: a continued quotation sees who spoke before
PIECE_TOKENS = 320  # 99.9 % of PolNeAR's paragraphs are shorter; a longer one is cut, at a sentence end if there is one
_ENDS = frozenset([".", "!", "?", "..."])

Range = tuple[int, int]


def split_windows(tokens: Tokens, *, first_tokens: int = WINDOW_TOKENS) -> Iterator[list[Range]]:
    """The windows of a report, each a list of token ranges, one for each paragraph or piece of a long one.

    Args:
        tokens: the report's tokens.
        first_tokens: how many tokens the first window may hold; training varies it.

    >>> from whence.quotes.tokens import split_tokens
    >>> list(split_windows(split_tokens("One two.\\nThree.")))
    [[(0, 3), (3, 5)]]
    """
    window: list[Range] = []
    held, room = 0, first_tokens
    for piece in _pieces(tokens.first, tokens.keys):
        size = piece[1] - piece[0]
        if window and held + size > (PIECE_TOKENS if _goes_on(tokens, window[-1], piece) else room):
            yield window
            window, held, room = [], 0, WINDOW_TOKENS
        window.append(piece)
        held += size
    if window:
        yield window


def _goes_on(tokens: Tokens, before: Range, piece: Range) -> bool:
    """Whether a paragraph is what the one before it announces or continues: after a colon, or wholly quoted."""
    return tokens.keys[before[1] - 1] == ":" or tokens.layouts[piece[0]] in (WHOLLY_QUOTED, AFTER_OPEN)


def _pieces(first: Sequence[int], keys: Sequence[str]) -> Iterator[Range]:
    """The paragraphs as token ranges, long ones cut."""
    for begin, end in pairwise(first):
        start = begin
        while end - start > PIECE_TOKENS:
            cut = start + PIECE_TOKENS
            for token in range(cut - 1, cut - PIECE_TOKENS // 2, -1):
                if keys[token] in _ENDS:
                    cut = token + 1
                    break
            yield start, cut
            start = cut
        if end > start:
            yield start, end
