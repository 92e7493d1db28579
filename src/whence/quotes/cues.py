"""Cues: the words that say that somebody says something."""

from __future__ import annotations

from collections.abc import Sequence

from whence.text.wordlists import read_word_list

_CUES = frozenset(word for line in read_word_list("cues") for word in line.split())
_AUXILIARIES = frozenset(["has", "have", "had", "been", "be", "is", "are", "was", "were", "being", "having", "also"])
_STATING = frozenset(word for line in read_word_list("stating_verbs") for word in line.split())
_NOUNS = frozenset(["state", "states", "report", "reports", "claim", "claims", "note", "notes", "promise", "promises"])
_PRONOUNS = frozenset(["he", "she", "it", "they", "we", "i", "you", "who", "which", "that"])
_NO_SOURCE = frozenset(
    ["a", "an", "the", "and", "or", "but", "to", "as", "than", "not", "be", "been", "being", "was", "is", "are", "were"]
)
_DENIALS = frozenset(["denied", "deny", "denies", "denying", "rejected", "rejects", "disputed", "disputes"])


def is_auxiliary(key: str) -> bool:
    """True for a word that stands before a verb of saying and says nothing of its own.

    >>> is_auxiliary("having"), is_auxiliary("vowed")
    (True, False)
    """
    return key in _AUXILIARIES


def is_denial(key: str) -> bool:
    """True for a verb by which somebody contradicts a statement.

    >>> is_denial("denies")
    True
    """
    return key in _DENIALS


def names_source(keys: Sequence[str]) -> bool:
    """Whether a phrase says who states something: a source and a verb of stating, or "according to".

    >>> names_source(["officials", "said"]), names_source(["according", "to", "police"]), names_source(["said", "voss"])
    (True, True, True)
    >>> names_source(["in", "the", "united", "states"]), names_source(["and", "claimed", "victory"])
    (False, False)
    """
    if "according" in keys:
        return True
    for k, key in enumerate(keys):
        if key not in _STATING:
            continue
        before = keys[k - 1] if k else ""
        if before not in _NO_SOURCE and len(keys) > 1 and not _is_noun(key, before) and (k or key[-3:] != "ing"):
            return True
    return False


def _is_noun(key: str, before: str) -> bool:
    """Whether a word like "reports" is a noun, by the word before it: a verb follows a pronoun or a plural."""
    plural = before.endswith("s") and before != "'s"
    return key in _NOUNS and not (before in _PRONOUNS or (plural and key not in ("state", "states")))


def is_cue(key: str) -> bool:
    """True for a form of a verb or adjective of saying or holding.

    >>> is_cue("vowed"), is_cue("walked")
    (True, False)
    """
    return key in _CUES


def find_cue(keys: Sequence[str]) -> int | None:
    """Where the first cue begins, with the auxiliaries before it ("has been adamant"); None without a cue.

    >>> find_cue(["zelensky", "has", "been", "adamant", "about"])
    1
    """
    for position, key in enumerate(keys):
        if key in _CUES and not _is_noun(key, keys[position - 1] if position else ""):
            start = position
            while start > 0 and keys[start - 1] in _AUXILIARIES:
                start -= 1
            return start
    return None
