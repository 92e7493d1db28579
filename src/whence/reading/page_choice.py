"""Which of a page's text is the report: trafilatura chooses, on the filtered page only."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from typing import Any, NamedTuple

from whence.reading.page_filter import FilteredPage

# Its own tags for blocks of text (TEI names), and the one for a line break.
_BLOCKS = frozenset(
    {
        "p", "head", "item", "quote", "cell", "row", "code", "list", "table", "div", "ab", "body", "main", "lb",
        "fw"
    }
)  # fmt: skip
# Below this many elements a page is also given to the extractor's slower second opinion, which is not linear.
_CAREFUL_ELEMENTS = 5_000
# What the extractor and its parser were seen to raise on odd pages; the page is then read without them.
_FAILURES = (
    ValueError,
    TypeError,
    KeyError,
    IndexError,
    AttributeError,
    RecursionError,
    AssertionError,
    ArithmeticError,
)


class Choice(NamedTuple):
    """The chosen blocks of text, and what the page says of itself; `failed` where nothing could be chosen."""

    blocks: tuple[str, ...]
    title: str | None
    byline: str | None
    date: str | None
    failed: bool


def choose_text(page: FilteredPage) -> Choice:
    """Let trafilatura choose the report's text and metadata. It opens no connection: it is given the page itself.

    Args:
        page: a filtered page.

    Returns:
        The chosen blocks in order; all visible blocks where the extractor finds nothing or fails.
    """
    # 0.6 s of CPU: not for those who read plain text.
    from lxml.etree import LxmlError

    try:
        document = _extract(page)
    except (*_FAILURES, LxmlError):
        document = None
    blocks = tuple(_read_blocks(document.body)) if document is not None and document.body is not None else ()
    if document is None or not blocks:
        return Choice(tuple(_visible_blocks(page)), None, None, None, failed=True)
    return Choice(blocks, document.title or None, document.author or None, document.date or None, failed=False)


def _extract(page: FilteredPage) -> Any:
    """One call of the extractor. Its dates keep their time of day, and are never searched for in the text."""
    import trafilatura

    for name in ("trafilatura", "htmldate", "courlan", "justext", "readability"):
        # A library's log on an odd page is no message to a user of whence.
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    return trafilatura.bare_extraction(
        page.html,
        fast=page.html.count("<") > 2 * _CAREFUL_ELEMENTS,
        with_metadata=True,
        include_comments=False,
        date_extraction_params={
            "outputformat": "%Y-%m-%dT%H:%M:%S%z",
            "original_date": True,
            "extensive_search": False,
        },
    )


def _read_blocks(body: Any) -> Iterator[str]:
    """The text of the extractor's tree, one string a block."""
    from lxml.etree import iterwalk

    pieces: list[str] = []
    for event, element in iterwalk(body, events=("start", "end")):
        if element.tag in _BLOCKS and pieces:
            yield from _joined(pieces)
            pieces.clear()
        text = element.text if event == "start" else element.tail
        if text and (event == "start" or element is not body):
            pieces.append(text)
    yield from _joined(pieces)


def _joined(pieces: list[str]) -> Iterator[str]:
    """A block, unless it is empty."""
    text = " ".join("".join(pieces).split())
    if text:
        yield text


def _visible_blocks(page: FilteredPage) -> Iterator[str]:
    """All visible blocks of a page."""
    pieces: list[str] = []
    block = -1
    for node in page.nodes:
        if node.block != block:
            yield from _joined(pieces)
            pieces.clear()
        block = node.block
        pieces.append(node.text)
    yield from _joined(pieces)
