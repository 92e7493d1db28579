"""What the form of a word tells about its number."""

from __future__ import annotations

from whence.text.wordlists import read_word_list


def read_words(name: str) -> frozenset[str]:
    """All words of a list of the resources that has several a line.

    >>> "people" in read_words("crowd_words")
    True
    """
    return frozenset(word for line in read_word_list(name) for word in line.split())


def read_groups(name: str) -> dict[str, frozenset[str]]:
    """The groups of a list whose lines are `group | words`.

    >>> "prison" in read_groups("figure_words")["confinement"]
    True
    """
    rows = (line.partition(" | ") for line in read_word_list(name))
    return {group: frozenset(words.split()) for group, _, words in rows}


WORD_GROUPS = read_groups("figure_words")
_CROWDS = read_words("crowd_words")
_NOT_PLURAL = frozenset(
    [
        "was",
        "is",
        "has",
        "does",
        "this",
        "its",
        "his",
        "us",
        "less",
        "plus",
        "across",
        "always",
        "perhaps",
        "besides",
        "towards",
        "as",
        "yes",
        "thus",
        "news",
        "sometimes",
    ]
)


def is_plural(key: str) -> bool:
    """True for a noun in the plural, as far as its form tells.

    >>> is_plural("soldiers"), is_plural("people"), is_plural("boss"), is_plural("this")
    (True, True, False, False)
    """
    if key in _CROWDS or key.endswith(("men", "people", "folk", "children")):
        return True
    return len(key) > 3 and key.endswith("s") and not key.endswith(("ss", "us", "is", "'s")) and key not in _NOT_PLURAL
