"""Addressees: who is spoken to, by the verb before them or by what they are."""

from __future__ import annotations

from whence.quotes.scene import Scene
from whence.text.wordlists import read_word_list

_AUDIENCES = frozenset(read_word_list("audiences"))
_TELLING = frozenset(
    ["told", "tell", "tells", "telling", "informed", "informs", "informing", "assured", "assures", "assuring",
     "reminded", "reminds", "reminding", "briefed", "notified"]
)  # fmt: skip
_ASKING = frozenset(
    ["asked", "asks", "asking", "warned", "warns", "warning", "urged", "urges", "urging", "advised", "pressed",
     "thanked", "challenged"]
)  # fmt: skip
_ASKED_ABOUT = frozenset(["if", "whether", "how", "why", "what", "about", "who", "where", "when"])
_PASSIVE = frozenset(["was", "were", "been", "being", "is", "are", "be", "get", "got"])
_PRONOUNS = frozenset(["her", "him", "them", "me", "us", "you", "it"])


def takes_addressee(scene: Scene, token: int) -> bool:
    """Whether the verb at a token is followed by who is told: "told", "reminded", but not "was told".

    >>> from whence.quotes.scene import read_scene
    >>> from whence.text.spans import Span
    >>> takes_addressee(read_scene("he told CNN", Span(0, 11), ()), 1)
    True
    """
    return scene.key(token) in _TELLING and scene.key(token - 1) not in _PASSIVE


def may_take_addressee(scene: Scene, token: int) -> bool:
    """Whether the verb at a token may be followed by who is asked or warned; what follows must then bear it out."""
    return scene.key(token) in _ASKING and scene.key(token - 1) not in _PASSIVE


def bears_out(scene: Scene, token: int, limit: int) -> bool:
    """Whether what stands after a phrase shows that the phrase was who is asked: the content, a time, "whether"."""
    return token == limit or token in scene.days or scene.key(token) in _ASKED_ABOUT


def is_audience(scene: Scene, first: int, last: int) -> bool:
    """Whether a phrase names people by what they are ("a cheering crowd"), or somebody by a pronoun.

    >>> from whence.quotes.scene import read_scene
    >>> from whence.text.spans import Span
    >>> is_audience(read_scene("a cheering crowd", Span(0, 16), ()), 0, 3)
    True
    """
    by_pronoun = last == first + 1 and scene.keys[first] in _PRONOUNS
    return last > first and (by_pronoun or scene.keys[last - 1] in _AUDIENCES)
