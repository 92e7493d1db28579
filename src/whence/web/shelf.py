"""Rendered pages that are kept for the next reader, no more than so many bytes of them."""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from typing import NamedTuple


class Rendered(NamedTuple):
    """A page as bytes, and the tag by which a browser knows it again."""

    body: bytes
    tag: str


def tag_body(body: bytes) -> Rendered:
    """Bytes with their tag."""
    return Rendered(body, f'"{hashlib.sha256(body).hexdigest()[:32]}"')


class Shelf:
    """The pages read last, by path, query and revision; the one read longest ago goes first."""

    def __init__(self, most_bytes: int) -> None:
        """An empty shelf.

        Args:
            most_bytes: how much it holds.
        """
        self._most = most_bytes
        self._held = 0
        self._pages: OrderedDict[tuple[str, ...], Rendered] = OrderedDict()

    def find(self, key: tuple[str, ...]) -> Rendered | None:
        """The page under a key."""
        found = self._pages.get(key)
        if found:
            self._pages.move_to_end(key)
        return found

    def keep(self, key: tuple[str, ...], page: Rendered) -> None:
        """Put a page under a key, and let others go where there is no room."""
        self._pages[key] = page
        self._held += len(page.body)
        while self._held > self._most and self._pages:
            _, gone = self._pages.popitem(last=False)
            self._held -= len(gone.body)
