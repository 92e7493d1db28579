"""Odds: what the tagger's own probabilities say of one attribution; the confidence is a weighed sum of them."""

from __future__ import annotations

from typing import NamedTuple

EVEN = 0.5  # where there is nothing to be sure of


class Odds(NamedTuple):
    """Probabilities of one attribution's labels and links, 0-1; even where a role is absent.

    For each role the least of its tokens' labels and the least of its pieces' first labels; `links` is the product of
    how probable its cue and its source are as partners.
    """

    source: float = EVEN
    source_begins: float = EVEN
    cue: float = EVEN
    cue_begins: float = EVEN
    content: float = EVEN
    content_begins: float = EVEN
    links: float = EVEN
