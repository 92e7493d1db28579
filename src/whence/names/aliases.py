"""Names that mean the same place or people, however they are written."""

from __future__ import annotations

from collections.abc import Sequence

from whence.text.phrases import phrase_groups, replace_phrases
from whence.text.wordlists import read_word_list

_PLACES = phrase_groups(read_word_list("place_names"))


def canonical_places(keys: Sequence[str]) -> tuple[str, ...]:
    """Word keys with the names of places and their people in one form.

    >>> canonical_places(["american", "missiles"]) == canonical_places(["us", "missiles"])
    True
    """
    return replace_phrases(keys, _PLACES)
